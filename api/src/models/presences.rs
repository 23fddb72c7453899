//! Which attendants have a page open, and at which node.

use crate::db::Conn;
use crate::db::schema::presences;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Notes that a person has a page open at a node. The caller holds [`super::calls::lock`]:
/// a page that opens and the renewal would both add the row.
///
/// # Errors
/// When the database does not answer.
pub fn arrive(conn: &mut Conn, node: &str, person: i64, at: NaiveDateTime) -> QueryResult<()> {
    if renew(conn, node, &[person], at)? == 0 {
        diesel::insert_into(presences::table)
            .values((presences::node.eq(node), presences::person_id.eq(person), presences::seen_at.eq(at)))
            .execute(conn)?;
    }
    Ok(())
}

/// Notes that a person has no page open at a node any longer.
///
/// # Errors
/// When the database does not answer.
pub fn leave(conn: &mut Conn, node: &str, person: i64) -> QueryResult<()> {
    diesel::delete(presences::table.find((node, person))).execute(conn).map(|_| ())
}

/// Renews the rows of people with a page open at a node. Returns how many rows there were.
///
/// # Errors
/// When the database does not answer.
pub fn renew(conn: &mut Conn, node: &str, people: &[i64], at: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(presences::table.filter(presences::node.eq(node)).filter(presences::person_id.eq_any(people)))
        .set(presences::seen_at.eq(at))
        .execute(conn)
}

/// Whether a person had a page open at any node since a time.
///
/// # Errors
/// When the database does not answer.
pub fn is_there(conn: &mut Conn, person: i64, since: NaiveDateTime) -> QueryResult<bool> {
    let there = presences::table.filter(presences::person_id.eq(person)).filter(presences::seen_at.ge(since));
    diesel::select(diesel::dsl::exists(there)).get_result(conn)
}

/// Whether there are rows that were not renewed since a time.
///
/// # Errors
/// When the database does not answer.
pub fn any_before(conn: &mut Conn, before: NaiveDateTime) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(presences::table.filter(presences::seen_at.lt(before)))).get_result(conn)
}

/// Removes the rows that were not renewed since a time.
///
/// # Errors
/// When the database does not answer.
pub fn sweep(conn: &mut Conn, before: NaiveDateTime) -> QueryResult<usize> {
    diesel::delete(presences::table.filter(presences::seen_at.lt(before))).execute(conn)
}
