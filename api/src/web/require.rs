//! Access as an argument type: a handler that takes `Require<Desk>` cannot forget to check.

use super::identity::caller;
use crate::auth::{Via, Viewer, secret};
use crate::error::{Error, Result};
use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::{FromRequest, HttpRequest};
use contract::{Role, Scope};
use std::future::{Ready, ready};
use std::marker::PhantomData;

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
