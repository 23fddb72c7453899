//! People, as the desk and administrators see them.

use crate::domain::tax_id::TaxId;
use crate::error::Result;
use crate::models;
use crate::models::people::Person;
use crate::tx::Tx;
use contract::admin::PersonView;
use contract::desk::PersonHit;

/// A stored tax id, masked.
#[must_use]
pub fn masked(tax_id: Option<&str>) -> Option<String> {
    tax_id.and_then(|id| TaxId::parse(id).ok()).map(|id| id.masked())
}

/// People found.
///
/// # Errors
/// When the database does not answer.
pub fn hits(tx: &mut Tx<'_>, people: Vec<Person>) -> Result<Vec<PersonHit>> {
    let ids: Vec<i64> = people.iter().map(|person| person.id).collect();
    let mut roles = models::person_roles::of_many(tx.conn, &ids)?;
    let mut phones = models::person_phones::of_many(tx.conn, &ids)?;
    let units = models::units::names(tx.conn)?;
    let hit = |person: Person| PersonHit {
        id: person.id,
        unit: person.unit_id.and_then(|id| units.get(&id).cloned()),
        roles: roles.remove(&person.id).unwrap_or_default(),
        phones: phones.remove(&person.id).unwrap_or_default(),
        tax_id_masked: masked(person.tax_id.as_deref()),
        name: person.name,
        email: person.email,
        extension: person.extension,
        employee_number: person.employee_number,
        vip: person.vip,
        active: person.active,
    };
    Ok(people.into_iter().map(hit).collect())
}

/// A person, for administrators.
///
/// # Errors
/// When the database does not answer.
pub fn person(tx: &mut Tx<'_>, person: Person) -> Result<PersonView> {
    Ok(PersonView {
        id: person.id,
        unit: models::units::name(tx.conn, person.unit_id)?,
        roles: models::person_roles::of(tx.conn, person.id)?,
        phones: models::person_phones::of(tx.conn, person.id)?,
        groups: models::groups::memberships(tx.conn, person.id)?.iter().map(Into::into).collect(),
        tax_id_masked: masked(person.tax_id.as_deref()),
        has_password: person.password_hash.is_some(),
        name: person.name,
        email: person.email,
        employee_number: person.employee_number,
        job_title: person.job_title,
        extension: person.extension,
        place: person.place,
        language: person.language,
        time_zone: person.time_zone,
        vip: person.vip,
        active: person.active,
        version: person.version,
    })
}
