//! Counts of what the database holds after loading.

use crate::app::App;
use crate::db::schema::{attachments, emails, occurrences, people, requests};
use crate::error::{Error, Result};
use diesel::prelude::*;

/// What is in the database after loading.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// People.
    pub people: u64,
    /// Requests.
    pub requests: u64,
    /// Rows of history, messages and notes included.
    pub occurrences: u64,
    /// Attachments.
    pub attachments: u64,
    /// E-mails of the outbox.
    pub emails: u64,
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { people, requests, occurrences, attachments, emails } = self;
        write!(
            f,
            "{people} people, {requests} requests, {occurrences} rows of history, {attachments} attachments, \
             {emails} e-mails"
        )
    }
}

/// Counts people, registered or loaded.
///
/// # Errors
/// When the database does not answer.
pub fn count_people(app: &App) -> Result<i64> {
    app.db.read_now(|conn| Ok(people::table.count().get_result(conn)?))
}

/// Counts all that a [`Summary`] names.
///
/// # Errors
/// When the database does not answer.
pub fn summary(app: &App) -> Result<Summary> {
    app.db.read_now(|conn| {
        let count = |number: i64| u64::try_from(number).unwrap_or(0);
        Ok::<_, Error>(Summary {
            people: count(people::table.count().get_result(conn)?),
            requests: count(requests::table.count().get_result(conn)?),
            occurrences: count(occurrences::table.count().get_result(conn)?),
            attachments: count(attachments::table.count().get_result(conn)?),
            emails: count(emails::table.count().get_result(conn)?),
        })
    })
}
