//! Raising a call's pop-up at an attendant's extension, and taking it back when the call leaves.

use crate::error::Result;
use crate::models;
use crate::models::calls::Call;
use crate::models::calls::popups::PopUp;
use crate::tx::Tx;
use chrono::{NaiveDateTime, TimeDelta};

/// How long an attendant who read a request because of a call may read it after the call.
const WRAP_UP: TimeDelta = TimeDelta::minutes(10);
/// The longest time for which a call lets an attendant read its request.
const MAX_READING: TimeDelta = TimeDelta::hours(12);

/// Until when a call lets an attendant read its request: for the longest time while the call goes on or its end is not
/// known, and for the wrap-up time after the call left the attendant.
pub(super) fn readable_until(tx: &Tx<'_>, call: &Call, popup: &PopUp) -> NaiveDateTime {
    let told = call.followed || call.result.is_some();
    popup.left_at.filter(|_| told).map_or(tx.db_now() + MAX_READING, |left| left + WRAP_UP)
}

/// Raises the pop-up of a call at the extension of an attendant. There is one per call and attendant, however often the
/// telephone rings.
pub(super) fn raise(tx: &mut Tx<'_>, call: &Call, extension: &str, attendant: i64) -> Result<PopUp> {
    let now = tx.db_now();
    let mut popup = match models::calls::popups::find(tx.conn, call.id, attendant)? {
        Some(popup) if popup.closed_at.is_none() && popup.left_at.is_none() && popup.extension == extension => {
            return Ok(popup);
        }
        // It rings again: a queue went round, or the call was passed back. An attendant who could read its request
        // still can.
        Some(popup) => {
            let reads_until = popup.reads_until.map(|_| now + MAX_READING);
            PopUp { raised_at: now, answered_at: None, left_at: None, closed_at: None, reads_until, ..popup }
        }
        None => PopUp {
            id: 0,
            call_id: call.id,
            person_id: attendant,
            extension: String::new(),
            raised_at: now,
            answered_at: None,
            left_at: None,
            taken_by: None,
            reads_until: None,
            closed_at: None,
        },
    };
    popup.extension = extension.to_owned();
    models::calls::popups::save(tx.conn, &popup)?;
    Ok(models::calls::popups::find(tx.conn, call.id, attendant)?.unwrap_or(popup))
}

/// An attendant answered. When the telephone did not ring again before, the attendant has talked all the time and only
/// the connection to the exchange was lost. A call that was concluded meanwhile stays concluded.
pub(super) fn answer(tx: &mut Tx<'_>, call: &Call, extension: &str, attendant: i64) -> Result<()> {
    let before = models::calls::popups::find(tx.conn, call.id, attendant)?;
    let gone = before.filter(|popup| popup.left_at.is_some() || popup.closed_at.is_some());
    let since = gone.filter(|popup| popup.extension == extension).and_then(|popup| popup.answered_at);
    if since.is_some() && call.concluded_at.is_some() {
        return Ok(());
    }
    let mut popup = raise(tx, call, extension, attendant)?;
    popup.answered_at = popup.answered_at.or(since).or(Some(tx.db_now()));
    Ok(models::calls::popups::save(tx.conn, &popup)?)
}

/// The call left an extension. An attendant who had answered keeps the pop-up until the call is concluded. Otherwise the
/// pop-up closes.
pub(super) fn leave(tx: &mut Tx<'_>, call: &Call, mut popup: PopUp) -> Result<()> {
    if popup.left_at.is_some() || popup.closed_at.is_some() {
        return Ok(());
    }
    let now = tx.db_now();
    popup.left_at = Some(now);
    popup.reads_until = popup.reads_until.map(|until| until.min(now + WRAP_UP));
    if popup.answered_at.is_none() || call.concluded_at.is_some() {
        popup.closed_at = Some(now);
    }
    Ok(models::calls::popups::save(tx.conn, &popup)?)
}

/// The call is superseded: its pop-ups are as after the end of a call, but stay open, because it is not known whether
/// the call is over; and the attendant may still read its request. Returns since when an attendant has talked: one who
/// took the pop-up up has.
pub(super) fn supersede(tx: &mut Tx<'_>, call: &Call) -> Result<Option<NaiveDateTime>> {
    let now = tx.db_now();
    let mut talked = None;
    for popup in models::calls::popups::of_call(tx.conn, call.id)? {
        if popup.left_at.is_some() || popup.closed_at.is_some() {
            continue;
        }
        let taken = popup.taken_by.is_some().then_some(popup.raised_at);
        talked = talked.or(taken);
        let superseded = PopUp { answered_at: taken, left_at: Some(now), ..popup };
        models::calls::popups::save(tx.conn, &superseded)?;
    }
    Ok(talked)
}

/// The call is about another request, or none: its attendants may no longer read the former one because of the call.
pub(super) fn about_another(tx: &mut Tx<'_>, call: &Call) -> Result<()> {
    for popup in models::calls::popups::of_call(tx.conn, call.id)? {
        if popup.reads_until.is_some() {
            models::calls::popups::save(tx.conn, &PopUp { reads_until: None, ..popup })?;
        }
    }
    Ok(())
}

/// The call leaves every extension except one.
pub(super) fn leave_all(tx: &mut Tx<'_>, call: &Call, but: Option<&str>) -> Result<()> {
    for popup in models::calls::popups::of_call(tx.conn, call.id)? {
        if Some(popup.extension.as_str()) != but {
            leave(tx, call, popup)?;
        }
    }
    Ok(())
}

/// The pop-up of a call at an extension.
pub(super) fn at(tx: &mut Tx<'_>, call: &Call, extension: &str) -> Result<Option<PopUp>> {
    let popups = models::calls::popups::of_call(tx.conn, call.id)?;
    Ok(popups.into_iter().find(|popup| popup.extension == extension))
}
