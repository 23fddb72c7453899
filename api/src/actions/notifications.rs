//! Notifications, which a person finds under the bell of the page.

use crate::auth::Viewer;
use crate::error::Result;
use crate::models;
use crate::models::live_events::Audience;
use crate::models::notifications::NewNotification;
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::tx::Tx;
use contract::live::{LiveKind, NotificationKind};
use std::collections::BTreeSet;

/// Notifies people, each once, but never the person who did it.
///
/// # Errors
/// When the database does not answer.
pub fn add(
    tx: &mut Tx<'_>,
    request: &Request,
    kind: NotificationKind,
    actor: Actor,
    people: impl IntoIterator<Item = i64>,
    desk: bool,
) -> Result<()> {
    let people: BTreeSet<i64> = people.into_iter().filter(|id| Some(*id) != actor.id).collect();
    let now = tx.db_now();
    for person_id in people {
        let row = NewNotification { person_id, kind, request_id: request.id, actor_id: actor.id, desk, at: now };
        models::notifications::insert(tx.conn, row)?;
        let audience = Audience { person_id: Some(person_id), ..Audience::default() };
        models::live_events::add(tx, LiveKind::Notification, Some(request.number), actor.id, audience)?;
    }
    Ok(())
}

/// Marks the viewer's notifications as read, up to one or all, and tells their other pages.
///
/// # Errors
/// When the database does not answer.
pub fn mark_read(tx: &mut Tx<'_>, viewer: &Viewer, up_to: Option<i64>) -> Result<()> {
    let (id, now) = (viewer.id(), tx.db_now());
    if models::notifications::mark_read(tx.conn, id, up_to, now)? > 0 {
        let me = Audience { person_id: Some(id), ..Audience::default() };
        models::live_events::add(tx, LiveKind::Notification, None, Some(id), me)?;
    }
    Ok(())
}
