//! API tokens.

use crate::app::App;
use crate::auth::{address, secret};
use crate::db::{instant, stored};
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::models::tokens::Token;
use crate::tx::Tx;
use chrono::{DateTime, TimeDelta, Utc};
use contract::admin::{CreatedToken, NewToken, TokenView};
use contract::identity::PersonRef;
use contract::limits;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Tokens begin with this, so that people and secret scanners recognise them.
const PREFIX: &str = "sol_";

/// When this node last noted of a token that it is in use. In memory, because a token that polls would otherwise have
/// it read, and parsed, at every call.
#[derive(Clone, Default)]
pub struct Uses(Arc<Mutex<HashMap<i64, DateTime<Utc>>>>);

impl Uses {
    /// Whether it is to be noted: once a minute. Whoever is told so does it.
    fn is_due(&self, id: i64, now: DateTime<Utc>) -> bool {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let due = noted.get(&id).is_none_or(|at| (now - *at).abs() >= TimeDelta::minutes(1));
        if due {
            noted.insert(id, now);
        }
        due
    }
}

/// Longest that a call waits until it is noted that its token is in use.
const NOTING: Duration = Duration::from_secs(1);

/// Notes that a token is in use, at most once a minute. It decides nothing: a database that cannot
/// write just now keeps nobody from an answer that was read.
pub async fn used(app: &App, id: i64) {
    let now = app.clock.now();
    if !app.token_uses.is_due(id, now) {
        return;
    }
    let noting = app.write_quietly(move |tx| Ok(models::tokens::touch(tx.conn, id, stored(now))?));
    match tokio::time::timeout(NOTING, noting).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(token = id, cause = %error, "could not note that a token is in use"),
        Err(_) => tracing::warn!(token = id, "no time to note that a token is in use"),
    }
}

/// Makes a token. Its text is in the answer and nowhere else.
///
/// # Errors
/// 422 for a missing name, no scope, an unknown person, a past expiry, a bad address.
pub fn create(tx: &mut Tx<'_>, author: Option<i64>, new: NewToken) -> Result<CreatedToken> {
    let mut check = Check::new();
    let name = check.take(super::validate::line("name", &new.name, limits::NAME));
    if new.scopes.is_empty() {
        check.add(Complaint::new("scopes", "required"));
    }
    if new.expires_at.is_some_and(|at| at <= tx.now) {
        check.add(Complaint::new("expires_at", "in-the-past"));
    }
    for (index, entry) in new.allowed_addresses.iter().enumerate() {
        if !address::is_valid(entry.trim()) {
            check.add(Complaint::new(format!("allowed_addresses.{index}"), "address-invalid"));
        }
    }
    let person = match new.person_id.or(author) {
        Some(id) => models::people::find(tx.conn, id)?.filter(|person| person.active),
        None => None,
    };
    if person.is_none() {
        check.add(Complaint::new("person_id", "unknown"));
    }
    check.done()?;
    let Some(person) = person else { return Err(Error::not_found()) };
    let text = format!("{PREFIX}{}", secret::generate()?);
    let mut scopes = new.scopes;
    scopes.sort_unstable();
    scopes.dedup();
    let row = models::tokens::NewToken {
        name: name.clone(),
        prefix: text.chars().take(PREFIX.len() + 6).collect(),
        token_hash: secret::hash(&text),
        person_id: person.id,
        scopes: scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(" "),
        allowed_addresses: new.allowed_addresses.iter().map(|entry| entry.trim()).collect::<Vec<_>>().join(" "),
        created_at: tx.stamp(),
        created_by: author,
        expires_at: new.expires_at.map(stored),
    };
    let id = models::tokens::insert(tx.conn, row)?;
    models::audit::record(tx.conn, tx.stamp(), author, "token-created", ("token", Some(id)), &name)?;
    let token = models::tokens::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    Ok(CreatedToken { token: view(&token, person.as_ref()), secret: text })
}

/// Revokes a token at once.
///
/// # Errors
/// 404 when there is none.
pub fn revoke(tx: &mut Tx<'_>, author: i64, id: i64) -> Result<()> {
    let now = tx.stamp();
    if !models::tokens::revoke(tx.conn, id, now)? {
        return Err(Error::not_found());
    }
    let name = models::tokens::find(tx.conn, id)?.map(|token| token.name).unwrap_or_default();
    Ok(models::audit::record(tx.conn, now, Some(author), "token-revoked", ("token", Some(id)), &name)?)
}

/// A token as administrators see it.
#[must_use]
pub fn view(token: &Token, person: PersonRef) -> TokenView {
    TokenView {
        id: token.id,
        name: token.name.clone(),
        person,
        scopes: token.scopes(),
        expires_at: token.expires_at.map(instant),
        allowed_addresses: token.addresses(),
        created_at: instant(token.created_at),
        last_used_at: token.last_used_at.map(instant),
        revoked_at: token.revoked_at.map(instant),
        prefix: token.prefix.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_use_is_noted_once_a_minute() {
        let (uses, now) = (Uses::default(), DateTime::UNIX_EPOCH);
        assert!(uses.is_due(1, now));
        assert!(uses.is_due(2, now), "each token by itself");
        assert!(!uses.is_due(1, now + TimeDelta::seconds(59)));
        assert!(uses.is_due(1, now + TimeDelta::seconds(60)));
        assert!(!uses.is_due(1, now + TimeDelta::seconds(119)));
    }

    #[test]
    fn a_clock_that_was_set_back_does_not_end_it() {
        let (uses, now) = (Uses::default(), DateTime::UNIX_EPOCH);
        assert!(uses.is_due(1, now + TimeDelta::hours(1)));
        assert!(uses.is_due(1, now), "an hour back: else nothing would be noted for an hour");
    }
}
