//! Live events of one stream: where it begins, and what follows.

use crate::error::Result;
use crate::models;
use crate::models::live_events::Event;
use crate::tx::Tx;
use contract::live::Position;

/// Where a stream begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// The stream sends what was committed after this position.
    pub position: Position,
    /// Events between the position that was asked for and this one are gone, so that the page has to be read anew.
    pub missed: bool,
}

/// The start of a stream that asks for a position. A position that cannot be read, lies in the future or was swept
/// counts as missed.
///
/// # Errors
/// When the database does not answer.
pub fn start(tx: &mut Tx<'_>, asked: Option<&str>) -> Result<Start> {
    let newest = models::live_events::newest(tx.conn)?;
    let Some(asked) = asked else { return Ok(Start { position: newest, missed: false }) };
    match asked.parse::<Position>() {
        Ok(position) if position <= newest && !models::live_events::is_swept(tx.conn, position)? => {
            Ok(Start { position, missed: false })
        }
        _ => Ok(Start { position: newest, missed: true }),
    }
}

/// The events that follow a position, in the order of their commits.
///
/// # Errors
/// When the database does not answer.
pub fn after(tx: &mut Tx<'_>, position: Position, limit: i64) -> Result<Vec<Event>> {
    Ok(models::live_events::after(tx.conn, position, limit)?)
}
