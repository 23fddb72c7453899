//! What telephone systems are told about a request.

use crate::db::{Conn, instant};
use crate::domain::sla::within;
use crate::error::Result;
use crate::language::code_name;
use crate::models;
use crate::models::polled::Facts;
use crate::policy::sla;
use chrono::{DateTime, Utc};
use contract::telephony::{RequestFacts, SituationLabel};
use contract::{Language, Situation};

/// The facts of a request that an IVR reads out, at the time `now`.
///
/// # Errors
/// When the database does not answer. It is asked only about a suspended request.
pub fn facts(
    conn: &mut Conn,
    now: DateTime<Utc>,
    number: i64,
    found: &Facts,
    language: Language,
) -> Result<RequestFacts> {
    let situation = found.situation.0;
    let (deadline_at, within_deadline) = match situation {
        Situation::Cancelled => (None, true),
        Situation::Suspended => suspended(conn, now, found.id)?,
        _ => {
            let (deadline, ended) = (found.deadline_at.map(instant), found.resolved_at.or(found.ended_at).map(instant));
            (deadline, within(deadline, ended.unwrap_or(now)))
        }
    };
    let label = code_name(language, "situation", situation.as_str());
    let situation = SituationLabel { code: situation, label };
    Ok(RequestFacts { number, opened_at: instant(found.opened_at), deadline_at, situation, within_deadline })
}

/// The deadline of a suspended request (none while the pause lasts), and whether it had time left when the clock stopped.
fn suspended(conn: &mut Conn, now: DateTime<Utc>, id: i64) -> Result<(Option<DateTime<Utc>>, bool)> {
    let missing = |what: &str| anyhow::anyhow!("{what} of request {id} is missing");
    let request = models::requests::find(conn, id)?.ok_or_else(|| missing("the row"))?;
    let service = models::services::find(conn, request.service_id)?.ok_or_else(|| missing("the service"))?;
    let pauses = models::requests::clock::pauses(conn, request.id, request.cycle)?;
    let calendar = sla::load_calendar(conn, service.calendar_id)?;
    let reading = sla::promised(&request, &pauses).read(&calendar, now);
    Ok((reading.deadline, reading.left.is_none_or(|left| left >= 0)))
}
