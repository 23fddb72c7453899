//! The telephone exchange.

use crate::actions::audit::{self, Subject};
use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::models;
use crate::tx::Tx;

/// Makes the node that monitors the exchange give up its connection, so that a new one is made.
///
/// # Errors
/// When the database does not answer.
pub fn reconnect(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<()> {
    let now = tx.db_now();
    models::leases::revoke(tx.conn, models::leases::ASTERISK, now)?;
    let address = tx.parameters.value(ids::ASTERISK_ADDRESS);
    audit::record(tx, Some(viewer.id()), "exchange-reconnected", Subject::kind("exchange"), &address)
}
