//! The SLA clock of a request's row: from the row to `domain::sla`.

use crate::db::{Conn, instant};
use crate::domain::calendar::Calendar;
use crate::domain::priority;
use crate::domain::sla::{Cycle, Pause};
use crate::error::{Error, Result};
use crate::models;
use crate::models::requests::Request;
use crate::models::services::Service;
use crate::tx::Tx;
use contract::admin::CalendarEdit;

/// The calendar that a service's deadlines are counted in.
///
/// # Errors
/// When it cannot be read.
pub fn calendar(tx: &mut Tx<'_>, id: i64) -> Result<Calendar> {
    load_calendar(tx.conn, id)
}

/// [`calendar`], for readers that have no transaction.
///
/// # Errors
/// When it cannot be read.
pub fn load_calendar(conn: &mut Conn, id: i64) -> Result<Calendar> {
    let definition =
        models::calendars::definition(conn, id)?.ok_or_else(|| anyhow::anyhow!("calendar {id} is missing"))?;
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
    let (capture, resolve) = models::services::target(tx.conn, service.id, priority)?;
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
