//! The log of requests to the telephony web services, for the administrators' console.

use crate::error::Result;
use crate::models;
use crate::models::service_calls::ServiceCall;
use crate::tx::Tx;

/// Adds requests to the log, and removes the oldest beyond those that are kept.
///
/// # Errors
/// When the database does not answer.
pub fn write(tx: &mut Tx<'_>, calls: Vec<ServiceCall>) -> Result<()> {
    Ok(models::service_calls::add(tx.conn, calls)?)
}
