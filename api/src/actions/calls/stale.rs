//! Calls that nobody ended for so long that they cannot be going on.

use super::{LONGEST, popups, save};
use crate::db::stored;
use crate::error::Result;
use crate::models;
use crate::tx::Tx;

/// Whether [`end`] has something to do.
///
/// # Errors
/// When the database does not answer.
pub fn are_there(tx: &mut Tx<'_>) -> Result<bool> {
    let before = stored(tx.now - LONGEST);
    let calls = models::calls::going_on_since_before(tx.conn, before)?;
    Ok(!calls.is_empty() || models::calls::popups::any_older(tx.conn, before)?)
}

/// Ends them, and closes what nobody concluded; gives the number of calls.
///
/// # Errors
/// When the database does not answer.
pub fn end(tx: &mut Tx<'_>) -> Result<usize> {
    models::calls::lock(tx.conn)?;
    let before = stored(tx.now - LONGEST);
    let forgotten = models::calls::going_on_since_before(tx.conn, before)?;
    let count = forgotten.len();
    let now = tx.db_now();
    for mut call in forgotten {
        call.ended_at = Some(now);
        popups::leave_all(tx, &call, None)?;
        save(tx, &mut call)?;
    }
    models::calls::popups::close_older(tx.conn, before, now)?;
    Ok(count)
}
