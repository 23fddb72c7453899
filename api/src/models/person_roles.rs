//! Roles of people.

use crate::db::Conn;
use crate::db::schema::{people, person_roles};
use crate::db::types::Code;
use contract::Role;
use diesel::prelude::*;
use std::collections::HashMap;

/// Roles of a person.
///
/// # Errors
/// When the database does not answer.
pub fn of(conn: &mut Conn, id: i64) -> QueryResult<Vec<Role>> {
    person_roles::table
        .filter(person_roles::person_id.eq(id))
        .order(person_roles::role)
        .select(person_roles::role)
        .load::<Code<Role>>(conn)
        .map(|roles| roles.into_iter().map(Role::from).collect())
}

/// Roles of some people.
///
/// # Errors
/// When the database does not answer.
pub fn of_many(conn: &mut Conn, ids: &[i64]) -> QueryResult<HashMap<i64, Vec<Role>>> {
    let rows: Vec<(i64, Code<Role>)> = person_roles::table
        .filter(person_roles::person_id.eq_any(ids.to_vec()))
        .order((person_roles::person_id, person_roles::role))
        .select((person_roles::person_id, person_roles::role))
        .load(conn)?;
    let mut roles: HashMap<i64, Vec<Role>> = HashMap::new();
    for (person, role) in rows {
        roles.entry(person).or_default().push(role.0);
    }
    Ok(roles)
}

/// Replaces the roles of a person.
///
/// # Errors
/// When the database does not answer.
pub fn set(conn: &mut Conn, id: i64, roles: &[Role]) -> QueryResult<()> {
    diesel::delete(person_roles::table.filter(person_roles::person_id.eq(id))).execute(conn)?;
    for role in roles {
        diesel::insert_into(person_roles::table)
            .values((person_roles::person_id.eq(id), person_roles::role.eq(Code(*role))))
            .execute(conn)?;
    }
    Ok(())
}

/// How many active people hold a role.
///
/// # Errors
/// When the database does not answer.
pub fn count_active(conn: &mut Conn, role: Role) -> QueryResult<i64> {
    person_roles::table
        .inner_join(people::table.on(people::id.eq(person_roles::person_id)))
        .filter(person_roles::role.eq(Code(role)))
        .filter(people::active.eq(true))
        .count()
        .get_result(conn)
}

/// Active people who hold a role.
///
/// # Errors
/// When the database does not answer.
pub fn active_holders(conn: &mut Conn, role: Role) -> QueryResult<Vec<i64>> {
    person_roles::table
        .inner_join(people::table.on(people::id.eq(person_roles::person_id)))
        .filter(person_roles::role.eq(Code(role)))
        .filter(people::active.eq(true))
        .order(people::id)
        .select(people::id)
        .load(conn)
}

/// Makes whoever else takes the administrator's role from somebody wait until this
/// transaction ends, so that two administrators cannot remove each other.
///
/// # Errors
/// When the database does not answer.
pub fn lock_administrators(conn: &mut Conn) -> QueryResult<()> {
    let role = Code(Role::Administrator);
    diesel::update(person_roles::table.filter(person_roles::role.eq(role)))
        .set(person_roles::role.eq(role))
        .execute(conn)
        .map(|_| ())
}
