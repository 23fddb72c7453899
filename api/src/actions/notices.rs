//! Outage notices.

use super::audit::{self, Subject};
use super::validate;
use crate::auth::Viewer;
use crate::db::stored;
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::models::live_events::Audience;
use crate::tx::Tx;
use contract::catalogue::NoticeEdit;
use contract::limits;
use contract::live::LiveKind;

fn checked(tx: &Tx<'_>, edit: &NoticeEdit) -> Result<(String, String)> {
    let mut check = Check::new();
    let title = check.take(validate::line("title", &edit.title, limits::TITLE));
    let text = check.take(validate::lines("text", &edit.text, limits::JUSTIFICATION));
    if edit.ends_at.is_some_and(|at| at <= tx.now) {
        check.add(Complaint::new("ends_at", "in-the-past"));
    }
    check.done()?;
    Ok((title, text))
}

fn tell(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<()> {
    Ok(models::live_events::add(tx, LiveKind::Notice, None, Some(viewer.id()), Audience::default())?)
}

/// Publishes a notice, and gives its identifier.
///
/// # Errors
/// 422 for empty texts or a past end.
pub fn publish(tx: &mut Tx<'_>, viewer: &Viewer, edit: &NoticeEdit) -> Result<i64> {
    let (title, text) = checked(tx, edit)?;
    let now = tx.db_now();
    let id = models::notices::insert(tx.conn, &title, &text, now, edit.ends_at.map(stored), viewer.id())?;
    audit::record(tx, Some(viewer.id()), "notice-published", Subject::of("notice", id), &title)?;
    tell(tx, viewer)?;
    Ok(id)
}

/// Changes a notice.
///
/// # Errors
/// 404 when it has ended; 422 for empty texts or a past end.
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, id: i64, edit: &NoticeEdit) -> Result<()> {
    models::notices::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    let (title, text) = checked(tx, edit)?;
    models::notices::update(tx.conn, id, &title, &text, edit.ends_at.map(stored))?;
    audit::record(tx, Some(viewer.id()), "notice-changed", Subject::of("notice", id), &title)?;
    tell(tx, viewer)
}

/// Ends a notice.
///
/// # Errors
/// 404 when it has ended already.
pub fn end(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    let notice = models::notices::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    let now = tx.db_now();
    models::notices::end(tx.conn, id, now)?;
    audit::record(tx, Some(viewer.id()), "notice-ended", Subject::of("notice", id), &notice.title)?;
    tell(tx, viewer)
}

/// Says *me too*. Saying it twice counts once.
///
/// # Errors
/// 404 when it has ended.
pub fn me_too(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    models::notices::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    let (_, voted) = models::notices::votes(tx.conn, id, viewer.id())?;
    if !voted {
        models::notices::vote(tx.conn, id, viewer.id(), tx.db_now())?;
        tell(tx, viewer)?;
    }
    Ok(())
}
