//! The extension that an attendant answers at (*Atendimento*).

use super::live::tell_person;
use crate::auth::Viewer;
use crate::db::is_unique_violation;
use crate::db::stored;
use crate::domain::parameters::ids;
use crate::error::{Error, Result};
use crate::models;
use crate::models::extensions::Extension;
use crate::policy::telephony::require_on;
use crate::tx::Tx;
use chrono::TimeDelta;
use contract::calls::{ExtensionEdit, ExtensionLoss};
use contract::live::LiveKind;

/// The most digits of an extension.
pub const MAX_DIGITS: usize = 20;

/// Records the viewer's extension (*Gravar*), or gives it up. Another attendant who had it loses it and is told at once.
///
/// # Errors
/// 403 while parameter 281 is off; 422 for anything but digits.
pub fn record(tx: &mut Tx<'_>, viewer: &Viewer, edit: &ExtensionEdit) -> Result<()> {
    require_on(tx)?;
    models::calls::lock(tx.conn)?;
    let text: String = edit.extension.iter().flat_map(|text| text.chars()).filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        models::extensions::remove(tx.conn, viewer.id())?;
        return tell_person(tx, viewer.id(), LiveKind::Extension);
    }
    if text.len() > MAX_DIGITS || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Error::field("extension", "extension-digits"));
    }
    let owner = models::extensions::owner(tx.conn, &text)?;
    if let Some(owner) = owner.filter(|owner| *owner != viewer.id()) {
        lose(tx, owner, ExtensionLoss::Taken, Some(viewer.id()))?;
        let now = tx.db_now();
        models::audit::record(tx.conn, now, Some(viewer.id()), "extension-taken", ("person", Some(owner)), &text)?;
    }
    let row = Extension {
        person_id: viewer.id(),
        extension: Some(text),
        recorded_at: tx.db_now(),
        lost_extension: None,
        lost_why: None,
        lost_to: None,
        lost_at: None,
    };
    models::extensions::save(tx.conn, &row).map_err(|error| {
        if is_unique_violation(&error) { Error::conflict("changed-meanwhile") } else { error.into() }
    })?;
    tell_person(tx, viewer.id(), LiveKind::Extension)
}

fn lose(tx: &mut Tx<'_>, person: i64, why: ExtensionLoss, to: Option<i64>) -> Result<()> {
    let Some(row) = models::extensions::of_person(tx.conn, person)? else { return Ok(()) };
    let row = Extension {
        lost_extension: row.extension,
        extension: None,
        lost_why: Some(why.into()),
        lost_to: to,
        lost_at: Some(tx.db_now()),
        ..row
    };
    models::extensions::save(tx.conn, &row)?;
    tell_person(tx, person, LiveKind::Extension)
}

/// Takes the extension back of an attendant whose last session ended.
///
/// # Errors
/// When the database does not answer.
pub fn after_session(tx: &mut Tx<'_>, person: i64) -> Result<()> {
    let now = tx.db_now();
    if models::sessions::of_person(tx.conn, person, now)?.is_empty() {
        models::extensions::remove(tx.conn, person)?;
    }
    Ok(())
}

/// The attendants who lose their extension, and why they are told that they do: because they were away, with no page
/// open and no request made, for longer than parameter 1019 permits. Those whose sessions have all ended are told
/// nothing.
fn absent(tx: &mut Tx<'_>) -> Result<Vec<(i64, Option<ExtensionLoss>)>> {
    let now = tx.db_now();
    let before = stored(tx.now - TimeDelta::minutes(tx.parameters.number(ids::EXTENSION_AWAY_MINUTES)));
    let mut absent = Vec::new();
    for (row, seen) in models::extensions::last_seen(tx.conn, now)? {
        let person = row.person_id;
        match seen {
            None => absent.push((person, None)),
            Some(seen) if seen.max(row.recorded_at) < before => {
                if !models::presences::is_there(tx.conn, person, before)? {
                    absent.push((person, Some(ExtensionLoss::Away)));
                }
            }
            Some(_) => {}
        }
    }
    Ok(absent)
}

/// Whether there is something for [`release_absent`] to do.
///
/// # Errors
/// When the database does not answer.
pub fn any_absent(tx: &mut Tx<'_>) -> Result<bool> {
    Ok(!absent(tx)?.is_empty())
}

/// Takes the extensions of absent attendants back. Returns how many there were.
///
/// # Errors
/// When the database does not answer.
pub fn release_absent(tx: &mut Tx<'_>) -> Result<usize> {
    models::calls::lock(tx.conn)?;
    let absent = absent(tx)?;
    for (person, why) in &absent {
        match why {
            None => _ = models::extensions::remove(tx.conn, *person)?,
            Some(why) => lose(tx, *person, *why, None)?,
        }
    }
    Ok(absent.len())
}
