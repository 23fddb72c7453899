//! Missed calls of people who are known: somebody calls back. They are no
//! requests, and nothing counts them as such.

use crate::actions::live::tell_person;
use crate::auth::Viewer;
use crate::db::stored;
use crate::domain::parameters::ids;
use crate::domain::sla::Cycle;
use crate::domain::telephony::ami::calls::Verification;
use crate::error::{Error, Result};
use crate::models;
use crate::models::call_backs::CallBack;
use crate::models::calls::Call;
use crate::models::live_events::Audience;
use crate::policy::sla;
use crate::policy::telephony::switched_on;
use crate::tx::Tx;
use chrono::{NaiveDateTime, TimeDelta};
use contract::calls::CallBackEnd;
use contract::live::LiveKind;

/// Nobody answered: the caller is to be called back, if just one person can have
/// called. One item for a number.
pub(super) fn missed(tx: &mut Tx<'_>, call: &Call, proof: Verification) -> Result<()> {
    let believed = is_believed(call, proof);
    let (Some(person_id), Some(key), true) = (call.person_id, call.number_key.clone(), believed) else {
        return Ok(());
    };
    let now = tx.db_now();
    let row = match models::call_backs::newest_of_number(tx.conn, &key)? {
        // They called in vain again: whoever took it keeps it.
        Some(row) if row.closed_at.is_none() || is_closed_by(&row, call) => {
            let again = CallBack { call_id: call.id, calls: row.calls + 1, missed_at: now, person_id, ..row };
            CallBack { closed_at: None, closed_why: None, closed_by: None, ..again }
        }
        _ => CallBack {
            id: 0,
            number_key: key,
            number: call.number.clone().unwrap_or_default(),
            person_id,
            call_id: call.id,
            calls: 1,
            missed_at: now,
            due_at: due(tx)?,
            owner_id: None,
            closed_at: None,
            closed_why: None,
            closed_by: None,
        },
    };
    save(tx, &row)?;
    tell_person(tx, person_id, LiveKind::CallBack)
}

/// Whether it was this call, while it rang, that made a call-back look done.
fn is_closed_by(row: &CallBack, call: &Call) -> bool {
    let again = row.closed_why.is_some_and(|why| why.0 == CallBackEnd::CalledAgain);
    again && row.closed_at.is_some_and(|at| at >= call.started_at)
}

/// Whether a call counts for call-backs: shown as verified, or told by events while they are all there is to go by.
fn is_believed(call: &Call, proof: Verification) -> bool {
    call.verified || proof >= Verification::Events
}

/// When a call that is missed now is to be called back: working hours of the
/// company's first calendar (parameter 1021).
fn due(tx: &mut Tx<'_>) -> Result<NaiveDateTime> {
    let hours = tx.parameters.number(ids::CALL_BACK_HOURS);
    let calendar = models::calendars::all(tx.conn)?.into_iter().min_by_key(|calendar| calendar.id);
    let deadline = match calendar {
        Some(row) => {
            let calendar = sla::parse_calendar(&row.definition)?;
            Cycle::starting(Some(hours * 3_600), tx.now).deadline(&calendar)
        }
        None => None,
    };
    Ok(stored(deadline.unwrap_or(tx.now + TimeDelta::hours(hours))))
}

/// They call again: their call-back is no longer needed, unless this is missed, too.
pub(super) fn called_again(tx: &mut Tx<'_>, call: &Call, proof: Verification) -> Result<()> {
    if !is_believed(call, proof) {
        return Ok(());
    }
    close_number(tx, call, CallBackEnd::CalledAgain, None)
}

/// An attendant called, and was answered.
pub(super) fn called_back(tx: &mut Tx<'_>, call: &Call, proof: Verification) -> Result<()> {
    if !is_believed(call, proof) {
        return Ok(());
    }
    close_number(tx, call, CallBackEnd::CalledBack, call.attendant_id)
}

fn close_number(tx: &mut Tx<'_>, call: &Call, why: CallBackEnd, by: Option<i64>) -> Result<()> {
    let Some(key) = &call.number_key else { return Ok(()) };
    match models::call_backs::newest_of_number(tx.conn, key)? {
        Some(row) if row.closed_at.is_none() && row.call_id != call.id => close(tx, row, why, by),
        _ => Ok(()),
    }
}

fn close(tx: &mut Tx<'_>, row: CallBack, why: CallBackEnd, by: Option<i64>) -> Result<()> {
    let now = tx.db_now();
    let row = CallBack { closed_at: Some(now), closed_why: Some(why.into()), closed_by: by, ..row };
    save(tx, &row)?;
    tell_person(tx, row.person_id, LiveKind::CallBack)
}

/// Saves one, and tells the pages of those who call back.
fn save(tx: &mut Tx<'_>, row: &CallBack) -> Result<()> {
    models::call_backs::save(tx.conn, row)?;
    Ok(models::live_events::add(tx, LiveKind::CallBack, None, None, Audience::default())?)
}

/// An attendant will call back.
///
/// # Errors
/// 404 when it is done, or was never there; 409 when somebody else took it.
pub fn take(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    let row = open(tx, id)?;
    if row.owner_id.is_some_and(|owner| owner != viewer.id()) {
        return Err(Error::conflict("call-back-taken"));
    }
    save(tx, &CallBack { owner_id: Some(viewer.id()), ..row })
}

/// An attendant who took it gives it back.
///
/// # Errors
/// 404 when it is done; 409 when it is somebody else's.
pub fn give_back(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    let row = open(tx, id)?;
    if row.owner_id != Some(viewer.id()) {
        return Err(Error::conflict("call-back-taken"));
    }
    save(tx, &CallBack { owner_id: None, ..row })
}

/// It is done: they were reached, or need not be.
///
/// # Errors
/// 404 when it was done already.
pub fn done(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    let row = open(tx, id)?;
    close(tx, row, CallBackEnd::Done, Some(viewer.id()))
}

fn open(tx: &mut Tx<'_>, id: i64) -> Result<CallBack> {
    switched_on(tx)?;
    models::calls::lock(tx.conn)?;
    let row = models::call_backs::find(tx.conn, id)?;
    row.filter(|row| row.closed_at.is_none()).ok_or_else(Error::not_found)
}
