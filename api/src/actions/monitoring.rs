//! Which node watches the telephone exchange, and how that goes.

use crate::db::stored;
use crate::error::Result;
use crate::models::leases::{self, ASTERISK};
use crate::models::monitor_state::{self, MonitorState};
use crate::tx::Tx;
use chrono::TimeDelta;

/// Takes the lease for a while, if it is free or the holder has it already; whether the holder has it now.
///
/// # Errors
/// When the database does not answer; a unique violation when another node takes it for the first time at this moment.
pub fn take_lease(tx: &mut Tx<'_>, holder: &str, lasts: TimeDelta) -> Result<bool> {
    let (now, until) = (tx.db_now(), stored(tx.now + lasts));
    Ok(leases::take(tx.conn, ASTERISK, holder, now, until)?)
}

/// Renews the lease for a while; false when another node took it. No other node can take it until the transaction ends.
///
/// # Errors
/// When the database does not answer.
pub fn renew_lease(tx: &mut Tx<'_>, holder: &str, lasts: TimeDelta) -> Result<bool> {
    let until = stored(tx.now + lasts);
    Ok(leases::renew(tx.conn, ASTERISK, holder, until)?)
}

/// Gives the lease back, so that another node can take it before it expires.
///
/// # Errors
/// When the database does not answer.
pub fn release_lease(tx: &mut Tx<'_>, holder: &str) -> Result<()> {
    let now = tx.db_now();
    Ok(leases::release(tx.conn, ASTERISK, holder, now)?)
}

/// Stores how watching goes, while the holder has the lease.
///
/// # Errors
/// When the database does not answer.
pub fn save_state(tx: &mut Tx<'_>, holder: &str, state: MonitorState) -> Result<()> {
    if leases::is_held_by(tx.conn, ASTERISK, holder)? {
        monitor_state::save(tx.conn, state)?;
    }
    Ok(())
}
