//! Warnings of deadlines about to pass.

use crate::db::Conn;
use crate::db::schema::requests;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Notes that those who serve a request were warned; false when they had been.
/// The version stays: nobody's edit is in the way.
///
/// # Errors
/// When the database does not answer.
pub fn mark(conn: &mut Conn, request_id: i64, at: NaiveDateTime) -> QueryResult<bool> {
    let unwarned = requests::table.filter(requests::id.eq(request_id)).filter(requests::warned_at.is_null());
    Ok(diesel::update(unwarned).set(requests::warned_at.eq(at)).execute(conn)? == 1)
}
