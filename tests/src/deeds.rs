//! What personas do most, in one line each. All of these expect success; what is
//! to be refused is called by its path.

use crate::Persona;
use crate::http::Reply;
use chrono::{DateTime, Utc};
use contract::Page;
use contract::desk::{Resolve, Suspend};
use contract::requests::{NewRequest, RequestRow, RequestView};
use contract::timeline::{AttachmentView, NewMessage, NewNote, OccurrenceView, Timeline, UploadView};
use reqwest::Method;
use serde::Serialize;

impl Persona {
    /// Opens a request.
    pub async fn open(&self, new: &NewRequest) -> RequestView {
        self.post("/requests", new).await.good()
    }

    /// Looks at a request.
    pub async fn show(&self, number: i64) -> RequestView {
        self.get(format!("/requests/{number}")).await.good()
    }

    /// One's own requests; `query` is what follows the `?`.
    pub async fn list(&self, query: &str) -> Page<RequestRow> {
        self.get(format!("/requests?{query}")).await.good()
    }

    /// Numbers of one's own requests.
    pub async fn numbers(&self, query: &str) -> Vec<i64> {
        numbers(&self.list(query).await)
    }

    /// The queue; `query` is what follows the `?`.
    pub async fn queue(&self, query: &str) -> Page<RequestRow> {
        self.get(format!("/queue?{query}")).await.good()
    }

    /// Messages, notes and events of a request, newest first.
    pub async fn timeline(&self, number: i64) -> Timeline {
        self.get(format!("/requests/{number}/timeline?page_size=100")).await.good()
    }

    /// The conversation about a request, newest first.
    pub async fn messages(&self, number: i64) -> Vec<OccurrenceView> {
        self.get(format!("/requests/{number}/messages")).await.good::<Timeline>().items
    }

    /// The history of a request, newest first.
    pub async fn history(&self, number: i64) -> Vec<OccurrenceView> {
        self.get(format!("/requests/{number}/history?page_size=100")).await.good::<Timeline>().items
    }

    /// Writes to the other side.
    pub async fn say(&self, number: i64, text: &str) -> OccurrenceView {
        let new = NewMessage { text: text.to_owned(), upload_ids: Vec::new() };
        self.post(format!("/requests/{number}/messages"), &new).await.good()
    }

    /// Adds a note.
    pub async fn note(&self, number: i64, new: &NewNote) -> OccurrenceView {
        self.post(format!("/requests/{number}/notes"), new).await.good()
    }

    /// Does something with a request: `POST /requests/{number}/{what}`.
    pub async fn act<T: Serialize + ?Sized>(&self, number: i64, what: &str, body: &T) -> Reply {
        self.post(format!("/requests/{number}/{what}"), body).await
    }

    /// Does something with a request that needs no body.
    pub async fn act_plainly(&self, number: i64, what: &str) -> Reply {
        self.call(Method::POST, format!("/requests/{number}/{what}")).send().await
    }

    /// Captures a request.
    pub async fn capture(&self, number: i64) -> RequestView {
        self.act_plainly(number, "capture").await.good()
    }

    /// Suspends a request.
    pub async fn suspend(&self, number: i64, reason_id: i64, resumes_at: DateTime<Utc>) -> RequestView {
        let how = Suspend { reason_id, complement: "Aguardando a peça.".to_owned(), resumes_at };
        self.act(number, "suspend", &how).await.good()
    }

    /// Resolves a request.
    pub async fn resolve(&self, number: i64) -> RequestView {
        let how = Resolve { solution: "Trocado o cabo de força.".to_owned(), minutes: None };
        self.act(number, "resolve", &how).await.good()
    }

    /// Uploads a file.
    pub async fn upload(&self, name: &str, content: &[u8]) -> UploadView {
        let path = format!("/uploads?name={}", encoded(name));
        self.call(Method::POST, path).bytes("application/octet-stream", content.to_vec()).send().await.good()
    }

    /// Adds a file to a request.
    pub async fn attach(&self, number: i64, name: &str, content: &[u8]) -> AttachmentView {
        self.try_attach(number, name, content).await.good()
    }

    /// Adds a file to a request, or tries to.
    pub async fn try_attach(&self, number: i64, name: &str, content: &[u8]) -> Reply {
        let path = format!("/requests/{number}/attachments?name={}", encoded(name));
        self.call(Method::POST, path).bytes("application/octet-stream", content.to_vec()).send().await
    }
}

/// The numbers on a page.
#[must_use]
pub fn numbers(page: &Page<RequestRow>) -> Vec<i64> {
    page.items.iter().map(|row| row.number).collect()
}

/// A text as part of an address (RFC 3986).
#[must_use]
pub fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// A part of an address as text.
#[must_use]
pub fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let digits: Option<[u8; 2]> = if byte == b'%' { rest.next().zip(rest.next()).map(Into::into) } else { None };
        let escaped = digits.and_then(|digits| u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok());
        bytes.push(escaped.unwrap_or(byte));
    }
    String::from_utf8(bytes).expect("UTF-8")
}
