//! Logging in and out.

use super::extensions;
use crate::app::App;
use crate::auth::{Via, Viewer, secret};
use crate::db::{Conn, stored};
use crate::domain::tax_id::TaxId;
use crate::error::{Error, Result};
use crate::models;
use crate::models::people::Person;
use crate::models::sessions::{LoginFailures, NewSession, Session};
use crate::tx::Tx;
use actix_web::http::StatusCode;
use chrono::TimeDelta;
use contract::identity;
use std::net::IpAddr;

/// Parameter: hours without use after which a session ends.
const SESSION_HOURS: i32 = 1012;
/// Failures of one account that are not slowed down.
const FREE_FAILURES: i32 = 4;
/// Failures from one address that are not slowed down: many people may share one.
const FREE_FAILURES_ADDRESS: i32 = 20;
/// Failures are forgotten after this long without one.
const FORGET: TimeDelta = TimeDelta::hours(24);

/// A session that was begun.
pub struct Begun {
    /// The cookie's value.
    pub secret: String,
    /// The person.
    pub viewer: Viewer,
}

/// Logs in by e-mail address, CPF or employee number.
///
/// # Errors
/// 401 for wrong credentials, whatever is wrong about them; 429 after too many failures.
pub async fn log_in(app: &App, credentials: identity::NewSession, address: IpAddr, agent: String) -> Result<Begun> {
    let login = credentials.login.trim().to_owned();
    let subjects = [format!("account:{}", secret::hash(&login.to_lowercase())), format!("address:{address}")];
    let (checked, found) = {
        let subjects = subjects.clone();
        app.read(move |tx| {
            refuse_when_blocked(tx, &subjects)?;
            Ok(((), find_login(tx.conn, &login)?))
        })
        .await?
    };
    let () = checked;
    let hash = found.as_ref().filter(|person| person.active).and_then(|person| person.password_hash.clone());
    let matches = app.passwords.verify(credentials.password, hash).await?;
    let Some(person) = found.filter(|_| matches) else {
        app.write(move |tx| note_failures(tx, &subjects)).await?;
        return Err(Error::refused(StatusCode::UNAUTHORIZED, "wrong-credentials"));
    };
    app.write(move |tx| {
        for subject in &subjects[..1] {
            models::sessions::clear_failures(tx.conn, subject)?;
        }
        begin(tx, person, address, &agent)
    })
    .await
}

fn find_login(conn: &mut Conn, login: &str) -> Result<Option<Person>> {
    if login.chars().any(char::is_control) {
        return Ok(None);
    }
    if login.contains('@') {
        return Ok(models::people::find_by_email(conn, login)?);
    }
    if let Ok(tax_id) = TaxId::parse(login) {
        // A CNPJ is shared by many people and names nobody.
        let mut people = models::people::find_by_tax_id(conn, tax_id.as_str())?;
        if people.len() == 1 {
            return Ok(people.pop());
        }
    }
    // Numbers such as RH-1042 are typed in any case.
    match models::people::find_by_employee_number(conn, login)? {
        Some(person) => Ok(Some(person)),
        None => Ok(models::people::find_by_employee_number(conn, &login.to_uppercase())?),
    }
}

fn begin(tx: &mut Tx<'_>, person: Person, address: IpAddr, agent: &str) -> Result<Begun> {
    let text = secret::generate()?;
    let now = tx.stamp();
    let session = NewSession {
        token_hash: secret::hash(&text),
        person_id: person.id,
        created_at: now,
        last_seen_at: now,
        expires_at: now + lifetime(tx),
        user_agent: agent.chars().take(200).collect(),
        address: address.to_string(),
    };
    let id = models::sessions::insert(tx.conn, session)?;
    let roles = models::people::roles(tx.conn, person.id)?;
    let groups = models::people::memberships(tx.conn, person.id)?;
    let language = person.language;
    let via = Via::Session { id, csrf_token: secret::csrf_token(&text) };
    Ok(Begun { secret: text, viewer: Viewer { person, roles, groups, via, language } })
}

fn lifetime(tx: &Tx<'_>) -> TimeDelta {
    TimeDelta::hours(tx.parameters.number(SESSION_HOURS).clamp(1, 24 * 365))
}

fn refuse_when_blocked(tx: &mut Tx<'_>, subjects: &[String]) -> Result<()> {
    let now = tx.stamp();
    for subject in subjects {
        if let Some(row) = models::sessions::failures(tx.conn, subject)?
            && row.blocked_until > now
        {
            let seconds = (row.blocked_until - now).num_seconds().unsigned_abs() + 1;
            return Err(Error::refused(StatusCode::TOO_MANY_REQUESTS, "too-many-logins")
                .with("seconds", seconds)
                .after(seconds));
        }
    }
    Ok(())
}

/// Each failure beyond the free ones doubles the wait: 2 s, 4 s, … up to 15 minutes.
fn note_failures(tx: &mut Tx<'_>, subjects: &[String]) -> Result<()> {
    let now = tx.stamp();
    for subject in subjects {
        let before = models::sessions::failures(tx.conn, subject)?.filter(|row| now - row.last_at < FORGET);
        let failures = before.map_or(1, |row| row.failures.saturating_add(1));
        let free = if subject.starts_with("address:") { FREE_FAILURES_ADDRESS } else { FREE_FAILURES };
        let beyond = u32::try_from(failures - free).unwrap_or(0);
        let wait = if beyond == 0 { 0 } else { 2_i64.saturating_pow(beyond).min(900) };
        let blocked_until = now + TimeDelta::seconds(wait);
        models::sessions::set_failures(
            tx.conn,
            LoginFailures { subject: subject.clone(), failures, last_at: now, blocked_until },
        )?;
    }
    Ok(())
}

/// Prolongs a session that is in use, at most once a minute.
///
/// # Errors
/// When the database does not answer.
pub async fn keep_alive(app: &App, session: Session) -> Result<()> {
    if stored(app.clock.now()) - session.last_seen_at < TimeDelta::minutes(1) {
        return Ok(());
    }
    app.write(move |tx| {
        let until = tx.stamp() + lifetime(tx);
        Ok(models::sessions::touch(tx.conn, session.id, tx.stamp(), until)?)
    })
    .await
}

/// Ends the session that asks.
///
/// # Errors
/// When the database does not answer.
pub fn log_out(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<()> {
    if let Via::Session { id, .. } = viewer.via {
        models::sessions::end(tx.conn, viewer.id(), id)?;
    }
    extensions::after_session(tx, viewer.id())
}

/// Ends one of the person's sessions.
///
/// # Errors
/// 404 when it is none of theirs.
pub fn end(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    if !models::sessions::end(tx.conn, viewer.id(), id)? {
        return Err(Error::not_found());
    }
    extensions::after_session(tx, viewer.id())
}
