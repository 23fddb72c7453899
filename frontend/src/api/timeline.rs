//! Messages, notes, history and files of a request.

use super::{Answer, Call, SubmissionKey};
use contract::timeline::{AttachmentView, MarkRead, NewMessage, NewNote, OccurrenceView, Timeline, TimelineQuery};

/// A page of the timeline, newest first.
pub async fn read(number: i64, query: &TimelineQuery) -> Answer<Timeline> {
    Call::get(&format!("/requests/{number}/timeline")).query(query).json().await
}

/// Writes to the other side.
pub async fn send_message(number: i64, message: &NewMessage, key: &SubmissionKey) -> Answer<OccurrenceView> {
    Call::post(&format!("/requests/{number}/messages")).body(message).once(key).json().await
}

/// Adds a note.
pub async fn add_note(number: i64, note: &NewNote, key: &SubmissionKey) -> Answer<OccurrenceView> {
    Call::post(&format!("/requests/{number}/notes")).body(note).once(key).json().await
}

/// Says what the person has read.
pub async fn mark_read(number: i64, up_to: i64) -> Answer<()> {
    Call::post(&format!("/requests/{number}/read")).body(&MarkRead { up_to }).done().await
}

/// The files of a request.
pub async fn attachments(number: i64) -> Answer<Vec<AttachmentView>> {
    Call::get(&format!("/requests/{number}/attachments")).json().await
}

/// Removes a file.
pub async fn remove_attachment(number: i64, id: i64) -> Answer<()> {
    Call::delete(&format!("/requests/{number}/attachments/{id}")).done().await
}

/// Where a file is: to be downloaded, or shown in the page (`inline`).
#[must_use]
pub fn attachment_url(number: i64, id: i64, inline: bool) -> String {
    let query = if inline { "?inline=true" } else { "" };
    format!("{}/requests/{number}/attachments/{id}{query}", super::BASE)
}
