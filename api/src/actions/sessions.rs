//! Logging in and out.

use super::extensions;
use crate::auth::{Via, Viewer, secret};
use crate::db::Conn;
use crate::domain::parameters::ids;
use crate::domain::tax_id::TaxId;
use crate::error::{Error, Result};
use crate::models;
use crate::models::people::Person;
use crate::models::sessions::{LoginFailures, NewSession};
use crate::tx::Tx;
use actix_web::http::StatusCode;
use chrono::TimeDelta;
use std::net::IpAddr;

/// Failures of one account that are not slowed down.
const FREE_FAILURES: i32 = 4;
/// Failures from one address that are not slowed down: many people may share one.
const FREE_FAILURES_ADDRESS: i32 = 20;
/// Failures are forgotten after this long without one.
const FORGET: TimeDelta = TimeDelta::hours(24);

/// A session that was begun.
pub struct NewLogin {
    /// The cookie's value.
    pub secret: String,
    /// The person.
    pub viewer: Viewer,
}

/// What failed logins are counted by: the account, and the address that they came from.
#[derive(Debug, Clone)]
pub struct LoginSubjects {
    account: String,
    address: String,
}

impl LoginSubjects {
    /// Those of one attempt.
    #[must_use]
    pub fn new(login: &str, address: IpAddr) -> Self {
        let account = secret::hash(&login.to_lowercase());
        Self { account: format!("account:{account}"), address: format!("address:{address}") }
    }

    fn each(&self) -> [(&str, i32); 2] {
        [(&self.account, FREE_FAILURES), (&self.address, FREE_FAILURES_ADDRESS)]
    }
}

/// The person of a login (e-mail address, CPF or employee number), unless too many attempts failed. The caller does not
/// learn whether there is one: checking a password takes as long without a person.
///
/// # Errors
/// 429 after too many failures.
pub fn find_login(tx: &mut Tx<'_>, login: &str, subjects: &LoginSubjects) -> Result<Option<Person>> {
    refuse_when_blocked(tx, subjects)?;
    Ok(by_login(tx.conn, login)?.filter(|person| person.active))
}

fn by_login(conn: &mut Conn, login: &str) -> Result<Option<Person>> {
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

/// Begins a session of a person whose password was right.
///
/// # Errors
/// When the database does not answer.
pub fn begin(
    tx: &mut Tx<'_>,
    person: Person,
    subjects: &LoginSubjects,
    address: IpAddr,
    agent: &str,
) -> Result<NewLogin> {
    models::sessions::clear_failures(tx.conn, &subjects.account)?;
    let text = secret::generate()?;
    let now = tx.db_now();
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
    let via = Via::Session { id, csrf_token: secret::csrf_token(&text) };
    Ok(NewLogin { secret: text, viewer: Viewer::load(tx.conn, person, via, None)? })
}

fn lifetime(tx: &Tx<'_>) -> TimeDelta {
    TimeDelta::hours(tx.parameters.number(ids::SESSION_HOURS).clamp(1, 24 * 365))
}

fn refuse_when_blocked(tx: &mut Tx<'_>, subjects: &LoginSubjects) -> Result<()> {
    let now = tx.db_now();
    for (subject, _) in subjects.each() {
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

/// Notes that a login failed. Each failure beyond the free ones doubles the wait: 2 s, 4 s, … up to 15 minutes.
///
/// # Errors
/// When the database does not answer.
pub fn note_failure(tx: &mut Tx<'_>, subjects: &LoginSubjects) -> Result<()> {
    let now = tx.db_now();
    for (subject, free) in subjects.each() {
        let before = models::sessions::failures(tx.conn, subject)?.filter(|row| now - row.last_at < FORGET);
        let failures = before.map_or(1, |row| row.failures.saturating_add(1));
        let beyond = u32::try_from(failures - free).unwrap_or(0);
        let wait = if beyond == 0 { 0 } else { 2_i64.saturating_pow(beyond).min(900) };
        let blocked_until = now + TimeDelta::seconds(wait);
        let row = LoginFailures { subject: subject.to_owned(), failures, last_at: now, blocked_until };
        models::sessions::set_failures(tx.conn, row)?;
    }
    Ok(())
}

/// How often the use of a session is noted.
pub const NOTED_EVERY: TimeDelta = TimeDelta::minutes(1);

/// Prolongs a session that is in use.
///
/// # Errors
/// When the database does not answer.
pub fn prolong(tx: &mut Tx<'_>, session: i64) -> Result<()> {
    let (now, until) = (tx.db_now(), tx.db_now() + lifetime(tx));
    Ok(models::sessions::touch(tx.conn, session, now, until)?)
}

/// Ends the session that asks.
///
/// # Errors
/// When the database does not answer.
pub fn log_out(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<()> {
    if let Via::Session { id, .. } = viewer.via {
        models::sessions::end(tx, viewer.id(), id)?;
    }
    extensions::after_session(tx, viewer.id())
}

/// Ends one of the person's sessions.
///
/// # Errors
/// 404 when it is none of theirs.
pub fn end(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    if !models::sessions::end(tx, viewer.id(), id)? {
        return Err(Error::not_found());
    }
    extensions::after_session(tx, viewer.id())
}
