//! The audit trail of administrative actions.

use super::page::{self, Cursor, newest_first};
use crate::db::functions::lower;
use crate::db::schema::{audit, people};
use crate::db::{Conn, DB, like_pattern};
use crate::domain::text::fold;
use chrono::NaiveDateTime;
use contract::Page;
use diesel::prelude::*;

/// The order of the list: a cursor of another list is refused.
const ORDER: &str = "audit";

/// One entry.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = audit)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct Entry {
    pub id: i64,
    pub at: NaiveDateTime,
    pub author_id: Option<i64>,
    pub action: String,
    pub subject_kind: String,
    pub subject_id: Option<i64>,
    pub detail: String,
}

/// Appends an entry. `action` is a stable code whose sentence is `audit-<action>`;
/// `detail` names the thing and never holds a tax id, a secret or a text.
///
/// # Errors
/// When the database does not answer.
pub fn record(
    conn: &mut Conn,
    at: NaiveDateTime,
    author_id: Option<i64>,
    action: &str,
    subject: (&str, Option<i64>),
    detail: &str,
) -> QueryResult<()> {
    diesel::insert_into(audit::table)
        .values((
            audit::at.eq(at),
            audit::author_id.eq(author_id),
            audit::action.eq(action),
            audit::subject_kind.eq(subject.0),
            audit::subject_id.eq(subject.1),
            audit::detail.eq(detail),
        ))
        .execute(conn)
        .map(|_| ())
}

/// One page of the trail, newest first. Words are as typed, in lower case; each is
/// found in the name of the thing, of the author or of the person it was done to.
///
/// # Errors
/// For an invalid cursor; when the database does not answer.
pub fn page(conn: &mut Conn, words: &[String], cursor: Option<&str>, size: i64) -> page::Result<Page<Entry>> {
    let cursor = Cursor::decode(cursor, ORDER)?;
    let rows =
        newest_first!(filtered(words), audit::id, &cursor).limit(size + 1).select(Entry::as_select()).load(conn)?;
    let total = filtered(words).count().get_result(conn)?;
    Ok(page::assemble(rows, size, cursor.as_ref(), total, |row| (ORDER.to_owned(), String::new(), row.id)))
}

fn filtered(words: &[String]) -> audit::BoxedQuery<'static, DB> {
    let mut query = audit::table.into_boxed::<DB>();
    for word in words {
        let folded = like_pattern(&fold(word));
        let people = || {
            let found = people::table.filter(people::search_text.like(folded.clone()).escape('\\'));
            found.select(people::id.nullable())
        };
        let person = audit::subject_kind.eq("person").and(audit::subject_id.eq_any(people()));
        let detail = lower(audit::detail.nullable()).like(like_pattern(word)).escape('\\');
        query = query.filter(detail.or(audit::author_id.eq_any(people())).or(person));
    }
    query
}
