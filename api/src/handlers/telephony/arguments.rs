//! The arguments of a request to a web service: in the query string, a form or a JSON object.

use crate::domain::tax_id::TaxId;
use crate::domain::telephony::CallerId;
use crate::error::{Error, Result};
use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Bytes, BytesMut};
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use url::form_urlencoded;

/// The most bytes that a body may have.
const MAX_BODY_BYTES: usize = 16 * 1024;

/// Arguments by name. Cheap to clone.
pub type ArgumentMap = Arc<BTreeMap<String, String>>;

/// The arguments of the query string and of the body together. An empty argument counts as not given, because dialplans
/// send the variables that they have not set as empty ones.
#[derive(Debug, Default)]
pub struct Arguments {
    given: ArgumentMap,
    fault: Option<Error>,
}

impl FromRequest for Arguments {
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Infallible>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let mut arguments = Self::default();
            arguments.add(form_urlencoded::parse(request.query_string().as_bytes()).into_owned());
            match body(payload).await {
                Ok(body) => arguments.read(&request, &body),
                Err(fault) => arguments.fault = Some(fault),
            }
            Ok(arguments)
        })
    }
}

async fn body(mut payload: Payload) -> Result<Bytes> {
    let mut body = BytesMut::new();
    while let Some(piece) = payload.next().await {
        let piece = piece.map_err(|_| Error::bad_request("bad-request"))?;
        if body.len() + piece.len() > MAX_BODY_BYTES {
            return Err(Error::refused(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large"));
        }
        body.extend_from_slice(&piece);
    }
    Ok(body.freeze())
}

impl Arguments {
    fn read(&mut self, request: &HttpRequest, body: &[u8]) {
        let media_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let media_type = media_type.map(|value| value.split(';').next().unwrap_or_default().trim().to_lowercase());
        let looks_like_json = body.trim_ascii_start().starts_with(b"{");
        match media_type.as_deref() {
            _ if body.trim_ascii().is_empty() => {}
            Some("application/json") => self.read_json(body),
            // Asterisk declares every body to be a form unless the dialplan sets the header.
            None | Some("application/x-www-form-urlencoded") if looks_like_json => self.read_json(body),
            None | Some("application/x-www-form-urlencoded") => self.add(form_urlencoded::parse(body).into_owned()),
            Some(_) => self.fail(Error::refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media-type-unknown")),
        }
    }

    fn read_json(&mut self, body: &[u8]) {
        let Ok(object) = serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(body) else {
            return self.fail(Error::bad_request("json-malformed"));
        };
        for (name, value) in object {
            match value {
                serde_json::Value::String(text) => self.add([(name, text)]),
                serde_json::Value::Number(number) => self.add([(name, number.to_string())]),
                serde_json::Value::Null => {}
                _ => self.fail(invalid(&name)),
            }
        }
    }

    fn add(&mut self, pairs: impl IntoIterator<Item = (String, String)>) {
        for (name, value) in pairs {
            if self.given.contains_key(&name) {
                self.fail(Error::bad_request("argument-repeated").with("name", &name));
            }
            Arc::make_mut(&mut self.given).insert(name, value.trim().to_owned());
        }
    }

    fn fail(&mut self, fault: Error) {
        self.fault.get_or_insert(fault);
    }

    /// An argument, if it was given.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.given.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The arguments that an administrator typed into the simulator.
    #[must_use]
    pub fn simulated(given: BTreeMap<String, String>) -> Self {
        let mut arguments = Self::default();
        arguments.add(given);
        arguments
    }

    /// All arguments, as they came.
    #[must_use]
    pub fn all(&self) -> ArgumentMap {
        self.given.clone()
    }

    /// Makes sure that the request as a whole could be read.
    ///
    /// # Errors
    /// 400 for an argument given twice or of the wrong kind, or malformed JSON; 413 for a body that is too large; 415 for
    /// a body of another media type.
    pub fn check(&mut self) -> Result<()> {
        self.fault.take().map_or(Ok(()), Err)
    }

    /// How the caller identified themselves: `cpf` (a CPF or CNPJ) or `matricula` (an employee number), if at all.
    ///
    /// # Errors
    /// 400 for a tax identifier or an employee number that cannot be one.
    pub fn caller_id(&self) -> Result<Option<CallerId>> {
        match (self.get("cpf"), self.get("matricula")) {
            (Some(id), _) => TaxId::parse(id).map(|id| Some(CallerId::TaxId(id))).map_err(|_| invalid("cpf")),
            (None, Some(number)) if number.contains(char::is_control) => Err(invalid("matricula")),
            (None, Some(number)) => Ok(Some(CallerId::EmployeeNumber(number.to_owned()))),
            (None, None) => Ok(None),
        }
    }

    /// [`Self::caller_id`] where it is required.
    ///
    /// # Errors
    /// 400 when it is missing or cannot be one.
    pub fn required_caller_id(&self) -> Result<CallerId> {
        self.caller_id()?.ok_or_else(|| missing("cpf"))
    }

    /// A number written in digits. One that is too large for an `i64` becomes the largest, which nothing has.
    ///
    /// # Errors
    /// 400 when it is missing or has other characters than digits.
    pub fn number(&self, name: &'static str) -> Result<i64> {
        let text = self.get(name).ok_or_else(|| missing(name))?;
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(invalid(name));
        }
        Ok(text.parse().unwrap_or(i64::MAX))
    }

    /// Whether an argument is `S`. It may also be `N` or not given.
    ///
    /// # Errors
    /// 400 for any other value.
    pub fn yes(&self, name: &'static str) -> Result<bool> {
        match self.get(name).map(str::to_uppercase).as_deref() {
            Some("S") => Ok(true),
            None | Some("N") => Ok(false),
            Some(_) => Err(invalid(name)),
        }
    }
}

/// The refusal (400) of a request without an argument that it needs.
pub fn missing(name: &str) -> Error {
    Error::bad_request("argument-missing").with("name", name)
}

/// The refusal (400) of an argument with a value that it cannot have.
pub fn invalid(name: &str) -> Error {
    Error::bad_request("argument-invalid").with("name", name)
}
