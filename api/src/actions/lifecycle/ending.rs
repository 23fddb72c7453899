//! How a request ends, and how it begins again: resolving, closing, cancelling, reopening.

use super::announce;
use super::clock::resume;
use super::routing::take;
use super::target::Target;
use crate::actions::history::{self, Entry};
use crate::actions::{requests, sla_clock, validate};
use crate::auth::Viewer;
use crate::db::stored;
use crate::domain::lifecycle::{self as rules, closes_at};
use crate::domain::parameters::ids;
use crate::error::{Check, Complaint, Error, Result};
use crate::mail::RequestEmail;
use crate::models;
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::policy::sla;
use crate::tx::Tx;
use contract::desk::Resolve;
use contract::requests::{Cancel, Reopen};
use contract::{Action, Category, Situation, limits};

/// Resolves a request (capturing it if nobody had), and its duplicates with it.
///
/// # Errors
/// 422 without a solution.
pub fn resolve(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, how: &Resolve) -> Result<Request> {
    let access = target.open(tx, viewer, Action::Resolve)?;
    let mut check = Check::new();
    let solution = check.take(validate::lines("solution", &how.solution, limits::TEXT));
    let minutes = check.take(minutes(how.minutes));
    check.done()?;
    let mut request = access.request;
    resolve_with(tx, viewer, &mut request, &solution, minutes, None)?;
    for mut duplicate in models::requests::open_duplicates(tx.conn, request.id)? {
        if duplicate.situation == Situation::Suspended {
            resume(tx, &mut duplicate, Actor::system(), "reactivated-original", "")?;
        }
        resolve_with(tx, viewer, &mut duplicate, &solution, None, Some(request.number))?;
    }
    Ok(request)
}

/// Minutes that one occurrence may report.
///
/// # Errors
/// The complaint.
pub fn minutes(minutes: Option<i32>) -> Result<Option<i32>, Complaint> {
    match minutes {
        None | Some(0) => Ok(None),
        Some(value @ 1..=limits::MINUTES_MAX) => Ok(Some(value)),
        Some(_) => Err(Complaint::new("minutes", "minutes").with("max", limits::MINUTES_MAX)),
    }
}

pub(in crate::actions) fn resolve_with(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    request: &mut Request,
    solution: &str,
    minutes: Option<i32>,
    original: Option<i64>,
) -> Result<()> {
    let actor = Actor::desk(viewer);
    if request.responsible_id.is_none() {
        take(tx, request, viewer);
        history::append(tx, request, actor, Entry::event(Category::Routing, "captured"))?;
    }
    let service = models::services::find(tx.conn, request.service_id)?
        .ok_or_else(|| anyhow::anyhow!("service {} is missing", request.service_id))?;
    let calendar = sla::calendar(tx, service.calendar_id)?;
    request.situation = Situation::Resolved;
    request.solution = Some(solution.to_owned());
    sla_clock::stop(tx, request, &calendar)?;
    request.resolved_at = Some(tx.db_now());
    request.resolved_by = Some(viewer.id());
    request.closes_at = closes_at(tx.now, tx.parameters.number(ids::CLOSING_DAYS)).map(stored);
    requests::save(tx, request)?;
    let event = match (original, request.sla_met) {
        (Some(_), _) => "resolved-with-original",
        (None, Some(false)) => "resolved-late",
        (None, Some(true)) => "resolved-in-time",
        (None, None) => "resolved",
    };
    let mut entry = Entry::event(Category::Closure, event).text(solution).minutes(minutes);
    if let Some(number) = original {
        entry = entry.arg("number", number);
    }
    let id = history::add(tx, request, actor, entry)?;
    let mail = RequestEmail::new(ids::RESOLVED_TEMPLATE, request, actor).or(ids::OCCURRENCE_TEMPLATE).about(
        id,
        solution,
        Category::Closure,
    );
    announce::to_requester(tx, mail)
}

/// Closes a resolved request because its requester accepts.
///
/// # Errors
/// 409 when it is not resolved.
pub fn accept(tx: &mut Tx<'_>, viewer: &Viewer, target: Target) -> Result<Request> {
    let access = target.open(tx, viewer, Action::Close)?;
    let mut request = access.request;
    let actor = Actor::of(viewer, request.requester_id);
    close(tx, &mut request, actor, "accepted")?;
    Ok(request)
}

/// Closes a resolved request.
///
/// # Errors
/// 409 when it is not resolved.
pub fn close(tx: &mut Tx<'_>, request: &mut Request, actor: Actor, event: &'static str) -> Result<()> {
    rules::transition(Action::Close, request.situation).ok_or_else(|| Error::illegal(Vec::new()))?;
    request.situation = Situation::Closed;
    request.ended_at = Some(tx.db_now());
    request.closes_at = None;
    requests::save(tx, request)?;
    let id = history::add(tx, request, actor, Entry::event(Category::Closure, event))?;
    let mail = RequestEmail::new(ids::CLOSED_TEMPLATE, request, actor).or(ids::OCCURRENCE_TEMPLATE).about(
        id,
        "",
        Category::Closure,
    );
    announce::to_requester(tx, RequestEmail { with_attachments: true, ..mail })
}

/// Cancels a request.
///
/// # Errors
/// 422 when an executor gives no reason.
pub fn cancel(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, how: &Cancel) -> Result<Request> {
    let access = target.open(tx, viewer, Action::Cancel)?;
    let mut check = Check::new();
    let text = if access.on_desk() {
        check.take(validate::lines("reason", &how.reason, limits::JUSTIFICATION))
    } else {
        check.take(validate::optional_lines("reason", &how.reason, limits::JUSTIFICATION))
    };
    check.done()?;
    let actor = Actor::on(viewer, access.side);
    let calendar = sla::calendar(tx, access.service.calendar_id)?;
    let mut request = access.request;
    if request.situation == Situation::Suspended {
        models::requests::clock::end_pause(tx.conn, request.id, tx.db_now())?;
        (request.suspension_reason_id, request.resumes_at) = (None, None);
    }
    request.situation = Situation::Cancelled;
    sla_clock::stop(tx, &mut request, &calendar)?;
    // A cancelled request neither meets nor misses its target.
    request.sla_met = None;
    request.ended_at = Some(tx.db_now());
    requests::save(tx, &mut request)?;
    let id = history::add(tx, &request, actor, Entry::event(Category::Closure, "cancelled").text(&text))?;
    let mail = RequestEmail::new(ids::CANCELLED_TEMPLATE, &request, actor).or(ids::OCCURRENCE_TEMPLATE).about(
        id,
        &text,
        Category::Closure,
    );
    announce::to_both_sides(tx, mail)?;
    Ok(request)
}

/// Reopens a request. A new SLA cycle begins, and the result of the earlier one is kept.
///
/// # Errors
/// 422 without a reason; 409 when it is too late.
pub fn reopen(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, how: &Reopen) -> Result<Request> {
    let access = target.open(tx, viewer, Action::Reopen)?;
    let mut check = Check::new();
    let text = check.take(validate::lines("reason", &how.reason, limits::JUSTIFICATION));
    check.done()?;
    let actor = Actor::on(viewer, access.side);
    let mut request = access.request;
    let targets = sla::targets(tx, &access.service, request.impact, request.urgency)?;
    let calendar = sla::calendar(tx, access.service.calendar_id)?;
    request.situation = Situation::Reopened;
    sla_clock::restart(tx, &mut request, targets, &calendar)?;
    (request.resolved_at, request.resolved_by, request.ended_at, request.closes_at) = (None, None, None, None);
    (request.solution, request.grade, request.grade_comment, request.graded_at) = (None, None, None, None);
    request.priority = targets.priority;
    drop_inactive_responsible(tx, &mut request)?;
    requests::save(tx, &mut request)?;
    let id = history::add(tx, &request, actor, Entry::event(Category::Reopening, "reopened").text(&text))?;
    let mail = RequestEmail::new(ids::REOPENED_TEMPLATE, &request, actor).or(ids::OCCURRENCE_TEMPLATE).about(
        id,
        &text,
        Category::Reopening,
    );
    announce::to_both_sides(tx, mail)?;
    Ok(request)
}

/// Removes a responsible who has become inactive, so that the request waits to be captured.
fn drop_inactive_responsible(tx: &mut Tx<'_>, request: &mut Request) -> Result<()> {
    if let Some(id) = request.responsible_id
        && !models::people::find(tx.conn, id)?.is_some_and(|person| person.active)
    {
        request.responsible_id = None;
    }
    Ok(())
}
