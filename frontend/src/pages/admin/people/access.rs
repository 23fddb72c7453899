//! The access of a person: the link for the first login, the open sessions, and the groups.

use crate::api::{self, Answer};
use crate::hooks::{Action as ActionState, use_action, use_language};
use crate::route::{AdminRoute, Item};
use crate::ui::{Button, Card, Confirm, Facts, Go, Problem, Toast, fact, use_toaster};
use contract::admin::PersonView;
use contract::identity::Membership;
use locales::text;
use yew::prelude::*;

/// Properties of [`Access`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The person, as they are saved.
    pub person: PersonView,
}

/// Buttons that send a link and end sessions, and the list of groups.
#[component]
pub fn Access(props: &Props) -> Html {
    let language = use_language();
    let person = &props.person;
    let sending = use_announced_action("person-link-sent");
    let send = {
        let (sending, id) = (sending.clone(), person.id);
        Callback::from(move |()| sending.run(async move { api::people::send_password_link(id).await }))
    };
    let password = text!(language, if person.has_password { "person-password-set" } else { "person-password-none" });
    let group = |member: &Membership| {
        html! {
            <div>
                <Go to={AdminRoute::Group { id: Item::Id(member.group.id) }}>{ &member.group.name }</Go>{ ": " }
                { text!(language, &crate::text::code("permission", member.permission)) }
            </div>
        }
    };
    let groups = html! {
        <>
            if person.groups.is_empty() { { text!(language, "person-no-groups") } }
            { for person.groups.iter().map(group) }
        </>
    };
    html! {
        <Card title={text!(language, "person-access")}>
            <div class="sol-stack">
                <Facts>
                    { fact(text!(language, "person-password"), html! { { password } }) }
                    { fact(text!(language, "admin-nav-groups"), groups) }
                </Facts>
                <Problem error={sending.state.error.clone()} />
                <div class="sol-row sol-row--wrap">
                    <Button icon="envelope" label={text!(language, "person-send-link")} onclick={send} loading={sending.state.busy} />
                    <EndSessions id={person.id} name={person.name.clone()} />
                </div>
            </div>
        </Card>
    }
}

#[derive(Properties, PartialEq)]
struct EndProps {
    id: i64,
    name: String,
}

/// Ends every session of the person, after asking.
#[component]
fn EndSessions(props: &EndProps) -> Html {
    let language = use_language();
    let confirming = use_state_eq(|| false);
    let ending = use_announced_action("person-sessions-ended");
    let confirm = |open: bool| {
        let confirming = confirming.setter();
        Callback::from(move |()| confirming.set(open))
    };
    let end = {
        let (ending, id, confirming) = (ending.clone(), props.id, confirming.setter());
        Callback::from(move |()| {
            let confirming = confirming.clone();
            ending.run(async move {
                api::people::end_sessions(id).await?;
                confirming.set(false);
                Ok(())
            });
        })
    };
    html! {
        <>
            <Button icon="sign-out-alt" label={text!(language, "person-end-sessions")} onclick={confirm(true)} />
            if *confirming {
                <Confirm title={text!(language, "person-end-sessions-title", name = props.name.as_str())} danger=true
                         confirm={text!(language, "person-end-sessions")} onconfirm={end} oncancel={confirm(false)}
                         busy={ending.state.busy} error={ending.state.error.clone()}>
                    <p>{ text!(language, "person-end-sessions-text") }</p>
                </Confirm>
            }
        </>
    }
}

/// An action that announces its success in a toast.
#[derive(Clone)]
struct AnnouncedAction {
    state: ActionState,
    announce: Callback<()>,
}

impl AnnouncedAction {
    fn run(&self, work: impl Future<Output = Answer<()>> + 'static) {
        let announce = self.announce.clone();
        self.state.run(async move {
            work.await?;
            announce.emit(());
            Ok(())
        });
    }
}

/// An action; `key` is the text of the toast.
#[hook]
fn use_announced_action(key: &'static str) -> AnnouncedAction {
    let language = use_language();
    let toaster = use_toaster();
    let announce = Callback::from(move |()| toaster.show(Toast::done(text!(language, key))));
    AnnouncedAction { state: use_action(), announce }
}
