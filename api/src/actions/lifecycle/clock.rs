//! What changes the SLA clock of a request: suspension, priority, deadline, another service.

use super::announce;
use super::target::{Target, justification};
use crate::actions::history::{self, Entry};
use crate::actions::live;
use crate::actions::{requests, sla_clock, validate};
use crate::auth::Viewer;
use crate::db::{instant, stored};
use crate::domain::parameters::ids;
use crate::domain::sla::Cycle;
use crate::error::{Check, Complaint, Error, Result};
use crate::mail::RequestEmail;
use crate::models;
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::policy::sla;
use crate::tx::Tx;
use chrono::TimeDelta;
use contract::desk::{ChangeDeadline, ChangePriority, Reactivate, Reclassify, Suspend};
use contract::live::{LiveKind, NotificationKind};
use contract::{Action, Category, Situation, limits};

/// Stops the clock until a date, or until the requester answers.
///
/// # Errors
/// 422 for an unknown reason, a past date, or a missing complement (parameter 372).
pub fn suspend(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, how: &Suspend) -> Result<Request> {
    let access = target.open(tx, viewer, Action::Suspend)?;
    let mut check = Check::new();
    let text = if tx.parameters.yes(ids::SUSPENSION_COMPLEMENT) {
        check.take(validate::lines("complement", &how.complement, limits::JUSTIFICATION))
    } else {
        check.take(validate::optional_lines("complement", &how.complement, limits::JUSTIFICATION))
    };
    let reason = models::suspension_reasons::find(tx.conn, how.reason_id)?.filter(|reason| reason.active);
    if reason.is_none() {
        check.add(Complaint::new("reason_id", "unknown"));
    }
    if how.resumes_at <= tx.now {
        check.add(Complaint::new("resumes_at", "in-the-past"));
    } else if how.resumes_at > tx.now + TimeDelta::days(366) {
        check.add(Complaint::new("resumes_at", "too-far").with("days", 366));
    }
    check.done()?;
    let Some(reason) = reason else { return Err(Error::not_found()) };
    let mut request = access.request;
    models::requests::clock::begin_pause(tx.conn, &request, reason.id, tx.db_now())?;
    request.situation = Situation::Suspended;
    request.suspension_reason_id = Some(reason.id);
    request.resumes_at = Some(stored(how.resumes_at));
    let calendar = sla::calendar(tx, access.service.calendar_id)?;
    let cycle = sla::cycle(tx, &request)?;
    sla_clock::write(&mut request, &cycle, &calendar);
    requests::save(tx, &mut request)?;
    let actor = Actor::desk(viewer);
    let entry = Entry::event(Category::Suspension, "suspended")
        .arg("reason_pt", &reason.name_pt)
        .arg("reason_es", &reason.name_es)
        .arg("reason_en", &reason.name_en)
        .arg("until_at", how.resumes_at.to_rfc3339())
        .text(&text);
    let id = history::add(tx, &request, actor, entry)?;
    let parameter = ids::SUSPENDED_TEMPLATE;
    let mail = RequestEmail::new(parameter, &request, actor).or(ids::OCCURRENCE_TEMPLATE).about(
        id,
        &text,
        Category::Suspension,
    );
    announce::to_requester(tx, RequestEmail { with_attachments: true, ..mail })?;
    Ok(request)
}

/// Starts the clock again.
///
/// # Errors
/// 409 when it is not suspended.
pub fn reactivate(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, how: &Reactivate) -> Result<Request> {
    let access = target.open(tx, viewer, Action::Reactivate)?;
    let mut check = Check::new();
    let text = check.take(validate::optional_lines("text", &how.text, limits::JUSTIFICATION));
    check.done()?;
    let mut request = access.request;
    resume(tx, &mut request, Actor::desk(viewer), "reactivated", &text)?;
    Ok(request)
}

/// Ends a suspension, because a person does, because its date has come, or because the requester has answered.
///
/// # Errors
/// When the database does not answer.
pub fn resume(tx: &mut Tx<'_>, request: &mut Request, actor: Actor, event: &'static str, text: &str) -> Result<()> {
    let service = models::services::find(tx.conn, request.service_id)?
        .ok_or_else(|| anyhow::anyhow!("service {} is missing", request.service_id))?;
    let calendar = sla::calendar(tx, service.calendar_id)?;
    let cycle = sla::cycle(tx, request)?.resumed(&calendar, tx.now);
    models::requests::clock::end_pause(tx.conn, request.id, tx.db_now())?;
    request.situation = Situation::InProgress;
    request.suspension_reason_id = None;
    request.resumes_at = None;
    sla_clock::write(request, &cycle, &calendar);
    requests::save(tx, request)?;
    let id = history::add(tx, request, actor, Entry::event(Category::Reactivation, event).text(text))?;
    let mail = RequestEmail::new(ids::REACTIVATED_TEMPLATE, request, actor).or(ids::OCCURRENCE_TEMPLATE).about(
        id,
        text,
        Category::Reactivation,
    );
    announce::to_requester(tx, mail)?;
    announce::notify_assignees(tx, request, actor, NotificationKind::Situation)
}

/// Changes impact and urgency, and with them priority and deadline.
///
/// # Errors
/// 422 without a justification or without a change.
pub fn change_priority(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, to: &ChangePriority) -> Result<Request> {
    let access = target.open(tx, viewer, Action::ChangePriority)?;
    let text = justification(&to.justification)?;
    let mut request = access.request;
    if (request.impact, request.urgency) == (to.impact, to.urgency) {
        return Err(Error::field("urgency", "no-change"));
    }
    let before = request.priority;
    let targets = sla::targets(tx, &access.service, to.impact, to.urgency)?;
    let calendar = sla::calendar(tx, access.service.calendar_id)?;
    (request.impact, request.urgency, request.priority) = (to.impact, to.urgency, targets.priority);
    sla_clock::retarget(tx, &mut request, targets, &calendar)?;
    requests::save(tx, &mut request)?;
    let entry = Entry::event(Category::SlaChange, "priority-changed")
        .arg("from", before)
        .arg("to", request.priority)
        .text(text);
    history::add(tx, &request, Actor::desk(viewer), entry)?;
    Ok(request)
}

/// Sets the deadline by hand.
///
/// # Errors
/// 422 without a justification, or for a date that has passed.
pub fn change_deadline(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, to: &ChangeDeadline) -> Result<Request> {
    let access = target.open(tx, viewer, Action::ChangeDeadline)?;
    let mut check = Check::new();
    let text = check.take(validate::lines("justification", &to.justification, limits::JUSTIFICATION));
    if to.deadline_at <= tx.now {
        check.add(Complaint::new("deadline_at", "in-the-past"));
    } else if to.deadline_at > tx.now + TimeDelta::days(3660) {
        check.add(Complaint::new("deadline_at", "too-far").with("days", 3660));
    }
    check.done()?;
    let mut request = access.request;
    let before = request.deadline_at;
    let calendar = sla::calendar(tx, access.service.calendar_id)?;
    let cycle = Cycle { deadline_override: Some(to.deadline_at), ..sla::cycle(tx, &request)? };
    sla_clock::write(&mut request, &cycle, &calendar);
    requests::save(tx, &mut request)?;
    let mut entry =
        Entry::event(Category::SlaChange, if before.is_some() { "deadline-changed" } else { "deadline-set" })
            .arg("to_at", to.deadline_at.to_rfc3339())
            .text(text);
    if let Some(before) = before {
        entry = entry.arg("from_at", instant(before).to_rfc3339());
    }
    history::add(tx, &request, Actor::desk(viewer), entry)?;
    Ok(request)
}

/// Moves a request to another service and its group; the deadline is counted from
/// the opening. The requester is told.
///
/// # Errors
/// 422 for an unknown service, or without a justification.
pub fn reclassify(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, to: &Reclassify) -> Result<Request> {
    let access = target.open(tx, viewer, Action::Reclassify)?;
    let mut check = Check::new();
    let text = check.take(validate::lines("justification", &to.justification, limits::JUSTIFICATION));
    let service = models::services::find(tx.conn, to.service_id)?.filter(|service| service.active);
    if service.is_none() {
        check.add(Complaint::new("service_id", "service-unknown"));
    } else if to.service_id == access.request.service_id {
        check.add(Complaint::new("service_id", "no-change"));
    }
    check.done()?;
    let Some(service) = service else { return Err(Error::not_found()) };
    let mut request = access.request;
    let before = request.group_id;
    let targets = sla::targets(tx, &service, service.impact, request.urgency)?;
    let calendar = sla::calendar(tx, service.calendar_id)?;
    request.service_id = service.id;
    request.request_type = service.request_type;
    request.group_id = service.group_id.or_else(|| tx.parameters.id_of(ids::DEFAULT_GROUP));
    if request.group_id != before {
        request.responsible_id = None;
    }
    (request.impact, request.priority) = (service.impact, targets.priority);
    sla_clock::retarget(tx, &mut request, targets, &calendar)?;
    requests::save(tx, &mut request)?;
    let actor = Actor::desk(viewer);
    let entry = Entry::event(Category::Reclassification, "reclassified")
        .arg("from", &access.service.name)
        .arg("to", &service.name)
        .text(&text);
    let id = history::append(tx, &request, actor, entry)?;
    live::tell(tx, &request, LiveKind::Changed, actor, true, &[before])?;
    let mail = RequestEmail::new(ids::RECLASSIFIED_TEMPLATE, &request, actor).or(ids::OCCURRENCE_TEMPLATE).about(
        id,
        &text,
        Category::Reclassification,
    );
    announce::to_requester(tx, mail)?;
    if request.group_id != before {
        announce::notify_assignees(tx, &request, actor, NotificationKind::Delegated)?;
    }
    Ok(request)
}
