//! Outage notices: published, changed and ended by attendants and administrators.

mod edit;

use crate::api;
use crate::hooks::{Clock, use_action, use_clock, use_language};
use crate::pages::portal::use_notices;
use crate::ui::{Button, ButtonKind, Card, Confirm, Empty, Page, Toast, icon, loaded, skeleton_rows, use_toaster};
use contract::catalogue::NoticeView;
use edit::Edit;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// What was asked for.
#[derive(Debug, Clone, PartialEq)]
enum Asked {
    Edit(Option<NoticeView>),
    End(NoticeView),
}

/// The page: the notices in force, and what can be done with them.
#[component]
pub fn NoticeKeeper() -> Html {
    let clock = use_clock();
    let language = clock.language;
    let notices = use_notices();
    let asked = use_state_eq(|| None::<Asked>);
    let ask = {
        let asked = asked.setter();
        Callback::from(move |what: Option<Asked>| asked.set(what))
    };
    let ondone = {
        let (ask, reload) = (ask.clone(), notices.reload.clone());
        Callback::from(move |()| {
            ask.emit(None);
            reload.emit(());
        })
    };
    let publish = ask.reform(|()| Some(Asked::Edit(None)));
    let actions = html! {
        <Button kind={ButtonKind::Primary} icon="bullhorn" label={text!(language, "notices-publish")} onclick={publish.clone()} />
    };
    let view = |list: &Rc<Vec<NoticeView>>| {
        if list.is_empty() {
            return html! { <Empty icon="check-circle" title={text!(language, "notices-none")}>{ text!(language, "notices-none-text") }</Empty> };
        }
        html! { <ul class="dk-list">{ for list.iter().map(|notice| line(&clock, notice, &ask)) }</ul> }
    };
    let onclose = ask.reform(|()| None);
    html! {
        <Page title={text!(language, "nav-notices")} lead={html! { { text!(language, "notices-lead") } }} {actions}>
            <Card flush=true>{ loaded(&notices, language, skeleton_rows(2), view) }</Card>
            { match (*asked).clone() {
                Some(Asked::Edit(notice)) => html! { <Edit {notice} {onclose} {ondone} /> },
                Some(Asked::End(notice)) => html! { <End {notice} {onclose} {ondone} /> },
                None => Html::default(),
            } }
        </Page>
    }
}

fn line(clock: &Clock, notice: &NoticeView, ask: &Callback<Option<Asked>>) -> Html {
    let language = clock.language;
    let since = text!(language, "notices-since", at = clock.date_time(notice.starts_at));
    let until = match notice.ends_at {
        Some(at) => text!(language, "notices-until", at = clock.date_time(at)),
        None => text!(language, "notices-open-ended"),
    };
    let start = |what: Asked| ask.reform(move |()| Some(what.clone()));
    html! {
        <li key={notice.id}>
            <div class="sol-grow">
                <strong>{ icon("exclamation-triangle") }{ " " }{ &notice.title }</strong>
                <p>{ &notice.text }</p>
                <p class="sol-small sol-subtle">{ since }{ " · " }{ until }{ " · " }{ text!(language, "notices-affected", count = notice.affected) }</p>
            </div>
            <div class="sol-row sol-row--wrap">
                <Button small=true icon="pen" label={text!(language, "ui-change")} onclick={start(Asked::Edit(Some(notice.clone())))} />
                <Button small=true icon="check" label={text!(language, "notices-end")} onclick={start(Asked::End(notice.clone()))} />
            </div>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct EndProps {
    notice: NoticeView,
    onclose: Callback<()>,
    ondone: Callback<()>,
}

/// Asks before a notice is ended.
#[component]
fn End(props: &EndProps) -> Html {
    let language = use_language();
    let toaster = use_toaster();
    let action = use_action();
    let onconfirm = {
        let (action, id, ondone) = (action.clone(), props.notice.id, props.ondone.clone());
        Callback::from(move |()| {
            let (ondone, toaster) = (ondone.clone(), toaster.clone());
            action.run(async move {
                api::notices::end(id).await?;
                toaster.show(Toast::done(text!(language, "notices-ended")));
                ondone.emit(());
                Ok(())
            });
        })
    };
    html! {
        <Confirm title={text!(language, "notices-end-title")} confirm={text!(language, "notices-end")} {onconfirm} oncancel={props.onclose.clone()}
                 busy={action.busy} error={action.error.clone()}>
            <p>{ text!(language, "notices-end-text", title = props.notice.title.as_str()) }</p>
        </Confirm>
    }
}
