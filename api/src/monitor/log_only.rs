//! Calls that nobody stores.

use super::delivery::Sink;
use crate::domain::telephony::ami::calls::Change;
use crate::error::Result;
use crate::tx::Tx;

/// Says in the log that there was something.
#[derive(Debug, Clone, Copy)]
pub struct LogOnly;

impl Sink for LogOnly {
    fn begin(&self, _: &mut Tx<'_>) -> Result<()> {
        tracing::debug!("a session with the telephone exchange begins");
        Ok(())
    }

    fn observe(&self, _: &mut Tx<'_>, changes: &[Change]) -> Result<()> {
        tracing::debug!(changes = changes.len(), "calls changed");
        Ok(())
    }

    fn is_recorded(&self, _: &mut Tx<'_>, _: &str) -> Result<bool> {
        Ok(false)
    }
}
