//! Answers kept for `Idempotency-Key`, written with what they answer.

use crate::db::Conn;
use crate::db::schema::idempotency_keys;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// An answer given before.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = idempotency_keys)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Kept {
    pub body_hash: String,
    pub status: i32,
    pub body: String,
    pub created_at: NaiveDateTime,
}

/// Names a call.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// Whose key it is.
    pub caller: String,
    /// Method and path.
    pub route: String,
    /// The key itself.
    pub key: String,
}

/// The answer kept for a call.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, key: &Key) -> QueryResult<Option<Kept>> {
    idempotency_keys::table.find((&key.caller, &key.route, &key.key)).select(Kept::as_select()).first(conn).optional()
}

/// Keeps an answer.
///
/// # Errors
/// When another call kept one first, or the database does not answer.
pub fn keep(conn: &mut Conn, key: &Key, kept: &Kept) -> QueryResult<()> {
    diesel::insert_into(idempotency_keys::table)
        .values((
            idempotency_keys::caller.eq(&key.caller),
            idempotency_keys::route.eq(&key.route),
            idempotency_keys::key.eq(&key.key),
            idempotency_keys::body_hash.eq(&kept.body_hash),
            idempotency_keys::status.eq(kept.status),
            idempotency_keys::body.eq(&kept.body),
            idempotency_keys::created_at.eq(kept.created_at),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Forgets the answer of one call.
///
/// # Errors
/// When the database does not answer.
pub fn forget(conn: &mut Conn, key: &Key) -> QueryResult<()> {
    diesel::delete(idempotency_keys::table.find((&key.caller, &key.route, &key.key))).execute(conn).map(|_| ())
}

/// Forgets answers older than `before`.
///
/// # Errors
/// When the database does not answer.
pub fn sweep(conn: &mut Conn, before: NaiveDateTime) -> QueryResult<usize> {
    diesel::delete(idempotency_keys::table.filter(idempotency_keys::created_at.lt(before))).execute(conn)
}
