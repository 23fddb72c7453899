//! What surrounds every HTTP request: an identifier, a deadline, errors in the caller's language, security headers, and one
//! line of log without personal data.

use crate::error::Error;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpResponse};
use contract::Language;
use std::time::{Duration, Instant};

/// The longest time until an answer begins. Uploads have an hour.
const DEADLINE: Duration = Duration::from_secs(60);

/// Wraps the handling of an HTTP request.
///
/// # Errors
/// 503 when there was no answer in time; all other errors become answers here.
pub async fn around(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> std::result::Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let started = Instant::now();
    let id = identifier();
    let wanted = crate::language::from_header(request.headers());
    let uploads = request.path().ends_with("/uploads") || request.path().ends_with("/attachments");
    let deadline = if uploads { Duration::from_secs(3600) } else { DEADLINE };
    let response = match tokio::time::timeout(deadline, next.call(request)).await {
        Ok(response) => response?.map_into_boxed_body(),
        Err(_) => return Err(Error::refused(StatusCode::SERVICE_UNAVAILABLE, "too-slow").after(5).into()),
    };
    let http = response.request().clone();
    // The header wins, then the person's own language.
    let language = wanted.or_else(|| http.extensions().get::<Language>().copied()).unwrap_or_default();
    let mut response = translated(response, language, &id);
    finish(&mut response, &id);
    let route = http.match_pattern().unwrap_or_else(|| "-".to_owned());
    tracing::info!(
        id,
        method = %http.method(),
        route,
        status = response.status().as_u16(),
        millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        "call"
    );
    Ok(response)
}

/// An identifier of the HTTP request, for the log and for the person who reports an error. It is unlikely to be given
/// twice, and it is no secret.
fn identifier() -> String {
    use std::hash::{BuildHasher, RandomState};
    // Each `RandomState` differs from the one before it, and the system is asked for randomness only once per thread.
    format!("{:016x}", RandomState::new().hash_one(()))
}

/// Writes an answer that carries an error again, in the caller's language.
fn translated(response: ServiceResponse<BoxBody>, language: Language, id: &str) -> ServiceResponse<BoxBody> {
    let Some(error) = response.response().error() else { return response };
    let answer = explain(error, language, id);
    response.into_response(answer)
}

fn explain(error: &actix_web::Error, language: Language, id: &str) -> HttpResponse {
    let Some(ours) = error.as_error::<Error>() else {
        let status = error.as_response_error().status_code();
        tracing::info!(id, %error, "refused by the web framework");
        let code = match status {
            StatusCode::NOT_FOUND => "not-found",
            StatusCode::PAYLOAD_TOO_LARGE => "body-too-large",
            StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
            _ if status.is_client_error() => "bad-request",
            _ => "internal",
        };
        return Error::refused(status, code).response(language, Some(id.to_owned()));
    };
    ours.log(id);
    ours.response(language, Some(id.to_owned()))
}

fn finish(response: &mut ServiceResponse<BoxBody>, id: &str) {
    let api = response.request().path().starts_with("/api/");
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "SAMEORIGIN");
    set(header::REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    if api {
        set(header::CACHE_CONTROL, "no-store");
    }
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
}

/// How JSON bodies are refused.
#[must_use]
pub fn json_config() -> actix_web::web::JsonConfig {
    actix_web::web::JsonConfig::default().limit(contract::limits::JSON_BYTES).error_handler(|error, _| {
        use actix_web::error::JsonPayloadError as E;
        match error {
            E::ContentType => Error::refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "json-expected").into(),
            E::Overflow { limit } | E::OverflowKnownLength { limit, .. } => {
                Error::refused(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large").with("limit", limit / 1024).into()
            }
            E::Deserialize(cause) if cause.is_data() => {
                Error::refused(StatusCode::UNPROCESSABLE_ENTITY, "json-shape").with("cause", cause).into()
            }
            E::Deserialize(cause) => {
                let error = Error::bad_request("json-malformed");
                error.with("line", cause.line()).with("column", cause.column()).into()
            }
            _ => Error::bad_request("json-malformed").with("line", 0).with("column", 0).into(),
        }
    })
}

/// How paths are refused whose identifiers are not numbers: 404, because they name nothing.
#[must_use]
pub fn path_config() -> actix_web::web::PathConfig {
    actix_web::web::PathConfig::default().error_handler(|_, _| Error::not_found().into())
}
