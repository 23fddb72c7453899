//! The page where attendants and administrators publish, change and end outage notices.

use super::edit::EditDialog;
use super::feed::use_notices;
use crate::api;
use crate::hooks::{Clock, use_action, use_clock, use_language};
use crate::ui::{Button, ButtonKind, Card, Confirm, Empty, Page, Toast, icon, loaded, skeleton_rows, use_toaster};
use contract::catalogue::NoticeView;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// The dialog that is open.
#[derive(Debug, Clone, PartialEq)]
enum OpenDialog {
    /// Changes a notice, or publishes one.
    Edit(Option<NoticeView>),
    /// Ends a notice.
    End(NoticeView),
}

/// The notices in force, and what can be done with them.
#[component]
pub fn NoticeManagement() -> Html {
    let clock = use_clock();
    let language = clock.language;
    let notices = use_notices();
    let dialog = use_state_eq(|| None::<OpenDialog>);
    let open = {
        let dialog = dialog.setter();
        Callback::from(move |which: Option<OpenDialog>| dialog.set(which))
    };
    let ondone = {
        let (open, reload) = (open.clone(), notices.reload.clone());
        Callback::from(move |()| {
            open.emit(None);
            reload.emit(());
        })
    };
    let publish = open.reform(|()| Some(OpenDialog::Edit(None)));
    let actions = html! {
        <Button kind={ButtonKind::Primary} icon="bullhorn" label={text!(language, "notices-publish")} onclick={publish.clone()} />
    };
    let view = |list: &Rc<Vec<NoticeView>>| {
        if list.is_empty() {
            return html! { <Empty icon="check-circle" title={text!(language, "notices-none")}>{ text!(language, "notices-none-text") }</Empty> };
        }
        html! { <ul class="dk-list">{ for list.iter().map(|notice| line(&clock, notice, &open)) }</ul> }
    };
    let onclose = open.reform(|()| None);
    html! {
        <Page title={text!(language, "nav-notices")} lead={html! { { text!(language, "notices-lead") } }} {actions}>
            <Card flush=true>{ loaded(&notices, language, skeleton_rows(2), view) }</Card>
            { match (*dialog).clone() {
                Some(OpenDialog::Edit(notice)) => html! { <EditDialog {notice} {onclose} {ondone} /> },
                Some(OpenDialog::End(notice)) => html! { <EndDialog {notice} {onclose} {ondone} /> },
                None => Html::default(),
            } }
        </Page>
    }
}

fn line(clock: &Clock, notice: &NoticeView, open: &Callback<Option<OpenDialog>>) -> Html {
    let language = clock.language;
    let since = text!(language, "notices-since", at = clock.date_time(notice.starts_at));
    let until = match notice.ends_at {
        Some(at) => text!(language, "notices-until", at = clock.date_time(at)),
        None => text!(language, "notices-open-ended"),
    };
    let show = |which: OpenDialog| open.reform(move |()| Some(which.clone()));
    html! {
        <li key={notice.id}>
            <div class="sol-grow">
                <strong>{ icon("exclamation-triangle") }{ " " }{ &notice.title }</strong>
                <p>{ &notice.text }</p>
                <p class="sol-small sol-subtle">{ since }{ " · " }{ until }{ " · " }{ text!(language, "notices-affected", count = notice.affected) }</p>
            </div>
            <div class="sol-row sol-row--wrap">
                <Button small=true icon="pen" label={text!(language, "ui-change")} onclick={show(OpenDialog::Edit(Some(notice.clone())))} />
                <Button small=true icon="check" label={text!(language, "notices-end")} onclick={show(OpenDialog::End(notice.clone()))} />
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
fn EndDialog(props: &EndProps) -> Html {
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
