//! Writing on the desktop. What the requester reads and what only the desk reads have a button each, instead of a
//! switch that is easily overlooked. Below each button stands who reads the text.

mod draft;
mod send;

use crate::hooks::{Draft, use_draft, use_language};
use crate::pages::shared::kept_files::use_kept_files;
use crate::ui::{
    Alert, AreaField, Button, ButtonKind, CheckField, Files, FormProblem, SCREEN_READER_ONLY, SelectField,
    SelectOption, TextField, icon, use_files,
};
use contract::requests::RequestView;
use contract::{Action, Category, Situation};
use draft::{Audience, ComposerDraft};
use locales::{Language, text};
use send::{Send, use_send};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Composer`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub view: Rc<RequestView>,
    /// Called when something was sent.
    pub onwritten: Callback<()>,
    /// Opens the dialog that reopens the request.
    pub onreopen: Callback<()>,
}

/// The form, or why nothing can be written.
#[component]
pub fn Composer(props: &Props) -> Html {
    let actions = &props.view.row.actions;
    let writes = [Action::Message, Action::AddNote, Action::InternalNote].iter().any(|action| actions.contains(action));
    if writes {
        html! { <Form view={props.view.clone()} onwritten={props.onwritten.clone()} /> }
    } else {
        html! { <WhyNot view={props.view.clone()} onreopen={props.onreopen.clone()} /> }
    }
}

#[derive(Properties, PartialEq)]
struct WhyNotProps {
    view: Rc<RequestView>,
    onreopen: Callback<()>,
}

/// Why nothing can be written.
#[component]
fn WhyNot(props: &WhyNotProps) -> Html {
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
    let draft = use_draft::<ComposerDraft>(&format!("desk-{}", row.number));
    let files = use_files(draft.value.uploads.clone());
    use_kept_files(&files, &draft.value.uploads, &draft.on(|draft, uploads| draft.uploads = uploads));
    let sender = use_send(row.number, &draft, &files, &props.onwritten);
    let send = &sender.send;
    let more = use_state_eq(|| draft.value.category.is_some() || !draft.value.minutes.is_empty());
    let may = |action: Action| row.actions.contains(&action);
    let field = |name: &str| sender.state.error.as_ref().and_then(|error| error.field(name));
    // Ctrl+Enter writes to the desk where that is allowed, so that nothing reaches the requester by mistake.
    let by_keyboard = if may(Action::InternalNote) { Audience::Internal } else { Audience::PublicNote };
    let onsend = send.reform(move |()| by_keyboard);
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
            <FormProblem error={sender.state.error.clone()} {fields} />
            <AreaField id="desk-text" label={text!(language, "desk-text")} hidden_label=true rows=2 value={draft.value.text.clone()}
                       onchange={draft.on(|draft, text| draft.text = text)} {onsend} error={field("text")} placeholder={text!(language, "desk-text-placeholder")} />
            if *more { { note_options(language, &draft, may(Action::AddNote) && may(Action::Message), &field, &sender) } }
            <div class="dk-comp__f">
                <div class="dk-comp__l">
                    if may(Action::Attach) { <Files id="desk-files" files={files.clone()} compact=true /> }
                    <Button kind={ButtonKind::Link} small=true icon="sliders-h" onclick={toggle}
                            label={text!(language, if *more { "desk-note-options-hide" } else { "desk-note-options" })} />
                </div>
                { buttons(language, &props.view, &sender) }
            </div>
            <p class={SCREEN_READER_ONLY} role="status">if draft.saved_at.is_some() { { text!(language, "desk-draft-kept") } }</p>
        </section>
    }
}

/// The two buttons with their audiences.
fn buttons(language: Language, view: &RequestView, sender: &Send) -> Html {
    let (send, sending) = (&sender.send, sender.sending);
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

/// What only notes have: category and minutes. Where messages can be written, too, there is also a button for a note
/// that the requester reads.
fn note_options(
    language: Language,
    draft: &Draft<ComposerDraft>,
    public: bool,
    field: &dyn Fn(&str) -> Option<String>,
    sender: &Send,
) -> Html {
    let (send, sending) = (&sender.send, sender.sending);
    let mut options: Vec<SelectOption> = vec![("".into(), text!(language, "desk-category-usual").into())];
    options.extend(Category::FOR_NOTES.iter().map(|one| -> SelectOption {
        (one.as_str().into(), text!(language, &crate::text::code("category", one)).into())
    }));
    let chosen = draft.value.category.map(Category::as_str).unwrap_or_default();
    html! {
        <div class="dk-comp__o">
            <SelectField id="desk-category" label={text!(language, "desk-category")} {options} value={chosen}
                         onchange={draft.on(|draft, code: String| draft.category = code.parse().ok())} error={field("category")} />
            <TextField id="desk-minutes" label={text!(language, "desk-minutes")} value={draft.value.minutes.clone()} onchange={draft.on(|draft, text| draft.minutes = text)}
                       inputmode={Some(AttrValue::Static("numeric"))} error={field("minutes")} />
            if public {
                <div class="dk-comp__public">
                    <CheckField id="desk-mail" label={text!(language, "desk-note-mail")} checked={!draft.value.quiet}
                                onchange={draft.on(|draft, on: bool| draft.quiet = !on)} />
                    <Button small=true icon="sticky-note" label={text!(language, "desk-public-note")} loading={sending == Some(Audience::PublicNote)}
                            onclick={send.reform(|()| Audience::PublicNote)} />
                    <small class="sol-subtle">{ icon("eye") }{ " " }{ text!(language, "desk-reads-public-note") }</small>
                </div>
            }
        </div>
    }
}
