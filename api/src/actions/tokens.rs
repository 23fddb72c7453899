//! API tokens.

use super::audit::{self, Subject};
use super::validate;
use crate::auth::secret;
use crate::db::stored;
use crate::domain::network;
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::tx::Tx;
use contract::admin::NewToken;
use contract::limits;

/// Tokens begin with this, so that people and secret scanners recognise them.
const PREFIX: &str = "sol_";

/// Notes that a token is in use.
///
/// # Errors
/// When the database does not answer.
pub fn note_use(tx: &mut Tx<'_>, id: i64) -> Result<()> {
    Ok(models::tokens::touch(tx.conn, id, tx.db_now())?)
}

/// A token that was just made.
#[derive(Debug)]
pub struct NewlyMade {
    /// Its identifier.
    pub id: i64,
    /// Its text, which is stored nowhere.
    pub secret: String,
}

/// Makes a token. Its text is in the answer and nowhere else.
///
/// # Errors
/// 422 for a missing name, no scope, an unknown person, a past expiry, a bad address.
pub fn create(tx: &mut Tx<'_>, author: Option<i64>, new: NewToken) -> Result<NewlyMade> {
    let mut check = Check::new();
    let name = check.take(validate::line("name", &new.name, limits::NAME));
    if new.scopes.is_empty() {
        check.add(Complaint::new("scopes", "required"));
    }
    if new.expires_at.is_some_and(|at| at <= tx.now) {
        check.add(Complaint::new("expires_at", "in-the-past"));
    }
    for (index, entry) in new.allowed_addresses.iter().enumerate() {
        if !network::is_valid(entry.trim()) {
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
        created_at: tx.db_now(),
        created_by: author,
        expires_at: new.expires_at.map(stored),
    };
    let id = models::tokens::insert(tx.conn, row)?;
    audit::record(tx, author, "token-created", Subject::of("token", id), &name)?;
    Ok(NewlyMade { id, secret: text })
}

/// Revokes a token at once.
///
/// # Errors
/// 404 when there is none.
pub fn revoke(tx: &mut Tx<'_>, author: i64, id: i64) -> Result<()> {
    if !models::tokens::revoke(tx, id)? {
        return Err(Error::not_found());
    }
    let name = models::tokens::find(tx.conn, id)?.map(|token| token.name).unwrap_or_default();
    audit::record(tx, Some(author), "token-revoked", Subject::of("token", id), &name)
}
