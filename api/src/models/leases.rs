//! What only one node does at a time: whoever holds the lease does it, until it runs
//! out or is given back.

use crate::db::Conn;
use crate::db::schema::leases;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// The lease of the node that monitors the Asterisk.
pub const ASTERISK: &str = "asterisk";

/// Takes or renews a lease until a time; false when another holds it.
///
/// # Errors
/// When the database does not answer; a duplicate when another took it for the first
/// time right now.
pub fn take(conn: &mut Conn, name: &str, holder: &str, now: NaiveDateTime, until: NaiveDateTime) -> QueryResult<bool> {
    let free = leases::holder.eq(holder).or(leases::until.le(now));
    let taken = diesel::update(leases::table.filter(leases::name.eq(name)).filter(free))
        .set((leases::holder.eq(holder), leases::until.eq(until)))
        .execute(conn)?;
    if taken > 0 || diesel::select(diesel::dsl::exists(leases::table.find(name))).get_result(conn)? {
        return Ok(taken > 0);
    }
    let first = (leases::name.eq(name), leases::holder.eq(holder), leases::until.eq(until));
    diesel::insert_into(leases::table).values(first).execute(conn).map(|_| true)
}

/// Renews a lease; false when another took it meanwhile. One that ran out and that
/// nobody took is renewed. Nobody can take it until the transaction ends.
///
/// # Errors
/// When the database does not answer.
pub fn renew(conn: &mut Conn, name: &str, holder: &str, until: NaiveDateTime) -> QueryResult<bool> {
    let own = leases::table.filter(leases::name.eq(name)).filter(leases::holder.eq(holder));
    Ok(diesel::update(own).set(leases::until.eq(until)).execute(conn)? > 0)
}

/// Gives a lease back, if it is still this holder's.
///
/// # Errors
/// When the database does not answer.
pub fn release(conn: &mut Conn, name: &str, holder: &str, now: NaiveDateTime) -> QueryResult<()> {
    renew(conn, name, holder, now).map(|_| ())
}

/// Who holds a lease at a time.
///
/// # Errors
/// When the database does not answer.
pub fn holder(conn: &mut Conn, name: &str, now: NaiveDateTime) -> QueryResult<Option<String>> {
    leases::table.find(name).filter(leases::until.gt(now)).select(leases::holder).first(conn).optional()
}

/// Whether nobody else took the lease since this holder did.
///
/// # Errors
/// When the database does not answer.
pub fn is_held_by(conn: &mut Conn, name: &str, holder: &str) -> QueryResult<bool> {
    let own = leases::table.filter(leases::name.eq(name)).filter(leases::holder.eq(holder));
    diesel::select(diesel::dsl::exists(own)).get_result(conn)
}

/// Takes a lease away from whoever holds it: they notice when they renew it, and the
/// next one takes it.
///
/// # Errors
/// When the database does not answer.
pub fn revoke(conn: &mut Conn, name: &str, now: NaiveDateTime) -> QueryResult<()> {
    diesel::update(leases::table.find(name))
        .set((leases::holder.eq(""), leases::until.eq(now)))
        .execute(conn)
        .map(|_| ())
}
