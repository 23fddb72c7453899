//! Outage notices.

use super::{Answer, ApiCall, SubmissionKey};
use contract::catalogue::{NoticeEdit, NoticeView};

/// The notices in force.
pub async fn list() -> Answer<Vec<NoticeView>> {
    ApiCall::get("/notices").json().await
}

/// Says that the person is affected, too.
pub async fn me_too(id: i64) -> Answer<NoticeView> {
    ApiCall::post(&format!("/notices/{id}/me-too")).json().await
}

/// Publishes a notice.
pub async fn publish(edit: &NoticeEdit, key: &SubmissionKey) -> Answer<NoticeView> {
    ApiCall::post("/notices").body(edit).once(key).json().await
}

/// Changes a notice.
pub async fn change(id: i64, edit: &NoticeEdit) -> Answer<NoticeView> {
    ApiCall::put(&format!("/notices/{id}")).body(edit).json().await
}

/// Ends a notice.
pub async fn end(id: i64) -> Answer<()> {
    ApiCall::delete(&format!("/notices/{id}")).done().await
}
