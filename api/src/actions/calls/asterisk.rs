//! What a watched Asterisk tells of calls (`domain::telephony::ami`), as calls.

use super::exchange::{self, End, Ring};
use crate::domain::telephone::Caller;
use crate::domain::telephony::ami::calls::{CallResult as Told, Change, Leg, Summary, WithdrawReason};
use crate::error::Result;
use crate::models;
use crate::monitor::Sink;
use crate::tx::Tx;
use contract::calls::{CallDirection, CallResult, CallSource};

/// Where the monitor leaves what it learns.
#[derive(Debug, Clone, Copy)]
pub struct Calls;

impl Sink for Calls {
    fn begin(&self, tx: &mut Tx<'_>) -> Result<()> {
        lose(tx)
    }

    fn observe(&self, tx: &mut Tx<'_>, changes: &[Change]) -> Result<()> {
        observe(tx, changes)
    }

    fn is_recorded(&self, tx: &mut Tx<'_>, extension: &str) -> Result<bool> {
        Ok(models::extensions::owner(tx.conn, extension)?.is_some())
    }
}

/// What was open when the connection was lost is given up; calls that still go on are
/// told anew.
fn lose(tx: &mut Tx<'_>) -> Result<()> {
    models::calls::lock(tx.conn)?;
    for mut call in models::calls::watched(tx.conn)? {
        let end = End { result: None, talked: None, began: None, at: tx.now };
        super::ending::finish(tx, &mut call, &end)?;
        super::saving::save(tx, &mut call)?;
    }
    Ok(())
}

/// Writes what happened, in its order.
///
/// # Errors
/// When the database does not answer; then nothing of it is written.
pub fn observe(tx: &mut Tx<'_>, changes: &[Change]) -> Result<()> {
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
            Change::Confirmed { call, proof, .. } => exchange::confirm(tx, call, *proof)?,
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

/// A leg, seen from us. A call that an attendant makes to the outside, or to somebody
/// who does not answer for others, rings at the trunk or at their extension: then the
/// attendant is the caller, and the number is the one dialled.
fn ring<'a>(tx: &mut Tx<'_>, leg: &'a Leg) -> Result<Ring<'a>> {
    let ring = Ring {
        source: CallSource::Monitor,
        key: &leg.call,
        direction: CallDirection::Inbound,
        extension: Some(&leg.extension),
        number: leg.caller_number.as_deref(),
        name: leg.caller_name.as_deref(),
        queue: leg.queue.as_deref(),
        proof: leg.proof,
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
    // It rings at a colleague's, too.
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
        proof: summary.proof,
    };
    let ring = ring(tx, &leg)?;
    let ring = Ring { extension: ring.extension.filter(|extension| !extension.is_empty()), ..ring };
    let result = match summary.result {
        _ if summary.lost => None,
        Told::Answered => Some(CallResult::Answered),
        Told::Missed => Some(CallResult::Missed),
        Told::Busy => Some(CallResult::Busy),
        Told::Declined => Some(CallResult::Declined),
        Told::Abandoned => Some(CallResult::Abandoned),
    };
    let talked = Some(i64::from(summary.talked_seconds));
    exchange::end(tx, &ring, &End { result, talked, began: Some(summary.started), at: summary.ended })
}
