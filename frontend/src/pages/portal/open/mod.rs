//! The form that opens a request. What is typed is kept as a draft over a reload, an expired login and a lost network.
//! A file that is refused does not keep the request from being opened.

mod contact;
mod draft;
mod prediction;
mod similar;

use crate::api::{self, ApiError};
use crate::hooks::{
    Action as ActionState, Draft, use_action, use_clock, use_draft, use_fetch, use_language, use_me, use_session,
    use_submission,
};
use crate::pages::shared::kept_files::use_kept_files;
use crate::route::Route;
use crate::ui::{
    AreaField, Breadcrumb, Button, ButtonKind, Card, Empty, FIELDS, Files, FilesHandle, FormGroup, FormProblem, Go,
    Href, LinkButton, Page, RadioCard, RadioCards, TextField, invalid, loaded, required_errors, skeleton_lines,
    use_files,
};
use chrono::{DateTime, Utc};
use contract::catalogue::{Catalogue, ServiceView};
use contract::{Level, limits};
pub use draft::RefusedFiles;
use draft::RequestDraft;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Properties of [`OpenRequest`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The identifier of the service.
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
fn field_names(language: Language) -> Vec<(&'static str, &'static str, AttrValue)> {
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
    let draft = use_draft::<RequestDraft>(&format!("open-{}", service.id));
    let files = use_files(draft.value.files.clone());
    use_kept_files(&files, &draft.value.files, &draft.on(|draft, files| draft.files = files));
    let send = use_send(service.id, &draft, &files, &action);
    let error = action.error.clone();
    let onsubmit = send.reform(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="open" {onsubmit} novalidate=true>
            <div class={classes!("open__m", "sol-card", FIELDS)}>
                <ResumedDraft draft={draft.clone()} files={files.clone()} />
                <FormProblem error={error.clone()} fields={field_names(language)} retry={send} />
                <TitleAndDescription service={service.clone()} draft={draft.clone()} error={error.clone()} />
                <FormGroup label={text!(language, "open-files")} optional=true>
                    <Files id="files" files={files.clone()} />
                </FormGroup>
            </div>
            <aside class="open__s">
                <Card><Urgency draft={draft.clone()} error={error.as_ref().and_then(|error| error.field("urgency"))}
                    /></Card>
                <contact::ContactCard draft={draft.clone()} me={me} error={error} />
                <prediction::PredictionCard service={service.id}
                    urgency={draft.value.urgency()} />
                <div class="open__a">
                    <Button kind={ButtonKind::Primary} submit=true block=true label={text!(language, "open-send")}
                        loading={action.busy} />
                    <DraftStatus draft={draft} sending={files.sending()} />
                </div>
            </aside>
        </form>
    }
}

/// Checks the form, waits for the files, opens the request, and goes to the confirmation.
#[hook]
fn use_send(service: i64, draft: &Draft<RequestDraft>, files: &FilesHandle, action: &ActionState) -> Callback<()> {
    let language = use_language();
    let navigator = use_navigator();
    let session = use_session();
    let me = use_me();
    let submission = use_submission();
    let (draft, files, action) = (draft.clone(), files.clone(), action.clone());
    Callback::from(move |()| {
        let typed = &draft.value;
        let missing = required_errors(language, &[("title", &typed.title), ("description", &typed.description)]);
        if !missing.is_empty() {
            return action.fail(invalid(language, missing));
        }
        let (draft, files, submission) = (draft.clone(), files.clone(), submission.clone());
        let (navigator, session, me) = (navigator.clone(), session.clone(), me.clone());
        action.run(async move {
            files.settled().await;
            let new = draft.value.to_request(service, &me, files.ids());
            let view = api::requests::open(&new, &submission.key(&new)).await?;
            submission.accepted();
            draft.clear();
            session.refresh();
            if let Some(navigator) = navigator {
                // The form is replaced in the history, so that *back* does not lead to a form that was sent.
                let route = Route::RequestOpened { number: view.row.number };
                navigator.replace_with_state(&route, RefusedFiles { files: files.refused() });
            }
            Ok(())
        });
    })
}

#[derive(Properties, PartialEq)]
struct UrgencyProps {
    draft: Draft<RequestDraft>,
    #[prop_or_default]
    error: Option<String>,
}

/// The urgency. Each level is explained by what happens when nobody comes.
#[component]
fn Urgency(props: &UrgencyProps) -> Html {
    let language = use_language();
    let card = |level: &Level| RadioCard {
        value: *level,
        label: text!(language, &crate::text::code("level", level)).into(),
        help: Some(text!(language, &format!("open-urgency-{level}")).into()),
        icon: None,
    };
    let onselect = props.draft.on(|draft, level| draft.urgency = Some(level));
    html! {
        <RadioCards<Level> name="urgency" legend={text!(language, "open-urgency")}
            cards={Level::ALL.iter().map(card).collect::<Vec<_>>()}
            selected={props.draft.value.urgency()} {onselect} error={props.error.clone()} />
    }
}

#[derive(Properties, PartialEq)]
struct TextProps {
    service: ServiceView,
    draft: Draft<RequestDraft>,
    error: Option<ApiError>,
}

/// Title and description. Between them are the person's own requests that are similar.
#[component]
fn TitleAndDescription(props: &TextProps) -> Html {
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
                       onchange={draft.on(|draft, value| draft.title = value)}
                       />
            <similar::Similar service={props.service.id} title={draft.value.title.clone()}
                description={draft.value.description.clone()} />
            </div>
            <AreaField id="details" label={text!(language, "open-description")} required=true rows=6
                value={draft.value.description.clone()}
                       error={field("description")} {help}
                       onchange={draft.on(|draft, value| draft.description = value)} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct StatusProps {
    draft: Draft<RequestDraft>,
    sending: usize,
}

/// Says that sending waits for files, and when the draft was kept.
#[component]
fn DraftStatus(props: &StatusProps) -> Html {
    let clock = use_clock();
    let waits = (props.sending > 0).then(|| text!(clock.language, "open-waits-for-files", count = props.sending));
    let saved = props.draft.saved_at.map(|at| text!(clock.language, "open-draft-saved", at = clock.time(instant(at))));
    let status: Vec<String> = waits.into_iter().chain(saved).collect();
    html! { <p class="sol-small sol-subtle">{ status.join(" ") }</p> }
}

/// The instant of a time in milliseconds since 1970.
fn instant(milliseconds: f64) -> DateTime<Utc> {
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970")]
    DateTime::from_timestamp_millis(milliseconds as i64).unwrap_or_default()
}

#[derive(Properties, PartialEq)]
struct ResumedProps {
    draft: Draft<RequestDraft>,
    files: FilesHandle,
}

/// Says that the form shows an earlier draft, and offers to discard it.
#[component]
fn ResumedDraft(props: &ResumedProps) -> Html {
    let clock = use_clock();
    let kept = props.draft.saved_at;
    let resumed = use_state_eq(|| kept);
    let Some(at) = *resumed else { return Html::default() };
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
            { text!(clock.language, "open-draft-resumed", at = clock.date_time(instant(at))) }{ " " }
            <Button kind={ButtonKind::Inline} label={text!(clock.language, "open-draft-discard")} {onclick} />
        </p>
    }
}
