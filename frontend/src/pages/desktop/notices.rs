//! Outage notices: published, changed and ended by attendants and administrators.

use crate::api::{self, ApiError};
use crate::hooks::{Clock, use_action, use_clock, use_language, use_submission};
use crate::pages::portal::use_notices;
use crate::ui::{
    AreaField, Button, ButtonKind, Card, Confirm, Dialog, Empty, FormProblem, Page, TextField, Toast, icon, invalid,
    loaded, required_errors, skeleton_rows, use_toaster,
};
use chrono::NaiveDateTime;
use contract::catalogue::{NoticeEdit, NoticeView};
use contract::limits;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// How `datetime-local` fields write.
const LOCAL: &str = "%Y-%m-%dT%H:%M";

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
struct EditProps {
    /// None: a new one.
    notice: Option<NoticeView>,
    onclose: Callback<()>,
    ondone: Callback<()>,
}

#[derive(Clone, PartialEq, Default)]
struct Form {
    title: String,
    text: String,
    until: String,
}

impl Form {
    fn of(clock: &Clock, notice: Option<&NoticeView>) -> Self {
        let Some(notice) = notice else { return Self::default() };
        let until = notice.ends_at.map(|at| clock.local(at).format(LOCAL).to_string()).unwrap_or_default();
        Self { title: notice.title.clone(), text: notice.text.clone(), until }
    }

    fn edit(&self, clock: &Clock) -> NoticeEdit {
        let ends_at = NaiveDateTime::parse_from_str(&self.until, LOCAL).ok().map(|local| clock.instant(local));
        NoticeEdit { title: self.title.clone(), text: self.text.clone(), ends_at }
    }
}

fn names(language: Language) -> Vec<(&'static str, &'static str, AttrValue)> {
    vec![
        ("title", "notice-title", text!(language, "notices-title").into()),
        ("text", "notice-text", text!(language, "notices-text").into()),
        ("ends_at", "notice-until", text!(language, "notices-ends").into()),
    ]
}

/// Publishes a notice, or changes one.
#[component]
fn Edit(props: &EditProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let toaster = use_toaster();
    let action = use_action();
    let submission = use_submission();
    let form = use_state_eq(|| Form::of(&clock, props.notice.as_ref()));
    let save = {
        let (action, form, clock) = (action.clone(), form.clone(), clock.clone());
        let (id, ondone) = (props.notice.as_ref().map(|notice| notice.id), props.ondone.clone());
        Callback::from(move |()| {
            let missing = required_errors(language, &[("title", &form.title), ("text", &form.text)]);
            if !missing.is_empty() {
                return action.fail(invalid(language, missing));
            }
            let (edit, submission, toaster, ondone) =
                (form.edit(&clock), submission.clone(), toaster.clone(), ondone.clone());
            action.run(async move {
                match id {
                    Some(id) => api::notices::change(id, &edit).await?,
                    None => api::notices::publish(&edit, &submission.key(&edit)).await?,
                };
                submission.accepted();
                toaster.show(Toast::done(text!(
                    language,
                    if id.is_some() { "notices-changed" } else { "notices-published" }
                )));
                ondone.emit(());
                Ok(())
            });
        })
    };
    let set = |change: fn(&mut Form, String)| {
        let form = form.clone();
        Callback::from(move |text: String| {
            let mut next = (*form).clone();
            change(&mut next, text);
            form.set(next);
        })
    };
    let confirm = text!(language, if props.notice.is_some() { "ui-save" } else { "notices-publish" });
    let title = text!(language, if props.notice.is_some() { "notices-change" } else { "notices-new" });
    let field = |name: &str| action.error.as_ref().and_then(|error: &ApiError| error.field(name));
    let footer = html! {
        <>
            <Button kind={ButtonKind::Primary} label={confirm} onclick={save} loading={action.busy} />
            <Button kind={ButtonKind::Link} label={text!(language, "ui-back")} onclick={props.onclose.clone()} />
        </>
    };
    html! {
        <Dialog {title} onclose={props.onclose.clone()} {footer}>
            <div class="pf-v6-c-form sol-form">
                <FormProblem error={action.error.clone()} fields={names(language)} />
                <TextField id="notice-title" label={text!(language, "notices-title")} required=true autofocus=true value={form.title.clone()}
                           onchange={set(|form, text| form.title = text)} error={field("title")} limit={Some(limits::TITLE)} />
                <AreaField id="notice-text" label={text!(language, "notices-text")} required=true value={form.text.clone()}
                           onchange={set(|form, text| form.text = text)} error={field("text")} limit={limits::JUSTIFICATION}
                           help={text!(language, "notices-text-help")} />
                <TextField id="notice-until" label={text!(language, "notices-ends")} optional=true kind="datetime-local" value={form.until.clone()}
                           onchange={set(|form, text| form.until = text)} error={field("ends_at")} help={text!(language, "notices-ends-help")} />
            </div>
        </Dialog>
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
