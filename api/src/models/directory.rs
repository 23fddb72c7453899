//! People, listed page by page, and what administrators ask about them.

use super::page::{self, Cursor};
use super::people::{PeopleFilter, Person, filtered};
use crate::db::Conn;
use crate::db::schema::{people, person_phones, person_roles, units};
use crate::db::types::Code;
use contract::identity::{NamedRef, Phone};
use contract::{Page, PhoneKind, Role};
use diesel::prelude::*;
use std::collections::HashMap;

/// The order of the list: a cursor of another list is refused.
const ORDER: &str = "people";

/// One page of people, by name.
///
/// # Errors
/// For an invalid cursor; when the database does not answer.
pub fn page(conn: &mut Conn, filter: &PeopleFilter, cursor: Option<&str>, size: i64) -> page::Result<Page<Person>> {
    let cursor = Cursor::decode(cursor, ORDER)?;
    let query = filtered(filter);
    let query = match &cursor {
        Some(at) if at.backwards => query
            .filter(people::name.lt(at.key.clone()).or(people::name.eq(at.key.clone()).and(people::id.lt(at.id))))
            .order((people::name.desc(), people::id.desc())),
        Some(at) => query
            .filter(people::name.gt(at.key.clone()).or(people::name.eq(at.key.clone()).and(people::id.gt(at.id))))
            .order((people::name.asc(), people::id.asc())),
        None => query.order((people::name.asc(), people::id.asc())),
    };
    let rows: Vec<Person> = query.limit(size + 1).select(Person::as_select()).load(conn)?;
    let total = filtered(filter).count().get_result(conn)?;
    Ok(page::assemble(rows, size, cursor.as_ref(), total, |row| (ORDER.to_owned(), row.name.clone(), row.id)))
}

/// Some people, by identifier.
///
/// # Errors
/// When the database does not answer.
pub fn by_id(conn: &mut Conn, ids: &[i64]) -> QueryResult<HashMap<i64, Person>> {
    let rows: Vec<Person> =
        people::table.filter(people::id.eq_any(ids.to_vec())).select(Person::as_select()).load(conn)?;
    Ok(rows.into_iter().map(|person| (person.id, person)).collect())
}

/// Roles of some people.
///
/// # Errors
/// When the database does not answer.
pub fn roles(conn: &mut Conn, ids: &[i64]) -> QueryResult<HashMap<i64, Vec<Role>>> {
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

/// Telephones of some people.
///
/// # Errors
/// When the database does not answer.
pub fn phones(conn: &mut Conn, ids: &[i64]) -> QueryResult<HashMap<i64, Vec<Phone>>> {
    let rows: Vec<(i64, Code<PhoneKind>, String)> = person_phones::table
        .filter(person_phones::person_id.eq_any(ids.to_vec()))
        .order(person_phones::id)
        .select((person_phones::person_id, person_phones::kind, person_phones::number))
        .load(conn)?;
    let mut phones: HashMap<i64, Vec<Phone>> = HashMap::new();
    for (person, kind, number) in rows {
        phones.entry(person).or_default().push(Phone { kind: kind.0, number });
    }
    Ok(phones)
}

/// Names of units, by identifier.
///
/// # Errors
/// When the database does not answer.
pub fn units(conn: &mut Conn) -> QueryResult<HashMap<i64, NamedRef>> {
    let rows: Vec<(i64, String)> = units::table.select((units::id, units::name)).load(conn)?;
    Ok(rows.into_iter().map(|(id, name)| (id, NamedRef { id, name })).collect())
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
