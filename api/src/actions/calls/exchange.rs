//! What a telephone exchange says of calls: watched (Asterisk), or sending events.
//! The two say the same things; whatever is said twice, or late, changes nothing.

use super::identify::Identified;
use super::{call_backs, caller, identify, key_of, popups, save, superseded, write_number};
use crate::db::stored;
use crate::domain::telephone::Caller;
use crate::domain::telephony::ami::calls::Verification;
use crate::error::Result;
use crate::models;
use crate::models::calls::Call;
use crate::models::calls::popups::PopUp;
use crate::tx::Tx;
use chrono::{DateTime, TimeDelta, Utc};
use contract::calls::{CallDirection, CallResult, CallSource};

/// A call that the web services announced rings within this time.
const ANNOUNCED: TimeDelta = TimeDelta::minutes(2);

/// A telephone that rings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ring<'a> {
    /// From whom it is known.
    pub source: CallSource,
    /// The call.
    pub key: &'a str,
    /// Who called whom.
    pub direction: CallDirection,
    /// The attendant's extension: the one that rings, or that an outgoing call is from. None for a
    /// caller who waits in a queue.
    pub extension: Option<&'a str>,
    /// The other side's number; none when it is withheld.
    pub number: Option<&'a str>,
    /// The name that the network gives for it.
    pub name: Option<&'a str>,
    /// The queue.
    pub queue: Option<&'a str>,
    /// What speaks for it.
    pub proof: Verification,
}

/// The end of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// How; none when nobody saw it.
    pub result: Option<CallResult>,
    /// Seconds of talk, when the exchange counts them.
    pub talked: Option<i64>,
    /// When the call began, when the exchange has seen it before a telephone rang.
    pub began: Option<DateTime<Utc>>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A telephone rings. At a recorded extension the pop-up is raised; in any case
/// the call is in the log.
///
/// # Errors
/// When the database does not answer.
pub fn ring(tx: &mut Tx<'_>, ring: &Ring<'_>) -> Result<()> {
    let mut call = call_of(tx, ring)?;
    resume(&mut call, ring);
    if ring.direction == CallDirection::Inbound && call.direction.0 == CallDirection::Outbound {
        turn_inbound(tx, &mut call)?;
    }
    describe(tx, &mut call, ring)?;
    if call.direction.0 == CallDirection::Inbound && call.ended_at.is_none() {
        call_backs::called_again(tx, &call, ring.proof)?;
    }
    if let Some(extension) = ring.extension {
        let attendant = models::extensions::owner(tx.conn, extension)?;
        if call.answered_at.is_none() {
            call.extension = Some(extension.to_owned());
            call.attendant_id = attendant;
        }
        // A watched call that was answered and rings again was passed on; an event was only late.
        let late = call.answered_at.is_some() && ring.source == CallSource::Events;
        let rings = call.direction.0 == CallDirection::Inbound && call.ended_at.is_none() && !late;
        if let Some(attendant) = attendant.filter(|_| rings) {
            popups::raise(tx, &call, extension, attendant)?;
        }
    }
    save(tx, &mut call)
}

/// A telephone answered: the pop-up of its attendant goes on, those of others go.
///
/// # Errors
/// When the database does not answer.
pub fn answer(tx: &mut Tx<'_>, answered: &Ring<'_>) -> Result<()> {
    let mut call = call_of(tx, answered)?;
    resume(&mut call, answered);
    describe(tx, &mut call, answered)?;
    if call.ended_at.is_some() {
        return save(tx, &mut call);
    }
    let now = tx.db_now();
    call.answered_at = Some(call.answered_at.unwrap_or(now));
    if let Some(extension) = answered.extension {
        let attendant = models::extensions::owner(tx.conn, extension)?;
        call.extension = Some(extension.to_owned());
        call.attendant_id = attendant;
        if call.direction.0 == CallDirection::Inbound {
            popups::leave_all(tx, &call, Some(extension))?;
            if let Some(attendant) = attendant {
                popups::answer(tx, &call, extension, attendant)?;
            }
        }
    }
    match call.direction.0 {
        CallDirection::Inbound => call_backs::called_again(tx, &call, answered.proof)?,
        CallDirection::Outbound => call_backs::called_back(tx, &call, answered.proof)?,
    }
    save(tx, &mut call)
}

/// Something speaks for a telephone that was told as ringing without proof.
///
/// # Errors
/// When the database does not answer.
pub fn confirm(tx: &mut Tx<'_>, key: &str, proof: Verification) -> Result<()> {
    models::calls::lock(tx.conn)?;
    let Some(mut call) = models::calls::find_by_key(tx.conn, key)? else { return Ok(()) };
    call.verified |= proof == Verification::Exchange;
    match call.direction.0 {
        _ if call.ended_at.is_some() => {}
        CallDirection::Inbound => call_backs::called_again(tx, &call, proof)?,
        CallDirection::Outbound if call.answered_at.is_some() => call_backs::called_back(tx, &call, proof)?,
        CallDirection::Outbound => {}
    }
    save(tx, &mut call)
}

/// A telephone no longer has the call.
///
/// # Errors
/// When the database does not answer.
pub fn leave(tx: &mut Tx<'_>, key: &str, extension: &str) -> Result<()> {
    leave_if(tx, key, extension, |_| true)
}

/// A telephone no longer rings, as another answered: at another extension, or at the
/// same, where its attendant talks now.
///
/// # Errors
/// When the database does not answer.
pub fn answered_elsewhere(tx: &mut Tx<'_>, key: &str, extension: &str) -> Result<()> {
    leave_if(tx, key, extension, |popup| popup.answered_at.is_none())
}

fn leave_if(tx: &mut Tx<'_>, key: &str, extension: &str, leaves: impl Fn(&PopUp) -> bool) -> Result<()> {
    models::calls::lock(tx.conn)?;
    let Some(call) = models::calls::find_by_key(tx.conn, key)? else { return Ok(()) };
    if let Some(popup) = popups::at(tx, &call, extension)?.filter(leaves) {
        popups::leave(tx, &call, popup)?;
        super::tell(tx, call.id)?;
    }
    Ok(())
}

/// A call is over.
///
/// # Errors
/// When the database does not answer.
pub fn end(tx: &mut Tx<'_>, ring: &Ring<'_>, end: &End) -> Result<()> {
    let mut call = call_of(tx, ring)?;
    // How a watched call ended that was given up for lost may be told later.
    let lost = ring.source == CallSource::Monitor && call.result.is_none();
    if call.ended_at.is_some() && !lost {
        return Ok(());
    }
    describe(tx, &mut call, ring)?;
    if let Some(extension) = ring.extension.filter(|_| call.extension.is_none()) {
        // It was busy, and did not ring.
        call.extension = Some(extension.to_owned());
        call.attendant_id = models::extensions::owner(tx.conn, extension)?;
    }
    finish(tx, &mut call, end)?;
    let in_vain = call.result.is_some_and(|result| result.0 != CallResult::Answered);
    if call.direction.0 == CallDirection::Inbound && in_vain {
        call_backs::missed(tx, &call, ring.proof)?;
    }
    save(tx, &mut call)
}

/// Ends a call.
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

/// The call that is spoken of: known by its key, announced by the web services
/// without one, or new.
fn call_of(tx: &mut Tx<'_>, ring: &Ring<'_>) -> Result<Call> {
    models::calls::lock(tx.conn)?;
    if let Some(mut call) = models::calls::find_by_key(tx.conn, ring.key)? {
        superseded::reinstate(&mut call);
        call.followed = true;
        return Ok(call);
    }
    if let Some(extension) = ring.extension.filter(|_| ring.direction == CallDirection::Inbound) {
        let since = stored(tx.now - ANNOUNCED);
        let announced = models::calls::at_extension(tx.conn, extension, false, since)?;
        let told = ring.number.map(|number| caller(tx, number)).and_then(|told| key_of(&told));
        let may_be = |call: &Call| call.number_key.is_none() || told.is_none() || call.number_key == told;
        if let Some(mut call) = announced.filter(|call| call.call_key.is_none() && may_be(call)) {
            call.call_key = Some(ring.key.to_owned());
            call.followed = true;
            return Ok(call);
        }
    }
    let mut call = Call::new(ring.source, tx.db_now());
    call.call_key = Some(ring.key.to_owned());
    call.direction = ring.direction.into();
    call.verified = ring.proof == Verification::Exchange;
    Ok(models::calls::insert(tx.conn, call)?)
}

/// A watched call that rings or talks goes on, also when it was given up because the
/// connection to the exchange was lost. Who forges its events gains nothing by that.
fn resume(call: &mut Call, ring: &Ring<'_>) {
    if ring.source == CallSource::Monitor && call.ended_at.is_some() {
        call.ended_at = None;
        call.result = None;
        call.talked_seconds = None;
        call.verified = ring.proof == Verification::Exchange;
    }
}

/// What an attendant dialled rings at colleagues who answer for others, too: for them
/// it is a call that comes in.
fn turn_inbound(tx: &mut Tx<'_>, call: &mut Call) -> Result<()> {
    call.direction = CallDirection::Inbound.into();
    call.number = None;
    call.number_key = None;
    identify::write(tx, call, &Identified::default())
}

/// Writes what is new of a call: a number, a name, a queue; and who it may be.
fn describe(tx: &mut Tx<'_>, call: &mut Call, ring: &Ring<'_>) -> Result<()> {
    call.verified |= ring.proof == Verification::Exchange;
    call.queue = call.queue.take().or_else(|| short(ring.queue));
    call.caller_name = call.caller_name.take().or_else(|| short(ring.name));
    let number = ring.number.unwrap_or_default();
    let told = caller(tx, number);
    if told == Caller::Hidden && call.direction.0 == CallDirection::Outbound {
        // Nobody withholds the number that is dialled: it was not told.
        return Ok(());
    }
    if !write_number(call, number, &told) {
        return Ok(());
    }
    let nobody_yet = call.person_id.is_none() && call.claimed.is_none();
    if nobody_yet && models::calls::candidates(tx.conn, call.id)?.is_empty() {
        let found = identify::by_number(tx, &told)?;
        identify::write(tx, call, &found)?;
    }
    Ok(())
}

/// A text from the exchange: one line, not longer than names are.
fn short(text: Option<&str>) -> Option<String> {
    let text: String = text?.chars().filter(|c| !c.is_control()).take(100).collect();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
