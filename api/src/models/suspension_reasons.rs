//! Reasons for which requests are suspended.

use crate::db::Conn;
use crate::db::schema::suspension_reasons;
use contract::Language;
use diesel::prelude::*;

/// A suspension reason.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = suspension_reasons)]
pub struct SuspensionReason {
    /// Identifier.
    pub id: i64,
    /// Name in Portuguese.
    pub name_pt: String,
    /// Name in Spanish.
    pub name_es: String,
    /// Name in English.
    pub name_en: String,
    /// The desk waits for the requester.
    pub waits_requester: bool,
    /// Offered.
    pub active: bool,
    /// Changes with every edit.
    pub version: i32,
}

impl SuspensionReason {
    /// The name in a language; Portuguese when there is none.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        let name = match language {
            Language::Portuguese => &self.name_pt,
            Language::Spanish => &self.name_es,
            Language::English => &self.name_en,
        };
        if name.is_empty() { &self.name_pt } else { name }
    }
}

/// One suspension reason.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<SuspensionReason>> {
    suspension_reasons::table.find(id).select(SuspensionReason::as_select()).first(conn).optional()
}

/// All suspension reasons.
///
/// # Errors
/// When the database does not answer.
pub fn all(conn: &mut Conn) -> QueryResult<Vec<SuspensionReason>> {
    suspension_reasons::table.order(suspension_reasons::id).select(SuspensionReason::as_select()).load(conn)
}

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
