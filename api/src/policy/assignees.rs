//! Who serves a request.

use crate::error::Result;
use crate::models;
use crate::models::requests::Request;
use crate::tx::Tx;

/// The people who serve a request: the responsible, or the executors of its group until somebody captures it.
///
/// # Errors
/// When the database does not answer.
pub fn assignees(tx: &mut Tx<'_>, request: &Request) -> Result<Vec<i64>> {
    if let Some(id) = request.responsible_id {
        return Ok(vec![id]);
    }
    match request.group_id {
        Some(group) => Ok(models::groups::executors(tx.conn, group)?.into_iter().map(|person| person.id).collect()),
        None => Ok(Vec::new()),
    }
}
