//! Access as an argument type: a handler that takes `Require<Desk>` cannot forget to check.

use super::address;
use super::identity::{Credential, caller, credential, note_use, state};
use crate::app::App;
use crate::auth::{Via, Viewer, secret};
use crate::db::stored;
use crate::error::{Error, Result};
use crate::models;
use crate::models::tokens::Grant;
use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::{FromRequest, HttpRequest};
use chrono::NaiveDateTime;
use contract::{Role, Scope};
use std::future::{Ready, ready};
use std::marker::PhantomData;
use std::net::IpAddr;

/// Header that proves that an HTTP request comes from our own pages.
pub const CSRF_HEADER: &str = "x-csrf-token";

/// Who may use an operation.
pub trait Policy: 'static {
    /// One of these roles is needed. When the list is empty, any person may.
    const ROLES: &'static [Role];
    /// The scope that a token needs to read.
    const READ: Scope;
    /// The scope that a token needs to change something.
    const WRITE: Scope;
    /// Only tokens are accepted, because the operation is for machines.
    const TOKENS_ONLY: bool = false;
}

/// Any person who is logged in.
pub struct Person;
impl Policy for Person {
    const ROLES: &'static [Role] = &[];
    const READ: Scope = Scope::RequestsRead;
    const WRITE: Scope = Scope::RequestsWrite;
}

/// Attendants.
pub struct Desk;
impl Policy for Desk {
    const ROLES: &'static [Role] = &[Role::Attendant];
    const READ: Scope = Scope::Desk;
    const WRITE: Scope = Scope::Desk;
}

/// Attendants and administrators.
pub struct DeskOrAdmin;
impl Policy for DeskOrAdmin {
    const ROLES: &'static [Role] = &[Role::Attendant, Role::Administrator];
    const READ: Scope = Scope::Desk;
    const WRITE: Scope = Scope::Desk;
}

/// Administrators.
pub struct Admin;
impl Policy for Admin {
    const ROLES: &'static [Role] = &[Role::Administrator];
    const READ: Scope = Scope::Admin;
    const WRITE: Scope = Scope::Admin;
}

/// Telephone systems, by token.
pub struct Telephony;
impl Policy for Telephony {
    const ROLES: &'static [Role] = &[];
    const READ: Scope = Scope::Telephony;
    const WRITE: Scope = Scope::Telephony;
    const TOKENS_ONLY: bool = true;
}

/// The caller of an operation, checked against a policy.
pub struct Require<P: Policy> {
    /// The person who calls.
    pub viewer: Viewer,
    policy: PhantomData<P>,
}

impl<P: Policy> std::ops::Deref for Require<P> {
    type Target = Viewer;
    fn deref(&self) -> &Viewer {
        &self.viewer
    }
}

impl<P: Policy> FromRequest for Require<P> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let checked = caller(request).and_then(|viewer| {
            let viewer = viewer.ok_or_else(Error::unauthenticated)?;
            allow::<P>(&viewer, request)?;
            Ok(Self { viewer, policy: PhantomData })
        });
        ready(checked)
    }
}

/// A token that a telephone system presents, not looked up yet: what is polled reads it
/// together with the answer (`models::polled`). Nothing is answered without [`VerifiedToken`].
#[derive(Debug, Clone)]
pub struct UnverifiedToken {
    hash: Option<String>,
    address: IpAddr,
}

/// A telephone system whose token is good.
#[derive(Debug)]
pub struct VerifiedToken {
    /// What its token grants.
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
    /// By what the token is found.
    ///
    /// # Errors
    /// 401 when none was presented.
    pub fn hash(&self) -> Result<&str> {
        self.hash.as_deref().ok_or_else(Error::unauthenticated)
    }

    /// Judges the token that was found: not revoked, of somebody active.
    ///
    /// # Errors
    /// 401 when there is none, or it has expired; 403 when it may not come from there, or not be used for this.
    pub fn admit(&self, found: Option<Grant>, now: NaiveDateTime) -> Result<VerifiedToken> {
        let grant = found.filter(|grant| grant.works_at(now)).ok_or_else(Error::unauthenticated)?;
        if !grant.allows(self.address) {
            return Err(Error::forbidden("token-address"));
        }
        if !grant.scopes().any(|scope| scope == Scope::Telephony) {
            return Err(Error::forbidden("scope").with("scope", Scope::Telephony.as_str()));
        }
        Ok(VerifiedToken { grant })
    }

    /// Looks the token up by itself.
    ///
    /// # Errors
    /// As [`Self::admit`]; when the database does not answer.
    pub async fn check(&self, app: &App) -> Result<VerifiedToken> {
        let (hash, now) = (self.hash()?.to_owned(), stored(app.clock.now()));
        let found =
            app.db.read_short(move |conn| Ok::<_, Error>(models::tokens::find_valid(conn, &hash, now)?)).await?;
        let admitted = self.admit(found.map(|(grant, _)| grant), now)?;
        note_use(app, admitted.grant.id).await;
        Ok(admitted)
    }
}

/// Anybody, logged in or not.
pub struct Anyone(pub Option<Viewer>);

impl FromRequest for Anyone {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(caller(request).map(Self))
    }
}

fn changes(request: &HttpRequest) -> bool {
    !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS)
}

fn allow<P: Policy>(viewer: &Viewer, request: &HttpRequest) -> Result<()> {
    match &viewer.via {
        Via::Session { .. } if P::TOKENS_ONLY => return Err(Error::unauthenticated()),
        Via::Session { csrf_token, .. } if changes(request) => {
            let sent = request.headers().get(CSRF_HEADER).and_then(|value| value.to_str().ok()).unwrap_or_default();
            if !secret::equal(sent, csrf_token) {
                return Err(Error::forbidden("csrf"));
            }
        }
        Via::Session { .. } | Via::Internal => {}
        Via::Token { scopes, .. } => {
            let needed = if changes(request) { P::WRITE } else { P::READ };
            if !scopes.contains(&needed) {
                return Err(Error::forbidden("scope").with("scope", needed.as_str()));
            }
        }
    }
    if P::ROLES.is_empty() || P::ROLES.iter().any(|role| viewer.has(*role)) {
        Ok(())
    } else {
        Err(Error::forbidden("role"))
    }
}
