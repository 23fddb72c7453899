//! Rows of call-backs: missed calls that are to be called back.

use crate::db::Conn;
use crate::db::schema::call_backs;
use crate::db::types::Code;
use chrono::NaiveDateTime;
use contract::calls::CallBackEnd;
use diesel::prelude::*;

/// A missed call of a known person. A number has at most one open call-back. Its row is saved as a whole.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = call_backs, treat_none_as_null = true)]
pub struct CallBack {
    /// Identifier.
    #[diesel(skip_insertion)]
    pub id: i64,
    /// The number in the form in which numbers are compared.
    pub number_key: String,
    /// The number, as it was reported.
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
    /// Why it was closed.
    pub closed_why: Option<Code<CallBackEnd>>,
    /// The attendant who closed it or called back; none when the person called again.
    pub closed_by: Option<i64>,
}

/// The call-back with an identifier.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<CallBack>> {
    call_backs::table.find(id).select(CallBack::as_select()).first(conn).optional()
}

/// The newest call-back of a number.
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

/// The open call-backs of a person, the most urgent first.
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

/// Open call-backs of everybody, the most urgent first.
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

/// Those of the given calls whose call-back is open, and when it is due.
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

/// Saves a call-back; adds it when its `id` is 0.
///
/// # Errors
/// When the database does not answer.
pub fn save(conn: &mut Conn, row: &CallBack) -> QueryResult<()> {
    if row.id == 0 {
        return diesel::insert_into(call_backs::table).values(row.clone()).execute(conn).map(|_| ());
    }
    diesel::update(call_backs::table.find(row.id)).set(row.clone()).execute(conn).map(|_| ())
}
