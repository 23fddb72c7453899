//! The outbox.

use super::audited;
use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::error::{Error, Result};
use crate::models;
use crate::tx::Tx;
use crate::views;
use contract::timeline::EmailView;

/// Puts an e-mail that waits or was given up up for an attempt now.
///
/// # Errors
/// 404 when there is none; 409 when it was sent or held back, a worker has it, or
/// parameter 297 is on.
pub fn retry(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<EmailView> {
    let email = models::emails::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    if tx.parameters.yes(ids::MAIL_OFF) && email.parameter != Some(ids::PASSWORD_LINK_TEMPLATE) {
        return Err(Error::conflict("mail-off"));
    }
    if !models::emails::retry(tx, id)? {
        return Err(Error::conflict("email-not-retryable"));
    }
    audited(tx, viewer, "email-retried", ("email", Some(id)), &id.to_string())?;
    let email = models::emails::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    views::emails::views(tx, viewer, true, vec![email])?.pop().ok_or_else(Error::not_found)
}
