//! Finding out who calls: by what they typed at the telephone system, or by the
//! number that calls (telephony page, section 4). Several matches are a choice,
//! never a guess.

use crate::domain::telephone::Caller;
use crate::domain::telephony::CallerId;
use crate::error::Result;
use crate::models;
use crate::models::calls::Call;
use crate::tx::Tx;
use contract::calls::MatchedBy;

/// Most people among whom is chosen.
const CHOICE: i64 = 20;

/// Who a call may be from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identified {
    /// Active people, by name.
    pub people: Vec<i64>,
    /// By what; none when there is nobody.
    pub by: Option<MatchedBy>,
}

/// Identifiers of the people that a claim fits: none, one, or the people of a CNPJ.
///
/// # Errors
/// When the database does not answer.
pub fn people_of(tx: &mut Tx<'_>, claim: &CallerId) -> Result<Vec<i64>> {
    Ok(match claim {
        CallerId::TaxId(id) => models::people::ids_by_tax_id(tx.conn, id.as_str())?,
        CallerId::EmployeeNumber(number) => models::people::ids_by_employee_number(tx.conn, number)?,
    })
}

/// By what was typed.
///
/// # Errors
/// When the database does not answer.
pub fn by_caller_id(tx: &mut Tx<'_>, claim: &CallerId) -> Result<Identified> {
    let ids = people_of(tx, claim)?;
    let people = models::people::active_of(tx.conn, &ids, CHOICE)?;
    let by = match claim {
        CallerId::TaxId(_) => MatchedBy::TaxId,
        CallerId::EmployeeNumber(_) => MatchedBy::EmployeeNumber,
    };
    Ok(Identified { by: (!people.is_empty()).then_some(by), people })
}

/// By the number that calls: up to six digits are an extension.
///
/// # Errors
/// When the database does not answer.
pub fn by_number(tx: &mut Tx<'_>, caller: &Caller) -> Result<Identified> {
    let (people, by) = match caller {
        Caller::Extension(digits) => (models::phone_keys::people_at(tx.conn, digits, CHOICE)?, MatchedBy::Extension),
        Caller::Number(number) => {
            (models::phone_keys::people_with(tx.conn, number.key(), CHOICE)?, MatchedBy::Telephone)
        }
        Caller::Hidden | Caller::Other(_) => return Ok(Identified::default()),
    };
    Ok(Identified { by: (!people.is_empty()).then_some(by), people })
}

/// Writes into a call who it may be from.
///
/// # Errors
/// When the database does not answer.
pub fn write(tx: &mut Tx<'_>, call: &mut Call, found: &Identified) -> Result<()> {
    call.matched_by = found.by.map(Into::into);
    let (person, several) = match found.people[..] {
        [] => (None, &[][..]),
        [only] => (Some(only), &[][..]),
        _ => (None, &found.people[..]),
    };
    call.person_id = person;
    Ok(models::calls::set_candidates(tx.conn, call.id, several)?)
}
