//! What handlers take from an HTTP request besides its body: preconditions, idempotency keys, queries.

use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::models::idempotency::Key;
use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;
use std::future::{Ready, ready};

/// The version in `If-Match`, if the caller sent one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatch(pub Option<i32>);

impl FromRequest for IfMatch {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(version(request).map(Self))
    }
}

/// The version in `If-Match`, which an edit needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MustMatch(pub i32);

impl FromRequest for MustMatch {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(version(request).and_then(|version| {
            version.map(Self).ok_or_else(|| Error::refused(StatusCode::PRECONDITION_REQUIRED, "if-match-missing"))
        }))
    }
}

fn version(request: &HttpRequest) -> Result<Option<i32>> {
    let Some(value) = request.headers().get(header::IF_MATCH) else { return Ok(None) };
    let text = value.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(None);
    }
    let version = text.trim_start_matches("W/").trim_matches('"').parse();
    // A tag that this server did not make matches nothing (RFC 9110, section 13.1.1).
    Ok(Some(version.unwrap_or(-1)))
}

/// The `Idempotency-Key` of an HTTP request, if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey {
    route: String,
    key: Option<String>,
}

impl IdempotencyKey {
    /// The key together with its owner: keys of different callers never meet.
    #[must_use]
    pub fn of(self, viewer: &Viewer) -> Option<Key> {
        let (route, caller) = (self.route, viewer.key_owner());
        self.key.map(|key| Key { caller, route, key })
    }
}

impl FromRequest for IdempotencyKey {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let route = format!("{} {}", request.method(), request.path());
        let key = match request.headers().get("idempotency-key").map(|value| value.to_str()) {
            None => None,
            Some(Ok(key)) if !key.is_empty() && key.len() <= 200 => Some(key.to_owned()),
            Some(_) => return ready(Err(Error::bad_request("idempotency-key-invalid"))),
        };
        ready(Ok(Self { route, key }))
    }
}

/// A query string. Unknown filters and values of the wrong type are answered 400.
#[derive(Debug, Clone)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let parsed = actix_web::web::Query::<T>::from_query(request.query_string());
        ready(match parsed {
            Ok(query) => Ok(Self(query.into_inner())),
            Err(error) => Err(Error::bad_request("invalid-query").with("cause", error)),
        })
    }
}
