//! API tokens.

use crate::db::schema::{api_tokens, people};
use crate::db::{Conn, MOST_BINDS};
use crate::domain::network;
use crate::models::people::Person;
use crate::tx::Tx;
use chrono::NaiveDateTime;
use contract::Scope;
use diesel::prelude::*;
use std::net::IpAddr;

/// An API token.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = api_tokens)]
pub struct Token {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// First characters of its text.
    pub prefix: String,
    /// The person it acts as.
    pub person_id: i64,
    /// Scopes, separated by spaces.
    pub scopes: String,
    /// Addresses and networks, separated by spaces.
    pub allowed_addresses: String,
    /// When it was made.
    pub created_at: NaiveDateTime,
    /// When it stops working.
    pub expires_at: Option<NaiveDateTime>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<NaiveDateTime>,
    /// When it was revoked.
    pub revoked_at: Option<NaiveDateTime>,
}

impl Token {
    /// What it may be used for.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        words(&self.scopes).filter_map(|scope| scope.parse().ok()).collect()
    }

    /// Addresses and networks it may come from; empty for any.
    #[must_use]
    pub fn addresses(&self) -> Vec<String> {
        words(&self.allowed_addresses).map(str::to_owned).collect()
    }
}

/// What is read of a token whenever it is used: whether it works, and for what.
#[derive(Debug, Clone, Queryable)]
pub struct Grant {
    /// Identifier of the token.
    pub id: i64,
    scopes: String,
    allowed_addresses: String,
    expires_at: Option<NaiveDateTime>,
}

impl Grant {
    /// Its columns, in order, for statements that are for both kinds of connection.
    pub const COLUMNS: (api_tokens::id, api_tokens::scopes, api_tokens::allowed_addresses, api_tokens::expires_at) =
        (api_tokens::id, api_tokens::scopes, api_tokens::allowed_addresses, api_tokens::expires_at);

    /// What it may be used for.
    pub fn scopes(&self) -> impl Iterator<Item = Scope> {
        words(&self.scopes).filter_map(|scope| scope.parse().ok())
    }

    /// Whether it has not expired.
    #[must_use]
    pub fn works_at(&self, now: NaiveDateTime) -> bool {
        self.expires_at.is_none_or(|end| end > now)
    }

    /// Whether it may come from an address.
    #[must_use]
    pub fn allows(&self, from: IpAddr) -> bool {
        let mut allowed = words(&self.allowed_addresses).peekable();
        allowed.peek().is_none() || allowed.any(|entry| network::matches(entry, from))
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
}

/// A new token.
#[derive(Debug, Insertable)]
#[diesel(table_name = api_tokens)]
pub struct NewToken {
    /// Name.
    pub name: String,
    /// First characters of its text.
    pub prefix: String,
    /// Hash of its text.
    pub token_hash: String,
    /// The person it acts as.
    pub person_id: i64,
    /// Scopes, separated by spaces.
    pub scopes: String,
    /// Addresses and networks, separated by spaces.
    pub allowed_addresses: String,
    /// Now.
    pub created_at: NaiveDateTime,
    /// Who makes it; none for the command line.
    pub created_by: Option<i64>,
    /// When it stops working.
    pub expires_at: Option<NaiveDateTime>,
}

/// The token of a text, while it works, and the active person it acts as.
///
/// # Errors
/// When the database does not answer.
pub fn find_valid(conn: &mut Conn, token_hash: &str, now: NaiveDateTime) -> QueryResult<Option<(Grant, Person)>> {
    let found: Option<(Grant, Person)> = api_tokens::table
        .inner_join(people::table.on(people::id.eq(api_tokens::person_id)))
        .filter(api_tokens::token_hash.eq(token_hash))
        .filter(api_tokens::revoked_at.is_null())
        .filter(people::active.eq(true))
        .select((Grant::COLUMNS, Person::as_select()))
        .first(conn)
        .optional()?;
    Ok(found.filter(|(grant, _)| grant.works_at(now)))
}

/// Those of some tokens that work: not revoked nor expired, of somebody active.
///
/// # Errors
/// When the database does not answer.
pub fn working(conn: &mut Conn, ids: &[i64], now: NaiveDateTime) -> QueryResult<Vec<i64>> {
    let mut working = Vec::with_capacity(ids.len());
    for some in ids.chunks(MOST_BINDS) {
        let work = api_tokens::table
            .inner_join(people::table.on(people::id.eq(api_tokens::person_id)))
            .filter(api_tokens::id.eq_any(some))
            .filter(api_tokens::revoked_at.is_null())
            .filter(api_tokens::expires_at.is_null().or(api_tokens::expires_at.gt(now)))
            .filter(people::active.eq(true));
        working.extend(work.select(api_tokens::id).load::<i64>(conn)?);
    }
    Ok(working)
}

/// Adds a token.
///
/// # Errors
/// When the database does not answer.
pub fn insert(conn: &mut Conn, token: NewToken) -> QueryResult<i64> {
    diesel::insert_into(api_tokens::table).values(token).returning(api_tokens::id).get_result(conn)
}

/// All tokens, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn all(conn: &mut Conn) -> QueryResult<Vec<Token>> {
    api_tokens::table.order(api_tokens::id.desc()).select(Token::as_select()).load(conn)
}

/// One token.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Token>> {
    api_tokens::table.find(id).select(Token::as_select()).first(conn).optional()
}

/// Revokes a token; false when it is gone already.
///
/// # Errors
/// When the database does not answer.
pub fn revoke(tx: &mut Tx<'_>, id: i64) -> QueryResult<bool> {
    tx.made.logged_out = true;
    let revoked =
        diesel::update(api_tokens::table.filter(api_tokens::id.eq(id)).filter(api_tokens::revoked_at.is_null()))
            .set(api_tokens::revoked_at.eq(tx.db_now()))
            .execute(tx.conn)?;
    Ok(revoked == 1)
}

/// Notes that a token is in use.
///
/// # Errors
/// When the database does not answer.
pub fn touch(conn: &mut Conn, id: i64, now: NaiveDateTime) -> QueryResult<()> {
    diesel::update(api_tokens::table.find(id)).set(api_tokens::last_used_at.eq(now)).execute(conn).map(|_| ())
}
