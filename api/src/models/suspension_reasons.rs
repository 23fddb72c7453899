//! Suspension reasons, as administrators keep them. What actions read of them is
//! in [`super::catalogue`].

use super::catalogue::SuspensionReason;
use crate::db::Conn;
use crate::db::schema::suspension_reasons;
use diesel::prelude::*;

/// What is written of a reason.
#[derive(Debug, Clone, Insertable, AsChangeset)]
#[diesel(table_name = suspension_reasons)]
pub struct ReasonValues {
    /// Name in Portuguese.
    pub name_pt: String,
    /// Name in Spanish; empty: the Portuguese one is shown.
    pub name_es: String,
    /// Name in English; empty: the Portuguese one is shown.
    pub name_en: String,
    /// The desk waits for the requester.
    pub waits_requester: bool,
    /// Offered.
    pub active: bool,
    /// Counts the edits.
    pub version: i32,
}

/// The reason that bears a Portuguese name.
///
/// # Errors
/// When the database does not answer.
pub fn named(conn: &mut Conn, name_pt: &str) -> QueryResult<Option<i64>> {
    suspension_reasons::table
        .filter(suspension_reasons::name_pt.eq(name_pt))
        .select(suspension_reasons::id)
        .first(conn)
        .optional()
}

/// Adds a reason.
///
/// # Errors
/// When the database does not answer.
pub fn insert(conn: &mut Conn, values: ReasonValues) -> QueryResult<i64> {
    diesel::insert_into(suspension_reasons::table).values(values).returning(suspension_reasons::id).get_result(conn)
}

/// Changes a reason, if nobody did since it was read.
///
/// # Errors
/// When the database does not answer.
pub fn update(conn: &mut Conn, before: &SuspensionReason, values: ReasonValues) -> QueryResult<bool> {
    let target = suspension_reasons::table
        .filter(suspension_reasons::id.eq(before.id))
        .filter(suspension_reasons::version.eq(before.version));
    Ok(diesel::update(target).set(values).execute(conn)? == 1)
}
