//! Calendars of working hours.

use super::edits::{Edited, name, saved, taken};
use crate::actions::audit::{self, Subject};
use crate::auth::Viewer;
use crate::domain::calendar::{Calendar, CalendarFault};
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::tx::Tx;
use contract::Language;
use contract::admin::CalendarEdit;

/// Adds a calendar, and gives its identifier.
///
/// # Errors
/// 422 with all that is wrong: see `domain::calendar::CalendarError`.
pub fn create(tx: &mut Tx<'_>, viewer: &Viewer, edit: &CalendarEdit) -> Result<i64> {
    let (name, definition) = checked(tx, viewer.language, None, edit)?;
    let id = models::calendars::insert(tx.conn, &name, &definition).map_err(|error| taken(error, "name"))?;
    audit::record(tx, Some(viewer.id()), "calendar-created", Subject::of("calendar", id), &name)?;
    Ok(id)
}

/// Changes a calendar. Deadlines that were promised stay; they are counted anew
/// when something happens to the request that moves them.
///
/// # Errors
/// 404 when there is none; 412 when somebody changed it since; 422 as [`create`].
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, target: Edited, edit: &CalendarEdit) -> Result<()> {
    let before = models::calendars::find(tx.conn, target.id)?.ok_or_else(Error::not_found)?;
    target.check(before.version)?;
    let (name, definition) = checked(tx, viewer.language, Some(before.id), edit)?;
    saved(models::calendars::update(tx.conn, before.id, before.version, &name, &definition), "name")?;
    audit::record(tx, Some(viewer.id()), "calendar-changed", Subject::of("calendar", before.id), &name)
}

/// Name and definition, as they are stored: every day of the week listed, stretches
/// in order.
fn checked(tx: &mut Tx<'_>, language: Language, own: Option<i64>, edit: &CalendarEdit) -> Result<(String, String)> {
    let mut check = Check::new();
    let name = check.take(name(&edit.name, own, |name| Ok(models::calendars::named(tx.conn, name)?))?);
    let calendar = match Calendar::from_edit(edit) {
        Ok(calendar) => Some(calendar),
        Err(faults) => {
            faults.iter().for_each(|fault| check.add(complaint(fault, language)));
            None
        }
    };
    check.done()?;
    let calendar = calendar.ok_or_else(|| anyhow::anyhow!("a calendar with faults passed the check"))?;
    let definition = serde_json::to_string(&calendar.to_edit(&name)).map_err(anyhow::Error::from)?;
    Ok((name, definition))
}

fn complaint(fault: &CalendarFault, language: Language) -> Complaint {
    Complaint::worded(fault.field.clone(), fault.error.code(), fault.error.message(language))
}
