//! Sending what was written.

use super::{Audience, FormProps, Written};
use crate::api;
use crate::hooks::{Action as Running, Draft, Submission, use_action, use_language, use_submission};
use crate::ui::{FilesHandle, Toast, invalid, invalid_field, required_errors, use_toaster};
use contract::timeline::{NewMessage, NewNote};
use contract::{FieldError, limits};
use locales::{Language, text};
use yew::prelude::*;

/// The audience that something is being sent to.
pub type Sending = UseStateHandle<Option<Audience>>;

/// Sends what was written to an audience, once at a time.
#[hook]
pub fn use_send(
    props: &FormProps,
    draft: &Draft<Written>,
    files: &FilesHandle,
) -> (Running, Callback<Audience>, Sending) {
    let language = use_language();
    let toaster = use_toaster();
    let action = use_action();
    let submission = use_submission();
    let sending = use_state_eq(|| None::<Audience>);
    let send = {
        let (action, sending, draft, files) = (action.clone(), sending.clone(), draft.clone(), files.clone());
        let (number, onwritten) = (props.view.row.number, props.onwritten.clone());
        Callback::from(move |audience: Audience| {
            if action.busy {
                return;
            }
            let minutes = match check(language, &draft.value, audience) {
                Ok(minutes) => minutes,
                Err(errors) => return action.fail(invalid(language, errors)),
            };
            let (draft, files, submission) = (draft.clone(), files.clone(), submission.clone());
            let (onwritten, toaster, sending) = (onwritten.clone(), toaster.clone(), sending.clone());
            sending.set(Some(audience));
            action.run(async move {
                files.settled().await;
                let answer = write(number, audience, &draft.value, minutes, &files, &submission).await;
                sending.set(None);
                answer?;
                submission.accepted();
                draft.clear();
                files.clear();
                let key = if audience == Audience::Internal { "desk-written-internal" } else { "desk-written-public" };
                toaster.show(Toast::done(text!(language, key, number = number)));
                onwritten.emit(());
                Ok(())
            });
        })
    };
    (action, send, sending)
}

async fn write(
    number: i64,
    audience: Audience,
    written: &Written,
    minutes: Option<i32>,
    files: &FilesHandle,
    submission: &Submission,
) -> api::Answer<()> {
    let (text, upload_ids) = (written.text.clone(), files.ids());
    if audience == Audience::Message {
        let message = NewMessage { text, upload_ids };
        return api::timeline::send_message(number, &message, &submission.key(&message)).await.map(|_| ());
    }
    let internal = audience == Audience::Internal;
    let note = NewNote {
        text,
        category: written.category,
        origin: None,
        upload_ids,
        notify: !internal && !written.quiet,
        internal,
        minutes,
    };
    api::timeline::add_note(number, &note, &submission.key(&note)).await.map(|_| ())
}

/// What can be found wrong before sending. A message reports no minutes.
fn check(language: Language, written: &Written, audience: Audience) -> Result<Option<i32>, Vec<FieldError>> {
    let mut errors = required_errors(language, &[("text", &written.text)]);
    let minutes = super::super::dialogs::minutes(&written.minutes).filter(|_| audience != Audience::Message);
    if minutes == Some(None) {
        errors.push(invalid_field("minutes", text!(language, "desk-minutes-wrong", max = limits::MINUTES_MAX)));
    }
    if errors.is_empty() { Ok(minutes.flatten()) } else { Err(errors) }
}
