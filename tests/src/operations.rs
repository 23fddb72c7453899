//! The operations of the API that tests use most, one method each. All of them expect
//! success; what should be refused is requested by its path.

use crate::Persona;
use crate::http::{Reply, percent_encoded};
use chrono::{DateTime, Utc};
use contract::admin::{CreatedToken, NewToken};
use contract::calls::MyExtension;
use contract::desk::{Resolve, Suspend};
use contract::requests::{NewRequest, RequestRow, RequestView};
use contract::timeline::{AttachmentView, NewMessage, NewNote, OccurrenceView, Timeline, UploadView};
use contract::{Page, Scope};
use reqwest::Method;
use serde::Serialize;
use serde_json::json;

impl Persona {
    /// Opens a request.
    pub async fn open(&self, new: &NewRequest) -> RequestView {
        self.post("/requests", new).await.good()
    }

    /// Reads a request.
    pub async fn show(&self, number: i64) -> RequestView {
        self.get(format!("/requests/{number}")).await.good()
    }

    /// The persona's own requests; `query` is what follows the `?`.
    pub async fn list(&self, query: &str) -> Page<RequestRow> {
        self.get(format!("/requests?{query}")).await.good()
    }

    /// The numbers of the persona's own requests.
    pub async fn numbers(&self, query: &str) -> Vec<i64> {
        numbers(&self.list(query).await)
    }

    /// The queue of the desk; `query` is what follows the `?`.
    pub async fn queue(&self, query: &str) -> Page<RequestRow> {
        self.get(format!("/queue?{query}")).await.good()
    }

    /// Messages, notes and events of a request, newest first.
    pub async fn timeline(&self, number: i64) -> Timeline {
        self.get(format!("/requests/{number}/timeline?page_size=100")).await.good()
    }

    /// The messages of a request, newest first.
    pub async fn messages(&self, number: i64) -> Vec<OccurrenceView> {
        self.get(format!("/requests/{number}/messages")).await.good::<Timeline>().items
    }

    /// The history of a request, newest first.
    pub async fn history(&self, number: i64) -> Vec<OccurrenceView> {
        self.get(format!("/requests/{number}/history?page_size=100")).await.good::<Timeline>().items
    }

    /// Sends a message to the other side of a request.
    pub async fn send_message(&self, number: i64, text: &str) -> OccurrenceView {
        let new = NewMessage { text: text.to_owned(), upload_ids: Vec::new() };
        self.post(format!("/requests/{number}/messages"), &new).await.good()
    }

    /// Adds a note to a request.
    pub async fn add_note(&self, number: i64, new: &NewNote) -> OccurrenceView {
        self.post(format!("/requests/{number}/notes"), new).await.good()
    }

    /// Performs an action on a request, or tries to: `POST /requests/{number}/{action}`.
    pub async fn perform<T: Serialize + ?Sized>(&self, number: i64, action: &str, body: &T) -> Reply {
        self.post(format!("/requests/{number}/{action}"), body).await
    }

    /// The same for an action that takes no body.
    pub async fn perform_without_body(&self, number: i64, action: &str) -> Reply {
        self.request(Method::POST, format!("/requests/{number}/{action}")).send().await
    }

    /// Captures a request.
    pub async fn capture(&self, number: i64) -> RequestView {
        self.perform_without_body(number, "capture").await.good()
    }

    /// Suspends a request.
    pub async fn suspend(&self, number: i64, reason_id: i64, resumes_at: DateTime<Utc>) -> RequestView {
        let how = Suspend { reason_id, complement: "Aguardando a peça.".to_owned(), resumes_at };
        self.perform(number, "suspend", &how).await.good()
    }

    /// Resolves a request.
    pub async fn resolve(&self, number: i64) -> RequestView {
        let how = Resolve { solution: "Trocado o cabo de força.".to_owned(), minutes: None };
        self.perform(number, "resolve", &how).await.good()
    }

    /// Creates an API token, as an administrator.
    pub async fn create_token(&self, new: &NewToken) -> CreatedToken {
        self.post("/tokens", new).await.good()
    }

    /// Records the extension at which an attendant answers.
    pub async fn answer_at(&self, extension: &str) -> MyExtension {
        self.put("/me/extension", &json!({ "extension": extension })).await.good()
    }

    /// Uploads a file.
    pub async fn upload(&self, name: &str, content: &[u8]) -> UploadView {
        self.send_file("/uploads", name, content).await.good()
    }

    /// Attaches a file to a request.
    pub async fn attach(&self, number: i64, name: &str, content: &[u8]) -> AttachmentView {
        self.try_attach(number, name, content).await.good()
    }

    /// Attaches a file to a request, or tries to.
    pub async fn try_attach(&self, number: i64, name: &str, content: &[u8]) -> Reply {
        self.send_file(&format!("/requests/{number}/attachments"), name, content).await
    }

    async fn send_file(&self, path: &str, name: &str, content: &[u8]) -> Reply {
        let path = format!("{path}?name={}", percent_encoded(name));
        self.request(Method::POST, path).bytes("application/octet-stream", content.to_vec()).send().await
    }
}

/// A token without limits of time or place, for the administrator who creates it.
#[must_use]
pub fn new_token(name: &str, scopes: &[Scope]) -> NewToken {
    NewToken {
        name: name.to_owned(),
        person_id: None,
        scopes: scopes.to_vec(),
        expires_at: None,
        allowed_addresses: Vec::new(),
    }
}

/// The numbers of the requests on a page.
#[must_use]
pub fn numbers(page: &Page<RequestRow>) -> Vec<i64> {
    page.items.iter().map(|row| row.number).collect()
}
