//! Whether telephony is on, and what may be done with a call.

use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::error::{Error, Result};
use crate::models;
use crate::models::calls::Call;
use crate::models::services::Service;
use crate::tx::Tx;
use contract::{RequestType, Role};

/// Makes sure that telephony is on.
///
/// # Errors
/// 403 while parameter 281 is off.
pub fn switched_on(tx: &Tx<'_>) -> Result<()> {
    if tx.parameters.yes(ids::TELEPHONY) {
        return Ok(());
    }
    Err(Error::forbidden("parameter-off").with("parameter", ids::TELEPHONY))
}

/// The service of the information child, while parameter 283 names one that works.
///
/// # Errors
/// When the database does not answer.
pub fn information_service(tx: &mut Tx<'_>) -> Result<Option<Service>> {
    let Some(id) = tx.parameters.id_of(ids::VIEWING_SERVICE) else { return Ok(None) };
    let service = models::services::find(tx.conn, id)?;
    Ok(service.filter(|service| service.active && service.request_type == RequestType::ServiceRequest))
}

/// Whether a viewer may say what a call was about: those at whose extension it rang, and administrators.
///
/// # Errors
/// When the database does not answer.
pub fn may_conclude(tx: &mut Tx<'_>, viewer: &Viewer, call: &Call) -> Result<bool> {
    if viewer.has(Role::Administrator) || call.attendant_id == Some(viewer.id()) {
        return Ok(true);
    }
    Ok(models::calls::popups::find(tx.conn, call.id, viewer.id())?.is_some())
}
