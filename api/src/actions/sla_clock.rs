//! The SLA clock of a request's row: from `domain::sla` back to the row.

use crate::db::{end_of_time, stored};
use crate::domain::calendar::Calendar;
use crate::domain::sla::Cycle;
use crate::error::Result;
use crate::models;
use crate::models::requests::Request;
use crate::policy::sla::{Targets, cycle, promised};
use crate::tx::Tx;

/// Writes what the clock says into the row: deadline, warning, sort key.
pub fn write(request: &mut Request, cycle: &Cycle, calendar: &Calendar) {
    let reading = cycle.read(calendar, cycle.started_at);
    request.target_seconds = cycle.target;
    request.deadline_by_hand = cycle.deadline_override.map(stored);
    request.deadline_at = cycle.deadline(calendar).map(stored);
    let warn_at = reading.warn_at.map(stored);
    if warn_at != request.warn_at {
        request.warned_at = None;
    }
    request.warn_at = warn_at;
    request.sort_deadline = request.deadline_at.unwrap_or_else(end_of_time);
}

/// Recounts the deadline of a running request for another target or calendar.
///
/// # Errors
/// When the database does not answer.
pub fn retarget(tx: &mut Tx<'_>, request: &mut Request, targets: Targets, calendar: &Calendar) -> Result<()> {
    let cycle = cycle(tx, request)?.retargeted(targets.resolve);
    write(request, &cycle, calendar);
    if request.captured_at.is_none() {
        request.capture_deadline_at = Cycle::starting(targets.capture, cycle.started_at).deadline(calendar).map(stored);
    }
    Ok(())
}

/// Stops the clock for good, and notes whether the target was met.
///
/// # Errors
/// When the database does not answer.
pub fn stop(tx: &mut Tx<'_>, request: &mut Request, calendar: &Calendar) -> Result<()> {
    let pauses = models::requests::clock::pauses(tx.conn, request.id, request.cycle)?;
    let cycle = Cycle { ended_at: Some(tx.now), ..promised(request, &pauses) };
    request.sla_met = match cycle.status(calendar, tx.now) {
        contract::SlaStatus::Met => Some(true),
        contract::SlaStatus::Missed => Some(false),
        _ => None,
    };
    request.deadline_at = cycle.deadline(calendar).map(stored);
    request.warn_at = None;
    request.sort_deadline = request.deadline_at.unwrap_or_else(end_of_time);
    Ok(())
}

/// Begins a new cycle after a reopening; the earlier one's result is kept.
///
/// # Errors
/// When the database does not answer.
pub fn restart(tx: &mut Tx<'_>, request: &mut Request, targets: Targets, calendar: &Calendar) -> Result<()> {
    let earlier = models::requests::clock::Cycle {
        request_id: request.id,
        number: request.cycle,
        started_at: request.cycle_started_at,
        ended_at: request.resolved_at.or(request.ended_at),
        target_seconds: request.target_seconds,
        deadline_at: request.deadline_at,
        met: request.sla_met,
    };
    models::requests::clock::keep_cycle(tx.conn, earlier)?;
    let cycle = Cycle::starting(targets.resolve, tx.now);
    request.cycle += 1;
    request.cycle_started_at = tx.db_now();
    request.sla_met = None;
    request.warned_at = None;
    write(request, &cycle, calendar);
    Ok(())
}
