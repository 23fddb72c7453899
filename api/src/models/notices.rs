//! Outage notices, and who said *me too*.

use crate::db::Conn;
use crate::db::schema::{notice_votes, notices};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A notice.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = notices)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Notice {
    pub id: i64,
    pub title: String,
    pub text: String,
    pub starts_at: NaiveDateTime,
    pub ends_at: Option<NaiveDateTime>,
    pub ended_at: Option<NaiveDateTime>,
}

/// Notices in force, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn in_force(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<Vec<Notice>> {
    notices::table
        .filter(notices::ended_at.is_null())
        .filter(notices::ends_at.is_null().or(notices::ends_at.gt(now)))
        .order(notices::id.desc())
        .limit(50)
        .select(Notice::as_select())
        .load(conn)
}

/// One notice that was not ended.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Notice>> {
    notices::table
        .filter(notices::id.eq(id))
        .filter(notices::ended_at.is_null())
        .select(Notice::as_select())
        .first(conn)
        .optional()
}

/// Adds a notice.
///
/// # Errors
/// When the database does not answer.
pub fn insert(
    conn: &mut Conn,
    title: &str,
    text: &str,
    starts_at: NaiveDateTime,
    ends_at: Option<NaiveDateTime>,
    author_id: i64,
) -> QueryResult<i64> {
    diesel::insert_into(notices::table)
        .values((
            notices::title.eq(title),
            notices::text.eq(text),
            notices::starts_at.eq(starts_at),
            notices::ends_at.eq(ends_at),
            notices::author_id.eq(author_id),
        ))
        .returning(notices::id)
        .get_result(conn)
}

/// Changes a notice.
///
/// # Errors
/// When the database does not answer.
pub fn update(conn: &mut Conn, id: i64, title: &str, text: &str, ends_at: Option<NaiveDateTime>) -> QueryResult<()> {
    diesel::update(notices::table.find(id))
        .set((notices::title.eq(title), notices::text.eq(text), notices::ends_at.eq(ends_at)))
        .execute(conn)
        .map(|_| ())
}

/// Ends a notice.
///
/// # Errors
/// When the database does not answer.
pub fn end(conn: &mut Conn, id: i64, at: NaiveDateTime) -> QueryResult<()> {
    diesel::update(notices::table.find(id)).set(notices::ended_at.eq(at)).execute(conn).map(|_| ())
}

/// How many people said *me too*, and whether this one did.
///
/// # Errors
/// When the database does not answer.
pub fn votes(conn: &mut Conn, id: i64, person_id: i64) -> QueryResult<(i64, bool)> {
    let all = notice_votes::table.filter(notice_votes::notice_id.eq(id)).count().get_result(conn)?;
    let mine: Option<i64> =
        notice_votes::table.find((id, person_id)).select(notice_votes::person_id).first(conn).optional()?;
    Ok((all, mine.is_some()))
}

/// Says *me too*.
///
/// # Errors
/// When the database does not answer.
pub fn vote(conn: &mut Conn, id: i64, person_id: i64, at: NaiveDateTime) -> QueryResult<()> {
    diesel::insert_into(notice_votes::table)
        .values((notice_votes::notice_id.eq(id), notice_votes::person_id.eq(person_id), notice_votes::at.eq(at)))
        .execute(conn)
        .map(|_| ())
}
