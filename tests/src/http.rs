//! HTTP requests to the application, and their replies.

use contract::Problem;
use reqwest::RequestBuilder;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Write as _;

/// An HTTP request that is about to be sent.
#[must_use = "it is sent by send()"]
pub struct ApiRequest {
    description: String,
    builder: RequestBuilder,
}

impl ApiRequest {
    pub(crate) fn new(description: String, builder: RequestBuilder) -> Self {
        Self { description, builder }
    }

    /// Adds a JSON body.
    pub fn json<T: Serialize + ?Sized>(self, body: &T) -> Self {
        Self { builder: self.builder.json(body), ..self }
    }

    /// Adds a body of bytes.
    pub fn bytes(self, media_type: &str, body: impl Into<reqwest::Body>) -> Self {
        Self { builder: self.builder.header("content-type", media_type).body(body), ..self }
    }

    /// Adds a header.
    pub fn header(self, name: &str, value: &str) -> Self {
        Self { builder: self.builder.header(name, value), ..self }
    }

    /// Adds an `Idempotency-Key`.
    pub fn idempotency_key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    /// Adds an `If-Match` with the version that the client has seen.
    pub fn if_match(self, version: i32) -> Self {
        self.header("if-match", &format!("\"{version}\""))
    }

    /// Sends it, and reads the whole reply.
    pub async fn send(self) -> Reply {
        let response = match self.builder.send().await {
            Ok(response) => response,
            Err(error) => panic!("{}: no reply: {error:?}", self.description),
        };
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = match response.bytes().await {
            Ok(body) => body.to_vec(),
            Err(error) => panic!("{}: the reply is incomplete: {error:?}", self.description),
        };
        Reply { description: self.description, status, headers, body }
    }

    /// Sends it, and leaves the body of the reply to be read as it arrives.
    pub async fn send_streaming(self) -> reqwest::Response {
        match self.builder.send().await {
            Ok(response) => response,
            Err(error) => panic!("{}: no reply: {error:?}", self.description),
        }
    }
}

/// A reply of the application.
#[derive(Clone)]
pub struct Reply {
    /// Method and path of the request.
    description: String,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: reqwest::header::HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut body = self.text();
        if body.chars().count() > 2000 {
            body = body.chars().take(2000).collect();
            let _ = write!(body, "… ({} bytes)", self.body.len());
        }
        write!(f, "{} -> {}\n{body}", self.description, self.status)
    }
}

impl Reply {
    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON of any shape.
    #[must_use]
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("not JSON ({error}): {self:?}"))
    }

    /// A header, if there is one with that name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Asserts success (2xx), and parses the body.
    #[track_caller]
    pub fn good<T: DeserializeOwned>(&self) -> T {
        self.done();
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("not the expected shape ({error}): {self:?}"))
    }

    /// Asserts success (2xx), whatever the body is.
    #[track_caller]
    pub fn done(&self) -> &Self {
        assert!((200..300).contains(&self.status), "expected success: {self:?}");
        self
    }

    /// Asserts that the request was refused with this status and code.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> Problem {
        assert_eq!(self.status, status, "expected {status} {code}: {self:?}");
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self:?}");
        let problem: Problem =
            serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("not a problem ({error}): {self:?}"));
        assert_eq!(problem.code(), code, "{self:?}");
        assert_eq!(problem.status, status, "{self:?}");
        problem
    }

    /// Asserts that the request was refused (422) because of exactly these fields, each with
    /// its code.
    #[track_caller]
    pub fn invalid(&self, fields: &[(&str, &str)]) -> Problem {
        let problem = self.refused(422, "invalid");
        let found: Vec<(&str, &str)> =
            problem.errors.iter().map(|error| (error.field.as_str(), error.code.as_str())).collect();
        assert_eq!(found, fields, "{self:?}");
        problem
    }
}

/// A text as part of a URL (RFC 3986, section 2.1).
#[must_use]
pub fn percent_encoded(text: &str) -> String {
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let encode = |byte| if unreserved(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(encode).collect()
}

/// The text that a part of a URL stands for.
#[must_use]
pub fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let digits: Option<[u8; 2]> = if byte == b'%' { rest.next().zip(rest.next()).map(Into::into) } else { None };
        let escaped = digits.and_then(|digits| u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok());
        bytes.push(escaped.unwrap_or(byte));
    }
    String::from_utf8(bytes).expect("UTF-8")
}
