//! What changes the situation of a request, or who serves it (product page,
//! section 3). One file for who serves it, one for its clock, one for its end.

mod clock;
mod ending;
mod routing;
mod warning;

pub use clock::{change_deadline, change_priority, reactivate, reclassify, resume, suspend};
pub(super) use ending::resolve_with;
pub use ending::{accept, cancel, close, minutes, reopen, resolve};
pub use routing::{capture, delegate, return_to_group};
pub use warning::warn;

use super::validate;
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

fn open(tx: &mut Tx<'_>, viewer: &Viewer, target: Target, action: Action) -> Result<Access> {
    let access = access::find_for_update(tx, viewer, target.number)?;
    access.require(action)?;
    access.check_version(target.version)?;
    Ok(access)
}

fn justification(input: &str) -> Result<String> {
    let mut check = Check::new();
    let text = check.take(validate::lines("justification", input, limits::JUSTIFICATION));
    check.done()?;
    Ok(text)
}
