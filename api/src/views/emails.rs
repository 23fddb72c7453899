//! E-mails of the outbox and of a request's ledger.

use crate::auth::Viewer;
use crate::db::instant;
use crate::error::Result;
use crate::mail;
use crate::models;
use crate::models::emails::Email;
use crate::tx::Tx;
use contract::timeline::EmailView;
use std::collections::HashMap;

/// E-mails, with why each was or was not sent. Addresses are for the desk.
///
/// # Errors
/// When the database does not answer.
pub fn views(tx: &mut Tx<'_>, viewer: &Viewer, desk: bool, rows: Vec<Email>) -> Result<Vec<EmailView>> {
    let templates: HashMap<i64, String> =
        models::templates::all(tx.conn)?.into_iter().map(|template| (template.id, template.name)).collect();
    let numbers = models::requests::numbers(tx.conn, rows.iter().filter_map(|row| row.request_id))?;
    Ok(rows
        .into_iter()
        .map(|row| EmailView {
            id: row.id,
            request_number: row.request_id.and_then(|id| numbers.get(&id).copied()),
            parameter: row.parameter,
            template: row.template_id.and_then(|id| templates.get(&id).cloned()),
            explanation: mail::explain(&row, viewer.language, viewer.time_zone()),
            recipient: row.recipient_name,
            address: row.address.filter(|_| desk),
            subject: row.subject,
            state: row.state,
            suppress_reason: row.suppress_reason.map(Into::into),
            last_error: row.last_error.filter(|_| desk),
            attempts: row.attempts,
            created_at: instant(row.created_at),
            next_attempt_at: row.next_attempt_at.map(instant),
            sent_at: row.sent_at.map(instant),
        })
        .collect())
}
