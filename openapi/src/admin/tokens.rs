//! API tokens.

use crate::Scope;
use crate::identity::PersonRef;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An API token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TokenView {
    /// Identifier.
    pub id: i64,
    /// Name.
    pub name: String,
    /// The person it acts as.
    pub person: PersonRef,
    /// Scopes.
    pub scopes: Vec<Scope>,
    /// When it stops working.
    pub expires_at: Option<DateTime<Utc>>,
    /// Addresses and networks it may come from; empty for any.
    pub allowed_addresses: Vec<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was used last.
    pub last_used_at: Option<DateTime<Utc>>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
    /// First characters, to recognise it by.
    pub prefix: String,
}

/// Makes an API token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewToken {
    /// Name.
    pub name: String,
    /// The person it acts as; the caller when left out.
    #[serde(default)]
    pub person_id: Option<i64>,
    /// Scopes.
    pub scopes: Vec<Scope>,
    /// When it stops working.
    #[serde(default)]
    pub expires_at: Option<DateTime<Utc>>,
    /// Addresses and networks (CIDR) it may come from; empty for any.
    #[serde(default)]
    pub allowed_addresses: Vec<String>,
}

/// A token just made: the only time its text is shown.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct CreatedToken {
    /// The token's data.
    pub token: TokenView,
    /// Its text.
    pub secret: String,
}
