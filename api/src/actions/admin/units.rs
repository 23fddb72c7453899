//! Units.

use super::{Edited, audited, name, saved, taken};
use crate::auth::Viewer;
use crate::error::{Check, Error, Result};
use crate::models;
use crate::models::units::Unit;
use crate::tx::Tx;
use contract::admin::{UnitEdit, UnitView};

/// A unit as administrators see it.
#[must_use]
pub fn view(unit: Unit) -> UnitView {
    UnitView { id: unit.id, name: unit.name, active: unit.active, version: unit.version }
}

fn checked(tx: &mut Tx<'_>, own: Option<i64>, edit: &UnitEdit) -> Result<String> {
    let mut check = Check::new();
    let name = check.take(name(&edit.name, own, |name| Ok(models::units::named(tx.conn, name)?))?);
    check.done()?;
    Ok(name)
}

/// Adds a unit.
///
/// # Errors
/// 422 for a missing name, or one that is taken.
pub fn create(tx: &mut Tx<'_>, viewer: &Viewer, edit: &UnitEdit) -> Result<UnitView> {
    let name = checked(tx, None, edit)?;
    let id = models::units::insert(tx.conn, &name, edit.active).map_err(|error| taken(error, "name"))?;
    audited(tx, viewer, "unit-created", ("unit", Some(id)), &name)?;
    show(tx, id)
}

/// Changes a unit. One in use may be deactivated: it is no longer offered, its
/// people keep it.
///
/// # Errors
/// 404 when there is none; 412 when somebody changed it since; 422 as [`create`].
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, target: Edited, edit: &UnitEdit) -> Result<UnitView> {
    let before = models::units::find(tx.conn, target.id)?.ok_or_else(Error::not_found)?;
    target.check(before.version)?;
    let name = checked(tx, Some(before.id), edit)?;
    saved(models::units::update(tx.conn, before.id, before.version, &name, edit.active), "name")?;
    audited(tx, viewer, "unit-changed", ("unit", Some(before.id)), &name)?;
    show(tx, before.id)
}

/// One unit.
///
/// # Errors
/// 404 when there is none.
pub fn show(tx: &mut Tx<'_>, id: i64) -> Result<UnitView> {
    Ok(view(models::units::find(tx.conn, id)?.ok_or_else(Error::not_found)?))
}
