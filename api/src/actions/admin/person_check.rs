//! What a person's data must be like. The import from a spreadsheet will ask the
//! same questions.

use crate::actions::validate;
use crate::domain::tax_id::TaxId;
use crate::error::{Check, Complaint, Result};
use crate::models;
use crate::models::people::{Person, PersonValues, search_text};
use crate::tx::Tx;
use contract::admin::PersonEdit;
use contract::identity::Phone;
use contract::{Role, limits};

/// Longest employee number, extension and telephone number.
const SHORT: usize = 40;
/// Most telephones of a person.
const PHONES: usize = 10;

/// What is written of a person.
pub struct Checked {
    /// The row.
    pub values: PersonValues,
    /// Roles, each once.
    pub roles: Vec<Role>,
    /// Telephones.
    pub phones: Vec<Phone>,
}

/// Checks and cleans what was typed about a person; `own` is the person as they are.
///
/// # Errors
/// When the database does not answer; what is wrong goes to `check`.
pub fn person(tx: &mut Tx<'_>, check: &mut Check, own: Option<&Person>, edit: &PersonEdit) -> Result<Checked> {
    let name = check.take(validate::line("name", &edit.name, limits::NAME));
    let email = email(tx, check, own, edit)?;
    let tax_id = tax_id(tx, check, own, edit.tax_id.as_deref())?;
    let employee_number = employee_number(tx, check, own, edit.employee_number.as_deref())?;
    if let Some(unit) = edit.unit_id
        && models::units::find(tx.conn, unit)?.is_none()
    {
        check.add(Complaint::new("unit_id", "unknown"));
    }
    let time_zone = edit.time_zone.trim();
    if time_zone.parse::<chrono_tz::Tz>().is_err() {
        check.add(Complaint::new("time_zone", "time-zone-unknown"));
    }
    let mut optional = |field: &str, typed: Option<&str>, max: usize| {
        let line = check.take(validate::optional_line(field, typed.unwrap_or_default(), max));
        Some(line).filter(|line| !line.is_empty())
    };
    let job_title = optional("job_title", edit.job_title.as_deref(), limits::NAME);
    let extension = optional("extension", edit.extension.as_deref(), SHORT);
    let place = optional("place", edit.place.as_deref(), limits::NAME);
    let values = PersonValues {
        search_text: search_text(&name, email.as_deref(), employee_number.as_deref(), extension.as_deref()),
        name,
        email,
        tax_id,
        employee_number,
        unit_id: edit.unit_id,
        job_title,
        extension,
        place,
        language: edit.language,
        time_zone: time_zone.to_owned(),
        vip: edit.vip,
        active: edit.active,
    };
    Ok(Checked { values, roles: roles(check, &edit.roles), phones: phones(check, &edit.phones) })
}

/// Whether somebody other than the person has it.
fn is_others(found: Option<&Person>, own: Option<&Person>) -> bool {
    found.is_some_and(|found| own.is_none_or(|own| own.id != found.id))
}

fn email(tx: &mut Tx<'_>, check: &mut Check, own: Option<&Person>, edit: &PersonEdit) -> Result<Option<String>> {
    let email = check.take(validate::email("email", edit.email.as_deref()));
    if let Some(email) = &email
        && is_others(models::people::find_by_email(tx.conn, email)?.as_ref(), own)
    {
        check.add(Complaint::new("email", "taken"));
    }
    Ok(email)
}

/// The tax id as it is stored: left out it stays, empty it goes.
fn tax_id(tx: &mut Tx<'_>, check: &mut Check, own: Option<&Person>, typed: Option<&str>) -> Result<Option<String>> {
    let Some(typed) = typed else { return Ok(own.and_then(|person| person.tax_id.clone())) };
    if typed.trim().is_empty() {
        return Ok(None);
    }
    match TaxId::parse(typed) {
        Err(error) => {
            check.add(Complaint::new("tax_id", error.code()));
            Ok(None)
        }
        Ok(id) => {
            let found = models::people::find_by_tax_id(tx.conn, id.as_str())?;
            // A CNPJ is shared by the people of a company.
            if matches!(id, TaxId::Cpf(_)) && found.iter().any(|person| is_others(Some(person), own)) {
                check.add(Complaint::new("tax_id", "taken"));
            }
            Ok(Some(id.as_str().to_owned()))
        }
    }
}

fn employee_number(
    tx: &mut Tx<'_>,
    check: &mut Check,
    own: Option<&Person>,
    typed: Option<&str>,
) -> Result<Option<String>> {
    let number = check.take(validate::optional_line("employee_number", typed.unwrap_or_default(), SHORT));
    if number.is_empty() {
        return Ok(None);
    }
    // It is shown in full, searched for in addresses, and one logs in with it: a
    // tax id or an e-mail address must not be kept there.
    if TaxId::parse(&number).is_ok() || number.contains('@') {
        check.add(Complaint::new("employee_number", "employee-number-personal"));
    } else if is_others(models::people::find_by_employee_number(tx.conn, &number)?.as_ref(), own) {
        check.add(Complaint::new("employee_number", "taken"));
    }
    Ok(Some(number))
}

fn roles(check: &mut Check, given: &[Role]) -> Vec<Role> {
    let mut roles = given.to_vec();
    // As the database sorts them.
    roles.sort_unstable_by_key(|role| role.as_str());
    roles.dedup();
    if roles.is_empty() {
        check.add(Complaint::new("roles", "required"));
    }
    roles
}

fn phones(check: &mut Check, given: &[Phone]) -> Vec<Phone> {
    if given.len() > PHONES {
        check.add(Complaint::new("phones", "too-many").with("max", PHONES));
        return Vec::new();
    }
    let mut phones = Vec::with_capacity(given.len());
    for (index, phone) in given.iter().enumerate() {
        let field = format!("phones.{index}.number");
        let number = check.take(validate::line(&field, &phone.number, SHORT));
        if !number.is_empty() && !is_phone(&number) {
            check.add(Complaint::new(field, "phone-invalid"));
        }
        phones.push(Phone { kind: phone.kind, number });
    }
    phones
}

/// Digits with the punctuation of telephone numbers, an extension perhaps.
fn is_phone(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    digits >= 3 && number.chars().all(|c| c.is_ascii_digit() || " ()+-./#*,;".contains(c) || c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use contract::PhoneKind;

    fn codes(check: Check) -> Vec<(String, &'static str)> {
        match check.done() {
            Err(Error::Invalid(found)) => found.into_iter().map(|one| (one.field, one.code)).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn telephones_are_kept_as_typed() {
        let mut check = Check::new();
        let phone = |number: &str| Phone { kind: PhoneKind::Work, number: number.to_owned() };
        let kept = phones(&mut check, &[phone(" +55 (11) 98888-7777 "), phone("3333-4444 ramal 12")]);
        assert_eq!(kept, [phone("+55 (11) 98888-7777"), phone("3333-4444 ramal 12")]);
        phones(&mut check, &[phone("12"), phone(""), phone("<b>12345</b>")]);
        let expected = [(0, "phone-invalid"), (1, "required"), (2, "phone-invalid")];
        assert_eq!(codes(check), expected.map(|(index, code)| (format!("phones.{index}.number"), code)));
    }

    #[test]
    fn there_are_not_too_many_telephones_and_not_too_few_roles() {
        let mut check = Check::new();
        let phone = Phone { kind: PhoneKind::Home, number: "12345".to_owned() };
        phones(&mut check, &vec![phone; PHONES + 1]);
        assert_eq!(
            roles(&mut check, &[Role::Requester, Role::Attendant, Role::Requester]),
            [Role::Attendant, Role::Requester]
        );
        roles(&mut check, &[]);
        assert_eq!(codes(check), [("phones".to_owned(), "too-many"), ("roles".to_owned(), "required")]);
    }
}
