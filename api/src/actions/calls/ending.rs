//! The end of a call.

use super::popups;
use crate::db::stored;
use crate::error::Result;
use crate::models::calls::Call;
use crate::tx::Tx;
use chrono::{DateTime, TimeDelta, Utc};
use contract::calls::CallResult;

/// A call whose end nobody reported counts as over after this time.
pub(super) const MAX_DURATION: TimeDelta = TimeDelta::hours(12);

/// How and when a call ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The result; none when it is not known.
    pub result: Option<CallResult>,
    /// Seconds of talk, if the exchange counts them.
    pub talked: Option<i64>,
    /// When the call began, if the exchange knew it before a telephone rang.
    pub began: Option<DateTime<Utc>>,
    /// When the call ended.
    pub at: DateTime<Utc>,
}

/// Ends a call: writes its result and duration, and takes its pop-ups back. The call is not saved.
pub(super) fn finish(tx: &mut Tx<'_>, call: &mut Call, end: &End) -> Result<()> {
    let at = stored(end.at);
    call.started_at = end.began.map_or(call.started_at, |began| stored(began).min(call.started_at));
    call.ended_at = Some(at.max(call.started_at));
    let result = if call.answered_at.is_some() { Some(CallResult::Answered) } else { end.result };
    if result == Some(CallResult::Answered) && call.answered_at.is_none() {
        call.answered_at = call.ended_at;
    }
    call.result = result.map(Into::into);
    call.talked_seconds = match (end.talked, call.answered_at) {
        (Some(talked), Some(_)) => Some(talked),
        (None, Some(from)) => Some((at - from).num_seconds().max(0)),
        (_, None) => None,
    };
    popups::leave_all(tx, call, None)
}
