//! One request.

use super::rows;
use crate::auth::Viewer;
use crate::db::instant;
use crate::domain::calendar::Calendar;
use crate::error::{Error, Result};
use crate::models;
use crate::models::requests::Request;
use crate::policy::access::{self, Access};
use crate::policy::sla;
use crate::tx::Tx;
use contract::requests::{Contact, CycleView, PauseView, RelatedView, RequestView, SatisfactionView, SlaExplanation};
use contract::{Action, RelationKind};

/// One request, after something was done with it.
///
/// # Errors
/// 404 when the viewer may not see it (any more).
pub fn after(tx: &mut Tx<'_>, viewer: &Viewer, request: Request) -> Result<RequestView> {
    after_or_gone(tx, viewer, request)?.ok_or_else(Error::not_found)
}

/// One request, after something was done with it; none when the viewer does not
/// see it any more (delegated to a group that is not theirs).
///
/// # Errors
/// When the database does not answer.
pub fn after_or_gone(tx: &mut Tx<'_>, viewer: &Viewer, request: Request) -> Result<Option<RequestView>> {
    let fresh = models::requests::find(tx.conn, request.id)?.ok_or_else(Error::not_found)?;
    match access::of(tx, viewer, fresh)? {
        Some(access) => view(tx, viewer, &access).map(Some),
        None => Ok(None),
    }
}

/// One request.
///
/// # Errors
/// When the database does not answer.
pub fn view(tx: &mut Tx<'_>, viewer: &Viewer, access: &Access) -> Result<RequestView> {
    let request = &access.request;
    let names = models::people::names(tx.conn, [request.opened_by])?;
    let opened_by = names
        .get(&request.opened_by)
        .cloned()
        .unwrap_or(contract::identity::PersonRef { id: request.opened_by, name: String::new() });
    let row = rows::row(tx, viewer, access)?;
    let solution = request.solution.clone().filter(|_| rows::may(&row, Action::ViewSolution));
    Ok(RequestView {
        full_title: request.title.clone(),
        description: request.description.clone(),
        opened_by,
        origin: request.origin,
        impact: request.impact,
        urgency: request.urgency,
        contact: Contact {
            name: request.contact_name.clone(),
            phone: request.contact_phone.clone(),
            email: request.contact_email.clone(),
            place: request.contact_place.clone(),
        },
        solution,
        resolved_at: request.resolved_at.map(instant),
        ended_at: request.ended_at.map(instant),
        closes_at: request.closes_at.map(instant),
        explanation: explanation(tx, viewer, access)?,
        related: related(tx, viewer, request)?,
        satisfaction: satisfaction(request),
        side: access.side,
        messages_hidden: access.texts_hidden,
        row,
    })
}

fn satisfaction(request: &Request) -> Option<SatisfactionView> {
    Some(SatisfactionView {
        grade: request.grade?.0,
        comment: request.grade_comment.clone().unwrap_or_default(),
        at: instant(request.graded_at?),
    })
}

fn explanation(tx: &mut Tx<'_>, viewer: &Viewer, access: &Access) -> Result<SlaExplanation> {
    let request = &access.request;
    let calendar = sla::calendar(tx, access.service.calendar_id)?;
    let until = request.deadline_at.map_or(tx.now, instant);
    let earlier = models::requests::clock::earlier_cycles(tx.conn, request.id)?;
    Ok(SlaExplanation {
        calendar: calendar.describe(viewer.language),
        time_zone: calendar.time_zone().name().to_owned(),
        pauses: pauses(tx, viewer, request, &calendar)?,
        exceptions: calendar.describe_exceptions(instant(request.cycle_started_at), until, viewer.language),
        earlier_cycles: earlier.into_iter().map(cycle_view).collect(),
        set_by_hand: request.deadline_by_hand.is_some(),
        capture_deadline_at: request.capture_deadline_at.map(instant),
        captured_at: request.captured_at.map(instant),
    })
}

fn cycle_view(cycle: models::requests::clock::Cycle) -> CycleView {
    CycleView {
        number: cycle.number,
        started_at: instant(cycle.started_at),
        ended_at: cycle.ended_at.map(instant),
        deadline_at: cycle.deadline_at.map(instant),
        met: cycle.met,
    }
}

fn pauses(tx: &mut Tx<'_>, viewer: &Viewer, request: &Request, calendar: &Calendar) -> Result<Vec<PauseView>> {
    let reasons = models::suspension_reasons::all(tx.conn)?;
    let rows = models::requests::clock::pauses(tx.conn, request.id, request.cycle)?;
    Ok(rows
        .into_iter()
        .map(|pause| {
            let reason = reasons.iter().find(|reason| reason.id == pause.reason_id);
            let (started_at, ended_at) = (instant(pause.started_at), pause.ended_at.map(instant));
            PauseView {
                started_at,
                ended_at,
                working_time: calendar.working_seconds(started_at, ended_at.unwrap_or(tx.now)),
                reason: reason.map(|reason| reason.name(viewer.language).to_owned()).unwrap_or_default(),
                waiting_requester: reason.is_some_and(|reason| reason.waits_requester),
            }
        })
        .collect())
}

fn related(tx: &mut Tx<'_>, viewer: &Viewer, request: &Request) -> Result<Vec<RelatedView>> {
    let mut related = Vec::new();
    for other in models::requests::related(tx.conn, request)? {
        let (kind, inverse) = if request.parent_id == Some(other.id) {
            (RelationKind::ChildOf, false)
        } else if request.duplicate_of_id == Some(other.id) {
            (RelationKind::DuplicateOf, false)
        } else if other.parent_id == Some(request.id) {
            (RelationKind::ChildOf, true)
        } else {
            (RelationKind::DuplicateOf, true)
        };
        let (number, title, situation) = (other.number, other.title.clone(), other.situation);
        if access::of(tx, viewer, other)?.is_some() {
            related.push(RelatedView { number, title, situation, kind, inverse });
        }
    }
    Ok(related)
}
