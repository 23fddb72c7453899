//! Notifications.

use crate::auth::Viewer;
use crate::db::instant;
use crate::error::Result;
use crate::language::sentence;
use crate::models;
use crate::models::notifications::Notification;
use crate::tx::Tx;
use contract::live::NotificationView;

/// Notifications, with their sentences.
///
/// # Errors
/// When the database does not answer.
pub fn views(tx: &mut Tx<'_>, viewer: &Viewer, rows: Vec<Notification>) -> Result<Vec<NotificationView>> {
    let names = models::people::names(tx.conn, rows.iter().filter_map(|row| row.actor_id))?;
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(request) = models::requests::find(tx.conn, row.request_id)? else { continue };
        let author = row.actor_id.and_then(|id| names.get(&id)).map(|person| person.name.clone()).unwrap_or_default();
        let args = [("author", author), ("situation", request.situation.as_str().to_owned())];
        let key = format!("notification-{}", row.kind.as_str().replace('_', "-"));
        views.push(NotificationView {
            id: row.id,
            kind: row.kind,
            number: request.number,
            title: request.title,
            summary: sentence(viewer.language, &key, &args),
            at: instant(row.at),
            read: row.read_at.is_some(),
            desk: row.desk,
        });
    }
    Ok(views)
}
