//! Opening a request on behalf of somebody: they phoned, came by, wrote.

mod call;
mod form;
mod opened;
mod requester;

pub use opened::Opened;

use crate::api;
use crate::hooks::{Action as Running, Draft, use_action, use_draft, use_language, use_submission};
use crate::prefill::KnownPerson;
use crate::route::DeskRoute;
use crate::ui::{
    Alert, Breadcrumb, Button, ButtonKind, Card, FilesHandle, FormProblem, Href, LinkButton, Page, SubmitForm, Toast,
    invalid, invalid_field, required_errors, use_files, use_go, use_toaster,
};
use call::{InCall, use_call, use_caller};
use contract::requests::{Contact, NewRequest, NewRequester};
use contract::timeline::UploadView;
use contract::{FieldError, Level, Origin};
use form::Fields;
use locales::{Language, text};
use requester::Requester;
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// What was typed so far, kept until it was accepted.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    /// Who asks, when they are registered.
    pub known: Option<KnownPerson>,
    /// Who asks, when they are new.
    pub new: Option<NewRequester>,
    /// Service.
    pub service: String,
    /// Title.
    pub title: String,
    /// Description.
    pub description: String,
    /// How it reached the desk.
    pub origin: Option<Origin>,
    /// Impact; the service's when left out.
    pub impact: Option<Level>,
    /// Urgency.
    pub urgency: Option<Level>,
    /// Whom to call; the requester when left out.
    pub contact: Option<Contact>,
    /// Number of the parent.
    pub parent: String,
    /// Solution, when it is resolved at once.
    pub solution: Option<String>,
    /// Files that have arrived.
    pub uploads: Vec<UploadView>,
}

/// The draft of the form.
pub type TypedDraft = Draft<Typed>;

/// The page.
#[component]
pub fn OpenForSomebody() -> Html {
    let call = use_call();
    let place = call.as_ref().map_or_else(|| "desk-new".to_owned(), |call| format!("desk-new-call-{}", call.id));
    html! { <Form key={place.clone()} place={place.clone()} {call} /> }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    /// Where what is typed is kept.
    place: String,
    /// The call in which it is opened.
    call: Option<InCall>,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let language = use_language();
    let draft = use_draft::<Typed>(&props.place);
    let files = use_files(draft.value.uploads.clone());
    use_caller(&draft, props.call.as_ref());
    let (action, submit) = use_opening(&draft, &files, props.call.as_ref().map(|call| call.id));
    let onsubmit = {
        let submit = submit.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            submit.emit(());
        })
    };
    let discard = {
        let (draft, files, action) = (draft.clone(), files.clone(), action.clone());
        Callback::from(move |()| {
            draft.clear();
            files.clear();
            action.clear();
        })
    };
    let error = action.error.clone();
    let title = text!(language, "deskopen-title");
    let trail = html! {
        <Breadcrumb steps={vec![(text!(language, "desk-nav-queue").into(), Href::to(&DeskRoute::Queue))]} here={AttrValue::from(title.clone())} />
    };
    html! {
        <Page {title} lead={html! { { text!(language, "deskopen-lead") } }} {trail}>
            <SubmitForm class="dk-open" {onsubmit}>
                if let Some(number) = props.call.as_ref().and_then(|call| call.number.clone()) {
                    <Alert title={text!(language, "deskopen-call", number = number)} live=false>{ text!(language, "deskopen-call-text") }</Alert>
                }
                <FormProblem error={error.clone()} fields={form::names(language)} />
                <Card title={text!(language, "desk-requester")}><Requester draft={draft.clone()} error={error.clone()} /></Card>
                <Fields draft={draft.clone()} {files} {error} />
                <div class="sol-row sol-row--wrap dk-open__end">
                    <Button kind={ButtonKind::Primary} submit=true loading={action.busy} label={text!(language, open_label(&draft.value))} />
                    <LinkButton kind={ButtonKind::Link} to={Href::to(&DeskRoute::Queue)} label={text!(language, "desk-back")} />
                    if *draft.value != Typed::default() {
                        <Button kind={ButtonKind::Link} label={text!(language, "deskopen-discard")} onclick={discard} />
                    }
                </div>
            </SubmitForm>
        </Page>
    }
}

fn open_label(typed: &Typed) -> &'static str {
    if typed.solution.is_some() { "deskopen-open-resolved" } else { "deskopen-open" }
}

/// Opens what was typed, and goes to the confirmation.
#[hook]
fn use_opening(draft: &TypedDraft, files: &FilesHandle, call: Option<i64>) -> (Running, Callback<()>) {
    let language = use_language();
    let go = use_go();
    let toaster = use_toaster();
    let action = use_action();
    let submission = use_submission();
    let submit = {
        let (action, draft, files) = (action.clone(), draft.clone(), files.clone());
        Callback::from(move |()| {
            let errors = complaints(language, &draft.value);
            if !errors.is_empty() {
                return action.fail(invalid(language, errors));
            }
            let (draft, files, submission, go) = (draft.clone(), files.clone(), submission.clone(), go.clone());
            let toaster = toaster.clone();
            action.run(async move {
                files.settled().await;
                let new = NewRequest { call_id: call, ..request(&draft.value, files.ids()) };
                let view = match api::requests::open(&new, &submission.key(&new)).await {
                    // Said elsewhere meanwhile what the call was about: the request is opened all the same.
                    Err(error) if error.field("call_id").is_some() && error.fields().len() == 1 => {
                        let new = NewRequest { call_id: None, ..new };
                        let view = api::requests::open(&new, &submission.key(&new)).await?;
                        toaster.show(Toast::news(text!(language, "deskopen-call-over")));
                        view
                    }
                    answer => answer?,
                };
                submission.accepted();
                draft.clear();
                files.clear();
                go.emit(Href::to(&DeskRoute::Opened { number: view.row.number }));
                Ok(())
            });
        })
    };
    (action, submit)
}

/// What can be found wrong before sending.
fn complaints(language: Language, typed: &Typed) -> Vec<FieldError> {
    let mut fields =
        vec![("service_id", typed.service.as_str()), ("title", &typed.title), ("description", &typed.description)];
    match &typed.new {
        Some(person) => fields.insert(0, ("new_requester.name", &person.name)),
        None => fields.insert(0, ("requester_id", if typed.known.is_some() { "known" } else { "" })),
    }
    if let Some(solution) = &typed.solution {
        fields.push(("solution", solution));
    }
    let mut errors = required_errors(language, &fields);
    if !typed.parent.trim().is_empty() && typed.parent.trim().parse::<i64>().is_err() {
        errors.push(invalid_field("parent", text!(language, "desk-relate-wrong")));
    }
    errors
}

fn request(typed: &Typed, upload_ids: Vec<i64>) -> NewRequest {
    let some = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    NewRequest {
        service_id: typed.service.parse().unwrap_or_default(),
        title: typed.title.clone(),
        description: typed.description.clone(),
        urgency: typed.urgency,
        impact: typed.impact,
        contact: typed.contact.clone(),
        upload_ids,
        requester_id: typed.known.as_ref().filter(|_| typed.new.is_none()).map(|known| known.id),
        new_requester: typed.new.as_ref().map(|new| NewRequester {
            name: new.name.clone(),
            email: some(&new.email),
            phone: some(&new.phone),
            tax_id: some(&new.tax_id),
        }),
        origin: Some(typed.origin.unwrap_or(Origin::Telephone)),
        parent: typed.parent.trim().parse().ok(),
        solution: typed.solution.clone(),
        call_id: None,
    }
}
