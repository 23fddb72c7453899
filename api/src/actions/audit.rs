//! The audit trail: every change of administration, and every look at or search for a tax id, gets a row in the
//! transaction of what it tells of.

use crate::error::Result;
use crate::models;
use crate::tx::Tx;

/// What an entry of the audit trail is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    kind: &'static str,
    id: Option<i64>,
}

impl Subject {
    /// One thing of a kind.
    #[must_use]
    pub fn of(kind: &'static str, id: i64) -> Self {
        Self { kind, id: Some(id) }
    }

    /// A person.
    #[must_use]
    pub fn person(id: i64) -> Self {
        Self::of("person", id)
    }

    /// Something that exists once, or that was not found.
    #[must_use]
    pub fn kind(kind: &'static str) -> Self {
        Self { kind, id: None }
    }
}

/// Appends an entry. `author` is none for the command line. `action` is a stable code whose sentence is the text
/// `audit-<action>`; `detail` names the thing and never holds a tax id, a secret or a text.
///
/// # Errors
/// When the database does not answer.
pub fn record(tx: &mut Tx<'_>, author: Option<i64>, action: &str, subject: Subject, detail: &str) -> Result<()> {
    let now = tx.db_now();
    Ok(models::audit::record(tx.conn, now, author, action, (subject.kind, subject.id), detail)?)
}
