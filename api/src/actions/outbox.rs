//! The outbox: leasing an e-mail to the worker that sends it, and noting what became of it.

use crate::config::Config;
use crate::db::{instant, stored};
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::mail::account::{self, Account};
use crate::mail::failure::{self, Cause, Failure};
use crate::mail::message::{File, Outgoing};
use crate::mail::smtp::{Patience, transfer_time};
use crate::models;
use crate::models::emails::Email;
use crate::tx::Tx;
use chrono::{NaiveDateTime, TimeDelta};
use contract::SuppressReason;
use std::collections::HashSet;
use std::time::Duration;

/// What a lease lasts beyond the longest hand-over.
const MARGIN: Duration = Duration::from_secs(20);
/// E-mails looked at to find one to lease.
const LOOK_AT: i64 = 16;

/// An e-mail that is leased to a worker.
pub struct Leased {
    /// The e-mail.
    pub id: i64,
    /// When the lease ends; names it.
    pub until: NaiveDateTime,
    /// How often it was tried, this time included.
    pub attempt: i32,
    /// The account to send it with, and what to send; or why it cannot be sent.
    pub ready: Result<(Account, Outgoing), Failure>,
}

/// Whether an e-mail is due.
///
/// # Errors
/// When the database does not answer.
pub fn is_any_due(tx: &mut Tx<'_>) -> Result<bool> {
    let now = tx.db_now();
    Ok(!models::emails::due(tx.conn, now, 1)?.is_empty())
}

/// Leases an e-mail that is due, but none of those that the worker has in hand. Those that parameter 297 holds back are
/// suppressed on the way.
///
/// # Errors
/// When the database does not answer.
pub fn lease(tx: &mut Tx<'_>, config: &Config, in_hand: &HashSet<i64>) -> Result<Option<Leased>> {
    let now = tx.db_now();
    loop {
        let most = LOOK_AT + i64::try_from(in_hand.len()).unwrap_or_default();
        let mut due = models::emails::due(tx.conn, now, most)?;
        due.retain(|id| !in_hand.contains(id));
        if due.is_empty() {
            return Ok(None);
        }
        for id in due {
            let Some(email) = models::emails::find(tx.conn, id)? else { continue };
            if tx.parameters.yes(ids::MAIL_OFF) && email.parameter != Some(ids::PASSWORD_LINK_TEMPLATE) {
                models::emails::suppress(tx.conn, id, SuppressReason::MailOff)?;
            } else if let Some(leased) = lease_one(tx, config, email)? {
                return Ok(Some(leased));
            }
        }
    }
}

/// None when another node was faster.
fn lease_one(tx: &mut Tx<'_>, config: &Config, email: Email) -> Result<Option<Leased>> {
    let now = tx.db_now();
    let (id, attempt) = (email.id, email.attempts + 1);
    let outgoing = prepare(tx, email)?;
    let bytes = outgoing.as_ref().map_or(0, |mail| mail.bytes() * 3 / 2);
    let longest = Patience::default().total + MARGIN + transfer_time(bytes);
    let until = now + TimeDelta::from_std(longest).unwrap_or(TimeDelta::minutes(2));
    if !models::emails::lease(tx.conn, id, now, until)? {
        return Ok(None);
    }
    let account = account::in_force(tx, config)?;
    let ready = outgoing.and_then(|mail| account.map(|account| (account, mail)));
    Ok(Some(Leased { id, until, attempt, ready }))
}

/// The e-mail of a row. What is internal, or was removed since, stays here.
fn prepare(tx: &mut Tx<'_>, email: Email) -> Result<Result<Outgoing, Failure>> {
    let (Some(address), Some(subject), Some(text), Some(html)) = (email.address, email.subject, email.text, email.html)
    else {
        return Ok(Err(Failure::new(Cause::Address, "")));
    };
    if text.is_empty() && html.is_empty() {
        return Ok(Err(Failure::new(Cause::Redacted, "")));
    }
    let (mut thread, mut files) = (Vec::new(), Vec::new());
    if let Some(request) = email.request_id {
        thread = models::emails::thread(tx.conn, request, &address, email.id)?;
        let wanted: HashSet<i64> = email.attachment_ids.split(',').filter_map(|id| id.parse().ok()).collect();
        if !wanted.is_empty() {
            files = models::attachments::of_request(tx.conn, request, false)?;
            files.retain(|file| wanted.contains(&file.id));
        }
    }
    let files = files.into_iter().map(|file| File {
        hash: file.hash,
        name: file.name,
        media_type: file.media_type,
        size: file.size,
    });
    Ok(Ok(Outgoing {
        file_name: format!("{}-{}.eml", email.created_at.format("%Y%m%dT%H%M%SZ"), email.id),
        to_name: email.recipient_name.unwrap_or_default(),
        address,
        language: email.language,
        subject,
        text,
        html,
        message_id: email.message_id,
        thread,
        at: instant(email.created_at),
        files: files.collect(),
    }))
}

/// Notes that an e-mail was handed over.
///
/// # Errors
/// When the database does not answer.
pub fn mark_sent(tx: &mut Tx<'_>, id: i64) -> Result<()> {
    Ok(models::emails::sent(tx.conn, id, tx.db_now())?)
}

/// Notes that an e-mail was not handed over; it is tried again later, or given up. False when the lease ran out, and
/// another worker has it.
///
/// # Errors
/// When the database does not answer.
pub fn mark_failed(tx: &mut Tx<'_>, leased: &Leased, failure: &Failure) -> Result<bool> {
    let pause = if failure.cause.is_permanent() { None } else { failure::pause(leased.attempt, leased.id) };
    let next = pause.map(|pause| stored(tx.now + pause));
    Ok(models::emails::failed(tx.conn, leased.id, leased.until, &failure.kept(), next)?)
}

/// The mail server takes e-mails again: those that wait because it did not need wait no longer. Gives their number.
///
/// # Errors
/// When the database does not answer.
pub fn hurry(tx: &mut Tx<'_>) -> Result<usize> {
    Ok(models::emails::hurry(tx, &Cause::everybodys())?)
}
