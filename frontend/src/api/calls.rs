//! The telephone: the extension, the pop-ups of calls, the log, call-backs.

use super::{Answer, Call};
use contract::Page;
use contract::calls::{
    CallBack, CallCounts, CallFilter, CallPopUp, CallRow, ChooseCaller, ConcludeCall, ExtensionEdit, MyCallBack,
    MyExtension, RegisterCaller, TakeCall, ViewInCall,
};

/// The extension that the attendant answers at.
pub async fn extension() -> Answer<MyExtension> {
    Call::get("/me/extension").json().await
}

/// Records it; none gives it up.
pub async fn record(extension: Option<String>) -> Answer<MyExtension> {
    Call::put("/me/extension").body(&ExtensionEdit { extension }).json().await
}

/// The open pop-ups, the oldest first.
pub async fn popups() -> Answer<Vec<CallPopUp>> {
    Call::get("/calls/popups").json().await
}

/// The pop-up is taken up in this tab.
pub async fn take(id: i64, tab: String) -> Answer<Vec<CallPopUp>> {
    Call::post(&format!("/calls/{id}/take")).body(&TakeCall { tab }).json().await
}

/// Says who calls; none: nobody of those proposed.
pub async fn choose(id: i64, person_id: Option<i64>) -> Answer<Vec<CallPopUp>> {
    Call::post(&format!("/calls/{id}/caller")).body(&ChooseCaller { person_id }).json().await
}

/// Registers who calls.
pub async fn register(id: i64, person: &RegisterCaller) -> Answer<Vec<CallPopUp>> {
    Call::post(&format!("/calls/{id}/person")).body(person).json().await
}

/// The call's request is worked on, or looked at.
pub async fn view(id: i64, tab: String, execute: bool) -> Answer<Vec<CallPopUp>> {
    Call::post(&format!("/calls/{id}/view")).body(&ViewInCall { tab, execute }).json().await
}

/// The call is over, of which the exchange tells nothing.
pub async fn end(id: i64) -> Answer<Vec<CallPopUp>> {
    Call::post(&format!("/calls/{id}/end")).json().await
}

/// Says what a call was about.
pub async fn conclude(id: i64, what: &ConcludeCall) -> Answer<Vec<CallPopUp>> {
    Call::post(&format!("/calls/{id}/conclusion")).body(what).json().await
}

/// A page of the call log.
pub async fn log(filter: &CallFilter) -> Answer<Page<CallRow>> {
    Call::get("/calls").query(filter).json().await
}

/// Counts of the call log.
pub async fn counts(filter: &CallFilter) -> Answer<CallCounts> {
    Call::get("/calls/counts").query(filter).json().await
}

/// Missed calls that are to be called back.
pub async fn call_backs() -> Answer<Vec<CallBack>> {
    Call::get("/call-backs").json().await
}

/// What somebody does with a call-back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackStep {
    /// They will do it.
    Take,
    /// They give it back to the others.
    GiveBack,
    /// It is done.
    Done,
}

/// Does something with a call-back.
pub async fn step_back(id: i64, step: BackStep) -> Answer<()> {
    let what = match step {
        BackStep::Take => "take",
        BackStep::GiveBack => "give-back",
        BackStep::Done => "done",
    };
    Call::post(&format!("/call-backs/{id}/{what}")).done().await
}

/// One's own calls that will be called back.
pub async fn mine() -> Answer<Vec<MyCallBack>> {
    Call::get("/me/call-backs").json().await
}
