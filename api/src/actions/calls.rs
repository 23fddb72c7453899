//! Calls: who calls, at whose telephone it rings, what becomes of it (telephony
//! page, sections 2 to 5).
//!
//! What is known of a call comes from three sides: the web services
//! ([`services`]), the exchange, watched or sending events ([`exchange`]), and the
//! attendant ([`desk`]). They may speak of the same call in any order. Every
//! function here locks [`models::calls::lock`] first.

pub mod asterisk;
pub mod call_backs;
pub mod child;
pub mod desk;
pub mod events;
pub mod exchange;
pub mod identify;
mod popups;
pub mod services;
pub mod stale;
mod superseded;

use crate::actions::live;
use crate::domain::telephone::{Caller, dialable};
use crate::domain::text::fold;
use crate::error::Result;
use crate::models;
use crate::models::calls::Call;
use crate::tx::Tx;
use chrono::TimeDelta;
use contract::live::LiveKind;

/// A call that nobody ended is over after this long.
const LONGEST: TimeDelta = TimeDelta::hours(12);

/// A caller's number, read with the company's area code.
fn caller(tx: &Tx<'_>, number: &str) -> Caller {
    Caller::parse(number, tx.parameters.area_code().as_deref())
}

/// What numbers are compared by: E.164, or the digits of an extension.
fn key_of(caller: &Caller) -> Option<String> {
    match caller {
        Caller::Extension(digits) => Some(digits.clone()),
        Caller::Number(number) => Some(number.key().to_owned()),
        Caller::Hidden | Caller::Other(_) => None,
    }
}

/// Writes the other side's number into a call, or that it is withheld, unless a number is
/// known already. True when it was not, and is now.
fn write_number(call: &mut Call, number: &str, told: &Caller) -> bool {
    if call.number.as_ref().is_some_and(|known| !known.is_empty()) {
        return false;
    }
    let hidden = *told == Caller::Hidden;
    call.number = Some(if hidden { String::new() } else { dialable(number) });
    call.number_key = key_of(told);
    !hidden
}

/// Saves a call, its search text made anew, and tells those at whose extension it is.
fn save(tx: &mut Tx<'_>, call: &mut Call) -> Result<()> {
    call.search_text = search_text(tx, call)?;
    models::calls::save(tx.conn, call)?;
    tell(tx, call.id)
}

/// Tells the attendants of a call that something happened to it.
fn tell(tx: &mut Tx<'_>, call: i64) -> Result<()> {
    for popup in models::calls::popups::of_call(tx.conn, call)? {
        live::tell_person(tx, popup.person_id, LiveKind::Call)?;
    }
    Ok(())
}

/// Folded text that a call is found by in the log: names, numbers as told and as
/// people read them, extension, queue.
fn search_text(tx: &mut Tx<'_>, call: &Call) -> Result<String> {
    let ids = call.person_id.into_iter().chain(call.attendant_id);
    let people = models::people::names(tx.conn, ids)?;
    let names: Vec<&str> = people.values().map(|person| person.name.as_str()).collect();
    let number = call.number.clone().unwrap_or_default();
    let read = caller(tx, &number).for_people();
    let digits: String = read.chars().filter(char::is_ascii_digit).collect();
    let parts = [
        names.join(" "),
        number,
        read,
        digits,
        call.caller_name.clone().unwrap_or_default(),
        call.extension.clone().unwrap_or_default(),
        call.queue.clone().unwrap_or_default(),
    ];
    Ok(fold(&parts.join(" ")))
}
