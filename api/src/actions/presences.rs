//! Which attendants have a page open, and at which node: telephone systems are told whether a pop-up is seen.

use crate::error::Result;
use crate::models;
use crate::tx::Tx;
use chrono::TimeDelta;

/// Rows that were not renewed for this long are removed: their node is gone.
const GONE: TimeDelta = TimeDelta::minutes(10);

/// Notes that a person has opened their first page at a node.
///
/// # Errors
/// When the database does not answer.
pub fn arrive(tx: &mut Tx<'_>, node: &str, person: i64) -> Result<()> {
    models::calls::lock(tx.conn)?;
    Ok(models::presences::arrive(tx.conn, node, person, tx.db_now())?)
}

/// Notes that a person has closed their last page at a node.
///
/// # Errors
/// When the database does not answer.
pub fn leave(tx: &mut Tx<'_>, node: &str, person: i64) -> Result<()> {
    Ok(models::presences::leave(tx.conn, node, person)?)
}

/// Whether rows of nodes that are gone are to be removed.
///
/// # Errors
/// When the database does not answer.
pub fn any_gone(tx: &mut Tx<'_>) -> Result<bool> {
    Ok(models::presences::any_before(tx.conn, tx.db_now() - GONE)?)
}

/// Renews the rows of those who have a page open at a node, and removes those of nodes that are gone.
///
/// # Errors
/// When the database does not answer.
pub fn renew(tx: &mut Tx<'_>, node: &str, people: &[i64]) -> Result<()> {
    models::calls::lock(tx.conn)?;
    let now = tx.db_now();
    for person in people {
        models::presences::arrive(tx.conn, node, *person, now)?;
    }
    models::presences::sweep(tx.conn, now - GONE)?;
    Ok(())
}
