//! Where the changes of calls go.

use crate::actions::calls::asterisk;
use crate::domain::telephony::ami::calls::Change;
use crate::error::Result;
use crate::models;
use crate::tx::Tx;

/// Receives the changes of calls. Each function is called inside a write transaction,
/// which may be rolled back and tried again.
pub trait Sink: Send + Sync + 'static {
    /// A new session with the exchange begins. Calls of earlier sessions that are still
    /// open were lost: their node died, or reported them as lost.
    ///
    /// # Errors
    /// When the database does not answer.
    fn begin(&self, tx: &mut Tx<'_>) -> Result<()>;

    /// Changes happened, in this order. After another node took over, some may come twice.
    ///
    /// # Errors
    /// When the database does not answer.
    fn observe(&self, tx: &mut Tx<'_>, changes: &[Change]) -> Result<()>;

    /// Whether an attendant has recorded the extension as theirs.
    ///
    /// # Errors
    /// When the database does not answer.
    fn is_recorded(&self, tx: &mut Tx<'_>, extension: &str) -> Result<bool>;
}

/// Turns the changes into pop-ups and rows of the call log.
#[derive(Debug, Clone, Copy)]
pub struct CallSink;

impl Sink for CallSink {
    fn begin(&self, tx: &mut Tx<'_>) -> Result<()> {
        asterisk::give_up_open_calls(tx)
    }

    fn observe(&self, tx: &mut Tx<'_>, changes: &[Change]) -> Result<()> {
        asterisk::apply(tx, changes)
    }

    fn is_recorded(&self, tx: &mut Tx<'_>, extension: &str) -> Result<bool> {
        Ok(models::extensions::owner(tx.conn, extension)?.is_some())
    }
}
