//! Redaction: the only way to take a text out of the history.

use super::audit::{self, Subject};
use super::history::{self, Entry};
use super::validate;
use crate::auth::Viewer;
use crate::error::{Check, Error, Result};
use crate::models;
use crate::models::occurrences::Occurrence;
use crate::policy::access::{self, Access};
use crate::policy::actor::Actor;
use crate::tx::Tx;
use contract::timeline::Redact;
use contract::{Action, Category, limits};

/// Blanks the text of an occurrence and keeps the row; audited.
///
/// # Errors
/// 404 when there is none; 409 when it was blanked before; 422 without a reason.
pub fn redact(tx: &mut Tx<'_>, viewer: &Viewer, number: i64, id: i64, how: &Redact) -> Result<(Access, Occurrence)> {
    let access = access::find_for_update(tx, viewer, number)?;
    access.require(Action::Redact)?;
    let mut check = Check::new();
    let reason = check.take(validate::line("reason", &how.reason, limits::JUSTIFICATION));
    check.done()?;
    let occurrence = models::occurrences::find(tx.conn, access.request.id, id)?.ok_or_else(Error::not_found)?;
    if occurrence.text.is_none() || !models::occurrences::redact(tx.conn, id, viewer.id(), tx.db_now())? {
        return Err(Error::conflict("already-redacted"));
    }
    // The e-mails that were sent cannot be called back; their texts in the outbox are blanked, too.
    models::emails::redact(tx.conn, id)?;
    let mut entry = Entry::event(Category::Memo, "redacted").text(reason);
    entry.public = false;
    history::add(tx, &access.request, Actor::desk(viewer), entry)?;
    audit::record(tx, Some(viewer.id()), "redacted", Subject::of("occurrence", id), &number.to_string())?;
    let occurrence = models::occurrences::find(tx.conn, access.request.id, id)?.ok_or_else(Error::not_found)?;
    Ok((access, occurrence))
}
