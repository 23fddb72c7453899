//! Calls for tests.

use contract::calls::{CallPopUp, CallState};

/// The pop-up of a call from an unknown number.
pub fn popup(id: i64, state: CallState) -> CallPopUp {
    let raised_at = chrono::DateTime::from_timestamp(1_700_000_000 + id, 0).unwrap();
    CallPopUp {
        call_id: id,
        state,
        extension: "214".to_owned(),
        raised_at,
        answered_at: None,
        ended_at: (state == CallState::Ended).then_some(raised_at),
        number: Some("(11) 4021-7000".to_owned()),
        number_withheld: false,
        caller_name: None,
        queue: None,
        verified: true,
        followed: true,
        caller: None,
        matched_by: None,
        candidates: Vec::new(),
        claimed: None,
        request: None,
        requests: Vec::new(),
        taken_by: None,
    }
}
