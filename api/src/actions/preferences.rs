//! A person's own language and time zone.

use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::models;
use crate::models::people::Person;
use crate::tx::Tx;
use chrono_tz::Tz;
use contract::identity::Preferences;

/// Sets the viewer's language and time zone; gives the person as they are now.
///
/// # Errors
/// 422 for a time zone that does not exist.
pub fn set(tx: &mut Tx<'_>, viewer: &Viewer, preferences: &Preferences) -> Result<Person> {
    if preferences.time_zone.parse::<Tz>().is_err() {
        return Err(Error::field("time_zone", "time-zone-unknown"));
    }
    models::people::set_preferences(tx.conn, viewer.id(), preferences.language, &preferences.time_zone)?;
    let mut person = viewer.person.clone();
    person.language = preferences.language;
    person.time_zone.clone_from(&preferences.time_zone);
    Ok(person)
}
