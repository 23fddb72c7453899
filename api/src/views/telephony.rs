//! What telephone systems are told about people and requests.

use crate::actions::calls::identify;
use crate::actions::sla;
use crate::db::instant;
use crate::domain::telephony::{Claim, InProgress};
use crate::error::{Error, Result};
use crate::mail::values::code_name;
use crate::models;
use crate::models::requests::{OPEN, RUNNING, lists};
use crate::tx::Tx;
use actix_web::http::StatusCode;
use contract::telephony::{RequestFacts, SituationLabel};
use contract::{Language, SlaStatus};

/// Somebody's requests in progress: those that are worked on, and the suspended
/// ones if asked for.
///
/// # Errors
/// When the database does not answer.
pub fn in_progress(tx: &mut Tx<'_>, claim: &Claim, suspended: bool) -> Result<InProgress> {
    let people = identify::people_of(tx, claim)?;
    let situations = if suspended { OPEN.as_slice() } else { RUNNING.as_slice() };
    Ok(InProgress { numbers: lists::numbers_of(tx.conn, &people, situations)? })
}

/// What an IVR reads out of a request. With a claim, only to whom it belongs.
///
/// # Errors
/// 404 when there is none, or it is somebody else's.
pub fn facts(tx: &mut Tx<'_>, number: i64, claim: Option<&Claim>, language: Language) -> Result<RequestFacts> {
    let not_found = || Error::refused(StatusCode::NOT_FOUND, "request-not-found");
    let request = models::requests::find_by_number(tx.conn, number)?.ok_or_else(not_found)?;
    if let Some(claim) = claim
        && !identify::people_of(tx, claim)?.contains(&request.requester_id)
    {
        return Err(not_found());
    }
    let service = models::catalogue::service(tx.conn, request.service_id)?
        .ok_or_else(|| anyhow::anyhow!("service {} is missing", request.service_id))?;
    let pauses = models::requests::clock::pauses(tx.conn, request.id, request.cycle)?;
    let calendar = sla::calendar(tx, service.calendar_id)?;
    let reading = sla::promised(&request, &pauses).read(&calendar, tx.now);
    let cancelled = request.situation == contract::Situation::Cancelled;
    let within_deadline = cancelled
        || match reading.status {
            SlaStatus::Overdue | SlaStatus::Missed => false,
            SlaStatus::Paused => reading.left.is_none_or(|left| left >= 0),
            SlaStatus::None | SlaStatus::OnTime | SlaStatus::Expiring | SlaStatus::Met => true,
        };
    let label = code_name(language, "situation", request.situation.as_str());
    Ok(RequestFacts {
        number: request.number,
        opened_at: instant(request.opened_at),
        deadline_at: reading.deadline.filter(|_| !cancelled),
        situation: SituationLabel { code: request.situation, label },
        within_deadline,
    })
}
