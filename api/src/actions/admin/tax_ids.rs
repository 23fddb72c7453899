//! Finding people by CPF or CNPJ, and showing one in full: for the desk and
//! administrators, and always with an entry in the audit trail.

use super::audited;
use crate::auth::Viewer;
use crate::domain::tax_id::TaxId;
use crate::error::{Complaint, Error, Result};
use crate::models;
use crate::tx::Tx;
use crate::views;
use contract::desk::{PersonHit, PersonSearch, RevealedTaxId};

/// The people with a tax id: one for a CPF, perhaps several for a CNPJ. The trail
/// says who was found when it was one, never what was searched for.
///
/// # Errors
/// 422 when it is no CPF and no CNPJ.
pub fn search(tx: &mut Tx<'_>, viewer: &Viewer, search: &PersonSearch) -> Result<Vec<PersonHit>> {
    let id =
        TaxId::parse(&search.tax_id).map_err(|error| Error::Invalid(vec![Complaint::new("tax_id", error.code())]))?;
    let people = models::people::find_by_tax_id(tx.conn, id.as_str())?;
    let found = people.first().filter(|_| people.len() == 1).map(|person| person.id);
    audited(tx, viewer, "tax-id-searched", ("person", found), "")?;
    views::people::hits(tx, people)
}

/// The CPF or CNPJ of a person, in full.
///
/// # Errors
/// 404 when there is no such person.
pub fn reveal(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<RevealedTaxId> {
    let person = models::people::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    audited(tx, viewer, "tax-id-revealed", ("person", Some(id)), "")?;
    let tax_id = person.tax_id.as_deref().and_then(|stored| TaxId::parse(stored).ok());
    Ok(RevealedTaxId { tax_id: tax_id.map(|id| id.formatted()) })
}
