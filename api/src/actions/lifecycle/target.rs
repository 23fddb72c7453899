//! Opening the request that an action is about, and the justification that many of them need.

use crate::actions::validate;
use crate::auth::Viewer;
use crate::error::{Check, Result};
use crate::policy::access::{self, Access};
use crate::tx::Tx;
use contract::{Action, limits};

/// A request, and the version that the caller has seen.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Public number.
    pub number: i64,
    /// Version in `If-Match`, if any.
    pub version: Option<i32>,
}

impl Target {
    /// Locks the request and makes sure that the viewer may act on it now.
    ///
    /// # Errors
    /// 404 when the viewer does not see it; 403 when they or a parameter may not; 409 when the situation does not allow
    /// it; 412 when it was changed since.
    pub(in crate::actions) fn open(self, tx: &mut Tx<'_>, viewer: &Viewer, action: Action) -> Result<Access> {
        let access = access::find_for_update(tx, viewer, self.number)?;
        access.require(action)?;
        access.check_version(self.version)?;
        Ok(access)
    }
}

pub(super) fn justification(input: &str) -> Result<String> {
    let mut check = Check::new();
    let text = check.take(validate::lines("justification", input, limits::JUSTIFICATION));
    check.done()?;
    Ok(text)
}
