//! Finding people by CPF or CNPJ, and reading one in full. Attendants and administrators may, and each time gets a row in
//! the audit trail.

use crate::actions::audit::{self, Subject};
use crate::auth::Viewer;
use crate::domain::tax_id::TaxId;
use crate::error::{Complaint, Error, Result};
use crate::models;
use crate::models::people::Person;
use crate::tx::Tx;
use contract::desk::PersonSearch;

/// The people who have a tax id: one for a CPF, possibly several for a CNPJ. The trail names the person when exactly one
/// was found, and never the tax id that was searched for.
///
/// # Errors
/// 422 for an invalid tax id.
pub fn search(tx: &mut Tx<'_>, viewer: &Viewer, search: &PersonSearch) -> Result<Vec<Person>> {
    let id =
        TaxId::parse(&search.tax_id).map_err(|error| Error::Invalid(vec![Complaint::new("tax_id", error.code())]))?;
    let people = models::people::find_by_tax_id(tx.conn, id.as_str())?;
    let subject = match people.as_slice() {
        [person] => Subject::person(person.id),
        _ => Subject::kind("person"),
    };
    audit::record(tx, Some(viewer.id()), "tax-id-searched", subject, "")?;
    Ok(people)
}

/// The person whose CPF or CNPJ is read in full.
///
/// # Errors
/// 404 when there is no such person.
pub fn reveal(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<Person> {
    let person = models::people::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    audit::record(tx, Some(viewer.id()), "tax-id-revealed", Subject::person(id), "")?;
    Ok(person)
}
