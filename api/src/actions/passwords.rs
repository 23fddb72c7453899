//! Changing a password; first access and forgotten password by an e-mailed link.

use crate::actions::notify;
use crate::app::App;
use crate::auth::{Via, Viewer, password, secret};
use crate::db::instant;
use crate::error::{Check, Error, Result};
use crate::models;
use crate::models::people::Person;
use crate::tx::Tx;
use chrono::TimeDelta;
use contract::identity::{PasswordChange, PasswordLink};

/// Parameter: hours that a link works.
const LINK_HOURS: i32 = 1013;

/// Changes the caller's password, and ends their other sessions.
///
/// # Errors
/// 422 when the present password is wrong or the new one will not do.
pub async fn change(app: &App, viewer: &Viewer, change: PasswordChange) -> Result<()> {
    if !app.passwords.verify(change.current, viewer.person.password_hash.clone()).await? {
        return Err(Error::field("current", "password-wrong"));
    }
    check(&viewer.person, "new", &change.new)?;
    let hash = app.passwords.hash(change.new).await?;
    let id = viewer.id();
    let keep = match viewer.via {
        Via::Session { id, .. } => Some(id),
        Via::Token { .. } => None,
    };
    app.write(move |tx| {
        models::people::set_password(tx.conn, id, &hash)?;
        models::sessions::end_others(tx.conn, id, keep)?;
        Ok(models::audit::record(tx.conn, tx.stamp(), Some(id), "password-changed", ("person", Some(id)), "")?)
    })
    .await
}

fn check(person: &Person, field: &str, new: &str) -> Result<()> {
    let own = [person.name.as_str(), person.email.as_deref().unwrap_or_default()];
    let mut complaints = Check::new();
    complaints.take(password::check_new(field, new, &own));
    complaints.done()
}

/// Sends a link to whoever has this address. Says nothing about whether anybody has.
///
/// # Errors
/// When the database does not answer.
pub fn send_link(tx: &mut Tx<'_>, email: &str) -> Result<()> {
    let Some(person) = models::people::find_by_email(tx.conn, email)?.filter(|person| person.active) else {
        return Ok(());
    };
    // One link a minute is enough; the rest would only fill a mailbox.
    let recent = models::sessions::latest_link(tx.conn, person.id)?;
    if recent.is_some_and(|at| tx.stamp() - at < TimeDelta::minutes(1)) {
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
    let expires_at = tx.now + TimeDelta::hours(tx.parameters.number(LINK_HOURS).clamp(1, 24 * 30));
    let (now, until) = (tx.stamp(), crate::db::stored(expires_at));
    models::sessions::insert_link(tx.conn, person.id, &secret::hash(&text), now, until)?;
    notify::password_link(tx, person, &text, expires_at)
}

/// Whom a link belongs to.
///
/// # Errors
/// 404 when it does not work (any more).
pub fn find_link(tx: &mut Tx<'_>, token: &str) -> Result<PasswordLink> {
    let link = models::sessions::find_link(tx.conn, &secret::hash(token), tx.stamp())?.ok_or_else(expired)?;
    let person = models::people::find(tx.conn, link.person_id)?.filter(|person| person.active).ok_or_else(expired)?;
    Ok(PasswordLink { name: person.name, expires_at: instant(link.expires_at) })
}

fn expired() -> Error {
    Error::refused(actix_web::http::StatusCode::NOT_FOUND, "password-link-expired")
}

/// Sets a password with a link, uses the link up, and ends all sessions.
///
/// # Errors
/// 404 when the link does not work (any more); 422 when the password will not do.
pub async fn reset(app: &App, token: String, new: String) -> Result<()> {
    let hash = secret::hash(&token);
    let person = {
        let hash = hash.clone();
        app.read(move |tx| {
            let link = models::sessions::find_link(tx.conn, &hash, tx.stamp())?.ok_or_else(expired)?;
            models::people::find(tx.conn, link.person_id)?.filter(|person| person.active).ok_or_else(expired)
        })
        .await?
    };
    check(&person, "password", &new)?;
    let password_hash = app.passwords.hash(new).await?;
    app.write(move |tx| {
        let now = tx.stamp();
        let link = models::sessions::find_link(tx.conn, &hash, now)?.ok_or_else(expired)?;
        if !models::sessions::use_link(tx.conn, link.id, now)? {
            return Err(expired());
        }
        models::people::set_password(tx.conn, person.id, &password_hash)?;
        models::sessions::end_others(tx.conn, person.id, None)?;
        let subject = ("person", Some(person.id));
        Ok(models::audit::record(tx.conn, now, Some(person.id), "password-reset", subject, "")?)
    })
    .await
}
