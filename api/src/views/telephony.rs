//! What telephone systems are told about people and requests.

use crate::db::instant;
use crate::domain::sla::within;
use crate::domain::telephony::CallerId;
use crate::error::{Error, Result};
use crate::language::code_name;
use crate::models;
use crate::models::polled::Facts;
use crate::policy::sla;
use crate::tx::Tx;
use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};
use contract::telephony::{RequestFacts, SituationLabel};
use contract::{Language, Situation};

/// What an IVR reads out of the request with a number. With a claim, only to whom it belongs.
///
/// # Errors
/// 404 when there is none, or it is somebody else's.
pub fn facts(
    tx: &mut Tx<'_>,
    number: i64,
    claim: Option<&CallerId>,
    found: Option<Facts>,
    language: Language,
) -> Result<RequestFacts> {
    let theirs = found.filter(|found| claim.is_none_or(|claim| found.is_of(claim)));
    let found = theirs.ok_or_else(|| Error::refused(StatusCode::NOT_FOUND, "request-not-found"))?;
    let situation = found.situation.0;
    let (deadline_at, within_deadline) = match situation {
        Situation::Cancelled => (None, true),
        Situation::Suspended => suspended(tx, found.id)?,
        _ => {
            let (deadline, ended) = (found.deadline_at.map(instant), found.resolved_at.or(found.ended_at).map(instant));
            (deadline, within(deadline, ended.unwrap_or(tx.now)))
        }
    };
    let label = code_name(language, "situation", situation.as_str());
    let situation = SituationLabel { code: situation, label };
    Ok(RequestFacts { number, opened_at: instant(found.opened_at), deadline_at, situation, within_deadline })
}

/// The deadline of a suspended request (none while the pause lasts), and whether it had
/// time left when the clock stopped.
fn suspended(tx: &mut Tx<'_>, id: i64) -> Result<(Option<DateTime<Utc>>, bool)> {
    let missing = |what: &str| anyhow::anyhow!("{what} of request {id} is missing");
    let request = models::requests::find(tx.conn, id)?.ok_or_else(|| missing("the row"))?;
    let service = models::services::find(tx.conn, request.service_id)?.ok_or_else(|| missing("the service"))?;
    let pauses = models::requests::clock::pauses(tx.conn, request.id, request.cycle)?;
    let calendar = sla::calendar(tx, service.calendar_id)?;
    let reading = sla::promised(&request, &pauses).read(&calendar, tx.now);
    Ok((reading.deadline, reading.left.is_none_or(|left| left >= 0)))
}
