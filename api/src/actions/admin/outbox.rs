//! The outbox.

use crate::actions::audit::{self, Subject};
use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::error::{Error, Result};
use crate::models;
use crate::tx::Tx;

/// Has an e-mail that waits or was given up tried again now.
///
/// # Errors
/// 404 when there is none; 409 when it was sent or suppressed, when a worker has it, or when parameter 297 is on.
pub fn retry(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    let email = models::emails::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    if tx.parameters.yes(ids::MAIL_OFF) && email.parameter != Some(ids::PASSWORD_LINK_TEMPLATE) {
        return Err(Error::conflict("mail-off"));
    }
    if !models::emails::retry(tx, id)? {
        return Err(Error::conflict("email-not-retryable"));
    }
    audit::record(tx, Some(viewer.id()), "email-retried", Subject::of("email", id), &id.to_string())
}
