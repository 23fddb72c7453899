//! Changing a password; first access and forgotten password by an e-mailed link.
//!
//! Passwords are hashed between two transactions, because that takes longer than any write may.

use crate::actions::audit::{self, Subject};
use crate::actions::emails;
use crate::auth::{Via, Viewer, password, secret};
use crate::db::stored;
use crate::domain::parameters::ids;
use crate::error::{Check, Error, Result};
use crate::models;
use crate::models::people::Person;
use crate::models::sessions::PasswordLink;
use crate::tx::Tx;
use actix_web::http::StatusCode;
use chrono::TimeDelta;

/// Refuses a new password that is too short, too long or too easy to guess for a person.
///
/// # Errors
/// 422 about `field`.
pub fn check(person: &Person, field: &str, new: &str) -> Result<()> {
    check_for(&person.name, person.email.as_deref(), field, new)
}

/// [`check`], for somebody who is about to be registered.
///
/// # Errors
/// 422 about `field`.
pub fn check_for(name: &str, email: Option<&str>, field: &str, new: &str) -> Result<()> {
    let own = [name, email.unwrap_or_default()];
    let mut complaints = Check::new();
    complaints.take(password::check_new(field, new, &own));
    complaints.done()
}

/// Sets the viewer's password, and ends their other sessions.
///
/// # Errors
/// When the database does not answer.
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, password_hash: &str) -> Result<()> {
    let id = viewer.id();
    let keep = match viewer.via {
        Via::Session { id, .. } => Some(id),
        Via::Token { .. } | Via::Internal => None,
    };
    set(tx, id, password_hash, keep)?;
    audit::record(tx, Some(id), "password-changed", Subject::person(id), "")
}

/// Sets the first password of a person who is being registered. The entry of their registration says so.
///
/// # Errors
/// When the database does not answer.
pub fn set_first(tx: &mut Tx<'_>, person: i64, password_hash: &str) -> Result<()> {
    Ok(models::people::set_password(tx.conn, person, password_hash)?)
}

/// Sets the password of a person from the command line, and ends all their sessions.
///
/// # Errors
/// When the database does not answer.
pub fn set_by_operator(tx: &mut Tx<'_>, person: i64, password_hash: &str) -> Result<()> {
    set(tx, person, password_hash, None)?;
    audit::record(tx, None, "password-reset", Subject::person(person), "")
}

/// Sets a password, and ends the person's sessions except one.
fn set(tx: &mut Tx<'_>, person: i64, password_hash: &str, keep: Option<i64>) -> Result<()> {
    models::people::set_password(tx.conn, person, password_hash)?;
    models::sessions::end_others(tx, person, keep)?;
    Ok(())
}

/// Sends a link to the person who has an e-mail address. Nobody learns from it whether there is one.
///
/// # Errors
/// When the database does not answer.
pub fn send_link(tx: &mut Tx<'_>, email: &str) -> Result<()> {
    let Some(person) = models::people::find_by_email(tx.conn, email)?.filter(|person| person.active) else {
        return Ok(());
    };
    // One link a minute is enough. More would only fill a mailbox.
    let recent = models::sessions::latest_link(tx.conn, person.id)?;
    if recent.is_some_and(|at| tx.db_now() - at < TimeDelta::minutes(1)) {
        return Ok(());
    }
    send_link_to(tx, &person)
}

/// Sends a link to a person.
///
/// # Errors
/// When the database does not answer.
pub fn send_link_to(tx: &mut Tx<'_>, person: &Person) -> Result<()> {
    let text = secret::generate()?;
    let expires_at = tx.now + TimeDelta::hours(tx.parameters.number(ids::PASSWORD_LINK_HOURS).clamp(1, 24 * 30));
    models::sessions::insert_link(tx.conn, person.id, &secret::hash(&text), tx.db_now(), stored(expires_at))?;
    emails::password_link(tx, person, &text, expires_at)
}

/// A link that works, and the person it belongs to.
///
/// # Errors
/// 404 when it does not work (any more).
pub fn find_link(tx: &mut Tx<'_>, token: &str) -> Result<(PasswordLink, Person)> {
    let link = models::sessions::find_link(tx.conn, &secret::hash(token), tx.db_now())?.ok_or_else(expired)?;
    let person = models::people::find(tx.conn, link.person_id)?.filter(|person| person.active).ok_or_else(expired)?;
    Ok((link, person))
}

fn expired() -> Error {
    Error::refused(StatusCode::NOT_FOUND, "password-link-expired")
}

/// Sets a password with a link, uses the link up, and ends all sessions of the person.
///
/// # Errors
/// 404 when the link does not work (any more).
pub fn reset(tx: &mut Tx<'_>, token: &str, password_hash: &str) -> Result<()> {
    let (link, person) = find_link(tx, token)?;
    if !models::sessions::use_link(tx.conn, link.id, tx.db_now())? {
        return Err(expired());
    }
    set(tx, person.id, password_hash, None)?;
    audit::record(tx, Some(person.id), "password-reset", Subject::person(person.id), "")
}
