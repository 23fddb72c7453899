//! Messages and notes.

use super::emails;
use super::history::{self, Entry};
use super::lifecycle::{minutes, resume};
use super::{attachments, validate};
use crate::actions::live;
use crate::actions::notifications;
use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::error::{Check, Complaint, Error, Result};
use crate::mail::RequestEmail;
use crate::models;
use crate::models::live_events::Audience;
use crate::models::occurrences::Occurrence;
use crate::models::requests::Request;
use crate::policy::access::{self, Access};
use crate::policy::actor::Actor;
use crate::policy::assignees::assignees;
use crate::tx::Tx;
use contract::live::{LiveKind, NotificationKind};
use contract::timeline::{MarkRead, NewMessage, NewNote};
use contract::{Action, Category, Origin, Side, Situation, limits};

/// Sends a message to the other side, which is told at once.
///
/// # Errors
/// 403 while parameter 299 is off; 409 when the request is closed; 422 for an empty text.
pub fn message(tx: &mut Tx<'_>, viewer: &Viewer, number: i64, new: &NewMessage) -> Result<(Access, Occurrence)> {
    let access = access::find_for_update(tx, viewer, number)?;
    access.require(Action::Message)?;
    let mut check = Check::new();
    let text = check.take(validate::lines("text", &new.text, limits::TEXT));
    let uploads = attachments::claimable(tx, &mut check, viewer, &new.upload_ids)?;
    check.done()?;
    attachments::check_room(tx, access.request.id, uploads.len())?;
    let actor = Actor::on(viewer, access.side);
    let request = &access.request;
    let id = history::append(tx, request, actor, Entry::message(text.clone()))?;
    attachments::attach_uploads(tx, request, Some(id), false, &uploads)?;
    let to_requester = access.on_desk();
    models::requests::count_unread(tx.conn, request.id, to_requester)?;
    live::tell(tx, request, LiveKind::Message, actor, true, &[])?;
    let mail = RequestEmail::new(ids::MESSAGE_TEMPLATE, request, actor).about(id, &text, Category::Message);
    if to_requester {
        notifications::add(tx, request, NotificationKind::Message, actor, [request.requester_id], false)?;
        emails::to_requester(tx, mail)?;
    } else {
        if tx.parameters.yes(ids::MESSAGE_NOTIFICATIONS) {
            let people = assignees(tx, request)?;
            notifications::add(tx, request, NotificationKind::Message, actor, people, true)?;
        }
        emails::to_assignees(tx, mail)?;
    }
    written(tx, viewer, access, id, !to_requester)
}

/// Reads back what was written, after the requester's answer has reactivated a
/// request that waited for it.
fn written(tx: &mut Tx<'_>, viewer: &Viewer, access: Access, id: i64, answers: bool) -> Result<(Access, Occurrence)> {
    let mut request = models::requests::find(tx.conn, access.request.id)?.ok_or_else(Error::not_found)?;
    if answers {
        reactivate_on_answer(tx, &mut request)?;
    }
    let occurrence = models::occurrences::find(tx.conn, request.id, id)?.ok_or_else(Error::not_found)?;
    let access = access::of(tx, viewer, request)?.ok_or_else(Error::not_found)?;
    Ok((access, occurrence))
}

fn reactivate_on_answer(tx: &mut Tx<'_>, request: &mut Request) -> Result<()> {
    let Some(reason) = request.suspension_reason_id.filter(|_| request.situation == Situation::Suspended) else {
        return Ok(());
    };
    let waits = models::suspension_reasons::find(tx.conn, reason)?.is_some_and(|reason| reason.waits_requester);
    if waits {
        resume(tx, request, Actor::system(), "reactivated-answer", "")?;
    }
    Ok(())
}

/// Adds a note: from the portal a comment or report, on the desk public or internal.
///
/// # Errors
/// 403 while parameter 252 is off (portal); 409 when the request is closed; 422 for
/// an empty text, a category that belongs to actions, too many minutes.
pub fn note(tx: &mut Tx<'_>, viewer: &Viewer, number: i64, new: &NewNote) -> Result<(Access, Occurrence)> {
    let access = access::find_for_update(tx, viewer, number)?;
    let on_desk = access.on_desk();
    access.require(if on_desk && new.internal { Action::InternalNote } else { Action::AddNote })?;
    if !on_desk && (new.internal || new.minutes.is_some()) {
        return Err(Error::forbidden("desk-fields"));
    }
    let mut check = Check::new();
    let text = check.take(validate::lines("text", &new.text, limits::TEXT));
    let minutes = check.take(minutes(new.minutes));
    let (category, origin) = classification(tx, &mut check, on_desk, new);
    let uploads = attachments::claimable(tx, &mut check, viewer, &new.upload_ids)?;
    check.done()?;
    attachments::check_room(tx, access.request.id, uploads.len())?;
    let actor = Actor::on(viewer, access.side);
    let origin = origin.unwrap_or(actor.origin);
    let entry = Entry { origin: Some(origin), minutes, ..Entry::note(category, text.clone(), !new.internal) };
    let request = &access.request;
    let id = history::append(tx, request, actor, entry)?;
    attachments::attach_uploads(tx, request, Some(id), new.internal, &uploads)?;
    live::tell(tx, request, LiveKind::Note, actor, !new.internal, &[])?;
    announce_note(tx, &access, actor, new, (id, &text, category, origin))?;
    written(tx, viewer, access, id, !on_desk)
}

/// Category and origin: on the portal parameters 262 and 263 win.
fn classification(tx: &Tx<'_>, check: &mut Check, on_desk: bool, new: &NewNote) -> (Category, Option<Origin>) {
    let usual = if on_desk { Category::StatusUpdate } else { Category::CustomerFollowUp };
    let chosen = new.category.unwrap_or(usual);
    if !Category::FOR_NOTES.contains(&chosen) {
        check.add(Complaint::new("category", "category-not-for-notes"));
    }
    if on_desk {
        return (chosen, new.origin);
    }
    let category = tx.parameters.category(ids::PORTAL_NOTE_CATEGORY).unwrap_or(chosen);
    (category, tx.parameters.origin(ids::PORTAL_NOTE_ORIGIN).or(new.origin))
}

fn announce_note(
    tx: &mut Tx<'_>,
    access: &Access,
    actor: Actor,
    new: &NewNote,
    (id, text, category, origin): (i64, &str, Category, Origin),
) -> Result<()> {
    let request = &access.request;
    let mail = |parameter| RequestEmail {
        origin: Some(origin),
        ..RequestEmail::new(parameter, request, actor).about(id, text, category)
    };
    if !access.on_desk() {
        let people = assignees(tx, request)?;
        notifications::add(tx, request, NotificationKind::Note, actor, people, true)?;
        if new.notify {
            emails::to_assignees(tx, mail(ids::PORTAL_NOTE_TEMPLATE))?;
        }
    } else if !new.internal {
        notifications::add(tx, request, NotificationKind::Note, actor, [request.requester_id], false)?;
        if new.notify {
            emails::to_requester(tx, mail(ids::OCCURRENCE_TEMPLATE))?;
        }
    } else if request.responsible_id.is_some() {
        notifications::add(tx, request, NotificationKind::Note, actor, request.responsible_id, true)?;
    }
    Ok(())
}

/// Notes that the viewer has read the messages up to one. On the desk only those
/// who may answer count: somebody looking on has not read it for the desk.
///
/// # Errors
/// 404 when the request or the row is not theirs to see.
pub fn mark_read(tx: &mut Tx<'_>, viewer: &Viewer, number: i64, read: &MarkRead) -> Result<()> {
    let access = access::find_for_update(tx, viewer, number)?;
    let request = &access.request;
    let now = tx.db_now();
    models::notifications::mark_request_read(tx.conn, viewer.id(), request.id, now)?;
    let counts = access.facts.is_requester || access.permission() == contract::GroupPermission::Execute;
    let seen = models::occurrences::find(tx.conn, request.id, read.up_to)?.ok_or_else(Error::not_found)?;
    let for_requester = access.side == Side::Requester;
    let before = if for_requester { request.unread_requester } else { request.unread_desk };
    let after = models::occurrences::unread_after(tx.conn, request.id, access.side, seen.id)?;
    let after = i32::try_from(after).unwrap_or(i32::MAX);
    if !counts || after >= before {
        return Ok(());
    }
    models::occurrences::mark_read(tx.conn, request.id, access.side, seen.id, viewer.id(), now)?;
    models::requests::set_unread(tx.conn, request.id, for_requester, after)?;
    let actor = Actor::on(viewer, access.side);
    live::tell(tx, request, LiveKind::Read, actor, true, &[])?;
    let me = Audience { person_id: Some(viewer.id()), ..Audience::default() };
    Ok(models::live_events::add(tx, LiveKind::Notification, Some(request.number), actor.id, me)?)
}
