//! Administration. Every change is one transaction with its row of the audit trail.

pub mod calendars;
pub mod groups;
pub mod outbox;
pub mod parameters;
pub mod people;
pub mod person_check;
pub mod preview;
pub mod reasons;
pub mod services;
pub mod tax_ids;
pub mod telephony;
pub mod templates;
pub mod units;

use super::validate;
use crate::auth::Viewer;
use crate::db::is_unique_violation;
use crate::error::{Complaint, Error, Result};
use crate::models;
use crate::tx::Tx;
use actix_web::http::StatusCode;
use contract::limits;

/// The version that an edit was made from, and of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edited {
    /// What is edited.
    pub id: i64,
    /// The version that its editor has seen.
    pub version: i32,
}

impl Edited {
    /// Refuses an edit of what somebody changed since.
    ///
    /// # Errors
    /// 412.
    pub fn check(self, present: i32) -> Result<()> {
        if self.version == present { Ok(()) } else { Err(stale()) }
    }
}

/// 412: somebody changed it since it was read.
fn stale() -> Error {
    Error::refused(StatusCode::PRECONDITION_FAILED, "version-old")
}

/// What an update that found its version gone, or a unique value taken, means.
fn saved(result: diesel::QueryResult<bool>, unique: &'static str) -> Result<()> {
    match result {
        Ok(true) => Ok(()),
        Ok(false) => Err(stale()),
        Err(error) => Err(taken(error, unique)),
    }
}

/// A unique value that somebody took between the check and the writing.
fn taken(error: diesel::result::Error, unique: &'static str) -> Error {
    if is_unique_violation(&error) { Error::field(unique, "taken") } else { error.into() }
}

/// A required name that no other of its kind may bear.
fn name(
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

/// Notes what an administrator (or, for tax ids, an attendant) did.
///
/// # Errors
/// When the database does not answer.
pub fn audited(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    action: &str,
    subject: (&str, Option<i64>),
    detail: &str,
) -> Result<()> {
    let now = tx.db_now();
    Ok(models::audit::record(tx.conn, now, Some(viewer.id()), action, subject, detail)?)
}
