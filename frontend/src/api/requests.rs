//! Requests, as their requester sees them.

use super::{Answer, Call, SubmissionKey, Tagged};
use contract::Page;
use contract::requests::{
    Cancel, NewRequest, Reopen, RequestFilter, RequestRow, RequestSummary, RequestView, Satisfaction, SimilarQuery,
    SimilarView,
};

/// *My requests*.
pub async fn list(filter: &RequestFilter) -> Answer<Page<RequestRow>> {
    Call::get("/requests").query(filter).json().await
}

/// Counts of the tabs.
pub async fn summary() -> Answer<RequestSummary> {
    Call::get("/requests/summary").json().await
}

/// One's own open requests that resemble what is being typed.
pub async fn similar(query: &SimilarQuery) -> Answer<Vec<SimilarView>> {
    Call::get("/requests/similar").query(query).json().await
}

/// Opens a request.
pub async fn open(new: &NewRequest, key: &SubmissionKey) -> Answer<RequestView> {
    Call::post("/requests").body(new).once(key).json().await
}

/// One request, with the version for edits.
pub async fn get(number: i64) -> Answer<Tagged<RequestView>> {
    Call::get(&format!("/requests/{number}")).tagged().await
}

/// Cancels.
pub async fn cancel(number: i64, cancel: &Cancel) -> Answer<RequestView> {
    Call::post(&format!("/requests/{number}/cancel")).body(cancel).json().await
}

/// Reopens.
pub async fn reopen(number: i64, reopen: &Reopen) -> Answer<RequestView> {
    Call::post(&format!("/requests/{number}/reopen")).body(reopen).json().await
}

/// Accepts the solution, or closes.
pub async fn close(number: i64) -> Answer<RequestView> {
    Call::post(&format!("/requests/{number}/close")).json().await
}

/// Answers the survey.
pub async fn rate(number: i64, satisfaction: &Satisfaction) -> Answer<RequestView> {
    Call::post(&format!("/requests/{number}/satisfaction")).body(satisfaction).json().await
}
