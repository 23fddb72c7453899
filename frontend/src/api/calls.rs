//! Telephony: the attendant's extension, the pop-ups of calls, the call log, call-backs.

use super::{Answer, ApiCall};
use contract::Page;
use contract::calls::{
    CallBack, CallCounts, CallFilter, CallPopUp, CallRow, ChooseCaller, ConcludeCall, ExtensionEdit, MyCallBack,
    MyExtension, RegisterCaller, TakeCall, ViewInCall,
};

/// The extension that the attendant answers at.
pub async fn extension() -> Answer<MyExtension> {
    ApiCall::get("/me/extension").json().await
}

/// Sets the extension that the attendant answers at. None gives it up.
pub async fn set_extension(extension: Option<String>) -> Answer<MyExtension> {
    ApiCall::put("/me/extension").body(&ExtensionEdit { extension }).json().await
}

/// The open pop-ups, the oldest first.
pub async fn popups() -> Answer<Vec<CallPopUp>> {
    ApiCall::get("/calls/popups").json().await
}

/// Takes a call up in this tab: the other tabs hide its pop-up.
pub async fn take(id: i64, tab: String) -> Answer<Vec<CallPopUp>> {
    ApiCall::post(&format!("/calls/{id}/take")).body(&TakeCall { tab }).json().await
}

/// Says who calls. None: none of the candidates.
pub async fn choose(id: i64, person_id: Option<i64>) -> Answer<Vec<CallPopUp>> {
    ApiCall::post(&format!("/calls/{id}/caller")).body(&ChooseCaller { person_id }).json().await
}

/// Registers the caller as a new person.
pub async fn register(id: i64, person: &RegisterCaller) -> Answer<Vec<CallPopUp>> {
    ApiCall::post(&format!("/calls/{id}/person")).body(person).json().await
}

/// Opens the request that the call is about, to work on it (`execute`) or to look at it.
pub async fn view(id: i64, tab: String, execute: bool) -> Answer<Vec<CallPopUp>> {
    ApiCall::post(&format!("/calls/{id}/view")).body(&ViewInCall { tab, execute }).json().await
}

/// Says that a call is over that the telephone exchange does not tell about.
pub async fn end(id: i64) -> Answer<Vec<CallPopUp>> {
    ApiCall::post(&format!("/calls/{id}/end")).json().await
}

/// Says what a call was about.
pub async fn conclude(id: i64, conclusion: &ConcludeCall) -> Answer<Vec<CallPopUp>> {
    ApiCall::post(&format!("/calls/{id}/conclusion")).body(conclusion).json().await
}

/// A page of the call log.
pub async fn log(filter: &CallFilter) -> Answer<Page<CallRow>> {
    ApiCall::get("/calls").query(filter).json().await
}

/// Counts of the call log.
pub async fn counts(filter: &CallFilter) -> Answer<CallCounts> {
    ApiCall::get("/calls/counts").query(filter).json().await
}

/// Missed calls that are to be called back.
pub async fn call_backs() -> Answer<Vec<CallBack>> {
    ApiCall::get("/call-backs").json().await
}

/// What an attendant does with a call-back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallBackStep {
    /// They will call back.
    Take,
    /// They leave it to the others again.
    GiveBack,
    /// They have called back.
    Done,
}

/// Takes one of these steps.
pub async fn step_call_back(id: i64, step: CallBackStep) -> Answer<()> {
    let action = match step {
        CallBackStep::Take => "take",
        CallBackStep::GiveBack => "give-back",
        CallBackStep::Done => "done",
    };
    ApiCall::post(&format!("/call-backs/{id}/{action}")).done().await
}

/// The person's own missed calls that will be called back.
pub async fn my_call_backs() -> Answer<Vec<MyCallBack>> {
    ApiCall::get("/me/call-backs").json().await
}
