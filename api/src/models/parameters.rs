//! Values of the parameters, and their changes.

use super::page::{self, Cursor, newest_first};
use crate::db::schema::{parameter_changes, parameters};
use crate::db::{Conn, DB};
use crate::domain::parameters::{Parameters, redacted};
use crate::tx::Tx;
use chrono::NaiveDateTime;
use contract::Page;
use diesel::dsl::max;
use diesel::prelude::*;

/// All values that differ from the defaults.
///
/// # Errors
/// When the database does not answer.
pub fn load(conn: &mut Conn) -> QueryResult<Parameters> {
    let rows: Vec<(i32, String)> = parameters::table.select((parameters::id, parameters::value)).load(conn)?;
    Ok(Parameters::new(rows.into_iter().collect()))
}

/// Sets one value and notes the change: of a secret, only whether there was and is one.
///
/// # Errors
/// When the database does not answer.
pub fn set(
    tx: &mut Tx<'_>,
    id: i32,
    from: &str,
    to: &str,
    author_id: Option<i64>,
    now: NaiveDateTime,
) -> QueryResult<()> {
    tx.made.parameters = true;
    let changed = diesel::update(parameters::table.find(id)).set(parameters::value.eq(to)).execute(tx.conn)?;
    if changed == 0 {
        diesel::insert_into(parameters::table)
            .values((parameters::id.eq(id), parameters::value.eq(to)))
            .execute(tx.conn)?;
    }
    diesel::insert_into(parameter_changes::table)
        .values((
            parameter_changes::parameter.eq(id),
            parameter_changes::author_id.eq(author_id),
            parameter_changes::at.eq(now),
            parameter_changes::old_value.eq(redacted(id, from)),
            parameter_changes::new_value.eq(redacted(id, to)),
        ))
        .execute(tx.conn)
        .map(|_| ())
}

/// One change.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = parameter_changes)]
pub struct Change {
    /// Identifier.
    pub id: i64,
    /// Parameter.
    pub parameter: i32,
    /// Who.
    pub author_id: Option<i64>,
    /// When.
    pub at: NaiveDateTime,
    /// From.
    pub old_value: String,
    /// To.
    pub new_value: String,
}

/// One page of the changes of one parameter or of all, newest first.
///
/// # Errors
/// For an invalid cursor; when the database does not answer.
pub fn changes(conn: &mut Conn, parameter: Option<i32>, cursor: Option<&str>, size: i64) -> page::Result<Page<Change>> {
    let order = parameter.map_or_else(|| "changes".to_owned(), |id| format!("changes:{id}"));
    let cursor = Cursor::decode(cursor, &order)?;
    let query = || {
        let query = parameter_changes::table.into_boxed::<DB>();
        match parameter {
            Some(id) => query.filter(parameter_changes::parameter.eq(id)),
            None => query,
        }
    };
    let rows = newest_first!(query(), parameter_changes::id, &cursor)
        .limit(size + 1)
        .select(Change::as_select())
        .load(conn)?;
    let total = query().count().get_result(conn)?;
    Ok(page::assemble(rows, size, cursor.as_ref(), total, |row| (order.clone(), String::new(), row.id)))
}

/// Counts the changes up: what a page of parameters was read at.
///
/// # Errors
/// When the database does not answer.
pub fn version(conn: &mut Conn) -> QueryResult<i32> {
    let newest: Option<i64> = parameter_changes::table.select(max(parameter_changes::id)).first(conn)?;
    Ok(i32::try_from(newest.unwrap_or(0)).unwrap_or(i32::MAX))
}
