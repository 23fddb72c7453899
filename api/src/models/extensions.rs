//! The extensions that attendants answer at.

use crate::db::Conn;
use crate::db::schema::{extensions, people, sessions};
use crate::db::types::Code;
use chrono::NaiveDateTime;
use contract::calls::ExtensionLoss;
use diesel::prelude::*;

/// An attendant's extension, or the one that they lost.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = extensions, treat_none_as_null = true)]
pub struct Extension {
    /// The attendant.
    pub person_id: i64,
    /// The extension; none while they do not answer.
    pub extension: Option<String>,
    /// When they recorded it.
    pub recorded_at: NaiveDateTime,
    /// The one they lost.
    pub lost_extension: Option<String>,
    /// Why they lost it.
    pub lost_why: Option<Code<ExtensionLoss>>,
    /// Who has it now.
    pub lost_to: Option<i64>,
    /// When they lost it.
    pub lost_at: Option<NaiveDateTime>,
}

/// The row of a person.
///
/// # Errors
/// When the database does not answer.
pub fn of_person(conn: &mut Conn, person: i64) -> QueryResult<Option<Extension>> {
    extensions::table.find(person).select(Extension::as_select()).first(conn).optional()
}

/// Who answers at an extension.
///
/// # Errors
/// When the database does not answer.
pub fn owner(conn: &mut Conn, extension: &str) -> QueryResult<Option<i64>> {
    extensions::table.filter(extensions::extension.eq(extension)).select(extensions::person_id).first(conn).optional()
}

/// The extension of an attendant, by e-mail address or full name; none when several have the name.
///
/// # Errors
/// When the database does not answer.
pub fn of_person_named(conn: &mut Conn, name: &str) -> QueryResult<Option<String>> {
    let mut found: Vec<Option<String>> = extensions::table
        .inner_join(people::table.on(people::id.eq(extensions::person_id)))
        .filter(people::name.eq(name).or(people::email.eq(name.to_lowercase()).assume_not_null()))
        .filter(extensions::extension.is_not_null())
        .limit(2)
        .select(extensions::extension)
        .load(conn)?;
    Ok(if found.len() == 1 { found.pop().flatten() } else { None })
}

/// Adds or replaces a person's row.
///
/// # Errors
/// When somebody else has the extension, or the database does not answer.
pub fn save(conn: &mut Conn, row: &Extension) -> QueryResult<()> {
    if diesel::update(extensions::table.find(row.person_id)).set(row.clone()).execute(conn)? == 0 {
        diesel::insert_into(extensions::table).values(row.clone()).execute(conn)?;
    }
    Ok(())
}

/// Removes a person's row.
///
/// # Errors
/// When the database does not answer.
pub fn remove(conn: &mut Conn, person: i64) -> QueryResult<bool> {
    Ok(diesel::delete(extensions::table.find(person)).execute(conn)? == 1)
}

/// How many extensions are recorded.
///
/// # Errors
/// When the database does not answer.
pub fn count(conn: &mut Conn) -> QueryResult<i64> {
    extensions::table.filter(extensions::extension.is_not_null()).count().get_result(conn)
}

/// The attendants with an extension, and when they were last seen; none when they have no session that lasts.
///
/// # Errors
/// When the database does not answer.
pub fn last_seen(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<Vec<(Extension, Option<NaiveDateTime>)>> {
    let answering: Vec<Extension> = extensions::table
        .filter(extensions::extension.is_not_null())
        .order(extensions::person_id)
        .select(Extension::as_select())
        .load(conn)?;
    answering
        .into_iter()
        .map(|row| {
            let seen = sessions::table
                .filter(sessions::person_id.eq(row.person_id))
                .filter(sessions::expires_at.gt(now))
                .select(diesel::dsl::max(sessions::last_seen_at))
                .first(conn)?;
            Ok((row, seen))
        })
        .collect()
}
