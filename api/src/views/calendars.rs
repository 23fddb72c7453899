//! Calendars of working hours, as administrators see them.

use crate::error::{Error, Result};
use crate::models;
use crate::models::calendars::CalendarRow;
use crate::tx::Tx;
use contract::admin::{CalendarEdit, CalendarView};

/// All calendars, by name.
///
/// # Errors
/// When the database does not answer, or a stored calendar cannot be read.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<CalendarView>> {
    models::calendars::all(tx.conn)?.into_iter().map(of).collect()
}

/// One calendar.
///
/// # Errors
/// 404 when there is none.
pub fn view(tx: &mut Tx<'_>, id: i64) -> Result<CalendarView> {
    of(models::calendars::find(tx.conn, id)?.ok_or_else(Error::not_found)?)
}

fn of(row: CalendarRow) -> Result<CalendarView> {
    let edit: CalendarEdit = serde_json::from_str(&row.definition).map_err(anyhow::Error::from)?;
    Ok(CalendarView { id: row.id, edit: CalendarEdit { name: row.name, ..edit }, version: row.version })
}
