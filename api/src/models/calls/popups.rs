//! The pop-ups of calls: a call at an attendant's extension.

use crate::db::Conn;
use crate::db::schema::{call_popups, calls};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A call at an attendant's extension. Its row is saved as a whole.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = call_popups, treat_none_as_null = true)]
pub struct PopUp {
    /// Identifier.
    #[diesel(skip_insertion)]
    pub id: i64,
    /// The call.
    pub call_id: i64,
    /// The attendant.
    pub person_id: i64,
    /// Their extension.
    pub extension: String,
    /// When it began to ring there.
    pub raised_at: NaiveDateTime,
    /// When they answered.
    pub answered_at: Option<NaiveDateTime>,
    /// When the call left the extension.
    pub left_at: Option<NaiveDateTime>,
    /// The tab that it was taken up in.
    pub taken_by: Option<String>,
    /// Until when they may read the call's request because of the call.
    pub reads_until: Option<NaiveDateTime>,
    /// When it was closed.
    pub closed_at: Option<NaiveDateTime>,
}

/// The pop-up of a call for an attendant, closed or not.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, call: i64, person: i64) -> QueryResult<Option<PopUp>> {
    call_popups::table
        .filter(call_popups::call_id.eq(call))
        .filter(call_popups::person_id.eq(person))
        .select(PopUp::as_select())
        .first(conn)
        .optional()
}

/// The pop-ups of a call, closed or not, in the order in which they were raised.
///
/// # Errors
/// When the database does not answer.
pub fn of_call(conn: &mut Conn, call: i64) -> QueryResult<Vec<PopUp>> {
    call_popups::table
        .filter(call_popups::call_id.eq(call))
        .order(call_popups::id)
        .select(PopUp::as_select())
        .load(conn)
}

/// The open pop-ups of an attendant, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub fn open_of(conn: &mut Conn, person: i64) -> QueryResult<Vec<PopUp>> {
    call_popups::table
        .filter(call_popups::person_id.eq(person))
        .filter(call_popups::closed_at.is_null())
        .order(call_popups::id)
        .select(PopUp::as_select())
        .load(conn)
}

/// Adds a pop-up (its `id` is ignored) or saves it.
///
/// # Errors
/// When the database does not answer.
pub fn save(conn: &mut Conn, popup: &PopUp) -> QueryResult<()> {
    if popup.id == 0 {
        return diesel::insert_into(call_popups::table).values(popup.clone()).execute(conn).map(|_| ());
    }
    diesel::update(call_popups::table.find(popup.id)).set(popup.clone()).execute(conn).map(|_| ())
}

/// Whether a call lets an attendant read a request now.
///
/// # Errors
/// When the database does not answer.
pub fn let_read(conn: &mut Conn, person: i64, request: i64, now: NaiveDateTime) -> QueryResult<bool> {
    let granted = call_popups::table
        .inner_join(calls::table.on(calls::id.eq(call_popups::call_id)))
        .filter(call_popups::person_id.eq(person))
        .filter(call_popups::closed_at.is_null())
        .filter(call_popups::reads_until.gt(now))
        .filter(calls::request_id.eq(request));
    diesel::select(diesel::dsl::exists(granted)).get_result(conn)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn older(before: NaiveDateTime) -> _ {
    call_popups::table.filter(call_popups::closed_at.is_null()).filter(call_popups::raised_at.lt(before))
}

/// Whether there are open pop-ups that were raised before a time.
///
/// # Errors
/// When the database does not answer.
pub fn any_older(conn: &mut Conn, before: NaiveDateTime) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(older(before))).get_result(conn)
}

/// Closes the open pop-ups that were raised before a time.
///
/// # Errors
/// When the database does not answer.
pub fn close_older(conn: &mut Conn, before: NaiveDateTime, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(older(before)).set(call_popups::closed_at.eq(now)).execute(conn)
}
