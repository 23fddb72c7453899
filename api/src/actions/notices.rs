//! Outage notices.

use super::validate;
use crate::auth::Viewer;
use crate::db::{instant, stored};
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::models::live_events::Audience;
use crate::models::notices::Notice;
use crate::tx::Tx;
use contract::catalogue::{NoticeEdit, NoticeView};
use contract::limits;
use contract::live::LiveKind;

/// A notice as a viewer sees it.
///
/// # Errors
/// When the database does not answer.
pub fn view(tx: &mut Tx<'_>, viewer: &Viewer, notice: Notice) -> Result<NoticeView> {
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

/// Publishes a notice.
///
/// # Errors
/// 422 for empty texts or a past end.
pub fn publish(tx: &mut Tx<'_>, viewer: &Viewer, edit: &NoticeEdit) -> Result<NoticeView> {
    let (title, text) = checked(tx, edit)?;
    let now = tx.db_now();
    let id = models::notices::insert(tx.conn, &title, &text, now, edit.ends_at.map(stored), viewer.id())?;
    models::audit::record(tx.conn, now, Some(viewer.id()), "notice-published", ("notice", Some(id)), &title)?;
    tell(tx, viewer)?;
    let notice = models::notices::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    view(tx, viewer, notice)
}

/// Changes a notice.
///
/// # Errors
/// 404 when it has ended; 422 for empty texts or a past end.
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, id: i64, edit: &NoticeEdit) -> Result<NoticeView> {
    models::notices::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    let (title, text) = checked(tx, edit)?;
    models::notices::update(tx.conn, id, &title, &text, edit.ends_at.map(stored))?;
    let subject = ("notice", Some(id));
    models::audit::record(tx.conn, tx.db_now(), Some(viewer.id()), "notice-changed", subject, &title)?;
    tell(tx, viewer)?;
    let notice = models::notices::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    view(tx, viewer, notice)
}

/// Ends a notice.
///
/// # Errors
/// 404 when it has ended already.
pub fn end(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    let notice = models::notices::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    let now = tx.db_now();
    models::notices::end(tx.conn, id, now)?;
    let subject = ("notice", Some(id));
    models::audit::record(tx.conn, now, Some(viewer.id()), "notice-ended", subject, &notice.title)?;
    tell(tx, viewer)
}

/// Says *me too*; twice is once.
///
/// # Errors
/// 404 when it has ended.
pub fn me_too(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<NoticeView> {
    let notice = models::notices::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    let (_, voted) = models::notices::votes(tx.conn, id, viewer.id())?;
    if !voted {
        models::notices::vote(tx.conn, id, viewer.id(), tx.db_now())?;
        tell(tx, viewer)?;
    }
    view(tx, viewer, notice)
}
