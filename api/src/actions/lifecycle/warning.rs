//! The warning that a request's deadline is about to pass.

use super::announce;
use crate::actions::emails;
use crate::domain::lifecycle::RUNNING;
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::mail::RequestEmail;
use crate::models;
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::policy::assignees::assignees;
use crate::tx::Tx;
use contract::live::NotificationKind;

/// Warns the assignees of a request, and the person whom parameter 197 names, that its deadline is about to pass.
/// Parameter 1016 turns these warnings on. Each deadline is warned of once. Gives whether it was warned of now.
///
/// # Errors
/// When the database does not answer.
pub fn warn(tx: &mut Tx<'_>, request: &mut Request) -> Result<bool> {
    let now = tx.db_now();
    let due = RUNNING.contains(&request.situation) && request.warn_at.is_some_and(|at| at < now);
    if !due || !tx.parameters.yes(ids::EXPIRING_WARNINGS) || !models::warnings::mark(tx.conn, request.id, now)? {
        return Ok(false);
    }
    request.warned_at = Some(now);
    let actor = Actor::system();
    announce::notify_assignees(tx, request, actor, NotificationKind::Expiring)?;
    let mail = RequestEmail::new(ids::EXPIRING_TEMPLATE, request, actor);
    emails::to_assignees(tx, mail)?;
    let person = tx.parameters.id_of(ids::EXPIRING_PERSON);
    // Assignees got the e-mail already, unless it went to the address of their group.
    let is_assignee = match person {
        Some(id) => assignees(tx, request)?.contains(&id),
        None => false,
    };
    if group_has_address(tx, request)? || !is_assignee {
        emails::to_people(tx, mail, person)?;
    }
    Ok(true)
}

/// Whether nobody has captured the request and its group has an e-mail address.
fn group_has_address(tx: &mut Tx<'_>, request: &Request) -> Result<bool> {
    let (None, Some(group)) = (request.responsible_id, request.group_id) else { return Ok(false) };
    Ok(models::groups::find(tx.conn, group)?.is_some_and(|group| group.email.is_some()))
}
