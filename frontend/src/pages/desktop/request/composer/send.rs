//! Sending what was written.

use super::draft::{Audience, ComposerDraft, Outgoing};
use crate::api;
use crate::hooks::{Action as ActionState, Draft, Submission, use_action, use_language, use_submission};
use crate::ui::{FilesHandle, Toast, invalid, use_toaster};
use locales::text;
use yew::prelude::*;

/// What [`use_send`] gives.
pub struct Send {
    /// The action that sends.
    pub state: ActionState,
    /// Sends to an audience, unless something is being sent.
    pub send: Callback<Audience>,
    /// The audience that something is being sent to.
    pub sending: Option<Audience>,
}

/// Sends what was written about the request with a number.
#[hook]
pub fn use_send(number: i64, draft: &Draft<ComposerDraft>, files: &FilesHandle, onwritten: &Callback<()>) -> Send {
    let language = use_language();
    let toaster = use_toaster();
    let state = use_action();
    let submission = use_submission();
    let sending = use_state_eq(|| None::<Audience>);
    let send = {
        let (state, sending, draft, files) = (state.clone(), sending.setter(), draft.clone(), files.clone());
        let onwritten = onwritten.clone();
        Callback::from(move |audience: Audience| {
            if state.busy {
                return;
            }
            let minutes = match draft.value.check(language, audience) {
                Ok(minutes) => minutes,
                Err(errors) => return state.fail(invalid(language, errors)),
            };
            let (draft, files, submission) = (draft.clone(), files.clone(), submission.clone());
            let (onwritten, toaster, sending) = (onwritten.clone(), toaster.clone(), sending.clone());
            sending.set(Some(audience));
            state.run(async move {
                files.settled().await;
                let outgoing = draft.value.to_outgoing(audience, minutes, files.ids());
                let answer = post(number, &outgoing, &submission).await;
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
    Send { state, send, sending: *sending }
}

async fn post(number: i64, outgoing: &Outgoing, submission: &Submission) -> api::Answer<()> {
    match outgoing {
        Outgoing::Message(message) => {
            api::timeline::send_message(number, message, &submission.key(message)).await.map(|_| ())
        }
        Outgoing::Note(note) => api::timeline::add_note(number, note, &submission.key(note)).await.map(|_| ()),
    }
}
