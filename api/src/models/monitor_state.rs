//! How watching the telephone exchange goes: one row, or none.

use crate::db::Conn;
use crate::db::schema::monitor_state;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// The only row's identifier.
const ID: i32 = 1;

/// The row.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = monitor_state)]
#[diesel(treat_none_as_null = true)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct MonitorState {
    pub holder: String,
    pub phase: String,
    pub reason: String,
    pub since: NaiveDateTime,
    pub next_try_at: Option<NaiveDateTime>,
    pub address: String,
    pub last_event_at: Option<NaiveDateTime>,
    pub missing_rights: String,
    pub calls: i32,
    pub undelivered: i32,
}

/// What was written last.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn) -> QueryResult<Option<MonitorState>> {
    monitor_state::table.find(ID).select(MonitorState::as_select()).first(conn).optional()
}

/// Writes it.
///
/// # Errors
/// When the database does not answer.
pub fn save(conn: &mut Conn, row: MonitorState) -> QueryResult<()> {
    let changed = diesel::update(monitor_state::table.find(ID)).set(row.clone()).execute(conn)?;
    if changed == 0 {
        diesel::insert_into(monitor_state::table).values((monitor_state::id.eq(ID), row)).execute(conn)?;
    }
    Ok(())
}
