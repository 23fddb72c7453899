//! The form of a service. Nothing typed is lost: the draft survives a reload, an
//! expired login, a lost network. A refused file never blocks.

mod contact;
mod draft;
mod prediction;
mod similar;

use crate::api::{self, ApiError};
use crate::hooks::{
    Draft, use_action, use_clock, use_draft, use_fetch, use_language, use_me, use_session, use_submission,
};
use crate::route::Route;
use crate::ui::{
    AreaField, Breadcrumb, Button, ButtonKind, Card, Empty, FIELDS, Files, FilesHandle, FormGroup, FormProblem, Go,
    Href, LinkButton, Page, RadioCard, RadioCards, TextField, invalid, loaded, required_errors, skeleton_lines,
    use_files,
};
use contract::catalogue::{Catalogue, ServiceView};
use contract::{Level, limits};
use draft::Content;
pub use draft::Refused;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Properties of [`OpenRequest`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The service.
    pub service: i64,
}

/// Opening a request.
#[component]
pub fn OpenRequest(props: &Props) -> Html {
    let language = use_language();
    let catalogue = use_fetch((), |()| async { api::catalogue::services().await });
    let find =
        |catalogue: &Rc<Catalogue>| catalogue.services.iter().find(|service| service.id == props.service).cloned();
    let found = catalogue.data().and_then(find);
    let title = found.as_ref().map_or_else(|| text!(language, "nav-new"), |service| service.name.clone());
    let mut steps = vec![(AttrValue::from(text!(language, "home-catalogue")), Href::to(&Route::Catalogue))];
    if let Some(service) = &found {
        let category = service.category.name.clone();
        steps.push((category.clone().into(), Href::with(&Route::Catalogue, &[("search", &category)])));
    }
    let view = |catalogue: &Rc<Catalogue>| match find(catalogue) {
        Some(service) => html! { <Form {service} /> },
        None => html! {
            <Card flush=true>
                <Empty icon="search" title={text!(language, "open-no-service")}>
                    <Go to={Route::Catalogue}>{ text!(language, "open-other-service") }</Go>
                </Empty>
            </Card>
        },
    };
    let actions = html! {
        <LinkButton kind={ButtonKind::Link} icon="exchange-alt" to={Href::to(&Route::Catalogue)}
            label={text!(language, "open-change-service")} />
    };
    html! {
        <Page {title} trail={html! { <Breadcrumb {steps} /> }} {actions}
              lead={found.filter(|service| !service.description.is_empty()).map(|service| html! { { service.description } })}>
            { loaded(&catalogue, language, html! { <Card>{ skeleton_lines(&[30, 90, 30, 90, 70]) }</Card> }, view) }
        </Page>
    }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    service: ServiceView,
}

/// The fields of the form: name in the API, identifier of the control, label.
fn fields(language: Language) -> Vec<(&'static str, &'static str, AttrValue)> {
    vec![
        ("title", "title", text!(language, "open-title").into()),
        ("description", "details", text!(language, "open-description").into()),
        ("urgency", "urgency", text!(language, "open-urgency").into()),
        ("contact.name", "contact-name", text!(language, "open-contact-name").into()),
        ("contact.phone", "contact-phone", text!(language, "open-contact-phone").into()),
        ("contact.email", "contact-email", text!(language, "open-contact-email").into()),
        ("contact.place", "contact-place", text!(language, "open-contact-place").into()),
        ("upload_ids", "files", text!(language, "open-files").into()),
    ]
}

/// The form.
#[component]
fn Form(props: &FormProps) -> Html {
    let language = use_language();
    let me = use_me();
    let action = use_action();
    let service = &props.service;
    let draft = use_draft::<Content>(&format!("open-{}", service.id));
    let files = use_files(draft.value.files.clone());
    use_kept_files(&draft, &files);
    let send = use_send(service.id, &draft, &files, &action);
    let error = action.error.clone();
    let onsubmit = send.reform(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="open" {onsubmit} novalidate=true>
            <div class={classes!("open__m", "sol-card", FIELDS)}>
                <Resumed draft={draft.clone()} files={files.clone()} />
                <FormProblem error={error.clone()} fields={fields(language)} retry={send} />
                <Words service={service.clone()} draft={draft.clone()} error={error.clone()} />
                <FormGroup label={text!(language, "open-files")} optional=true>
                    <Files id="files" files={files.clone()} />
                </FormGroup>
            </div>
            <aside class="open__s">
                <Card><Urgency draft={draft.clone()} error={error.as_ref().and_then(|error| error.field("urgency"))}
                    /></Card>
                <contact::ContactCard draft={draft.clone()} me={me} error={error} />
                <prediction::PredictionCard service={service.id}
                    urgency={draft.value.urgency.unwrap_or(Level::Medium)} />
                <div class="open__a">
                    <Button kind={ButtonKind::Primary} submit=true block=true label={text!(language, "open-send")}
                        loading={action.busy} />
                    <Saved draft={draft} sending={files.sending()} />
                </div>
            </aside>
        </form>
    }
}

/// Files that have arrived belong to the draft.
#[hook]
fn use_kept_files(draft: &Draft<Content>, files: &FilesHandle) {
    let draft = draft.clone();
    use_effect_with(files.sent(), move |sent| {
        if draft.value.files != *sent {
            let sent = sent.clone();
            draft.update(|content| content.files = sent);
        }
    });
}

/// Checks, waits for the files, sends, and goes to the confirmation.
#[hook]
fn use_send(service: i64, draft: &Draft<Content>, files: &FilesHandle, action: &crate::hooks::Action) -> Callback<()> {
    let language = use_language();
    let navigator = use_navigator();
    let session = use_session();
    let me = use_me();
    let submission = use_submission();
    let (draft, files, action) = (draft.clone(), files.clone(), action.clone());
    Callback::from(move |()| {
        let content = &draft.value;
        let missing = required_errors(language, &[("title", &content.title), ("description", &content.description)]);
        if !missing.is_empty() {
            return action.fail(invalid(language, missing));
        }
        let (draft, files, submission) = (draft.clone(), files.clone(), submission.clone());
        let (navigator, session, me) = (navigator.clone(), session.clone(), me.clone());
        action.run(async move {
            files.settled().await;
            let new = draft.value.request(service, &me, files.ids());
            let view = api::requests::open(&new, &submission.key(&new)).await?;
            submission.accepted();
            draft.clear();
            session.refresh();
            if let Some(navigator) = navigator {
                // Replaced, so that *back* does not lead to a form that was sent.
                let route = Route::RequestOpened { number: view.row.number };
                navigator.replace_with_state(&route, Refused { files: files.refused() });
            }
            Ok(())
        });
    })
}

#[derive(Properties, PartialEq)]
struct DraftProps {
    draft: Draft<Content>,
    #[prop_or_default]
    error: Option<String>,
}

/// Urgency, as people know it: by what happens if nobody comes.
#[component]
fn Urgency(props: &DraftProps) -> Html {
    let language = use_language();
    let card = |level: &Level| RadioCard {
        value: *level,
        label: text!(language, &crate::text::code("level", level)).into(),
        help: Some(text!(language, &format!("open-urgency-{level}")).into()),
        icon: None,
    };
    let draft = props.draft.clone();
    let onselect = move |level| draft.update(|content| content.urgency = Some(level));
    html! {
        <RadioCards<Level> name="urgency" legend={text!(language, "open-urgency")}
            cards={Level::ALL.iter().map(card).collect::<Vec<_>>()}
            selected={props.draft.value.urgency.unwrap_or(Level::Medium)} {onselect} error={props.error.clone()} />
    }
}

#[derive(Properties, PartialEq)]
struct WordsProps {
    service: ServiceView,
    draft: Draft<Content>,
    error: Option<ApiError>,
}

/// Title and description, with the requests that they resemble in between.
#[component]
fn Words(props: &WordsProps) -> Html {
    let language = use_language();
    let draft = &props.draft;
    let field = |name: &str| props.error.as_ref().and_then(|error| error.field(name));
    let hint = if props.service.hint.is_empty() { text!(language, "open-hint") } else { props.service.hint.clone() };
    let help = format!("{hint} {}", text!(language, "open-no-passwords"));
    html! {
        <>
            <div>
            <TextField id="title" label={text!(language, "open-title")} required=true limit={limits::TITLE}
                value={draft.value.title.clone()}
                       error={field("title")} autocomplete="off"
                       onchange={ let draft = draft.clone(); move |value| draft.update(|content| content.title = value) }
                       />
            <similar::Similar service={props.service.id} title={draft.value.title.clone()}
                description={draft.value.description.clone()} />
            </div>
            <AreaField id="details" label={text!(language, "open-description")} required=true rows=6
                value={draft.value.description.clone()}
                       error={field("description")} {help}
                       onchange={ let draft = draft.clone(); move |value| draft.update(|content| content.description = value) } />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct SavedProps {
    draft: Draft<Content>,
    sending: usize,
}

/// What will happen to a file on its way, and when the draft was kept.
#[component]
fn Saved(props: &SavedProps) -> Html {
    let clock = use_clock();
    let waits = (props.sending > 0).then(|| text!(clock.language, "open-waits-for-files", count = props.sending));
    let saved = props.draft.saved_at.map(|at| {
        #[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970")]
        let at = chrono::DateTime::from_timestamp_millis(at as i64).unwrap_or_default();
        text!(clock.language, "open-draft-saved", at = clock.time(at))
    });
    let said: Vec<String> = waits.into_iter().chain(saved).collect();
    html! { <p class="sol-small sol-subtle">{ said.join(" ") }</p> }
}

#[derive(Properties, PartialEq)]
struct ResumedProps {
    draft: Draft<Content>,
    files: FilesHandle,
}

/// Says that an earlier draft was taken up, and offers to begin anew.
#[component]
fn Resumed(props: &ResumedProps) -> Html {
    let clock = use_clock();
    let kept = props.draft.saved_at;
    let resumed = use_state_eq(|| kept);
    let Some(at) = *resumed else { return Html::default() };
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970")]
    let at = chrono::DateTime::from_timestamp_millis(at as i64).unwrap_or_default();
    let onclick = {
        let (draft, files, resumed) = (props.draft.clone(), props.files.clone(), resumed.setter());
        Callback::from(move |()| {
            files.clear();
            draft.clear();
            resumed.set(None);
        })
    };
    html! {
        <p class="open__resumed sol-small">
            { text!(clock.language, "open-draft-resumed", at = clock.date_time(at)) }{ " " }
            <Button kind={ButtonKind::Inline} label={text!(clock.language, "open-draft-discard")} {onclick} />
        </p>
    }
}
