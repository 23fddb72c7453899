//! Telling people, by e-mail and by notification, what happened to a request.

use crate::actions::{emails, notifications};
use crate::error::Result;
use crate::mail::RequestEmail;
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::policy::assignees::assignees;
use crate::tx::Tx;
use contract::live::NotificationKind;

/// Tells the requester that the situation of their request has changed, by e-mail and by notification.
pub(super) fn to_requester(tx: &mut Tx<'_>, mail: RequestEmail<'_>) -> Result<()> {
    emails::to_requester(tx, mail)?;
    notify_requester(tx, mail)
}

/// Tells both sides that the situation has changed: by notification the requester and the assignees, by e-mail the side
/// that did not change it.
pub(super) fn to_both_sides(tx: &mut Tx<'_>, mail: RequestEmail<'_>) -> Result<()> {
    notify_requester(tx, mail)?;
    notify_assignees(tx, mail.request, mail.actor, NotificationKind::Situation)?;
    if mail.actor.id == Some(mail.request.requester_id) {
        emails::to_assignees(tx, RequestEmail { fallback: None, ..mail })
    } else {
        emails::to_requester(tx, mail)
    }
}

/// Notifies the assignees of a request.
pub(super) fn notify_assignees(tx: &mut Tx<'_>, request: &Request, actor: Actor, kind: NotificationKind) -> Result<()> {
    let assignees = assignees(tx, request)?;
    notifications::add(tx, request, kind, actor, assignees, true)
}

fn notify_requester(tx: &mut Tx<'_>, mail: RequestEmail<'_>) -> Result<()> {
    let requester = [mail.request.requester_id];
    notifications::add(tx, mail.request, NotificationKind::Situation, mail.actor, requester, false)
}
