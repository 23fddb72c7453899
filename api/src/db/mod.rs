//! The seam between the two databases: SQLite (embedded, the default) and
//! PostgreSQL (shared by several nodes).
//!
//! Everything above works on [`Conn`] with one set of queries. What differs
//! stands in this folder and nowhere else.

mod conn;
mod events;
pub mod functions;
mod migrate;
mod pool;
pub mod schema;
pub mod types;
mod workers;

pub(crate) use conn::direct;
pub use conn::{Conn, DB};
pub use events::{live_position, visible_horizon};
pub use migrate::{migrate, pending_migrations};
pub use pool::{Db, DbError};

use chrono::{DateTime, NaiveDateTime, SubsecRound, Utc};

/// Values bound in one list of a statement; longer lists are read in pieces.
pub const MOST_BINDS: usize = 500;

/// The instant as rows hold it: UTC, cut to the millisecond, so that what was
/// written compares equal to what is read back from either database.
#[must_use]
pub fn stored(at: DateTime<Utc>) -> NaiveDateTime {
    at.naive_utc().trunc_subsecs(3)
}

/// A row's instant as the rest of the program uses it.
#[must_use]
pub fn instant(at: NaiveDateTime) -> DateTime<Utc> {
    at.and_utc()
}

/// Stands for “no deadline” in the column that lists are sorted by.
#[must_use]
pub fn end_of_time() -> NaiveDateTime {
    chrono::NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(chrono::NaiveDate::MAX).and_time(chrono::NaiveTime::MIN)
}

/// Escapes a text for `LIKE … ESCAPE '\'`, between `%`.
#[must_use]
pub fn like_pattern(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len() + 2);
    pattern.push('%');
    for c in text.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// True when a row with the same unique value exists already.
#[must_use]
pub fn is_unique_violation(error: &diesel::result::Error) -> bool {
    matches!(error, diesel::result::Error::DatabaseError(diesel::result::DatabaseErrorKind::UniqueViolation, _))
}
