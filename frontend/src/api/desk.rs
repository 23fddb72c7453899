//! The attendants' desk: the queue, and the actions on a request.

use super::{Answer, ApiCall};
use contract::Page;
use contract::desk::{DelegationTarget, QueueCounts, QueueFilter, RequesterPanel, SuspensionReasonView};
use contract::requests::{RequestRow, RequestView};
use contract::timeline::{EmailView, OccurrenceView, Redact};
use serde::Serialize;

/// A page of the queue.
pub async fn queue(filter: &QueueFilter) -> Answer<Page<RequestRow>> {
    ApiCall::get("/queue").query(filter).json().await
}

/// Counts of the queue's views, within a filter.
pub async fn counts(filter: &QueueFilter) -> Answer<QueueCounts> {
    ApiCall::get("/queue/counts").query(filter).json().await
}

/// Does something to a request (`suspend`, `delegate` …), if it still has the version that was read.
pub async fn act(number: i64, action: &str, body: &impl Serialize, version: i32) -> Answer<RequestView> {
    ApiCall::post(&format!("/requests/{number}/{action}")).body(body).version(Some(&etag(version))).json().await
}

/// Assigns a request to the attendant, if it still has the version that was read.
pub async fn capture(number: i64, version: i32) -> Answer<RequestView> {
    ApiCall::post(&format!("/requests/{number}/capture")).version(Some(&etag(version))).json().await
}

/// The panel about the requester of a request.
pub async fn requester(number: i64) -> Answer<RequesterPanel> {
    ApiCall::get(&format!("/requests/{number}/requester")).json().await
}

/// The e-mails of a request, with the state of their delivery.
pub async fn emails(number: i64) -> Answer<Vec<EmailView>> {
    ApiCall::get(&format!("/requests/{number}/emails")).json().await
}

/// Blanks the text of an occurrence of the timeline.
pub async fn redact(number: i64, occurrence: i64, redact: &Redact) -> Answer<OccurrenceView> {
    ApiCall::post(&format!("/requests/{number}/occurrences/{occurrence}/redact")).body(redact).json().await
}

/// The groups that a request can be delegated to, with their executors.
pub async fn delegation_targets() -> Answer<Vec<DelegationTarget>> {
    ApiCall::get("/delegation-targets").json().await
}

/// The reasons for which a request can be suspended.
pub async fn suspension_reasons() -> Answer<Vec<SuspensionReasonView>> {
    ApiCall::get("/suspension-reasons").json().await
}

/// The `ETag` of a version.
fn etag(version: i32) -> String {
    format!("\"{version}\"")
}
