//! Finding out who calls: by the caller id that they typed at the telephone system, or by the number that calls. When
//! several people match, the attendant chooses; the product never guesses.

use crate::domain::telephone::Caller;
use crate::domain::telephony::CallerId;
use crate::error::Result;
use crate::models;
use crate::models::calls::Call;
use crate::tx::Tx;
use contract::calls::MatchedBy;

/// The most people among whom an attendant chooses.
const MAX_CANDIDATES: i64 = 20;

/// Who a call may be from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identified {
    /// Active people, sorted by name.
    pub people: Vec<i64>,
    /// By what they were found; none when nobody was found.
    pub by: Option<MatchedBy>,
}

/// Identifiers of the people with a caller id, active or not: none, one, or the people of a CNPJ.
///
/// # Errors
/// When the database does not answer.
pub fn people_of(tx: &mut Tx<'_>, caller_id: &CallerId) -> Result<Vec<i64>> {
    Ok(match caller_id {
        CallerId::TaxId(id) => models::people::ids_by_tax_id(tx.conn, id.as_str())?,
        CallerId::EmployeeNumber(number) => models::people::ids_by_employee_number(tx.conn, number)?,
    })
}

/// The active people with a caller id.
///
/// # Errors
/// When the database does not answer.
pub fn by_caller_id(tx: &mut Tx<'_>, caller_id: &CallerId) -> Result<Identified> {
    let ids = people_of(tx, caller_id)?;
    let people = models::people::active_of(tx.conn, &ids, MAX_CANDIDATES)?;
    let by = match caller_id {
        CallerId::TaxId(_) => MatchedBy::TaxId,
        CallerId::EmployeeNumber(_) => MatchedBy::EmployeeNumber,
    };
    Ok(Identified { by: (!people.is_empty()).then_some(by), people })
}

/// The active people with a telephone number. Up to six digits are an extension.
///
/// # Errors
/// When the database does not answer.
pub fn by_number(tx: &mut Tx<'_>, caller: &Caller) -> Result<Identified> {
    let (people, by) = match caller {
        Caller::Extension(digits) => {
            (models::phone_keys::people_at(tx.conn, digits, MAX_CANDIDATES)?, MatchedBy::Extension)
        }
        Caller::Number(number) => {
            (models::phone_keys::people_with(tx.conn, number.key(), MAX_CANDIDATES)?, MatchedBy::Telephone)
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
