//! Requests, as their requester sees them.

use super::{Answer, ApiCall, SubmissionKey, Tagged};
use contract::Page;
use contract::requests::{
    Cancel, NewRequest, Reopen, RequestFilter, RequestRow, RequestSummary, RequestView, Satisfaction, SimilarQuery,
    SimilarView,
};

/// A page of the person's own requests.
pub async fn list(filter: &RequestFilter) -> Answer<Page<RequestRow>> {
    ApiCall::get("/requests").query(filter).json().await
}

/// The counts in the tabs of *My requests*.
pub async fn summary() -> Answer<RequestSummary> {
    ApiCall::get("/requests/summary").json().await
}

/// The person's own open requests that resemble what is being typed.
pub async fn similar(query: &SimilarQuery) -> Answer<Vec<SimilarView>> {
    ApiCall::get("/requests/similar").query(query).json().await
}

/// Opens a request.
pub async fn open(new: &NewRequest, key: &SubmissionKey) -> Answer<RequestView> {
    ApiCall::post("/requests").body(new).once(key).json().await
}

/// One request, with its version.
pub async fn get(number: i64) -> Answer<Tagged<RequestView>> {
    ApiCall::get(&format!("/requests/{number}")).tagged().await
}

/// Cancels a request.
pub async fn cancel(number: i64, cancel: &Cancel) -> Answer<RequestView> {
    ApiCall::post(&format!("/requests/{number}/cancel")).body(cancel).json().await
}

/// Reopens a request.
pub async fn reopen(number: i64, reopen: &Reopen) -> Answer<RequestView> {
    ApiCall::post(&format!("/requests/{number}/reopen")).body(reopen).json().await
}

/// Closes a request; a solution is accepted by that.
pub async fn close(number: i64) -> Answer<RequestView> {
    ApiCall::post(&format!("/requests/{number}/close")).json().await
}

/// Answers the satisfaction survey of a request.
pub async fn rate(number: i64, satisfaction: &Satisfaction) -> Answer<RequestView> {
    ApiCall::post(&format!("/requests/{number}/satisfaction")).body(satisfaction).json().await
}
