//! What the edits of all collections have in common: versions and unique names.

use crate::actions::validate;
use crate::db::is_unique_violation;
use crate::error::{Complaint, Error, Result};
use actix_web::http::StatusCode;
use contract::limits;

/// What is edited, and the version that its editor has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edited {
    /// Identifier of what is edited.
    pub id: i64,
    /// The version that its editor has seen.
    pub version: i32,
}

impl Edited {
    /// Refuses the edit when somebody changed the row since its editor read it.
    ///
    /// # Errors
    /// 412.
    pub fn check(self, present: i32) -> Result<()> {
        if self.version == present { Ok(()) } else { Err(stale()) }
    }
}

/// 412: somebody changed it since it was read.
pub(super) fn stale() -> Error {
    Error::refused(StatusCode::PRECONDITION_FAILED, "version-old")
}

/// The result of an update: refused when the version is gone, or when somebody took the unique value of the field
/// `unique` meanwhile.
pub(super) fn saved(result: diesel::QueryResult<bool>, unique: &'static str) -> Result<()> {
    match result {
        Ok(true) => Ok(()),
        Ok(false) => Err(stale()),
        Err(error) => Err(taken(error, unique)),
    }
}

/// The error of a statement that wrote the unique field `unique`: somebody may have taken the value between the check
/// and the writing.
pub(super) fn taken(error: diesel::result::Error, unique: &'static str) -> Error {
    if is_unique_violation(&error) { Error::field(unique, "taken") } else { error.into() }
}

/// A required name that no other row of the collection has. `named` finds the row that has a name, `own` is the row
/// that is edited.
pub(super) fn name(
    input: &str,
    own: Option<i64>,
    named: impl FnOnce(&str) -> Result<Option<i64>>,
) -> Result<Result<String, Complaint>> {
    let name = match validate::line("name", input, limits::NAME) {
        Ok(name) => name,
        Err(complaint) => return Ok(Err(complaint)),
    };
    let bearer = named(&name)?;
    if bearer.is_some() && bearer != own { Ok(Err(Complaint::new("name", "taken"))) } else { Ok(Ok(name)) }
}
