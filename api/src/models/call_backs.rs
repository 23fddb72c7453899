//! Missed calls that are to be called back.

use crate::db::Conn;
use crate::db::schema::call_backs;
use crate::db::types::Code;
use chrono::NaiveDateTime;
use contract::calls::CallBackEnd;
use diesel::prelude::*;

/// A missed call of somebody known. One at a time for a number. Saved as a whole.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = call_backs, treat_none_as_null = true)]
pub struct CallBack {
    /// Identifier.
    #[diesel(skip_insertion)]
    pub id: i64,
    /// The number, to be compared.
    pub number_key: String,
    /// The number, as it was told.
    pub number: String,
    /// Who called.
    pub person_id: i64,
    /// The call, the last of several.
    pub call_id: i64,
    /// How many there were.
    pub calls: i32,
    /// When the last one was missed.
    pub missed_at: NaiveDateTime,
    /// Until when they are to be called back.
    pub due_at: NaiveDateTime,
    /// Who will do it.
    pub owner_id: Option<i64>,
    /// When it was done, or was no longer needed.
    pub closed_at: Option<NaiveDateTime>,
    /// Why.
    pub closed_why: Option<Code<CallBackEnd>>,
    /// By whom.
    pub closed_by: Option<i64>,
}

/// One.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<CallBack>> {
    call_backs::table.find(id).select(CallBack::as_select()).first(conn).optional()
}

/// The newest one of a number.
///
/// # Errors
/// When the database does not answer.
pub fn newest_of_number(conn: &mut Conn, key: &str) -> QueryResult<Option<CallBack>> {
    call_backs::table
        .filter(call_backs::number_key.eq(key))
        .order(call_backs::id.desc())
        .select(CallBack::as_select())
        .first(conn)
        .optional()
}

/// The open ones of a person.
///
/// # Errors
/// When the database does not answer.
pub fn open_of_person(conn: &mut Conn, person: i64) -> QueryResult<Vec<CallBack>> {
    call_backs::table
        .filter(call_backs::person_id.eq(person))
        .filter(call_backs::closed_at.is_null())
        .order((call_backs::due_at, call_backs::id))
        .select(CallBack::as_select())
        .load(conn)
}

/// All that are open, the most urgent first.
///
/// # Errors
/// When the database does not answer.
pub fn open(conn: &mut Conn, limit: i64) -> QueryResult<Vec<CallBack>> {
    call_backs::table
        .filter(call_backs::closed_at.is_null())
        .order((call_backs::due_at, call_backs::id))
        .limit(limit)
        .select(CallBack::as_select())
        .load(conn)
}

/// Calls among these whose call-back is open, and until when.
///
/// # Errors
/// When the database does not answer.
pub fn due_of_calls(conn: &mut Conn, calls: Vec<i64>) -> QueryResult<Vec<(i64, NaiveDateTime)>> {
    call_backs::table
        .filter(call_backs::call_id.eq_any(calls))
        .filter(call_backs::closed_at.is_null())
        .select((call_backs::call_id, call_backs::due_at))
        .load(conn)
}

/// Adds one (its `id` is ignored) or saves it.
///
/// # Errors
/// When the database does not answer.
pub fn save(conn: &mut Conn, row: &CallBack) -> QueryResult<()> {
    if row.id == 0 {
        return diesel::insert_into(call_backs::table).values(row.clone()).execute(conn).map(|_| ());
    }
    diesel::update(call_backs::table.find(row.id)).set(row.clone()).execute(conn).map(|_| ())
}
