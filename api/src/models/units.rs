//! Units: branches, departments.

use crate::db::Conn;
use crate::db::schema::units;
use contract::identity::NamedRef;
use diesel::prelude::*;
use std::collections::HashMap;

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = units)]
pub struct Unit {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Active.
    pub active: bool,
    /// Changes with every edit.
    pub version: i32,
}

/// All units, by name.
///
/// # Errors
/// When the database does not answer.
pub fn all(conn: &mut Conn) -> QueryResult<Vec<Unit>> {
    units::table.order((units::name, units::id)).select(Unit::as_select()).load(conn)
}

/// One unit.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Unit>> {
    units::table.find(id).select(Unit::as_select()).first(conn).optional()
}

/// The unit that bears a name.
///
/// # Errors
/// When the database does not answer.
pub fn named(conn: &mut Conn, name: &str) -> QueryResult<Option<i64>> {
    units::table.filter(units::name.eq(name)).select(units::id).first(conn).optional()
}

/// Adds a unit.
///
/// # Errors
/// When the name is taken, or the database does not answer.
pub fn insert(conn: &mut Conn, name: &str, active: bool) -> QueryResult<i64> {
    diesel::insert_into(units::table)
        .values((units::name.eq(name), units::active.eq(active), units::version.eq(1)))
        .returning(units::id)
        .get_result(conn)
}

/// Changes a unit, if nobody did since `version`.
///
/// # Errors
/// When the name is taken, or the database does not answer.
pub fn update(conn: &mut Conn, id: i64, version: i32, name: &str, active: bool) -> QueryResult<bool> {
    let changed = diesel::update(units::table.filter(units::id.eq(id)).filter(units::version.eq(version)))
        .set((units::name.eq(name), units::active.eq(active), units::version.eq(version + 1)))
        .execute(conn)?;
    Ok(changed == 1)
}

/// A unit's name.
///
/// # Errors
/// When the database does not answer.
pub fn name(conn: &mut Conn, id: Option<i64>) -> QueryResult<Option<NamedRef>> {
    let Some(id) = id else { return Ok(None) };
    let name: Option<String> = units::table.find(id).select(units::name).first(conn).optional()?;
    Ok(name.map(|name| NamedRef { id, name }))
}

/// Names of units, by identifier.
///
/// # Errors
/// When the database does not answer.
pub fn names(conn: &mut Conn) -> QueryResult<HashMap<i64, NamedRef>> {
    let rows: Vec<(i64, String)> = units::table.select((units::id, units::name)).load(conn)?;
    Ok(rows.into_iter().map(|(id, name)| (id, NamedRef { id, name })).collect())
}
