//! Writing to whoever serves the request, and adding notes to it.

use crate::api;
use crate::hooks::{use_action, use_draft, use_language, use_me, use_submission};
use crate::ui::{
    AreaField, Button, ButtonKind, CheckField, Files, FormProblem, SelectField, SelectOption, Tab as TabItem, Tabs,
    Toast, invalid, required_errors, use_files, use_toaster,
};
use contract::requests::RequestView;
use contract::timeline::{NewMessage, NewNote};
use contract::{Action, Category, Origin};
use locales::{Language, text};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// A message to the attendant.
    Message,
    /// A note.
    Note,
}

/// Properties of [`Composer`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub view: RequestView,
    /// What is written.
    pub tab: UseStateHandle<Tab>,
    /// Something was written.
    pub onwritten: Callback<()>,
}

/// Message or note, whichever is allowed.
#[component]
pub fn Composer(props: &Props) -> Html {
    let language = use_language();
    let may = |action: Action| props.view.row.actions.contains(&action);
    let mut tabs = Vec::new();
    if may(Action::Message) {
        tabs.push(TabItem::new(Tab::Message, text!(language, "action-message")).icon("comments"));
    }
    if may(Action::AddNote) {
        tabs.push(TabItem::new(Tab::Note, text!(language, "action-add-note")).icon("sticky-note"));
    }
    let wanted = *props.tab;
    let selected = if tabs.iter().any(|tab| tab.value == wanted) {
        wanted
    } else {
        tabs.first().map_or(Tab::Message, |tab| tab.value)
    };
    let onselect = {
        let tab = props.tab.setter();
        Callback::from(move |value| tab.set(value))
    };
    html! {
        <section class="sol-card sol-card--flush comp" aria-label={text!(language, "req-write")}>
            <Tabs<Tab> id="compose" label={text!(language, "req-write")} {tabs} {selected} {onselect}>
                if selected == Tab::Message {
                    <MessageForm view={props.view.clone()} onwritten={props.onwritten.clone()} />
                } else {
                    <NoteForm view={props.view.clone()} onwritten={props.onwritten.clone()} />
                }
            </Tabs<Tab>>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    view: RequestView,
    onwritten: Callback<()>,
}

/// Who is told, in a sentence.
fn addressee(language: Language, view: &RequestView) -> String {
    match (&view.row.responsible, &view.row.group) {
        (Some(person), _) => text!(language, "req-to-person", name = person.name.as_str()),
        (None, Some(group)) => text!(language, "req-to-group", name = group.name.as_str()),
        (None, None) => String::new(),
    }
}

/// A message to the attendant.
#[component]
fn MessageForm(props: &FormProps) -> Html {
    let language = use_language();
    let action = use_action();
    let submission = use_submission();
    let number = props.view.row.number;
    let draft = use_draft::<String>(&format!("request-{number}-message"));
    let files = use_files(Vec::new());
    let send = {
        let (action, draft, files, onwritten) = (action.clone(), draft.clone(), files.clone(), props.onwritten.clone());
        Callback::from(move |()| {
            let missing = required_errors(language, &[("text", &draft.value)]);
            if !missing.is_empty() && files.ids().is_empty() {
                return action.fail(invalid(language, missing));
            }
            let (draft, files, submission, onwritten) =
                (draft.clone(), files.clone(), submission.clone(), onwritten.clone());
            action.run(async move {
                files.settled().await;
                let message = NewMessage { text: draft.value.trim().to_owned(), upload_ids: files.ids() };
                api::timeline::send_message(number, &message, &submission.key(&message)).await?;
                submission.accepted();
                draft.clear();
                files.clear();
                onwritten.emit(());
                crate::browser::focus_id("message-text");
                Ok(())
            });
        })
    };
    let label = AttrValue::from(text!(language, "action-message"));
    let onsubmit = send.reform(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="comp__b" {onsubmit} novalidate=true>
            <p class="comp__to sol-small sol-subtle">{ addressee(language, &props.view) }</p>
            <FormProblem error={action.error.clone()} fields={vec![("text", "message-text", label.clone())]}
                retry={send.clone()} />
            <AreaField id="message-text" {label} hidden_label=true rows=2 value={(*draft.value).clone()} onsend={send}
                       placeholder={AttrValue::from(text!(language, "req-message-placeholder"))}
                       error={action.error.as_ref().and_then(|error| error.field("text"))}
                       onchange={ let draft = draft.clone(); move |value: String| draft.update(|text| *text = value) }
                       />
            <div class="comp__f">
                <Files id="message-files" {files} compact=true />
                <span class="sol-small sol-subtle comp__hint">{ text!(language, "req-send-hint") }</span>
                <Button kind={ButtonKind::Primary} submit=true icon="paper-plane"
                    label={text!(language, "req-send-message")} loading={action.busy} />
            </div>
        </form>
    }
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Note {
    text: String,
    category: Option<Category>,
    origin: Option<Origin>,
    silent: bool,
}

/// A note: a comment or a report.
#[component]
fn NoteForm(props: &FormProps) -> Html {
    let language = use_language();
    let me = use_me();
    let toaster = use_toaster();
    let action = use_action();
    let submission = use_submission();
    let number = props.view.row.number;
    let draft = use_draft::<Note>(&format!("request-{number}-note"));
    let files = use_files(Vec::new());
    let category = me.portal.note_category.or(draft.value.category).unwrap_or(Category::CustomerFollowUp);
    let origin = me.portal.note_origin.or(draft.value.origin).unwrap_or(Origin::Portal);
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
                       onchange={ let draft = draft.clone(); move |value| draft.update(|note| note.text = value) } />
            <CheckField id="note-notify" label={text!(language, "req-note-notify")} checked={!draft.value.silent}
                        onchange={ let draft = draft.clone(); move |told: bool| draft.update(|note| note.silent = !told) } />
            <div class="comp__f">
                <Files id="note-files" {files} compact=true />
                <span class="sol-small sol-subtle comp__hint">{ text!(language, "req-send-hint") }</span>
                <Button kind={ButtonKind::Primary} submit=true icon="sticky-note"
                    label={text!(language, "action-add-note")} loading={action.busy} />
            </div>
        </form>
    }
}

type NoteDraft = crate::hooks::Draft<Note>;

fn category_field(language: Language, draft: &NoteDraft, chosen: Category, error: Option<String>) -> Html {
    let option = |one: &Category| -> SelectOption {
        (one.as_str().into(), text!(language, &crate::text::code("category", one)).into())
    };
    let options: Vec<SelectOption> = Category::FOR_NOTES.iter().map(option).collect();
    let draft = draft.clone();
    let onchange = move |code: String| draft.update(|note| note.category = code.parse().ok());
    let (label, value) = (text!(language, "req-note-category"), chosen.as_str());
    html! { <SelectField id="note-category" {label} {options} {value} {onchange} {error} /> }
}

fn origin_field(language: Language, draft: &NoteDraft, chosen: Origin, error: Option<String>) -> Html {
    let option = |one: &Origin| -> SelectOption {
        (one.as_str().into(), text!(language, &crate::text::code("origin", one)).into())
    };
    let options: Vec<SelectOption> = Origin::ALL.iter().map(option).collect();
    let draft = draft.clone();
    let onchange = move |code: String| draft.update(|note| note.origin = code.parse().ok());
    let (label, value) = (text!(language, "req-note-origin"), chosen.as_str());
    html! { <SelectField id="note-origin" {label} {options} {value} {onchange} {error} /> }
}
