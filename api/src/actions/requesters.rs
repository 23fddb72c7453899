//! Registering people who were not known: somebody opens a request on their behalf, or they call.

use super::audit::{self, Subject};
use super::validate;
use crate::auth::Viewer;
use crate::domain::tax_id::TaxId;
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::models::people::{Person, PersonValues};
use crate::tx::Tx;
use contract::requests::NewRequester;
use contract::{Role, limits};

/// Notes what is wrong with the data of somebody who is to be registered.
///
/// # Errors
/// When the database does not answer.
pub(super) fn check(tx: &mut Tx<'_>, check: &mut Check, person: &NewRequester) -> Result<()> {
    check.take(validate::line("new_requester.name", &person.name, limits::NAME));
    if let Some(email) = check.take(validate::email("new_requester.email", person.email.as_deref()))
        && models::people::find_by_email(tx.conn, &email)?.is_some()
    {
        check.add(Complaint::new("new_requester.email", "taken"));
    }
    let phone = person.phone.as_deref().unwrap_or_default();
    check.take(validate::optional_line("new_requester.phone", phone, 40));
    if let Some(text) = person.tax_id.as_deref().filter(|text| !text.trim().is_empty()) {
        match TaxId::parse(text) {
            Err(_) => check.add(Complaint::new("new_requester.tax_id", "tax-id-invalid")),
            Ok(id @ TaxId::Cpf(_)) if !models::people::find_by_tax_id(tx.conn, id.as_str())?.is_empty() => {
                check.add(Complaint::new("new_requester.tax_id", "taken"));
            }
            Ok(_) => {}
        }
    }
    Ok(())
}

/// Registers a person who was not known, on whose behalf an attendant or an integrator acts. [`check`] has passed their
/// data.
///
/// # Errors
/// When the database does not answer.
pub(super) fn register(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    person: &NewRequester,
    unit_id: Option<i64>,
) -> Result<Person> {
    let email = validate::email("email", person.email.as_deref()).ok().flatten();
    let tax_id = person.tax_id.as_deref().and_then(|text| TaxId::parse(text).ok());
    let name = crate::domain::text::squeeze(&person.name);
    let values = PersonValues {
        search_text: models::people::search_text(&name, email.as_deref(), None, None),
        name,
        email,
        tax_id: tax_id.map(|id| id.as_str().to_owned()),
        employee_number: None,
        unit_id,
        job_title: None,
        extension: None,
        place: None,
        language: viewer.person.language,
        time_zone: viewer.person.time_zone.clone(),
        vip: false,
        active: true,
    };
    let now = tx.db_now();
    let id = models::people::insert(tx.conn, values, now)?;
    models::person_roles::set(tx.conn, id, &[Role::Requester])?;
    if let Some(number) = person.phone.as_deref().map(str::trim).filter(|number| !number.is_empty()) {
        let phone = contract::identity::Phone { kind: contract::PhoneKind::Mobile, number: number.to_owned() };
        models::person_phones::set(tx.conn, id, &[phone], tx.parameters.area_code().as_deref())?;
    }
    audit::record(tx, Some(viewer.id()), "person-registered", Subject::person(id), "")?;
    models::people::find(tx.conn, id)?.ok_or_else(Error::not_found)
}
