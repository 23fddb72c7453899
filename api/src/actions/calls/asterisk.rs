//! Applies what a monitored Asterisk reports (`domain::telephony::ami`) to calls.

use super::exchange::{self, End, Ring};
use crate::domain::telephone::Caller;
use crate::domain::telephony::ami::calls::{CallResult as Reported, Change, Leg, Summary, WithdrawReason};
use crate::error::Result;
use crate::models;
use crate::tx::Tx;
use contract::calls::{CallDirection, CallResult, CallSource};

/// Gives up the calls that were open when the connection was lost. Those that still go
/// on are reported again.
///
/// # Errors
/// When the database does not answer.
pub fn give_up_open_calls(tx: &mut Tx<'_>) -> Result<()> {
    models::calls::lock(tx.conn)?;
    for mut call in models::calls::watched(tx.conn)? {
        let end = End { result: None, talked: None, began: None, at: tx.now };
        super::ending::finish(tx, &mut call, &end)?;
        super::saving::save(tx, &mut call)?;
    }
    Ok(())
}

/// Applies changes in their order.
///
/// # Errors
/// When the database does not answer. Then nothing of it is written.
pub fn apply(tx: &mut Tx<'_>, changes: &[Change]) -> Result<()> {
    for change in changes {
        match change {
            Change::Ringing(leg) => {
                let ring = ring(tx, leg)?;
                exchange::ring(tx, &ring)?;
            }
            Change::Answered(leg) => {
                let ring = ring(tx, leg)?;
                exchange::answer(tx, &ring)?;
            }
            Change::Confirmed { call, verification, .. } => exchange::confirm(tx, call, *verification)?,
            Change::Withdrawn { call, extension, reason: WithdrawReason::AnsweredElsewhere, .. } => {
                exchange::answered_elsewhere(tx, call, extension)?;
            }
            Change::Withdrawn { call, extension, .. } | Change::Ended { call, extension, .. } => {
                exchange::leave(tx, call, extension)?;
            }
            Change::Finished(summary) => finish(tx, summary)?,
        }
    }
    Ok(())
}

/// A leg, seen from the attendant. A call that an attendant makes to the outside, or to
/// a colleague who has no recorded extension, rings at the trunk or at the colleague's
/// extension. Then the attendant is the caller, and the number is the one dialled.
fn ring<'a>(tx: &mut Tx<'_>, leg: &'a Leg) -> Result<Ring<'a>> {
    let ring = Ring {
        source: CallSource::Monitor,
        key: &leg.call,
        direction: CallDirection::Inbound,
        extension: Some(&leg.extension),
        number: leg.caller_number.as_deref(),
        name: leg.caller_name.as_deref(),
        queue: leg.queue.as_deref(),
        proof: leg.verification,
    };
    if !is_outgoing(tx, leg)? {
        return Ok(ring);
    }
    let called =
        Some(leg.extension.as_str()).filter(|name| matches!(super::numbers::parse(tx, name), Caller::Extension(_)));
    Ok(Ring {
        direction: CallDirection::Outbound,
        extension: leg.caller_number.as_deref(),
        number: leg.dialled.as_deref().or(called),
        name: None,
        ..ring
    })
}

fn is_outgoing(tx: &mut Tx<'_>, leg: &Leg) -> Result<bool> {
    let Some(number) = &leg.caller_number else { return Ok(false) };
    if leg.queue.is_some()
        || models::extensions::owner(tx.conn, number)?.is_none()
        || models::extensions::owner(tx.conn, &leg.extension)?.is_some()
    {
        return Ok(false);
    }
    // The same call may ring at another attendant's phone, too; then it is known as inbound.
    let known = models::calls::find_by_key(tx.conn, &leg.call)?;
    Ok(known.is_none_or(|call| call.direction.0 == CallDirection::Outbound))
}

fn finish(tx: &mut Tx<'_>, summary: &Summary) -> Result<()> {
    let extension = summary.answered_by.as_ref().or(summary.extensions.last());
    let leg = Leg {
        call: summary.call.clone(),
        leg: String::new(),
        extension: extension.cloned().unwrap_or_default(),
        caller_number: summary.caller_number.clone(),
        caller_name: summary.caller_name.clone(),
        queue: summary.queue.clone(),
        dialled: summary.dialled.clone(),
        verification: summary.verification,
    };
    let ring = ring(tx, &leg)?;
    let ring = Ring { extension: ring.extension.filter(|extension| !extension.is_empty()), ..ring };
    let result = match summary.result {
        _ if summary.lost => None,
        Reported::Answered => Some(CallResult::Answered),
        Reported::Missed => Some(CallResult::Missed),
        Reported::Busy => Some(CallResult::Busy),
        Reported::Declined => Some(CallResult::Declined),
        Reported::Abandoned => Some(CallResult::Abandoned),
    };
    let talked = Some(i64::from(summary.talked_seconds));
    exchange::end(tx, &ring, &End { result, talked, began: Some(summary.started), at: summary.ended })
}
