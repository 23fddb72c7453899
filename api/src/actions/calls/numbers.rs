//! The telephone numbers of calls.

use crate::domain::telephone::{Caller, dialable};
use crate::models::calls::Call;
use crate::tx::Tx;

/// Parses a number as the exchange reports it, with the company's area code.
pub(super) fn parse(tx: &Tx<'_>, number: &str) -> Caller {
    Caller::parse(number, tx.parameters.area_code().as_deref())
}

/// The form in which numbers are compared: E.164, or the digits of an extension. None for a number that is withheld or
/// cannot be dialled.
pub(super) fn key(caller: &Caller) -> Option<String> {
    match caller {
        Caller::Extension(digits) => Some(digits.clone()),
        Caller::Number(number) => Some(number.key().to_owned()),
        Caller::Hidden | Caller::Other(_) => None,
    }
}

/// Writes the other party's number into a call, or that it is withheld, unless a number is known already. True when the
/// number became known by this.
pub(super) fn write(call: &mut Call, number: &str, caller: &Caller) -> bool {
    if call.number.as_ref().is_some_and(|known| !known.is_empty()) {
        return false;
    }
    let hidden = *caller == Caller::Hidden;
    call.number = Some(if hidden { String::new() } else { dialable(number) });
    call.number_key = key(caller);
    !hidden
}
