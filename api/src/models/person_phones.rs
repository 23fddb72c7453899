//! Telephones of people.

use super::phone_keys;
use crate::db::Conn;
use crate::db::schema::person_phones;
use crate::db::types::Code;
use contract::PhoneKind;
use contract::identity::Phone;
use diesel::prelude::*;
use std::collections::HashMap;

/// Telephones of a person.
///
/// # Errors
/// When the database does not answer.
pub fn of(conn: &mut Conn, id: i64) -> QueryResult<Vec<Phone>> {
    let rows: Vec<(Code<PhoneKind>, String)> = person_phones::table
        .filter(person_phones::person_id.eq(id))
        .order(person_phones::id)
        .select((person_phones::kind, person_phones::number))
        .load(conn)?;
    Ok(rows.into_iter().map(|(kind, number)| Phone { kind: kind.0, number }).collect())
}

/// Telephones of some people.
///
/// # Errors
/// When the database does not answer.
pub fn of_many(conn: &mut Conn, ids: &[i64]) -> QueryResult<HashMap<i64, Vec<Phone>>> {
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

/// Replaces the telephones of a person, and the keys they are found by; `area` is the
/// area code of numbers without one.
///
/// # Errors
/// When the database does not answer.
pub fn set(conn: &mut Conn, id: i64, phones: &[Phone], area: Option<&str>) -> QueryResult<()> {
    diesel::delete(person_phones::table.filter(person_phones::person_id.eq(id))).execute(conn)?;
    for phone in phones {
        diesel::insert_into(person_phones::table)
            .values((
                person_phones::person_id.eq(id),
                person_phones::kind.eq(Code(phone.kind)),
                person_phones::number.eq(&phone.number),
            ))
            .execute(conn)?;
    }
    let numbers: Vec<String> = phones.iter().map(|phone| phone.number.clone()).collect();
    phone_keys::write(conn, id, &numbers, area)
}
