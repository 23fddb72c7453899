//! Requests to which time does something.

use crate::db::Conn;
use crate::db::schema::requests;
use crate::db::types::{Code, codes};
use crate::domain::lifecycle::RUNNING;
use chrono::NaiveDateTime;
use contract::Situation;
use diesel::prelude::*;

/// Suspended requests whose date of return has come.
///
/// # Errors
/// When the database does not answer.
pub fn to_resume(conn: &mut Conn, now: NaiveDateTime, limit: i64) -> QueryResult<Vec<i64>> {
    requests::table
        .filter(requests::resumes_at.le(now))
        .filter(requests::situation.eq(Code(Situation::Suspended)))
        .order(requests::resumes_at)
        .limit(limit)
        .select(requests::id)
        .load(conn)
}

/// Resolved requests that are to be closed by now.
///
/// # Errors
/// When the database does not answer.
pub fn to_close(conn: &mut Conn, now: NaiveDateTime, limit: i64) -> QueryResult<Vec<i64>> {
    requests::table
        .filter(requests::closes_at.le(now))
        .filter(requests::situation.eq(Code(Situation::Resolved)))
        .order(requests::closes_at)
        .limit(limit)
        .select(requests::id)
        .load(conn)
}

/// Running requests below 20 % of their target whose responsible was not told.
///
/// # Errors
/// When the database does not answer.
pub fn to_warn(conn: &mut Conn, now: NaiveDateTime, limit: i64) -> QueryResult<Vec<i64>> {
    requests::table
        .filter(requests::warn_at.lt(now))
        .filter(requests::warned_at.is_null())
        .filter(requests::situation.eq_any(codes(&RUNNING)))
        .order(requests::warn_at)
        .limit(limit)
        .select(requests::id)
        .load(conn)
}
