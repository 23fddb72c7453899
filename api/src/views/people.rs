//! People, as the desk and administrators see them.

use super::filter::{code, words};
use crate::domain::tax_id::TaxId;
use crate::error::{Error, Result};
use crate::models;
use crate::models::page;
use crate::models::people::{PeopleFilter, Person};
use crate::tx::Tx;
use contract::Page;
use contract::admin::PersonView;
use contract::desk::{PersonFilter, PersonHit, RevealedTaxId};

/// A stored tax id, masked.
#[must_use]
pub fn masked(tax_id: Option<&str>) -> Option<String> {
    tax_id.and_then(|id| TaxId::parse(id).ok()).map(|id| id.masked())
}

/// People by name, page by page.
///
/// # Errors
/// 400 for an unknown filter or an invalid cursor.
pub fn page(tx: &mut Tx<'_>, query: &PersonFilter) -> Result<Page<PersonHit>> {
    let size = page::size(query.page_size)?;
    let words = words(query.search.as_deref())?;
    let filter = PeopleFilter { words, role: code("role", query.role.as_deref())?, active: query.active };
    let mut page = models::people::page(tx.conn, &filter, query.cursor.as_deref(), size)?;
    let items = hits(tx, std::mem::take(&mut page.items))?;
    Ok(page::map(page, items))
}

/// People who were found.
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

/// The tax id of a person, in full.
#[must_use]
pub fn revealed(person: &Person) -> RevealedTaxId {
    let tax_id = person.tax_id.as_deref().and_then(|stored| TaxId::parse(stored).ok());
    RevealedTaxId { tax_id: tax_id.map(|id| id.formatted()) }
}

/// One person, for administrators.
///
/// # Errors
/// 404 when there is none.
pub fn view(tx: &mut Tx<'_>, id: i64) -> Result<PersonView> {
    let person = models::people::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
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
