//! How a web service answers: the format that was asked for, the body, and what a refusal looks like.

use super::arguments::{Arguments, invalid};
use crate::domain::telephony::{Format, is_ending};
use crate::error::{Error, Result};
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use contract::Language;
use serde::Serialize;

const JSON: &str = "application/json";
const PLAIN: &str = "text/plain; charset=utf-8";

/// How an answer is to be written: the arguments `formato`, `idioma` and `fim`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseFormat {
    /// JSON, text or sentences.
    pub format: Format,
    /// The language of sentences and refusals.
    pub language: Language,
    /// What every answer ends with, so that a dialplan can tell that none of it was lost.
    pub ending: String,
}

impl ResponseFormat {
    /// Reads the three arguments. The second value is an error (400) when one of them is invalid; then those that are
    /// valid hold for the refusal.
    pub fn parse(arguments: &Arguments, default: Format) -> (Self, Result<()>) {
        let mut fault = Ok(());
        let mut parsed = |name: &str, good: bool| {
            if !good && fault.is_ok() {
                fault = Err(invalid(name));
            }
        };
        let format = arguments.get("formato").map_or(Ok(default), str::parse);
        parsed("formato", format.is_ok());
        let language = arguments.get("idioma").map_or(Ok(Language::default()), str::parse);
        parsed("idioma", language.is_ok());
        let ending = arguments.get("fim").unwrap_or_default();
        let good = ending.is_empty() || is_ending(ending);
        parsed("fim", good);
        let parsed = Self {
            format: format.unwrap_or(default),
            language: language.unwrap_or_default(),
            ending: if good { ending.to_owned() } else { String::new() },
        };
        (parsed, fault)
    }
}

/// The body of an answer, without its ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The text.
    pub text: String,
    /// Its media type.
    pub content_type: &'static str,
}

impl Body {
    /// A body of JSON.
    ///
    /// # Errors
    /// When the value cannot be written as JSON.
    pub fn json(value: &impl Serialize) -> Result<Self> {
        Ok(Self { text: serde_json::to_string(value).map_err(anyhow::Error::from)?, content_type: JSON })
    }

    /// A body of plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), content_type: PLAIN }
    }
}

/// The web services' refusal while telephony is off. Elsewhere it has the code of every parameter that is off
/// (`policy::telephony::require_on`).
///
/// # Errors
/// 403 unless telephony is on.
pub fn require_on(telephony: bool) -> Result<()> {
    if telephony { Ok(()) } else { Err(Error::forbidden("telephony-off")) }
}

/// The response to a request that is refused, and its text. A dialplan does not see the status and takes the body for
/// the answer, so in the text formats the body is `ERRO` and the status.
pub fn refuse(error: &Error, format: &ResponseFormat) -> (HttpResponse, String) {
    error.log("telephony");
    let status = error.status_code();
    let mut response = error.response(format.language, None);
    if status == StatusCode::UNAUTHORIZED {
        let basic = header::HeaderValue::from_static("Basic realm=\"Solicita\"");
        response.headers_mut().append(header::WWW_AUTHENTICATE, basic);
    }
    let text = refusal_text(error, format);
    let mut response = response.set_body(text.clone()).map_into_boxed_body();
    if format.format != Format::Json {
        response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(PLAIN));
    }
    (response, text)
}

/// The text of a refusal, with the ending.
#[must_use]
pub fn refusal_text(error: &Error, format: &ResponseFormat) -> String {
    if format.format == Format::Json {
        let mut problem = error.problem(format.language);
        problem.request_id = None;
        return serde_json::to_string(&problem).unwrap_or_default() + &format.ending;
    }
    format!("ERRO {}{}", error.status_code().as_u16(), format.ending)
}
