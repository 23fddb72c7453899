//! The token of a telephone system, before and after it is verified.

use super::address;
use super::identity::{Credential, credential, note_use, state};
use crate::app::App;
use crate::auth::secret;
use crate::db::stored;
use crate::error::{Error, Result};
use crate::models;
use crate::models::tokens::Grant;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use chrono::NaiveDateTime;
use contract::Scope;
use std::future::{Ready, ready};
use std::net::IpAddr;

/// A token that a telephone system presented and that is not looked up yet. The polled services read it in the statement
/// that reads the answer (`models::polled`). Nothing is answered without a [`VerifiedToken`].
#[derive(Debug, Clone)]
pub struct UnverifiedToken {
    hash: Option<String>,
    address: IpAddr,
}

/// A token that was looked up and may be used for telephony, from the address that it came from.
#[derive(Debug)]
pub struct VerifiedToken {
    /// What the token grants.
    pub grant: Grant,
}

impl FromRequest for UnverifiedToken {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let hash = match credential(request) {
            Some(Credential::Token(text)) => Some(secret::hash(&text)),
            Some(Credential::Session(_)) | None => None,
        };
        ready(state(request).map(|app| Self { hash, address: address::of(request, &app.config) }))
    }
}

impl UnverifiedToken {
    /// The hash by which the token is found.
    ///
    /// # Errors
    /// 401 when no token was presented.
    pub fn hash(&self) -> Result<&str> {
        self.hash.as_deref().ok_or_else(Error::unauthenticated)
    }

    /// Verifies what was found for the token. The query has left out revoked tokens and those of inactive people.
    ///
    /// # Errors
    /// 401 when nothing was found or the token has expired; 403 when it may not be used from this address, or not for
    /// telephony.
    pub fn verify(&self, found: Option<Grant>, now: NaiveDateTime) -> Result<VerifiedToken> {
        let grant = found.filter(|grant| grant.works_at(now)).ok_or_else(Error::unauthenticated)?;
        if !grant.allows(self.address) {
            return Err(Error::forbidden("token-address"));
        }
        if !grant.scopes().any(|scope| scope == Scope::Telephony) {
            return Err(Error::forbidden("scope").with("scope", Scope::Telephony.as_str()));
        }
        Ok(VerifiedToken { grant })
    }

    /// Looks the token up in a statement of its own, and verifies it.
    ///
    /// # Errors
    /// As [`Self::verify`]; when the database does not answer.
    pub async fn check(&self, app: &App) -> Result<VerifiedToken> {
        let (hash, now) = (self.hash()?.to_owned(), stored(app.clock.now()));
        let found =
            app.db.read_short(move |conn| Ok::<_, Error>(models::tokens::find_valid(conn, &hash, now)?)).await?;
        let verified = self.verify(found.map(|(grant, _)| grant), now)?;
        note_use(app, verified.grant.id).await;
        Ok(verified)
    }
}
