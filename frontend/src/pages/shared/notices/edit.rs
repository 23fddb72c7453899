//! The dialog that publishes or changes an outage notice.

use crate::api;
use crate::hooks::{Action as ActionState, Clock, use_action, use_clock, use_form, use_language, use_submission};
use crate::ui::{
    AreaField, Button, ButtonKind, Dialog, FormFields, FormProblem, TextField, Toast, invalid, required_errors,
    use_toaster,
};
use contract::catalogue::{NoticeEdit, NoticeView};
use contract::limits;
use locales::{Language, text};
use yew::prelude::*;

/// Properties of [`EditDialog`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The notice to change; none publishes a new one.
    pub notice: Option<NoticeView>,
    /// Closes the dialog without saving.
    pub onclose: Callback<()>,
    /// Called when it was saved.
    pub ondone: Callback<()>,
}

/// What is typed in the dialog.
#[derive(Clone, PartialEq, Default)]
struct NoticeForm {
    title: String,
    text: String,
    /// As a `datetime-local` field writes it.
    until: String,
}

impl NoticeForm {
    fn of(clock: &Clock, notice: Option<&NoticeView>) -> Self {
        let Some(notice) = notice else { return Self::default() };
        let until = notice.ends_at.map(|at| clock.format_field(at)).unwrap_or_default();
        Self { title: notice.title.clone(), text: notice.text.clone(), until }
    }

    /// What is sent.
    fn to_edit(&self, clock: &Clock) -> NoticeEdit {
        NoticeEdit { title: self.title.clone(), text: self.text.clone(), ends_at: clock.parse_field(&self.until) }
    }
}

/// The fields of the form: name in the API, identifier of the control, label.
fn field_names(language: Language) -> Vec<(&'static str, &'static str, AttrValue)> {
    vec![
        ("title", "notice-title", text!(language, "notices-title").into()),
        ("text", "notice-text", text!(language, "notices-text").into()),
        ("ends_at", "notice-until", text!(language, "notices-ends").into()),
    ]
}

/// The dialog.
#[component]
pub fn EditDialog(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let form = use_form(|| NoticeForm::of(&clock, props.notice.as_ref()));
    let (action, save) = use_save(props);
    let value = &form.value;
    let exists = props.notice.is_some();
    let confirm = text!(language, if exists { "ui-save" } else { "notices-publish" });
    let title = text!(language, if exists { "notices-change" } else { "notices-new" });
    let onclick = {
        let (value, clock) = (value.clone(), clock.clone());
        save.reform(move |()| value.to_edit(&clock))
    };
    let field = |name: &str| action.error.as_ref().and_then(|error| error.field(name));
    let footer = html! {
        <>
            <Button kind={ButtonKind::Primary} label={confirm} {onclick} loading={action.busy} />
            <Button kind={ButtonKind::Link} label={text!(language, "ui-back")} onclick={props.onclose.clone()} />
        </>
    };
    html! {
        <Dialog {title} onclose={props.onclose.clone()} {footer}>
            <FormFields>
                <FormProblem error={action.error.clone()} fields={field_names(language)} />
                <TextField id="notice-title" label={text!(language, "notices-title")} required=true autofocus=true value={value.title.clone()}
                           onchange={form.on(|form, text| form.title = text)} error={field("title")} limit={Some(limits::TITLE)} />
                <AreaField id="notice-text" label={text!(language, "notices-text")} required=true value={value.text.clone()}
                           onchange={form.on(|form, text| form.text = text)} error={field("text")} limit={limits::JUSTIFICATION}
                           help={text!(language, "notices-text-help")} />
                <TextField id="notice-until" label={text!(language, "notices-ends")} optional=true kind="datetime-local" value={value.until.clone()}
                           onchange={form.on(|form, text| form.until = text)} error={field("ends_at")} help={text!(language, "notices-ends-help")} />
            </FormFields>
        </Dialog>
    }
}

/// The action that publishes or changes the notice, and the callback that starts it.
#[hook]
fn use_save(props: &Props) -> (ActionState, Callback<NoticeEdit>) {
    let language = use_language();
    let toaster = use_toaster();
    let action = use_action();
    let submission = use_submission();
    let save = {
        let (action, id) = (action.clone(), props.notice.as_ref().map(|notice| notice.id));
        let ondone = props.ondone.clone();
        Callback::from(move |edit: NoticeEdit| {
            let missing = required_errors(language, &[("title", &edit.title), ("text", &edit.text)]);
            if !missing.is_empty() {
                return action.fail(invalid(language, missing));
            }
            let (submission, toaster, ondone) = (submission.clone(), toaster.clone(), ondone.clone());
            action.run(async move {
                let done = match id {
                    Some(id) => api::notices::change(id, &edit).await.map(|_| "notices-changed")?,
                    None => api::notices::publish(&edit, &submission.key(&edit)).await.map(|_| "notices-published")?,
                };
                submission.accepted();
                toaster.show(Toast::done(text!(language, done)));
                ondone.emit(());
                Ok(())
            });
        })
    };
    (action, save)
}
