//! What a telephone exchange reports of calls: a monitored Asterisk, or one that sends events. Both report the same
//! things. A report that comes twice, or late, changes nothing.

pub use super::ending::End;
use super::ending::finish;
use super::identify::Identified;
use super::saving::{save, tell_attendants};
use super::{call_backs, identify, numbers, popups, superseded};
use crate::db::stored;
use crate::domain::telephone::Caller;
use crate::domain::telephony::ami::calls::Verification;
use crate::error::Result;
use crate::models;
use crate::models::calls::Call;
use crate::models::calls::popups::PopUp;
use crate::tx::Tx;
use chrono::TimeDelta;
use contract::calls::{CallDirection, CallResult, CallSource};

/// A call that a web service announced rings within this time.
const MAX_ANNOUNCED: TimeDelta = TimeDelta::minutes(2);

/// A telephone that rings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ring<'a> {
    /// Who reports it.
    pub source: CallSource,
    /// The call's identifier at the exchange.
    pub key: &'a str,
    /// Whether the call comes in or goes out.
    pub direction: CallDirection,
    /// The attendant's extension: the one that rings, or the one that an outgoing call is from. None for a caller who
    /// waits in a queue.
    pub extension: Option<&'a str>,
    /// The other party's number; none when it is withheld.
    pub number: Option<&'a str>,
    /// The name that the network reports for the number.
    pub name: Option<&'a str>,
    /// The queue.
    pub queue: Option<&'a str>,
    /// What speaks for it.
    pub proof: Verification,
}

/// A telephone rings. At a recorded extension the pop-up is raised. The call is in the log in any case.
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
        // A monitored call that was answered and rings again was passed on. An event that says so was only late.
        let late = call.answered_at.is_some() && ring.source == CallSource::Events;
        let rings = call.direction.0 == CallDirection::Inbound && call.ended_at.is_none() && !late;
        if let Some(attendant) = attendant.filter(|_| rings) {
            popups::raise(tx, &call, extension, attendant)?;
        }
    }
    save(tx, &mut call)
}

/// A telephone answered: the pop-up of its attendant stays, those of other attendants close.
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

/// A telephone that was reported as ringing, but not verified, is verified now.
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

/// A telephone no longer rings because another one answered: at another extension, or at the same one, where its
/// attendant talks now.
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
        tell_attendants(tx, call.id)?;
    }
    Ok(())
}

/// A call is over.
///
/// # Errors
/// When the database does not answer.
pub fn end(tx: &mut Tx<'_>, ring: &Ring<'_>, end: &End) -> Result<()> {
    let mut call = call_of(tx, ring)?;
    // A monitored call may have been given up when the connection was lost. How it ended is reported later.
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

/// The call that is reported: known by its key, announced by a web service without a key, or new.
fn call_of(tx: &mut Tx<'_>, ring: &Ring<'_>) -> Result<Call> {
    models::calls::lock(tx.conn)?;
    if let Some(mut call) = models::calls::find_by_key(tx.conn, ring.key)? {
        superseded::reinstate(&mut call);
        call.followed = true;
        return Ok(call);
    }
    if let Some(extension) = ring.extension.filter(|_| ring.direction == CallDirection::Inbound) {
        let since = stored(tx.now - MAX_ANNOUNCED);
        let announced = models::calls::at_extension(tx.conn, extension, false, since)?;
        let told = ring.number.map(|number| numbers::parse(tx, number)).and_then(|told| numbers::key(&told));
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

/// A monitored call that rings or talks goes on, also when it was given up because the connection to the exchange was
/// lost. Events do not resume a call: they may be forged.
fn resume(call: &mut Call, ring: &Ring<'_>) {
    if ring.source == CallSource::Monitor && call.ended_at.is_some() {
        call.ended_at = None;
        call.result = None;
        call.talked_seconds = None;
        call.verified = ring.proof == Verification::Exchange;
    }
}

/// A call that an attendant dialled rings at other attendants. For them it is an inbound call.
fn turn_inbound(tx: &mut Tx<'_>, call: &mut Call) -> Result<()> {
    call.direction = CallDirection::Inbound.into();
    call.number = None;
    call.number_key = None;
    identify::write(tx, call, &Identified::default())
}

/// Writes what is new of a call: the number, the name, the queue, and who the caller may be.
fn describe(tx: &mut Tx<'_>, call: &mut Call, ring: &Ring<'_>) -> Result<()> {
    call.verified |= ring.proof == Verification::Exchange;
    call.queue = call.queue.take().or_else(|| short(ring.queue));
    call.caller_name = call.caller_name.take().or_else(|| short(ring.name));
    let number = ring.number.unwrap_or_default();
    let told = numbers::parse(tx, number);
    if told == Caller::Hidden && call.direction.0 == CallDirection::Outbound {
        // A dialled number is never withheld; it was not reported.
        return Ok(());
    }
    if !numbers::write(call, number, &told) {
        return Ok(());
    }
    let nobody_yet = call.person_id.is_none() && call.claimed.is_none();
    if nobody_yet && models::calls::candidates(tx.conn, call.id)?.is_empty() {
        let found = identify::by_number(tx, &told)?;
        identify::write(tx, call, &found)?;
    }
    Ok(())
}

/// A text from the exchange, without control characters and no longer than 100 characters.
fn short(text: Option<&str>) -> Option<String> {
    let text: String = text?.chars().filter(|c| !c.is_control()).take(100).collect();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
