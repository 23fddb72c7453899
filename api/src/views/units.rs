//! Units: branches and departments.

use crate::error::{Error, Result};
use crate::models;
use crate::models::units::Unit;
use crate::tx::Tx;
use contract::admin::UnitView;

/// All units, by name.
///
/// # Errors
/// When the database does not answer.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<UnitView>> {
    Ok(models::units::all(tx.conn)?.into_iter().map(of).collect())
}

/// One unit.
///
/// # Errors
/// 404 when there is none.
pub fn view(tx: &mut Tx<'_>, id: i64) -> Result<UnitView> {
    Ok(of(models::units::find(tx.conn, id)?.ok_or_else(Error::not_found)?))
}

fn of(unit: Unit) -> UnitView {
    UnitView { id: unit.id, name: unit.name, active: unit.active, version: unit.version }
}
