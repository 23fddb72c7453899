//! The telephone exchange.

use super::audited;
use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::models;
use crate::monitor;
use crate::tx::Tx;

/// Whoever watches the exchange gives up the connection, and it is made anew.
///
/// # Errors
/// When the database does not answer.
pub fn reconnect(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<()> {
    let now = tx.db_now();
    models::leases::revoke(tx.conn, monitor::LEASE, now)?;
    let address = tx.parameters.value(ids::ASTERISK_ADDRESS);
    audited(tx, viewer, "exchange-reconnected", ("exchange", None), &address)
}
