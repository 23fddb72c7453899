//! Counters that never give a value twice.

use crate::db::Conn;
use crate::db::schema::counters;
use diesel::prelude::*;

const REQUEST_NUMBER: &str = "request_number";

/// The next request number: one more than the last, or `first` if there was none.
/// The row stays locked until the transaction ends, so numbers have no gaps.
///
/// # Errors
/// When the database does not answer.
pub fn next_number(conn: &mut Conn, first: i64) -> QueryResult<i64> {
    let counted = diesel::update(counters::table.find(REQUEST_NUMBER))
        .set(counters::value.eq(counters::value + 1))
        .execute(conn)?;
    if counted == 0 {
        diesel::insert_into(counters::table)
            .values((counters::name.eq(REQUEST_NUMBER), counters::value.eq(first)))
            .execute(conn)?;
    }
    counters::table.find(REQUEST_NUMBER).select(counters::value).first(conn)
}

/// The last request number given, if there was one.
///
/// # Errors
/// When the database does not answer.
pub fn last_number(conn: &mut Conn) -> QueryResult<Option<i64>> {
    counters::table.find(REQUEST_NUMBER).select(counters::value).first(conn).optional()
}
