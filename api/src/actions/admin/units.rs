//! Units.

use super::edits::{Edited, name, saved, taken};
use crate::actions::audit::{self, Subject};
use crate::auth::Viewer;
use crate::error::{Check, Error, Result};
use crate::models;
use crate::tx::Tx;
use contract::admin::UnitEdit;

fn checked(tx: &mut Tx<'_>, own: Option<i64>, edit: &UnitEdit) -> Result<String> {
    let mut check = Check::new();
    let name = check.take(name(&edit.name, own, |name| Ok(models::units::named(tx.conn, name)?))?);
    check.done()?;
    Ok(name)
}

/// Adds a unit, and gives its identifier.
///
/// # Errors
/// 422 for a missing name, or one that is taken.
pub fn create(tx: &mut Tx<'_>, viewer: &Viewer, edit: &UnitEdit) -> Result<i64> {
    let name = checked(tx, None, edit)?;
    let id = models::units::insert(tx.conn, &name, edit.active).map_err(|error| taken(error, "name"))?;
    audit::record(tx, Some(viewer.id()), "unit-created", Subject::of("unit", id), &name)?;
    Ok(id)
}

/// Changes a unit. A unit in use may be deactivated: it is not offered any more, and its people keep it.
///
/// # Errors
/// 404 when there is none; 412 when somebody changed it since; 422 as [`create`].
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, target: Edited, edit: &UnitEdit) -> Result<()> {
    let before = models::units::find(tx.conn, target.id)?.ok_or_else(Error::not_found)?;
    target.check(before.version)?;
    let name = checked(tx, Some(before.id), edit)?;
    saved(models::units::update(tx.conn, before.id, before.version, &name, edit.active), "name")?;
    audit::record(tx, Some(viewer.id()), "unit-changed", Subject::of("unit", before.id), &name)
}
