//! Messages, notes, history and files of a request.

use super::{Answer, ApiCall, SubmissionKey};
use contract::timeline::{AttachmentView, MarkRead, NewMessage, NewNote, OccurrenceView, Timeline, TimelineQuery};

/// A page of the timeline, newest first.
pub async fn read(number: i64, query: &TimelineQuery) -> Answer<Timeline> {
    ApiCall::get(&format!("/requests/{number}/timeline")).query(query).json().await
}

/// Sends a message to the other side: the requester, or the attendants.
pub async fn send_message(number: i64, message: &NewMessage, key: &SubmissionKey) -> Answer<OccurrenceView> {
    ApiCall::post(&format!("/requests/{number}/messages")).body(message).once(key).json().await
}

/// Adds a note.
pub async fn add_note(number: i64, note: &NewNote, key: &SubmissionKey) -> Answer<OccurrenceView> {
    ApiCall::post(&format!("/requests/{number}/notes")).body(note).once(key).json().await
}

/// Marks the timeline as read up to an occurrence.
pub async fn mark_read(number: i64, up_to: i64) -> Answer<()> {
    ApiCall::post(&format!("/requests/{number}/read")).body(&MarkRead { up_to }).done().await
}

/// The files of a request.
pub async fn attachments(number: i64) -> Answer<Vec<AttachmentView>> {
    ApiCall::get(&format!("/requests/{number}/attachments")).json().await
}

/// Removes a file.
pub async fn remove_attachment(number: i64, id: i64) -> Answer<()> {
    ApiCall::delete(&format!("/requests/{number}/attachments/{id}")).done().await
}

/// The address of a file, to download it or to show it in the page (`inline`).
#[must_use]
pub fn attachment_url(number: i64, id: i64, inline: bool) -> String {
    let query = if inline { "?inline=true" } else { "" };
    format!("{}/requests/{number}/attachments/{id}{query}", super::BASE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_addresses() {
        assert_eq!(attachment_url(7, 3, false), "/api/v1/requests/7/attachments/3");
        assert_eq!(attachment_url(7, 3, true), "/api/v1/requests/7/attachments/3?inline=true");
    }
}
