//! E-mails of the outbox, and those about one request.

use super::filter::{code, typed_words};
use crate::auth::Viewer;
use crate::db::instant;
use crate::error::{Error, Result};
use crate::mail;
use crate::models;
use crate::models::emails::{Email, EmailFilter};
use crate::models::page;
use crate::policy::access::Access;
use crate::tx::Tx;
use contract::admin::{OutboxCounts, OutboxFilter};
use contract::timeline::EmailView;
use contract::{Action, EmailState, Page};
use std::collections::HashMap;

/// A page of the outbox, newest first.
///
/// # Errors
/// 400 for an unknown state, a search that is too long, or an invalid cursor.
pub fn page(tx: &mut Tx<'_>, viewer: &Viewer, query: &OutboxFilter) -> Result<Page<EmailView>> {
    let size = page::size(query.page_size)?;
    let words = typed_words(query.search.as_deref())?;
    let filter = EmailFilter { state: code("state", query.state.as_deref())?, words };
    let mut page = models::emails::page(tx.conn, &filter, query.cursor.as_deref(), size)?;
    let items = views(tx, viewer, std::mem::take(&mut page.items))?;
    Ok(page::map(page, items))
}

/// How many e-mails are in each state.
///
/// # Errors
/// When the database does not answer.
pub fn counts(tx: &mut Tx<'_>) -> Result<OutboxCounts> {
    let counted = models::emails::counts(tx.conn)?;
    let of = |state| counted.iter().find(|(other, _)| *other == state).map_or(0, |(_, count)| *count);
    Ok(OutboxCounts {
        pending: of(EmailState::Pending),
        sent: of(EmailState::Sent),
        failed: of(EmailState::Failed),
        suppressed: of(EmailState::Suppressed),
    })
}

/// One e-mail.
///
/// # Errors
/// 404 when there is none.
pub fn view(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<EmailView> {
    let email = models::emails::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    views(tx, viewer, vec![email])?.pop().ok_or_else(Error::not_found)
}

/// The e-mails about a request, for those who may read them.
///
/// # Errors
/// 403 when the viewer may not.
pub fn of_request(tx: &mut Tx<'_>, viewer: &Viewer, access: &Access) -> Result<Vec<EmailView>> {
    access.require(Action::ViewEmails)?;
    let rows = models::emails::of_request(tx.conn, access.request.id)?;
    views(tx, viewer, rows)
}

/// E-mails, with why each was or was not sent.
fn views(tx: &mut Tx<'_>, viewer: &Viewer, rows: Vec<Email>) -> Result<Vec<EmailView>> {
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
            address: row.address,
            subject: row.subject,
            state: row.state,
            suppress_reason: row.suppress_reason.map(Into::into),
            last_error: row.last_error,
            attempts: row.attempts,
            created_at: instant(row.created_at),
            next_attempt_at: row.next_attempt_at.map(instant),
            sent_at: row.sent_at.map(instant),
        })
        .collect())
}
