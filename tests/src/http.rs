//! Calls and their answers.

use contract::Problem;
use reqwest::RequestBuilder;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Write as _;

/// A call about to be made.
#[must_use = "a call is made by send()"]
pub struct Call {
    what: String,
    builder: RequestBuilder,
}

impl Call {
    pub(crate) fn new(what: String, builder: RequestBuilder) -> Self {
        Self { what, builder }
    }

    /// With a JSON body.
    pub fn json<T: Serialize + ?Sized>(self, body: &T) -> Self {
        Self { builder: self.builder.json(body), ..self }
    }

    /// With a body of bytes.
    pub fn bytes(self, media_type: &str, body: impl Into<reqwest::Body>) -> Self {
        Self { builder: self.builder.header("content-type", media_type).body(body), ..self }
    }

    /// With a header.
    pub fn header(self, name: &str, value: &str) -> Self {
        Self { builder: self.builder.header(name, value), ..self }
    }

    /// With an `Idempotency-Key`.
    pub fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    /// With the version that the caller has seen.
    pub fn seen(self, version: i32) -> Self {
        self.header("if-match", &format!("\"{version}\""))
    }

    /// Makes it, and takes the whole answer in.
    pub async fn send(self) -> Reply {
        let response = match self.builder.send().await {
            Ok(response) => response,
            Err(error) => panic!("{}: no answer: {error:?}", self.what),
        };
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = match response.bytes().await {
            Ok(body) => body.to_vec(),
            Err(error) => panic!("{}: the answer broke off: {error:?}", self.what),
        };
        Reply { what: self.what, status, headers, body }
    }

    /// Makes it, and leaves the answer's body to be read as it comes.
    pub async fn stream(self) -> reqwest::Response {
        match self.builder.send().await {
            Ok(response) => response,
            Err(error) => panic!("{}: no answer: {error:?}", self.what),
        }
    }
}

/// An answer.
#[derive(Clone)]
pub struct Reply {
    what: String,
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
        write!(f, "{} -> {}\n{body}", self.what, self.status)
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

    /// A header, if it is there.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// It was done (2xx), and this came back.
    #[track_caller]
    pub fn good<T: DeserializeOwned>(&self) -> T {
        assert!((200..300).contains(&self.status), "expected success: {self:?}");
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("not the expected shape ({error}): {self:?}"))
    }

    /// It was done (2xx); what came back does not matter.
    #[track_caller]
    pub fn done(&self) -> &Self {
        assert!((200..300).contains(&self.status), "expected success: {self:?}");
        self
    }

    /// It was refused, with this status and code.
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

    /// It was refused (422) because of exactly these fields, each with its code.
    #[track_caller]
    pub fn invalid(&self, fields: &[(&str, &str)]) -> Problem {
        let problem = self.refused(422, "invalid");
        let found: Vec<(&str, &str)> =
            problem.errors.iter().map(|error| (error.field.as_str(), error.code.as_str())).collect();
        assert_eq!(found, fields, "{self:?}");
        problem
    }
}
