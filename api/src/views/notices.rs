//! Outage notices.

use crate::auth::Viewer;
use crate::db::instant;
use crate::error::{Error, Result};
use crate::models;
use crate::models::notices::Notice;
use crate::tx::Tx;
use contract::catalogue::NoticeView;

/// Notices in force, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn in_force(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<Vec<NoticeView>> {
    let notices = models::notices::in_force(tx.conn, tx.db_now())?;
    notices.into_iter().map(|notice| of(tx, viewer, notice)).collect()
}

/// One notice.
///
/// # Errors
/// 404 when it has ended.
pub fn view(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<NoticeView> {
    let notice = models::notices::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    of(tx, viewer, notice)
}

fn of(tx: &mut Tx<'_>, viewer: &Viewer, notice: Notice) -> Result<NoticeView> {
    let (affected, me_too) = models::notices::votes(tx.conn, notice.id, viewer.id())?;
    Ok(NoticeView {
        id: notice.id,
        title: notice.title,
        text: notice.text,
        starts_at: instant(notice.starts_at),
        ends_at: notice.ends_at.map(instant),
        affected,
        me_too,
    })
}
