//! How a person gets in: the first access, and the sessions that are open.

use crate::api::{self, Answer};
use crate::hooks::{Action as Running, use_action, use_language};
use crate::route::{AdminRoute, Item};
use crate::ui::{Button, Card, Confirm, Facts, Go, Problem, Toast, fact, use_toaster};
use contract::admin::PersonView;
use contract::identity::Membership;
use locales::text;
use yew::prelude::*;

/// Properties of [`Access`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The person, as saved.
    pub person: PersonView,
}

/// Sends a link, ends sessions; shows the groups.
#[component]
pub fn Access(props: &Props) -> Html {
    let language = use_language();
    let person = &props.person;
    let sending = use_doing("person-link-sent");
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
                <Problem error={sending.running.error.clone()} />
                <div class="sol-row sol-row--wrap">
                    <Button icon="envelope" label={text!(language, "person-send-link")} onclick={send} loading={sending.running.busy} />
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
    let asked = use_state_eq(|| false);
    let ending = use_doing("person-sessions-ended");
    let ask = |value: bool| {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(value))
    };
    let end = {
        let (ending, id, asked) = (ending.clone(), props.id, asked.setter());
        Callback::from(move |()| {
            let asked = asked.clone();
            ending.run(async move {
                api::people::end_sessions(id).await?;
                asked.set(false);
                Ok(())
            });
        })
    };
    html! {
        <>
            <Button icon="sign-out-alt" label={text!(language, "person-end-sessions")} onclick={ask(true)} />
            if *asked {
                <Confirm title={text!(language, "person-end-sessions-title", name = props.name.as_str())} danger=true
                         confirm={text!(language, "person-end-sessions")} onconfirm={end} oncancel={ask(false)}
                         busy={ending.running.busy} error={ending.running.error.clone()}>
                    <p>{ text!(language, "person-end-sessions-text") }</p>
                </Confirm>
            }
        </>
    }
}

/// Something that is done at once and said when it is done.
#[derive(Clone)]
struct Doing {
    running: Running,
    done: Callback<()>,
}

impl Doing {
    fn run(&self, work: impl Future<Output = Answer<()>> + 'static) {
        let done = self.done.clone();
        self.running.run(async move {
            work.await?;
            done.emit(());
            Ok(())
        });
    }
}

#[hook]
fn use_doing(said: &'static str) -> Doing {
    let language = use_language();
    let toaster = use_toaster();
    Doing { running: use_action(), done: Callback::from(move |()| toaster.show(Toast::done(text!(language, said)))) }
}
