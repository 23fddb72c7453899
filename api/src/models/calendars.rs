//! Calendars of working hours.

use crate::db::Conn;
use crate::db::schema::calendars;
use diesel::prelude::*;

/// A calendar.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = calendars)]
pub struct CalendarRow {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// JSON of `contract::admin::CalendarEdit`, which was valid when it was saved.
    pub definition: String,
    /// Changes with every edit.
    pub version: i32,
}

/// All calendars, by name.
///
/// # Errors
/// When the database does not answer.
pub fn all(conn: &mut Conn) -> QueryResult<Vec<CalendarRow>> {
    calendars::table.order((calendars::name, calendars::id)).select(CalendarRow::as_select()).load(conn)
}

/// One calendar.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<CalendarRow>> {
    calendars::table.find(id).select(CalendarRow::as_select()).first(conn).optional()
}

/// The calendar that bears a name.
///
/// # Errors
/// When the database does not answer.
pub fn named(conn: &mut Conn, name: &str) -> QueryResult<Option<i64>> {
    calendars::table.filter(calendars::name.eq(name)).select(calendars::id).first(conn).optional()
}

/// Adds a calendar.
///
/// # Errors
/// When the name is taken, or the database does not answer.
pub fn insert(conn: &mut Conn, name: &str, definition: &str) -> QueryResult<i64> {
    diesel::insert_into(calendars::table)
        .values((calendars::name.eq(name), calendars::definition.eq(definition), calendars::version.eq(1)))
        .returning(calendars::id)
        .get_result(conn)
}

/// Changes a calendar, if nobody did since `version`.
///
/// # Errors
/// When the name is taken, or the database does not answer.
pub fn update(conn: &mut Conn, id: i64, version: i32, name: &str, definition: &str) -> QueryResult<bool> {
    let target = calendars::table.filter(calendars::id.eq(id)).filter(calendars::version.eq(version));
    let changed = diesel::update(target)
        .set((calendars::name.eq(name), calendars::definition.eq(definition), calendars::version.eq(version + 1)))
        .execute(conn)?;
    Ok(changed == 1)
}

/// A calendar's definition (JSON of `contract::admin::CalendarEdit`).
///
/// # Errors
/// When the database does not answer.
pub fn definition(conn: &mut Conn, id: i64) -> QueryResult<Option<String>> {
    calendars::table.find(id).select(calendars::definition).first(conn).optional()
}
