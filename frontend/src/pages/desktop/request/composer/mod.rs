//! Writing on the desk. Two buttons, never a switch: what the requester reads, and
//! what only the desk reads; what each audience reads stands underneath.

mod sending;

use crate::hooks::{Draft, use_draft, use_language};
use crate::ui::{
    Alert, AreaField, Button, ButtonKind, CheckField, Files, FilesHandle, FormProblem, SCREEN_READER_ONLY, SelectField,
    SelectOption, TextField, icon, use_files,
};
use contract::requests::RequestView;
use contract::timeline::UploadView;
use contract::{Action, Category, Situation};
use locales::{Language, text};
use sending::use_send;
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::prelude::*;

/// What is being written, kept per request until it was accepted.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct Written {
    text: String,
    category: Option<Category>,
    minutes: String,
    quiet: bool,
    uploads: Vec<UploadView>,
}

/// For whom it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Audience {
    /// The requester, as a message of the conversation.
    Message,
    /// The requester, as a note in the history.
    PublicNote,
    /// The desk.
    Internal,
}

/// Properties of [`Composer`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub view: Rc<RequestView>,
    /// Something was written.
    pub onwritten: Callback<()>,
    /// Reopening was asked for.
    pub onreopen: Callback<()>,
}

/// Where one writes; or why one cannot.
#[component]
pub fn Composer(props: &Props) -> Html {
    let actions = &props.view.row.actions;
    let writes = [Action::Message, Action::AddNote, Action::InternalNote].iter().any(|action| actions.contains(action));
    if writes {
        html! { <Form view={props.view.clone()} onwritten={props.onwritten.clone()} /> }
    } else {
        html! { <Ended view={props.view.clone()} onreopen={props.onreopen.clone()} /> }
    }
}

#[derive(Properties, PartialEq)]
struct EndedProps {
    view: Rc<RequestView>,
    onreopen: Callback<()>,
}

/// Why nothing can be written.
#[component]
fn Ended(props: &EndedProps) -> Html {
    let language = use_language();
    let row = &props.view.row;
    if !matches!(row.situation, Situation::Closed | Situation::Cancelled) {
        return html! { <Alert title={text!(language, "desk-only-view")} live=false class="dk-note">{ text!(language, "desk-only-view-text") }</Alert> };
    }
    let actions = if row.actions.contains(&Action::Reopen) {
        html! { <Button kind={ButtonKind::Inline} label={text!(language, "action-reopen")} onclick={props.onreopen.clone()} /> }
    } else {
        Html::default()
    };
    let name = text!(language, &crate::text::code("situation", row.situation)).to_lowercase();
    html! { <Alert title={text!(language, "desk-ended", situation = name)} {actions} live=false class="dk-note" /> }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    view: Rc<RequestView>,
    onwritten: Callback<()>,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let language = use_language();
    let row = &props.view.row;
    let draft = use_draft::<Written>(&format!("desk-{}", row.number));
    let files = use_files(draft.value.uploads.clone());
    use_kept_files(&files, &draft);
    let (action, send, sending) = use_send(props, &draft, &files);
    let more = use_state_eq(|| draft.value.category.is_some() || !draft.value.minutes.is_empty());
    let may = |action: Action| row.actions.contains(&action);
    let field = |name: &str| action.error.as_ref().and_then(|error| error.field(name));
    let to_desk = if may(Action::InternalNote) { Audience::Internal } else { Audience::PublicNote };
    let onsend = send.reform(move |()| to_desk);
    let onchange = {
        let draft = draft.clone();
        move |text| draft.update(|written| written.text = text)
    };
    let toggle = {
        let more = more.clone();
        Callback::from(move |()| more.set(!*more))
    };
    let fields = vec![
        ("text", "desk-text", AttrValue::from(text!(language, "desk-text"))),
        ("minutes", "desk-minutes", AttrValue::from(text!(language, "desk-minutes"))),
        ("category", "desk-category", AttrValue::from(text!(language, "desk-category"))),
    ];
    html! {
        <section class="sol-card dk-comp" aria-label={text!(language, "desk-write")}>
            <FormProblem error={action.error.clone()} {fields} />
            <AreaField id="desk-text" label={text!(language, "desk-text")} hidden_label=true rows=2 value={draft.value.text.clone()}
                       {onchange} {onsend} error={field("text")} placeholder={text!(language, "desk-text-placeholder")} />
            if *more { { note_options(language, &draft, may(Action::AddNote) && may(Action::Message), &field, &send, *sending) } }
            <div class="dk-comp__f">
                <div class="dk-comp__l">
                    if may(Action::Attach) { <Files id="desk-files" files={files.clone()} compact=true /> }
                    <Button kind={ButtonKind::Link} small=true icon="sliders-h" onclick={toggle}
                            label={text!(language, if *more { "desk-note-options-hide" } else { "desk-note-options" })} />
                </div>
                { buttons(language, &props.view, &send, *sending) }
            </div>
            { saved(language, draft.saved_at.is_some()) }
        </section>
    }
}

/// Says that what was typed is kept.
fn saved(language: Language, saved: bool) -> Html {
    html! {
        <p class={SCREEN_READER_ONLY} role="status">if saved { { text!(language, "desk-draft-kept") } }</p>
    }
}

/// The two buttons with their audiences.
fn buttons(language: Language, view: &RequestView, send: &Callback<Audience>, sending: Option<Audience>) -> Html {
    let may = |action: Action| view.row.actions.contains(&action);
    let public = match (may(Action::Message), may(Action::AddNote)) {
        (true, _) => Some((Audience::Message, "desk-reads-message")),
        (false, true) => Some((Audience::PublicNote, "desk-reads-note")),
        (false, false) => None,
    };
    let name = crate::text::first_name(&view.row.requester.name);
    html! {
        <div class="dk-comp__b">
            if may(Action::InternalNote) {
                <div>
                    <Button kind={ButtonKind::Internal} icon="lock" label={text!(language, "action-internal-note")} block=true
                            onclick={send.reform(|()| Audience::Internal)} loading={sending == Some(Audience::Internal)} />
                    <small>{ text!(language, "desk-reads-internal") }</small>
                </div>
            }
            if let Some((audience, key)) = public {
                <div>
                    <Button kind={ButtonKind::Primary} icon="paper-plane" label={text!(language, "desk-send")} block=true
                            onclick={send.reform(move |()| audience)} loading={sending == Some(audience)} />
                    <small>{ text!(language, key, name = name) }</small>
                </div>
            }
        </div>
    }
}

/// What only notes have: category and minutes; and the third way, a note that the requester reads.
fn note_options(
    language: Language,
    draft: &Draft<Written>,
    public: bool,
    field: &dyn Fn(&str) -> Option<String>,
    send: &Callback<Audience>,
    sending: Option<Audience>,
) -> Html {
    let mut options: Vec<SelectOption> = vec![("".into(), text!(language, "desk-category-usual").into())];
    options.extend(Category::FOR_NOTES.iter().map(|one| -> SelectOption {
        (one.as_str().into(), text!(language, &crate::text::code("category", one)).into())
    }));
    let chosen = draft.value.category.map(Category::as_str).unwrap_or_default();
    let category = {
        let draft = draft.clone();
        move |code: String| draft.update(|written| written.category = code.parse().ok())
    };
    let minutes = {
        let draft = draft.clone();
        move |text: String| draft.update(|written| written.minutes = text)
    };
    let mail = {
        let draft = draft.clone();
        move |on: bool| draft.update(|written| written.quiet = !on)
    };
    html! {
        <div class="dk-comp__o">
            <SelectField id="desk-category" label={text!(language, "desk-category")} {options} value={chosen} onchange={category} error={field("category")} />
            <TextField id="desk-minutes" label={text!(language, "desk-minutes")} value={draft.value.minutes.clone()} onchange={minutes}
                       inputmode={Some(AttrValue::Static("numeric"))} error={field("minutes")} />
            if public {
                <div class="dk-comp__public">
                    <CheckField id="desk-mail" label={text!(language, "desk-note-mail")} checked={!draft.value.quiet} onchange={mail} />
                    <Button small=true icon="sticky-note" label={text!(language, "desk-public-note")} loading={sending == Some(Audience::PublicNote)}
                            onclick={send.reform(|()| Audience::PublicNote)} />
                    <small class="sol-subtle">{ icon("eye") }{ " " }{ text!(language, "desk-reads-public-note") }</small>
                </div>
            }
        </div>
    }
}

/// Files that have arrived are part of the draft.
#[hook]
fn use_kept_files(files: &FilesHandle, draft: &Draft<Written>) {
    let sent = files.sent();
    let draft = draft.clone();
    use_effect_with(sent, move |sent| {
        if draft.value.uploads != *sent {
            draft.update(|written| written.uploads.clone_from(sent));
        }
    });
}
