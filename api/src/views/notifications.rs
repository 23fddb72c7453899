//! Notifications.

use crate::auth::Viewer;
use crate::db::instant;
use crate::error::Result;
use crate::language::sentence;
use crate::models;
use crate::models::notifications::Notification;
use crate::models::page::{self, Cursor};
use crate::tx::Tx;
use contract::Page;
use contract::admin::ListQuery;
use contract::live::NotificationView;

/// The order of the list. A cursor of another list is refused.
const ORDER: &str = "notifications";

/// The viewer's notifications, newest first. The list under the bell is read forwards only, so that no page names the
/// one before it.
///
/// # Errors
/// 400 for an invalid cursor.
pub fn page(tx: &mut Tx<'_>, viewer: &Viewer, query: &ListQuery) -> Result<Page<NotificationView>> {
    let size = page::size(query.page_size)?;
    let before = Cursor::decode(query.cursor.as_deref(), ORDER)?.map(|cursor| cursor.id);
    let rows = models::notifications::of_person(tx.conn, viewer.id(), before, size + 1)?;
    let total = models::notifications::count(tx.conn, viewer.id())?;
    let mut page = page::assemble(rows, size, None, total, |row| (ORDER.to_owned(), String::new(), row.id));
    let items = views(tx, viewer, std::mem::take(&mut page.items))?;
    Ok(page::map(page, items))
}

/// Notifications, with their sentences.
fn views(tx: &mut Tx<'_>, viewer: &Viewer, rows: Vec<Notification>) -> Result<Vec<NotificationView>> {
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
