//! API tokens, as administrators see them.

use crate::actions::tokens::view;
use crate::error::Result;
use crate::models;
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
    Ok(tokens.iter().map(|token| view(token, person(token.person_id))).collect())
}
