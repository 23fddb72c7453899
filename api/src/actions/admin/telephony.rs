//! The telephone exchange.

use crate::actions::audit::{self, Subject};
use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::models;
use crate::monitor;
use crate::tx::Tx;

/// Has the node that watches the exchange drop its connection, so that it is made anew.
///
/// # Errors
/// When the database does not answer.
pub fn reconnect(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<()> {
    let now = tx.db_now();
    models::leases::revoke(tx.conn, monitor::LEASE, now)?;
    let address = tx.parameters.value(ids::ASTERISK_ADDRESS);
    audit::record(tx, Some(viewer.id()), "exchange-reconnected", Subject::kind("exchange"), &address)
}
