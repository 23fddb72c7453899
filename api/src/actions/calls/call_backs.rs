//! Call-backs: missed calls of known people, whom an attendant calls back. They are not requests.

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
use crate::policy::telephony::require_on;
use crate::tx::Tx;
use chrono::{NaiveDateTime, TimeDelta};
use contract::calls::CallBackEnd;
use contract::live::LiveKind;

/// Nobody answered a call. The caller is to be called back if exactly one person can have called. There is one call-back
/// for a number.
pub(super) fn missed(tx: &mut Tx<'_>, call: &Call, proof: Verification) -> Result<()> {
    let believed = is_believed(call, proof);
    let (Some(person_id), Some(key), true) = (call.person_id, call.number_key.clone(), believed) else {
        return Ok(());
    };
    let now = tx.db_now();
    let row = match models::call_backs::newest_of_number(tx.conn, &key)? {
        // The same number called in vain again. An attendant who took the call-back keeps it.
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

/// Whether a call-back was closed because this very call rang.
fn is_closed_by(row: &CallBack, call: &Call) -> bool {
    let again = row.closed_why.is_some_and(|why| why.0 == CallBackEnd::CalledAgain);
    again && row.closed_at.is_some_and(|at| at >= call.started_at)
}

/// Whether a call counts for call-backs: it is verified, or reported by events when nothing better is known.
fn is_believed(call: &Call, proof: Verification) -> bool {
    call.verified || proof >= Verification::Events
}

/// When a call that is missed now is to be called back: parameter 1021 gives the working hours, in the company's first
/// calendar.
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

/// The caller calls again: the call-back is closed. If this call is missed, too, [`missed`] opens it again.
pub(super) fn called_again(tx: &mut Tx<'_>, call: &Call, proof: Verification) -> Result<()> {
    if !is_believed(call, proof) {
        return Ok(());
    }
    close_number(tx, call, CallBackEnd::CalledAgain, None)
}

/// An attendant called the number, and was answered.
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

/// Saves a call-back, and tells the pages that show call-backs.
fn save(tx: &mut Tx<'_>, row: &CallBack) -> Result<()> {
    models::call_backs::save(tx.conn, row)?;
    Ok(models::live_events::add(tx, LiveKind::CallBack, None, None, Audience::default())?)
}

/// An attendant takes a call-back.
///
/// # Errors
/// 404 when it is done or unknown; 409 when another attendant took it.
pub fn take(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    let row = open(tx, id)?;
    if row.owner_id.is_some_and(|owner| owner != viewer.id()) {
        return Err(Error::conflict("call-back-taken"));
    }
    save(tx, &CallBack { owner_id: Some(viewer.id()), ..row })
}

/// An attendant gives back a call-back that they took.
///
/// # Errors
/// 404 when it is done or unknown; 409 when another attendant took it, or nobody did.
pub fn give_back(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    let row = open(tx, id)?;
    if row.owner_id != Some(viewer.id()) {
        return Err(Error::conflict("call-back-taken"));
    }
    save(tx, &CallBack { owner_id: None, ..row })
}

/// A call-back is done: the person was reached, or need not be.
///
/// # Errors
/// 404 when it is done already or unknown.
pub fn done(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    let row = open(tx, id)?;
    close(tx, row, CallBackEnd::Done, Some(viewer.id()))
}

fn open(tx: &mut Tx<'_>, id: i64) -> Result<CallBack> {
    require_on(tx)?;
    models::calls::lock(tx.conn)?;
    let row = models::call_backs::find(tx.conn, id)?;
    row.filter(|row| row.closed_at.is_none()).ok_or_else(Error::not_found)
}
