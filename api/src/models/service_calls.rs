//! The log of requests to the telephony web services.

use crate::db::Conn;
use crate::db::schema::service_calls;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A request to a web service.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = service_calls)]
pub struct ServiceCall {
    /// Identifier.
    #[diesel(skip_insertion)]
    pub id: i64,
    /// When it was answered.
    pub at: NaiveDateTime,
    /// Name of the web service.
    pub service: String,
    /// The token; none when it was not accepted.
    pub token_id: Option<i64>,
    /// The arguments as a JSON object, with masked tax identifiers.
    pub arguments: String,
    /// Status of the answer.
    pub status: i32,
    /// The answer.
    pub answer: String,
    /// How long the answer took, in microseconds.
    pub microseconds: i64,
}

/// How many requests are kept.
pub const KEPT: i64 = 1_000;

/// Adds requests, and removes the oldest beyond those that are kept.
///
/// # Errors
/// When the database does not answer.
pub fn add(conn: &mut Conn, calls: Vec<ServiceCall>) -> QueryResult<()> {
    for call in calls {
        diesel::insert_into(service_calls::table).values(call).execute(conn)?;
    }
    let oldest: Option<i64> = service_calls::table
        .order(service_calls::id.desc())
        .offset(KEPT)
        .select(service_calls::id)
        .first(conn)
        .optional()?;
    if let Some(oldest) = oldest {
        diesel::delete(service_calls::table.filter(service_calls::id.le(oldest))).execute(conn)?;
    }
    Ok(())
}

/// The newest requests, the newest first.
///
/// # Errors
/// When the database does not answer.
pub fn newest(conn: &mut Conn, limit: i64) -> QueryResult<Vec<ServiceCall>> {
    service_calls::table.order(service_calls::id.desc()).limit(limit).select(ServiceCall::as_select()).load(conn)
}
