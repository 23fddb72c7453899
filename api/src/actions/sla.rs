//! The SLA clock of a request's row: from the row to `domain::sla` and back.

use crate::db::{end_of_time, instant, stored};
use crate::domain::calendar::Calendar;
use crate::domain::priority;
use crate::domain::sla::{Cycle, Pause};
use crate::error::{Error, Result};
use crate::models;
use crate::models::catalogue::Service;
use crate::models::requests::Request;
use crate::tx::Tx;
use contract::admin::CalendarEdit;

/// The calendar that a service's deadlines are counted in.
///
/// # Errors
/// When it cannot be read.
pub fn calendar(tx: &mut Tx<'_>, id: i64) -> Result<Calendar> {
    let definition = models::catalogue::calendar_definition(tx.conn, id)?
        .ok_or_else(|| anyhow::anyhow!("calendar {id} is missing"))?;
    parse_calendar(&definition)
}

/// A calendar from its stored definition.
///
/// # Errors
/// When it is not valid (it was checked when it was saved).
pub fn parse_calendar(definition: &str) -> Result<Calendar> {
    let edit: CalendarEdit = serde_json::from_str(definition).map_err(anyhow::Error::from)?;
    Calendar::from_edit(&edit).map_err(|faults| Error::Internal(anyhow::anyhow!("stored calendar: {faults:?}")))
}

/// The present cycle of a request, with its pauses.
///
/// # Errors
/// When the database does not answer.
pub fn cycle(tx: &mut Tx<'_>, request: &Request) -> Result<Cycle> {
    let pauses = models::requests::clock::pauses(tx.conn, request.id, request.cycle)?;
    Ok(from_row(request, &pauses))
}

/// The present cycle from rows.
#[must_use]
pub fn from_row(request: &Request, pauses: &[models::requests::clock::Pause]) -> Cycle {
    let pauses = pauses
        .iter()
        .map(|pause| Pause { started_at: instant(pause.started_at), ended_at: pause.ended_at.map(instant) })
        .collect();
    Cycle {
        target: request.target_seconds,
        started_at: instant(request.cycle_started_at),
        pauses,
        ended_at: request.resolved_at.or(request.ended_at).map(instant),
        deadline_override: request.deadline_by_hand.map(instant),
    }
}

/// The present cycle as it was promised: the deadline in the row holds, also after
/// its calendar was changed, until something that happens to the request moves it.
#[must_use]
pub fn promised(request: &Request, pauses: &[models::requests::clock::Pause]) -> Cycle {
    let cycle = from_row(request, pauses);
    Cycle { deadline_override: request.deadline_at.map(instant).or(cycle.deadline_override), ..cycle }
}

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

/// Priority and targets that a request of this service gets.
///
/// # Errors
/// When the database does not answer.
pub fn targets(
    tx: &mut Tx<'_>,
    service: &Service,
    impact: contract::Level,
    urgency: contract::Level,
) -> Result<Targets> {
    let priority = priority::priority(impact, urgency, service.fixed_priority);
    let (capture, resolve) = models::catalogue::targets(tx.conn, service.id, priority)?;
    Ok(Targets { priority, capture, resolve })
}

/// Priority, and working time allowed, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Targets {
    /// 1 to 5.
    pub priority: i32,
    /// To capture.
    pub capture: Option<i64>,
    /// To resolve.
    pub resolve: Option<i64>,
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
    request.cycle_started_at = tx.stamp();
    request.sla_met = None;
    request.warned_at = None;
    write(request, &cycle, calendar);
    Ok(())
}
