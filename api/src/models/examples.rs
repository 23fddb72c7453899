//! Real requests to try a template on.

use super::requests::Request;
use crate::db::Conn;
use crate::db::schema::{occurrences, requests};
use crate::db::types::Code;
use contract::OccurrenceKind;
use diesel::prelude::*;

/// The newest request; with `message`, the one that the newest message is about, if
/// there is any message.
///
/// # Errors
/// When the database does not answer.
pub fn newest(conn: &mut Conn, message: bool) -> QueryResult<Option<Request>> {
    let talked_about: Option<i64> = if message {
        occurrences::table
            .filter(occurrences::kind.eq(Code(OccurrenceKind::Message)))
            .order(occurrences::id.desc())
            .select(occurrences::request_id)
            .first(conn)
            .optional()?
    } else {
        None
    };
    match talked_about {
        Some(id) => super::requests::find(conn, id),
        None => requests::table.order(requests::id.desc()).select(Request::as_select()).first(conn).optional(),
    }
}
