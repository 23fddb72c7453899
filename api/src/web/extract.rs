//! What handlers take from a call, beyond its body: preconditions, idempotency
//! keys, queries; and how answers are made.

use crate::actions::idempotency::Answer;
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::models::idempotency::Key;
use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use serde::Serialize;
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
    // A tag that is none of ours matches nothing (RFC 9110, section 13.1.1).
    Ok(Some(version.unwrap_or(-1)))
}

/// The `ETag` of a version.
#[must_use]
pub fn etag(version: i32) -> (header::HeaderName, String) {
    (header::ETAG, format!("\"{version}\""))
}

/// An answer with its `ETag`.
pub fn tagged<T: Serialize>(version: i32, body: &T) -> HttpResponse {
    HttpResponse::Ok().insert_header(etag(version)).json(body)
}

/// Refuses a version that is not the present one.
///
/// # Errors
/// 412.
pub fn check_version(present: i32, seen: i32) -> Result<()> {
    if present == seen { Ok(()) } else { Err(Error::refused(StatusCode::PRECONDITION_FAILED, "version-old")) }
}

/// The `Idempotency-Key` of a call, if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey {
    route: String,
    key: Option<String>,
}

impl IdempotencyKey {
    /// The key, as one of the caller's.
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

/// The answer to a creation, fresh or given before.
#[must_use]
pub fn answer(answer: Answer) -> HttpResponse {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let mut response = HttpResponse::build(status);
    if answer.replayed {
        response.insert_header(("idempotent-replay", "true"));
    }
    response.content_type("application/json").body(answer.body)
}

/// The answer to a creation whose body tells its version: with its `ETag`.
#[must_use]
pub fn created(done: Answer) -> HttpResponse {
    #[derive(serde::Deserialize)]
    struct Made {
        version: i32,
    }
    let made = serde_json::from_str::<Made>(&done.body).ok();
    let mut response = answer(done);
    if let Some(Ok(tag)) = made.map(|made| header::HeaderValue::from_str(&etag(made.version).1)) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// A query string; unknown filters and values of the wrong kind are 400.
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

/// Reads one code of a query string.
///
/// # Errors
/// 400 when it is unknown.
pub fn code<T: std::str::FromStr>(name: &'static str, value: Option<&str>) -> Result<Option<T>> {
    match value.filter(|value| !value.is_empty()) {
        None => Ok(None),
        Some(value) => value
            .parse()
            .map(Some)
            .map_err(|_| Error::bad_request("unknown-filter").with("name", name).with("value", value)),
    }
}

/// Reads comma separated codes of a query string.
///
/// # Errors
/// 400 when one is unknown.
pub fn codes<T: std::str::FromStr>(name: &'static str, value: Option<&str>) -> Result<Vec<T>> {
    let parts = value.unwrap_or_default().split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| code(name, Some(part))).filter_map(Result::transpose).collect()
}
