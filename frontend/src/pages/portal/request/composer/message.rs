//! The form of a message to the attendant.

use super::props::FormProps;
use crate::api;
use crate::browser;
use crate::hooks::{use_action, use_draft, use_language, use_submission};
use crate::ui::{AreaField, Button, ButtonKind, Files, FormProblem, invalid, required_errors, use_files};
use contract::requests::RequestView;
use contract::timeline::NewMessage;
use locales::{Language, text};
use yew::prelude::*;

/// Who gets the message, in a sentence.
fn addressee(language: Language, view: &RequestView) -> String {
    match (&view.row.responsible, &view.row.group) {
        (Some(person), _) => text!(language, "req-to-person", name = person.name.as_str()),
        (None, Some(group)) => text!(language, "req-to-group", name = group.name.as_str()),
        (None, None) => String::new(),
    }
}

/// The form of a message to the attendant.
#[component]
pub fn MessageForm(props: &FormProps) -> Html {
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
                browser::focus_id("message-text");
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
                       onchange={draft.on(|text, value: String| *text = value)}
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
