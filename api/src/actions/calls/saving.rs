//! Saving a call, and telling its attendants.

use super::numbers;
use crate::actions::live;
use crate::domain::text::fold;
use crate::error::Result;
use crate::models;
use crate::models::calls::Call;
use crate::tx::Tx;
use contract::live::LiveKind;

/// Saves a call with a new search text, and tells its attendants.
pub(super) fn save(tx: &mut Tx<'_>, call: &mut Call) -> Result<()> {
    call.search_text = search_text(tx, call)?;
    models::calls::save(tx.conn, call)?;
    tell_attendants(tx, call.id)
}

/// Tells the attendants who have a pop-up of a call that the call changed.
pub(super) fn tell_attendants(tx: &mut Tx<'_>, call: i64) -> Result<()> {
    for popup in models::calls::popups::of_call(tx.conn, call)? {
        live::tell_person(tx, popup.person_id, LiveKind::Call)?;
    }
    Ok(())
}

/// The folded text by which the log finds a call: names, the number as reported and as people read it, the extension
/// and the queue.
fn search_text(tx: &mut Tx<'_>, call: &Call) -> Result<String> {
    let ids = call.person_id.into_iter().chain(call.attendant_id);
    let people = models::people::names(tx.conn, ids)?;
    let names: Vec<&str> = people.values().map(|person| person.name.as_str()).collect();
    let number = call.number.clone().unwrap_or_default();
    let read = numbers::parse(tx, &number).for_people();
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
