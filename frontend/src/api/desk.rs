//! What attendants do: the queue, and the actions on a request.

use super::{Answer, Call};
use contract::Page;
use contract::desk::{DelegationTarget, QueueCounts, QueueFilter, RequesterPanel, SuspensionReasonView};
use contract::requests::{RequestRow, RequestView};
use contract::timeline::{EmailView, OccurrenceView, Redact};
use serde::Serialize;

/// A page of the queue.
pub async fn queue(filter: &QueueFilter) -> Answer<Page<RequestRow>> {
    Call::get("/queue").query(filter).json().await
}

/// Counts of the queue's views, within a filter.
pub async fn counts(filter: &QueueFilter) -> Answer<QueueCounts> {
    Call::get("/queue/counts").query(filter).json().await
}

/// Does something to a request (`capture`, `suspend` …), if it is still the version that was seen.
pub async fn act(number: i64, what: &str, body: &impl Serialize, version: i32) -> Answer<RequestView> {
    Call::post(&format!("/requests/{number}/{what}")).body(body).version(Some(&etag(version))).json().await
}

/// Takes a request that nobody has.
pub async fn capture(number: i64, version: i32) -> Answer<RequestView> {
    Call::post(&format!("/requests/{number}/capture")).version(Some(&etag(version))).json().await
}

/// The requester, beside the open request.
pub async fn requester(number: i64) -> Answer<RequesterPanel> {
    Call::get(&format!("/requests/{number}/requester")).json().await
}

/// The delivery ledger of a request.
pub async fn emails(number: i64) -> Answer<Vec<EmailView>> {
    Call::get(&format!("/requests/{number}/emails")).json().await
}

/// Blanks the text of a row of the timeline.
pub async fn redact(number: i64, occurrence: i64, redact: &Redact) -> Answer<OccurrenceView> {
    Call::post(&format!("/requests/{number}/occurrences/{occurrence}/redact")).body(redact).json().await
}

/// The groups that a request can be given to, with their executors.
pub async fn delegation_targets() -> Answer<Vec<DelegationTarget>> {
    Call::get("/delegation-targets").json().await
}

/// Why a request can be suspended.
pub async fn suspension_reasons() -> Answer<Vec<SuspensionReasonView>> {
    Call::get("/suspension-reasons").json().await
}

/// The `ETag` of a version.
#[must_use]
pub fn etag(version: i32) -> String {
    format!("\"{version}\"")
}
