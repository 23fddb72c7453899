//! Who serves a request: capturing, delegating, returning to the group.

use super::announce;
use super::target::{Target, justification};
use crate::actions::emails;
use crate::actions::history::{self, Entry};
use crate::actions::live;
use crate::actions::requests;
use crate::actions::validate;
use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::error::{Check, Complaint, Error, Result};
use crate::mail::RequestEmail;
use crate::models;
use crate::models::requests::Request;
use crate::policy::access;
use crate::policy::actor::Actor;
use crate::tx::Tx;
use contract::desk::{Delegate, Justified};
use contract::live::{LiveKind, NotificationKind};
use contract::{Action, Category, limits};

/// Captures a request that has no responsible. When two people try at once, the second learns who was first.
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
    take(tx, &mut request, viewer);
    requests::save(tx, &mut request)?;
    let actor = Actor::desk(viewer);
    history::add(tx, &request, actor, Entry::event(Category::Routing, "captured"))?;
    Ok(request)
}

/// Makes the viewer responsible. The time of the first capture stays.
pub(super) fn take(tx: &Tx<'_>, request: &mut Request, viewer: &Viewer) {
    request.responsible_id = Some(viewer.id());
    request.captured_at = request.captured_at.or_else(|| Some(tx.db_now()));
}

/// Gives a request to another group, or to a person of a group.
///
/// # Errors
/// 422 for an unknown group, or a person who may not execute there.
pub fn delegate(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, to: &Delegate) -> Result<Request> {
    let access = target.open(tx, viewer, Action::Delegate)?;
    let mut check = Check::new();
    let text = check.take(validate::lines("justification", &to.justification, limits::JUSTIFICATION));
    let group = models::groups::find(tx.conn, to.group_id)?.filter(|group| group.active);
    let executors = models::groups::executors(tx.conn, to.group_id)?;
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
        request.captured_at = request.captured_at.or_else(|| Some(tx.db_now()));
    }
    requests::save(tx, &mut request)?;
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
    let access = target.open(tx, viewer, Action::ReturnToGroup)?;
    let text = justification(&why.justification)?;
    let mut request = access.request;
    request.responsible_id = None;
    requests::save(tx, &mut request)?;
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
    let id = history::append(tx, request, actor, entry)?;
    live::tell(tx, request, LiveKind::Changed, actor, true, &[group_before])?;
    announce::notify_assignees(tx, request, actor, NotificationKind::Delegated)?;
    let mail = RequestEmail::new(ids::DELEGATED_TEMPLATE, request, actor).about(id, text, Category::Routing);
    emails::to_assignees(tx, mail)
}
