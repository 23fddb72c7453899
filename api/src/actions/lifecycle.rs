//! What changes the situation of a request, or who serves it (product page,
//! section 3).

use super::access::{self, Access};
use super::notify::{self, Mail};
use super::record::{self, Actor, Entry};
use super::{sla, validate};
use crate::auth::Viewer;
use crate::db::{instant, stored};
use crate::domain::lifecycle::{self as rules, closes_at};
use crate::domain::parameters::ids;
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::models::requests::Request;
use crate::tx::Tx;
use chrono::TimeDelta;
use contract::desk::{ChangeDeadline, ChangePriority, Delegate, Justified, Reactivate, Reclassify, Resolve, Suspend};
use contract::live::{LiveKind, NotificationKind};
use contract::requests::{Cancel, Reopen};
use contract::{Action, Category, Situation, limits};

/// A request, and the version that the caller has seen.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Public number.
    pub number: i64,
    /// Version in `If-Match`, if any.
    pub version: Option<i32>,
}

fn open(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, action: Action) -> Result<Access> {
    let access = access::find_for_update(tx, viewer, target.number)?;
    access.require(action)?;
    access.check_version(target.version)?;
    Ok(access)
}

fn justification(input: &str) -> Result<String> {
    let mut check = Check::new();
    let text = check.take(validate::lines("justification", input, limits::JUSTIFICATION));
    check.done()?;
    Ok(text)
}

/// Takes a request that nobody has. Two at once: one wins, the other is told who.
///
/// # Errors
/// 409 with the winner's name.
pub fn capture(tx: &mut Tx<'_>, viewer: &Viewer, target: Target) -> Result<Request> {
    let access = access::find_for_update(tx, viewer, target.number)?;
    if let Some(winner) = access.request.responsible_id
        && access.facts.is_executor
    {
        let names = models::people::names(tx.conn, [winner])?;
        let name = names.get(&winner).map(|person| person.name.clone()).unwrap_or_default();
        let code = if winner == viewer.id() { "already-yours" } else { "already-captured" };
        return Err(Error::conflict(code).with("name", name));
    }
    access.require(Action::Capture)?;
    let mut request = access.request;
    take(tx, &mut request, viewer)?;
    access::save(tx, &mut request)?;
    let actor = Actor::desk(viewer);
    record::record(tx, &request, actor, Entry::event(Category::Routing, "captured"))?;
    Ok(request)
}

fn take(tx: &Tx<'_>, request: &mut Request, viewer: &Viewer) -> Result<()> {
    request.responsible_id = Some(viewer.id());
    request.captured_at = request.captured_at.or_else(|| Some(tx.stamp()));
    Ok(())
}

/// Gives a request to another group, or to a person of a group.
///
/// # Errors
/// 422 for an unknown group, or a person who may not execute there.
pub fn delegate(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, to: &Delegate) -> Result<Request> {
    let access = open(tx, viewer, target, Action::Delegate)?;
    let mut check = Check::new();
    let text = check.take(validate::lines("justification", &to.justification, limits::JUSTIFICATION));
    let group = models::catalogue::group(tx.conn, to.group_id)?.filter(|group| group.active);
    let executors = models::catalogue::executors(tx.conn, to.group_id)?;
    if group.is_none() {
        check.add(Complaint::new("group_id", "unknown"));
    }
    let person = to.person_id.and_then(|id| executors.iter().find(|person| person.id == id));
    if to.person_id.is_some() && person.is_none() {
        check.add(Complaint::new("person_id", "not-executor"));
    }
    if group.is_some() && access.request.group_id == Some(to.group_id) && access.request.responsible_id == to.person_id
    {
        check.add(Complaint::new(if to.person_id.is_some() { "person_id" } else { "group_id" }, "no-change"));
    }
    check.done()?;
    let Some(group) = group else { return Err(Error::not_found()) };
    let mut request = access.request;
    let before = request.group_id;
    request.group_id = Some(group.id);
    request.responsible_id = to.person_id;
    if to.person_id.is_some() {
        request.captured_at = request.captured_at.or_else(|| Some(tx.stamp()));
    }
    access::save(tx, &mut request)?;
    let actor = Actor::desk(viewer);
    let event = if person.is_some() { "delegated" } else { "delegated-group" };
    let mut entry = Entry::event(Category::Routing, event).arg("group", &group.name).text(&text);
    if let Some(person) = person {
        entry = entry.arg("person", &person.name);
    }
    routed(tx, &request, actor, entry, &text, before)?;
    Ok(request)
}

/// Gives a request back to its group, to be captured again.
///
/// # Errors
/// 422 without a justification.
pub fn return_to_group(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, why: &Justified) -> Result<Request> {
    let access = open(tx, viewer, target, Action::ReturnToGroup)?;
    let text = justification(&why.justification)?;
    let mut request = access.request;
    request.responsible_id = None;
    access::save(tx, &mut request)?;
    let entry = Entry::event(Category::Routing, "returned").text(&text);
    let group = request.group_id;
    routed(tx, &request, Actor::desk(viewer), entry, &text, group)?;
    Ok(request)
}

fn routed(
    tx: &mut Tx<'_>,
    request: &Request,
    actor: Actor,
    entry: Entry,
    text: &str,
    group_before: Option<i64>,
) -> Result<()> {
    let id = record::append(tx, request, actor, entry)?;
    record::tell(tx, request, LiveKind::Changed, actor, true, &[group_before])?;
    let servers = record::servers(tx, request)?;
    record::notify(tx, request, NotificationKind::Delegated, actor, servers, true)?;
    let mail = Mail::new(ids::DELEGATED_TEMPLATE, request, actor).about(id, text, Category::Routing);
    notify::servers(tx, mail)
}

/// Stops the clock until a date, or until the requester answers.
///
/// # Errors
/// 422 for an unknown reason, a past date, or a missing complement (parameter 372).
pub fn suspend(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, how: &Suspend) -> Result<Request> {
    let access = open(tx, viewer, target, Action::Suspend)?;
    let mut check = Check::new();
    let text = if tx.parameters.yes(ids::SUSPENSION_COMPLEMENT) {
        check.take(validate::lines("complement", &how.complement, limits::JUSTIFICATION))
    } else {
        check.take(validate::optional_lines("complement", &how.complement, limits::JUSTIFICATION))
    };
    let reason = models::catalogue::suspension_reason(tx.conn, how.reason_id)?.filter(|reason| reason.active);
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
    models::requests::clock::begin_pause(tx.conn, &request, reason.id, tx.stamp())?;
    request.situation = Situation::Suspended;
    request.suspension_reason_id = Some(reason.id);
    request.resumes_at = Some(stored(how.resumes_at));
    let calendar = sla::calendar(tx, access.service.calendar_id)?;
    let cycle = sla::cycle(tx, &request)?;
    sla::write(&mut request, &cycle, &calendar);
    access::save(tx, &mut request)?;
    let actor = Actor::desk(viewer);
    let entry = Entry::event(Category::Suspension, "suspended")
        .arg("reason_pt", &reason.name_pt)
        .arg("reason_es", &reason.name_es)
        .arg("reason_en", &reason.name_en)
        .arg("until_at", how.resumes_at.to_rfc3339())
        .text(&text);
    let id = record::record(tx, &request, actor, entry)?;
    let parameter = ids::SUSPENDED_TEMPLATE;
    let mail =
        Mail::new(parameter, &request, actor).or(ids::OCCURRENCE_TEMPLATE).about(id, &text, Category::Suspension);
    notify::requester(tx, Mail { with_attachments: true, ..mail })?;
    record::notify(tx, &request, NotificationKind::Situation, actor, [request.requester_id], false)?;
    Ok(request)
}

/// Starts the clock again.
///
/// # Errors
/// 409 when it is not suspended.
pub fn reactivate(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, how: &Reactivate) -> Result<Request> {
    let access = open(tx, viewer, target, Action::Reactivate)?;
    let mut check = Check::new();
    let text = check.take(validate::optional_lines("text", &how.text, limits::JUSTIFICATION));
    check.done()?;
    let mut request = access.request;
    resume(tx, &mut request, Actor::desk(viewer), "reactivated", &text)?;
    Ok(request)
}

/// Ends a suspension, whoever or whatever does: a person, the date, an answer.
///
/// # Errors
/// When the database does not answer.
pub fn resume(tx: &mut Tx<'_>, request: &mut Request, actor: Actor, event: &'static str, text: &str) -> Result<()> {
    let service = models::catalogue::service(tx.conn, request.service_id)?
        .ok_or_else(|| anyhow::anyhow!("service {} is missing", request.service_id))?;
    let calendar = sla::calendar(tx, service.calendar_id)?;
    let cycle = sla::cycle(tx, request)?.resumed(&calendar, tx.now);
    models::requests::clock::end_pause(tx.conn, request.id, tx.stamp())?;
    request.situation = Situation::InProgress;
    request.suspension_reason_id = None;
    request.resumes_at = None;
    sla::write(request, &cycle, &calendar);
    access::save(tx, request)?;
    let id = record::record(tx, request, actor, Entry::event(Category::Reactivation, event).text(text))?;
    let mail = Mail::new(ids::REACTIVATED_TEMPLATE, request, actor).or(ids::OCCURRENCE_TEMPLATE).about(
        id,
        text,
        Category::Reactivation,
    );
    notify::requester(tx, mail)?;
    record::notify(tx, request, NotificationKind::Situation, actor, [request.requester_id], false)?;
    let servers = record::servers(tx, request)?;
    record::notify(tx, request, NotificationKind::Situation, actor, servers, true)
}

/// Changes impact and urgency, and with them priority and deadline.
///
/// # Errors
/// 422 without a justification or without a change.
pub fn change_priority(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, to: &ChangePriority) -> Result<Request> {
    let access = open(tx, viewer, target, Action::ChangePriority)?;
    let text = justification(&to.justification)?;
    let mut request = access.request;
    if (request.impact, request.urgency) == (to.impact, to.urgency) {
        return Err(Error::field("urgency", "no-change"));
    }
    let before = request.priority;
    let targets = sla::targets(tx, &access.service, to.impact, to.urgency)?;
    let calendar = sla::calendar(tx, access.service.calendar_id)?;
    (request.impact, request.urgency, request.priority) = (to.impact, to.urgency, targets.priority);
    sla::retarget(tx, &mut request, targets, &calendar)?;
    access::save(tx, &mut request)?;
    let entry = Entry::event(Category::SlaChange, "priority-changed")
        .arg("from", before)
        .arg("to", request.priority)
        .text(text);
    record::record(tx, &request, Actor::desk(viewer), entry)?;
    Ok(request)
}

/// Sets the deadline by hand.
///
/// # Errors
/// 422 without a justification, or for a date that has passed.
pub fn change_deadline(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, to: &ChangeDeadline) -> Result<Request> {
    let access = open(tx, viewer, target, Action::ChangeDeadline)?;
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
    let cycle = crate::domain::sla::Cycle { deadline_override: Some(to.deadline_at), ..sla::cycle(tx, &request)? };
    sla::write(&mut request, &cycle, &calendar);
    access::save(tx, &mut request)?;
    let mut entry =
        Entry::event(Category::SlaChange, if before.is_some() { "deadline-changed" } else { "deadline-set" })
            .arg("to_at", to.deadline_at.to_rfc3339())
            .text(text);
    if let Some(before) = before {
        entry = entry.arg("from_at", instant(before).to_rfc3339());
    }
    record::record(tx, &request, Actor::desk(viewer), entry)?;
    Ok(request)
}

/// Moves a request to another service and its group; the deadline is counted from
/// the opening. The requester is told.
///
/// # Errors
/// 422 for an unknown service, or without a justification.
pub fn reclassify(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, to: &Reclassify) -> Result<Request> {
    let access = open(tx, viewer, target, Action::Reclassify)?;
    let mut check = Check::new();
    let text = check.take(validate::lines("justification", &to.justification, limits::JUSTIFICATION));
    let service = models::catalogue::service(tx.conn, to.service_id)?.filter(|service| service.active);
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
    sla::retarget(tx, &mut request, targets, &calendar)?;
    access::save(tx, &mut request)?;
    let actor = Actor::desk(viewer);
    let entry = Entry::event(Category::Reclassification, "reclassified")
        .arg("from", &access.service.name)
        .arg("to", &service.name)
        .text(&text);
    let id = record::append(tx, &request, actor, entry)?;
    record::tell(tx, &request, LiveKind::Changed, actor, true, &[before])?;
    let mail = Mail::new(ids::RECLASSIFIED_TEMPLATE, &request, actor).or(ids::OCCURRENCE_TEMPLATE).about(
        id,
        &text,
        Category::Reclassification,
    );
    notify::requester(tx, mail)?;
    record::notify(tx, &request, NotificationKind::Situation, actor, [request.requester_id], false)?;
    if request.group_id != before {
        let servers = record::servers(tx, &request)?;
        record::notify(tx, &request, NotificationKind::Delegated, actor, servers, true)?;
    }
    Ok(request)
}

/// Resolves a request (capturing it if nobody had), and its duplicates with it.
///
/// # Errors
/// 422 without a solution.
pub fn resolve(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, how: &Resolve) -> Result<Request> {
    let access = open(tx, viewer, target, Action::Resolve)?;
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

pub(super) fn resolve_with(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    request: &mut Request,
    solution: &str,
    minutes: Option<i32>,
    original: Option<i64>,
) -> Result<()> {
    let actor = Actor::desk(viewer);
    if request.responsible_id.is_none() {
        take(tx, request, viewer)?;
        record::append(tx, request, actor, Entry::event(Category::Routing, "captured"))?;
    }
    let service = models::catalogue::service(tx.conn, request.service_id)?
        .ok_or_else(|| anyhow::anyhow!("service {} is missing", request.service_id))?;
    let calendar = sla::calendar(tx, service.calendar_id)?;
    request.situation = Situation::Resolved;
    request.solution = Some(solution.to_owned());
    sla::stop(tx, request, &calendar)?;
    request.resolved_at = Some(tx.stamp());
    request.resolved_by = Some(viewer.id());
    request.closes_at = closes_at(tx.now, tx.parameters.number(ids::CLOSING_DAYS)).map(stored);
    access::save(tx, request)?;
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
    let id = record::record(tx, request, actor, entry)?;
    let mail = Mail::new(ids::RESOLVED_TEMPLATE, request, actor).or(ids::OCCURRENCE_TEMPLATE).about(
        id,
        solution,
        Category::Closure,
    );
    notify::requester(tx, mail)?;
    record::notify(tx, request, NotificationKind::Situation, actor, [request.requester_id], false)
}

/// Closes a resolved request because its requester accepts.
///
/// # Errors
/// 409 when it is not resolved.
pub fn accept(tx: &mut Tx<'_>, viewer: &Viewer, target: Target) -> Result<Request> {
    let access = open(tx, viewer, target, Action::Close)?;
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
    request.ended_at = Some(tx.stamp());
    request.closes_at = None;
    access::save(tx, request)?;
    let id = record::record(tx, request, actor, Entry::event(Category::Closure, event))?;
    let mail =
        Mail::new(ids::CLOSED_TEMPLATE, request, actor).or(ids::OCCURRENCE_TEMPLATE).about(id, "", Category::Closure);
    notify::requester(tx, Mail { with_attachments: true, ..mail })?;
    record::notify(tx, request, NotificationKind::Situation, actor, [request.requester_id], false)
}

/// Gives a request up.
///
/// # Errors
/// 422 when an executor gives no reason.
pub fn cancel(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, how: &Cancel) -> Result<Request> {
    let access = open(tx, viewer, target, Action::Cancel)?;
    let mut check = Check::new();
    let text = if access.on_desk() {
        check.take(validate::lines("reason", &how.reason, limits::JUSTIFICATION))
    } else {
        check.take(validate::optional_lines("reason", &how.reason, limits::JUSTIFICATION))
    };
    check.done()?;
    let actor = Actor { side: access.side, ..Actor::of(viewer, access.request.requester_id) };
    let calendar = sla::calendar(tx, access.service.calendar_id)?;
    let mut request = access.request;
    if request.situation == Situation::Suspended {
        models::requests::clock::end_pause(tx.conn, request.id, tx.stamp())?;
        (request.suspension_reason_id, request.resumes_at) = (None, None);
    }
    request.situation = Situation::Cancelled;
    sla::stop(tx, &mut request, &calendar)?;
    // Given up is neither met nor missed.
    request.sla_met = None;
    request.ended_at = Some(tx.stamp());
    access::save(tx, &mut request)?;
    let id = record::record(tx, &request, actor, Entry::event(Category::Closure, "cancelled").text(&text))?;
    let mail = Mail::new(ids::CANCELLED_TEMPLATE, &request, actor).or(ids::OCCURRENCE_TEMPLATE).about(
        id,
        &text,
        Category::Closure,
    );
    both_sides(tx, &request, actor, mail)?;
    Ok(request)
}

/// Tells the requester, and whoever serves it, but not whoever did it.
fn both_sides(tx: &mut Tx<'_>, request: &Request, actor: Actor, mail: Mail<'_>) -> Result<()> {
    record::notify(tx, request, NotificationKind::Situation, actor, [request.requester_id], false)?;
    let servers = record::servers(tx, request)?;
    record::notify(tx, request, NotificationKind::Situation, actor, servers, true)?;
    if actor.id == Some(request.requester_id) {
        notify::servers(tx, Mail { fallback: None, ..mail })
    } else {
        notify::requester(tx, mail)
    }
}

/// Takes a request up again: a new SLA cycle, the earlier one's result is kept.
///
/// # Errors
/// 422 without a reason; 409 when it is too late.
pub fn reopen(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, how: &Reopen) -> Result<Request> {
    let access = open(tx, viewer, target, Action::Reopen)?;
    let mut check = Check::new();
    let text = check.take(validate::lines("reason", &how.reason, limits::JUSTIFICATION));
    check.done()?;
    let actor = Actor { side: access.side, ..Actor::of(viewer, access.request.requester_id) };
    let mut request = access.request;
    let targets = sla::targets(tx, &access.service, request.impact, request.urgency)?;
    let calendar = sla::calendar(tx, access.service.calendar_id)?;
    request.situation = Situation::Reopened;
    sla::restart(tx, &mut request, targets, &calendar)?;
    (request.resolved_at, request.resolved_by, request.ended_at, request.closes_at) = (None, None, None, None);
    (request.solution, request.grade, request.grade_comment, request.graded_at) = (None, None, None, None);
    request.priority = targets.priority;
    drop_inactive_responsible(tx, &mut request)?;
    access::save(tx, &mut request)?;
    let id = record::record(tx, &request, actor, Entry::event(Category::Reopening, "reopened").text(&text))?;
    let mail = Mail::new(ids::REOPENED_TEMPLATE, &request, actor).or(ids::OCCURRENCE_TEMPLATE).about(
        id,
        &text,
        Category::Reopening,
    );
    both_sides(tx, &request, actor, mail)?;
    Ok(request)
}

/// Whoever served it may have left since: then it waits to be captured.
fn drop_inactive_responsible(tx: &mut Tx<'_>, request: &mut Request) -> Result<()> {
    if let Some(id) = request.responsible_id
        && !models::people::find(tx.conn, id)?.is_some_and(|person| person.active)
    {
        request.responsible_id = None;
    }
    Ok(())
}
