//! People's telephone numbers in the form in which a caller is found.

use crate::db::Conn;
use crate::db::schema::{people, person_phones, phone_keys};
use crate::domain::telephone;
use diesel::prelude::*;

/// Writes the keys of a person's numbers anew.
///
/// # Errors
/// When the database does not answer.
pub fn write(conn: &mut Conn, person: i64, numbers: &[String], area: Option<&str>) -> QueryResult<()> {
    diesel::delete(phone_keys::table.filter(phone_keys::person_id.eq(person))).execute(conn)?;
    insert(conn, keys(person, numbers.iter().map(String::as_str), area))
}

/// Writes everybody's keys anew: after an update, or when the default area code changed.
///
/// # Errors
/// When the database does not answer.
pub fn rewrite(conn: &mut Conn, area: Option<&str>) -> QueryResult<usize> {
    diesel::delete(phone_keys::table).execute(conn)?;
    let numbers: Vec<(i64, String)> = person_phones::table
        .order((person_phones::person_id, person_phones::id))
        .select((person_phones::person_id, person_phones::number))
        .load(conn)?;
    let mut count = 0;
    for of_person in numbers.chunk_by(|one, other| one.0 == other.0) {
        let Some((person, _)) = of_person.first() else { continue };
        let keys = keys(*person, of_person.iter().map(|(_, number)| number.as_str()), area);
        count += keys.len();
        insert(conn, keys)?;
    }
    Ok(count)
}

/// Whether nobody's keys were written yet, although there are numbers: so it is after
/// the update that brought them.
///
/// # Errors
/// When the database does not answer.
pub fn are_missing(conn: &mut Conn) -> QueryResult<bool> {
    let known: Option<i64> = phone_keys::table.select(phone_keys::person_id).first(conn).optional()?;
    let numbers: Option<i64> = person_phones::table.select(person_phones::id).first(conn).optional()?;
    Ok(numbers.is_some() && known.is_none())
}

/// Active people whose number it is.
///
/// # Errors
/// When the database does not answer.
pub fn people_with(conn: &mut Conn, key: &str, limit: i64) -> QueryResult<Vec<i64>> {
    phone_keys::table
        .inner_join(people::table.on(people::id.eq(phone_keys::person_id)))
        .filter(phone_keys::key.eq(key))
        .filter(people::active.eq(true))
        .order((people::name, people::id))
        .limit(limit)
        .select(people::id)
        .load(conn)
}

/// Active people whose extension it is.
///
/// # Errors
/// When the database does not answer.
pub fn people_at(conn: &mut Conn, extension: &str, limit: i64) -> QueryResult<Vec<i64>> {
    people::table
        .filter(people::extension.eq(extension))
        .filter(people::active.eq(true))
        .order((people::name, people::id))
        .limit(limit)
        .select(people::id)
        .load(conn)
}

fn keys<'a>(person: i64, numbers: impl Iterator<Item = &'a str>, area: Option<&str>) -> Vec<(i64, String)> {
    let mut keys: Vec<_> = numbers.flat_map(|number| telephone::matching_keys(number, area)).collect();
    keys.sort();
    keys.dedup();
    keys.into_iter().map(|key| (person, key)).collect()
}

fn insert(conn: &mut Conn, keys: Vec<(i64, String)>) -> QueryResult<()> {
    for (person, key) in keys {
        diesel::insert_into(phone_keys::table)
            .values((phone_keys::person_id.eq(person), phone_keys::key.eq(key)))
            .execute(conn)?;
    }
    Ok(())
}
