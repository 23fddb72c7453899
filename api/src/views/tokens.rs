//! API tokens, as administrators see them.

use crate::db::instant;
use crate::error::{Error, Result};
use crate::models;
use crate::models::tokens::Token;
use crate::tx::Tx;
use contract::admin::TokenView;
use contract::identity::PersonRef;

/// All tokens, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<TokenView>> {
    let tokens = models::tokens::all(tx.conn)?;
    let names = models::people::names(tx.conn, tokens.iter().map(|token| token.person_id))?;
    let person = |id: i64| names.get(&id).cloned().unwrap_or(PersonRef { id, name: String::new() });
    Ok(tokens.iter().map(|token| of(token, person(token.person_id))).collect())
}

/// One token.
///
/// # Errors
/// 404 when there is none.
pub fn view(tx: &mut Tx<'_>, id: i64) -> Result<TokenView> {
    let token = models::tokens::find(tx.conn, id)?.ok_or_else(Error::not_found)?;
    let person = models::people::names(tx.conn, [token.person_id])?.remove(&token.person_id);
    Ok(of(&token, person.unwrap_or(PersonRef { id: token.person_id, name: String::new() })))
}

fn of(token: &Token, person: PersonRef) -> TokenView {
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
