//! Whether telephony is on, and what may be done with a call.

use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::error::{Error, Result};
use crate::models;
use crate::models::calls::Call;
use crate::models::services::Service;
use crate::tx::Tx;
use contract::{RequestType, Role};

/// Whether telephony is on (parameter 281).
#[must_use]
pub fn is_on(tx: &Tx<'_>) -> bool {
    tx.parameters.yes(ids::TELEPHONY)
}

/// Makes sure that telephony is on. The refusal is that of the JSON API; the web services word their own.
///
/// # Errors
/// 403 while telephony is off.
pub fn require_on(tx: &Tx<'_>) -> Result<()> {
    if is_on(tx) {
        return Ok(());
    }
    Err(Error::forbidden("parameter-off").with("parameter", ids::TELEPHONY))
}

/// The service of the catalogue that an information child is opened for (parameter 283). None when the parameter names
/// no active service of type service request.
///
/// # Errors
/// When the database does not answer.
pub fn information_service(tx: &mut Tx<'_>) -> Result<Option<Service>> {
    let Some(id) = tx.parameters.id_of(ids::VIEWING_SERVICE) else { return Ok(None) };
    let service = models::services::find(tx.conn, id)?;
    Ok(service.filter(|service| service.active && service.request_type == RequestType::ServiceRequest))
}

/// Whether a viewer may say what a call was about: an administrator, or an attendant at whose extension it rang.
///
/// # Errors
/// When the database does not answer.
pub fn may_conclude(tx: &mut Tx<'_>, viewer: &Viewer, call: &Call) -> Result<bool> {
    if viewer.has(Role::Administrator) || call.attendant_id == Some(viewer.id()) {
        return Ok(true);
    }
    Ok(models::calls::popups::find(tx.conn, call.id, viewer.id())?.is_some())
}
