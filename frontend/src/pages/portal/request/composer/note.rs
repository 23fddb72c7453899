//! The form of a note.

use super::props::FormProps;
use crate::api;
use crate::hooks::{Draft, use_action, use_draft, use_language, use_me, use_submission};
use crate::ui::{
    AreaField, Button, ButtonKind, CheckField, Files, FormProblem, SelectField, SelectOption, Toast, invalid,
    required_errors, use_files, use_toaster,
};
use contract::identity::PortalSettings;
use contract::timeline::NewNote;
use contract::{Category, Origin};
use locales::{Language, text};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// The note that is being written. It is kept in the browser until it is sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct NoteDraft {
    text: String,
    category: Option<Category>,
    origin: Option<Origin>,
    /// Nobody gets an e-mail about it.
    silent: bool,
}

impl NoteDraft {
    /// The category: the one that parameters prescribe, the chosen one, or the usual one.
    fn category(&self, portal: &PortalSettings) -> Category {
        portal.note_category.or(self.category).unwrap_or(Category::CustomerFollowUp)
    }

    /// The origin: the one that parameters prescribe, the chosen one, or the portal.
    fn origin(&self, portal: &PortalSettings) -> Origin {
        portal.note_origin.or(self.origin).unwrap_or(Origin::Portal)
    }
}

/// The form of a note.
#[component]
pub fn NoteForm(props: &FormProps) -> Html {
    let language = use_language();
    let me = use_me();
    let toaster = use_toaster();
    let action = use_action();
    let submission = use_submission();
    let number = props.view.row.number;
    let draft = use_draft::<NoteDraft>(&format!("request-{number}-note"));
    let files = use_files(Vec::new());
    let (category, origin) = (draft.value.category(&me.portal), draft.value.origin(&me.portal));
    let send = {
        let (action, draft, files, onwritten) = (action.clone(), draft.clone(), files.clone(), props.onwritten.clone());
        Callback::from(move |()| {
            let missing = required_errors(language, &[("text", &draft.value.text)]);
            if !missing.is_empty() {
                return action.fail(invalid(language, missing));
            }
            let (draft, files, submission) = (draft.clone(), files.clone(), submission.clone());
            let (onwritten, toaster) = (onwritten.clone(), toaster.clone());
            action.run(async move {
                files.settled().await;
                let note = NewNote {
                    text: draft.value.text.trim().to_owned(),
                    category: Some(category),
                    origin: Some(origin),
                    upload_ids: files.ids(),
                    notify: !draft.value.silent,
                    ..NewNote::default()
                };
                api::timeline::add_note(number, &note, &submission.key(&note)).await?;
                submission.accepted();
                draft.clear();
                files.clear();
                toaster.show(Toast::done(text!(language, "req-note-saved")));
                onwritten.emit(());
                Ok(())
            });
        })
    };
    let field = |name: &str| action.error.as_ref().and_then(|error| error.field(name));
    let label = AttrValue::from(text!(language, "req-note"));
    let onsubmit = send.reform(|event: SubmitEvent| event.prevent_default());
    let fields = vec![
        ("text", "note-text", label.clone()),
        ("category", "note-category", text!(language, "req-note-category").into()),
        ("origin", "note-origin", text!(language, "req-note-origin").into()),
    ];
    html! {
        <form class="comp__b" {onsubmit} novalidate=true>
            <p class="comp__to sol-small sol-subtle">{ text!(language, "req-note-text") }</p>
            <FormProblem error={action.error.clone()} {fields} retry={send.clone()} />
            <div class="comp__2">
                if me.portal.note_category.is_none() { { category_field(language, &draft, category, field("category")) } }
                if me.portal.note_origin.is_none() { { origin_field(language, &draft, origin, field("origin")) } }
            </div>
            <AreaField id="note-text" {label} hidden_label=true rows=2 value={draft.value.text.clone()}
                onsend={send} error={field("text")}
                       placeholder={AttrValue::from(text!(language, "req-note-placeholder"))}
                       onchange={draft.on(|note, value| note.text = value)} />
            <CheckField id="note-notify" label={text!(language, "req-note-notify")} checked={!draft.value.silent}
                        onchange={draft.on(|note, notify: bool| note.silent = !notify)} />
            <div class="comp__f">
                <Files id="note-files" {files} compact=true />
                <span class="sol-small sol-subtle comp__hint">{ text!(language, "req-send-hint") }</span>
                <Button kind={ButtonKind::Primary} submit=true icon="sticky-note"
                    label={text!(language, "action-add-note")} loading={action.busy} />
            </div>
        </form>
    }
}

fn category_field(language: Language, draft: &Draft<NoteDraft>, chosen: Category, error: Option<String>) -> Html {
    let option = |one: &Category| -> SelectOption {
        (one.as_str().into(), text!(language, &crate::text::code("category", one)).into())
    };
    let options: Vec<SelectOption> = Category::FOR_NOTES.iter().map(option).collect();
    let onchange = draft.on(|note, code: String| note.category = code.parse().ok());
    let (label, value) = (text!(language, "req-note-category"), chosen.as_str());
    html! { <SelectField id="note-category" {label} {options} {value} {onchange} {error} /> }
}

fn origin_field(language: Language, draft: &Draft<NoteDraft>, chosen: Origin, error: Option<String>) -> Html {
    let option = |one: &Origin| -> SelectOption {
        (one.as_str().into(), text!(language, &crate::text::code("origin", one)).into())
    };
    let options: Vec<SelectOption> = Origin::ALL.iter().map(option).collect();
    let onchange = draft.on(|note, code: String| note.origin = code.parse().ok());
    let (label, value) = (text!(language, "req-note-origin"), chosen.as_str());
    html! { <SelectField id="note-origin" {label} {options} {value} {onchange} {error} /> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_parameters_prescribe_comes_before_what_was_chosen() {
        let free = PortalSettings {
            start_in_progress: false,
            show_title: true,
            suspension_complement_required: false,
            attachment_bytes_max: 0,
            attachments_max: 0,
            note_category: None,
            note_origin: None,
        };
        let (category, origin) = (Some(Category::FOR_NOTES[0]), Some(Origin::Email));
        let fixed = PortalSettings { note_category: category, note_origin: origin, ..free.clone() };
        let empty = NoteDraft::default();
        assert_eq!((empty.category(&free), empty.origin(&free)), (Category::CustomerFollowUp, Origin::Portal));
        let chosen = NoteDraft { category: Some(Category::FOR_NOTES[1]), origin: Some(Origin::Other), ..empty };
        assert_eq!((chosen.category(&free), chosen.origin(&free)), (Category::FOR_NOTES[1], Origin::Other));
        assert_eq!((chosen.category(&fixed), chosen.origin(&fixed)), (Category::FOR_NOTES[0], Origin::Email));
    }
}
