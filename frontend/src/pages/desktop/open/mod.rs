//! Opening a request on behalf of somebody who phoned, came by, or wrote.

mod call;
mod draft;
mod form;
mod opened;
mod requester;

pub use opened::Opened;

use crate::api;
use crate::hooks::{Action as ActionState, use_action, use_draft, use_language, use_submission};
use crate::route::DeskRoute;
use crate::ui::{
    Alert, Breadcrumb, Button, ButtonKind, Card, FilesHandle, FormProblem, Href, LinkButton, Page, SubmitForm, Toast,
    invalid, use_files, use_go, use_toaster,
};
use call::{CallContext, use_call_context, use_caller_as_requester};
use contract::requests::NewRequest;
use draft::{FormDraft, RequestForm};
use form::Fields;
use locales::text;
use requester::Requester;
use yew::prelude::*;

/// The page.
#[component]
pub fn OpenOnBehalf() -> Html {
    let call = use_call_context();
    let place = call.as_ref().map_or_else(|| "desk-new".to_owned(), |call| format!("desk-new-call-{}", call.id));
    html! { <Form key={place.clone()} place={place.clone()} {call} /> }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    /// The name under which the draft is kept.
    place: String,
    /// The call in which it is opened.
    call: Option<CallContext>,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let language = use_language();
    let draft = use_draft::<RequestForm>(&props.place);
    let files = use_files(draft.value.uploads.clone());
    use_caller_as_requester(&draft, props.call.as_ref());
    let (action, submit) = use_submit(&draft, &files, props.call.as_ref().map(|call| call.id));
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
                <FormProblem error={error.clone()} fields={form::field_names(language)} />
                <Card title={text!(language, "desk-requester")}><Requester draft={draft.clone()} error={error.clone()} /></Card>
                <Fields draft={draft.clone()} {files} {error} />
                <div class="sol-row sol-row--wrap dk-open__end">
                    <Button kind={ButtonKind::Primary} submit=true loading={action.busy} label={text!(language, submit_label(&draft.value))} />
                    <LinkButton kind={ButtonKind::Link} to={Href::to(&DeskRoute::Queue)} label={text!(language, "desk-back")} />
                    if *draft.value != RequestForm::default() {
                        <Button kind={ButtonKind::Link} label={text!(language, "deskopen-discard")} onclick={discard} />
                    }
                </div>
            </SubmitForm>
        </Page>
    }
}

fn submit_label(form: &RequestForm) -> &'static str {
    if form.solution.is_some() { "deskopen-open-resolved" } else { "deskopen-open" }
}

/// The action that opens the request and goes to the confirmation, and the callback that starts it.
#[hook]
fn use_submit(draft: &FormDraft, files: &FilesHandle, call: Option<i64>) -> (ActionState, Callback<()>) {
    let language = use_language();
    let go = use_go();
    let toaster = use_toaster();
    let action = use_action();
    let submission = use_submission();
    let submit = {
        let (action, draft, files) = (action.clone(), draft.clone(), files.clone());
        Callback::from(move |()| {
            let errors = draft.value.errors(language);
            if !errors.is_empty() {
                return action.fail(invalid(language, errors));
            }
            let (draft, files, submission, go) = (draft.clone(), files.clone(), submission.clone(), go.clone());
            let toaster = toaster.clone();
            action.run(async move {
                files.settled().await;
                let new = draft.value.to_request(files.ids(), call);
                let view = match api::requests::open(&new, &submission.key(&new)).await {
                    // Somebody has said meanwhile what the call was about: the request is opened without it.
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
