//! How much may be attached, and who may remove what.

use super::access::Access;
use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::models::attachments::Attachment;
use crate::tx::Tx;
use contract::Action;

/// Bytes that one attachment may have.
#[must_use]
pub fn bytes_max(tx: &Tx<'_>) -> i64 {
    tx.parameters.number(ids::ATTACHMENT_MEGABYTES).saturating_mul(1_000_000)
}

/// Whether a viewer may remove an attachment: their own, while the request is open.
#[must_use]
pub fn removable(access: &Access, viewer: &Viewer, file: &Attachment) -> bool {
    file.uploader_id == viewer.id() && access.require(Action::Attach).is_ok()
}
