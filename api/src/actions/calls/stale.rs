//! Stale calls: nobody reported their end, and they began too long ago to be still going on.

use super::ending::MAX_DURATION;
use super::popups;
use super::saving::save;
use crate::db::stored;
use crate::error::Result;
use crate::models;
use crate::tx::Tx;

/// Whether there is something for [`end`] to do.
///
/// # Errors
/// When the database does not answer.
pub fn are_there(tx: &mut Tx<'_>) -> Result<bool> {
    let before = stored(tx.now - MAX_DURATION);
    let calls = models::calls::going_on_since_before(tx.conn, before)?;
    Ok(!calls.is_empty() || models::calls::popups::any_older(tx.conn, before)?)
}

/// Ends stale calls, and closes old pop-ups that nobody concluded. Returns the number of calls that were ended.
///
/// # Errors
/// When the database does not answer.
pub fn end(tx: &mut Tx<'_>) -> Result<usize> {
    models::calls::lock(tx.conn)?;
    let before = stored(tx.now - MAX_DURATION);
    let stale = models::calls::going_on_since_before(tx.conn, before)?;
    let count = stale.len();
    let now = tx.db_now();
    for mut call in stale {
        call.ended_at = Some(now);
        popups::leave_all(tx, &call, None)?;
        save(tx, &mut call)?;
    }
    models::calls::popups::close_older(tx.conn, before, now)?;
    Ok(count)
}
