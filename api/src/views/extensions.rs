//! The extension that an attendant answers at.

use crate::auth::Viewer;
use crate::db::instant;
use crate::error::Result;
use crate::models;
use crate::policy::telephony;
use crate::tx::Tx;
use crate::views::monitor;
use contract::calls::{LostExtension, MyExtension};

/// The viewer's extension, or the one that they lost.
///
/// # Errors
/// When the database does not answer.
pub fn of_viewer(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<MyExtension> {
    let telephony = telephony::is_on(tx);
    let exchange_connected = monitor::is_connected(tx)?;
    let Some(row) = models::extensions::of_person(tx.conn, viewer.id())? else {
        return Ok(MyExtension { telephony, exchange_connected, ..MyExtension::default() });
    };
    let lost = match (row.lost_extension, row.lost_why, row.lost_at) {
        (Some(extension), Some(why), Some(at)) => {
            let by = match row.lost_to {
                Some(id) => models::people::names(tx.conn, [id])?.remove(&id),
                None => None,
            };
            Some(LostExtension { extension, why: why.0, by, at: instant(at) })
        }
        _ => None,
    };
    let recorded_at = row.extension.as_ref().map(|_| instant(row.recorded_at));
    Ok(MyExtension { extension: row.extension, recorded_at, lost, telephony, exchange_connected })
}
