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
    let counter = || counters::table.find(REQUEST_NUMBER);
    diesel::update(counter()).set(counters::value.eq(counters::value + 1)).execute(conn)?;
    let number = counter().select(counters::value).first(conn)?;
    if number >= first {
        return Ok(number);
    }
    diesel::update(counter()).set(counters::value.eq(first)).execute(conn)?;
    Ok(first)
}

/// The last request number given, if there was one.
///
/// # Errors
/// When the database does not answer.
pub fn last_number(conn: &mut Conn) -> QueryResult<Option<i64>> {
    let last: i64 = counters::table.find(REQUEST_NUMBER).select(counters::value).first(conn)?;
    Ok((last > 0).then_some(last))
}
