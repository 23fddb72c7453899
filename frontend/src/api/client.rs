//! One HTTP request to the API.
//!
//! ```ignore
//! ApiCall::get("/requests").query(&filter).json::<Page<RequestRow>>().await
//! ApiCall::post("/requests").body(&new).once(&key).json::<RequestView>().await
//! ApiCall::put("/parameters/299").body(&edit).version(&etag).tagged::<ParameterView>().await
//! ```

use super::error::{Answer, ApiError};
use super::{SubmissionKey, reauthentication};
use contract::identity::Me;
use contract::{Language, Problem};
use gloo_net::http::{Method, Request, RequestBuilder, Response};
use gloo_timers::callback::Timeout;
use serde::{Serialize, de::DeserializeOwned};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::AbortController;

/// The path that the paths of all resources are below.
pub const BASE: &str = "/api/v1";

/// Milliseconds until a call is given up.
const TIMEOUT_MS: u32 = 30_000;

/// What all calls have in common.
#[derive(Default)]
struct Shared {
    csrf: RefCell<Option<String>>,
    language: Cell<Language>,
    /// Server clock minus browser clock, in milliseconds.
    clock_offset: Cell<f64>,
}

thread_local! {
    static SHARED: Shared = Shared::default();
}

/// Sets the language that answers are written in.
pub fn set_language(language: Language) {
    SHARED.with(|shared| shared.language.set(language));
}

/// Sets the CSRF token, which every call that changes something sends.
pub fn set_csrf(token: Option<String>) {
    SHARED.with(|shared| *shared.csrf.borrow_mut() = token);
}

/// The CSRF token.
#[must_use]
pub fn csrf() -> Option<String> {
    SHARED.with(|shared| shared.csrf.borrow().clone())
}

/// The language that answers are written in.
#[must_use]
pub fn language() -> Language {
    SHARED.with(|shared| shared.language.get())
}

/// Now, in milliseconds since 1970, by the server's clock.
#[must_use]
pub fn now_ms() -> f64 {
    js_sys::Date::now() + SHARED.with(|shared| shared.clock_offset.get())
}

/// An answer with the version that a later edit must name.
#[derive(Debug, Clone, PartialEq)]
pub struct Tagged<T> {
    /// The answer.
    pub data: T,
    /// The `ETag` of the answer, for [`ApiCall::version`].
    pub etag: Option<String>,
}

/// An API call: what it will send.
#[derive(Debug, Clone)]
pub struct ApiCall {
    method: Method,
    url: String,
    body: Option<Rc<str>>,
    headers: Vec<(&'static str, String)>,
    anonymous: bool,
}

impl ApiCall {
    fn new(method: Method, path: &str) -> Self {
        Self { method, url: format!("{BASE}{path}"), body: None, headers: Vec::new(), anonymous: false }
    }

    /// Reads a resource.
    #[must_use]
    pub fn get(path: &str) -> Self {
        Self::new(Method::GET, path)
    }

    /// Creates a resource, or does something with one.
    #[must_use]
    pub fn post(path: &str) -> Self {
        Self::new(Method::POST, path)
    }

    /// Replaces a resource.
    #[must_use]
    pub fn put(path: &str) -> Self {
        Self::new(Method::PUT, path)
    }

    /// Removes a resource.
    #[must_use]
    pub fn delete(path: &str) -> Self {
        Self::new(Method::DELETE, path)
    }

    /// Adds the query string.
    #[must_use]
    pub fn query(mut self, query: &impl Serialize) -> Self {
        let query = serde_urlencoded::to_string(query).unwrap_or_default();
        if !query.is_empty() {
            self.url.push(if self.url.contains('?') { '&' } else { '?' });
            self.url.push_str(&query);
        }
        self
    }

    /// Adds the JSON body.
    #[must_use]
    pub fn body(mut self, body: &impl Serialize) -> Self {
        self.body = Some(serde_json::to_string(body).unwrap_or_default().into());
        self.headers.push(("Content-Type", "application/json".to_owned()));
        self
    }

    /// Makes the server carry out a call once, even when it is sent again with the same key.
    #[must_use]
    pub fn once(mut self, key: &SubmissionKey) -> Self {
        self.headers.push(("Idempotency-Key", key.as_str().to_owned()));
        self
    }

    /// Names the version that is edited. The server refuses when there is a newer one.
    #[must_use]
    pub fn version(mut self, etag: Option<&str>) -> Self {
        if let Some(etag) = etag {
            self.headers.push(("If-Match", etag.to_owned()));
        }
        self
    }

    /// Takes a 401 for an answer, not for a reason to log in again.
    #[must_use]
    pub fn anonymous(mut self) -> Self {
        self.anonymous = true;
        self
    }

    /// Sends the call and reads a JSON answer.
    pub async fn json<T: DeserializeOwned>(self) -> Answer<T> {
        self.tagged().await.map(|tagged| tagged.data)
    }

    /// Sends the call and reads a JSON answer with its version.
    pub async fn tagged<T: DeserializeOwned>(self) -> Answer<Tagged<T>> {
        let response = self.send().await?;
        let etag = response.headers().get("ETag");
        let status = response.status();
        let data = response.json().await.map_err(|_| ApiError::Unexpected(status))?;
        Ok(Tagged { data, etag })
    }

    /// Sends the call and expects no answer beyond success.
    pub async fn done(self) -> Answer<()> {
        self.send().await.map(|_| ())
    }

    async fn send(self) -> Answer<Response> {
        let mut renewed = false;
        loop {
            let response = self.attempt().await?;
            if response.ok() {
                return Ok(response);
            }
            if response.status() == 401 && !self.anonymous {
                if reauthentication::wait().await {
                    continue;
                }
                return Err(ApiError::LoggedOut);
            }
            let error = read_problem(response).await;
            if !renewed && is_stale_token(&error) && renew_token().await {
                renewed = true;
                continue;
            }
            return Err(error);
        }
    }

    async fn attempt(&self) -> Answer<Response> {
        let controller = AbortController::new().ok();
        let signal = controller.as_ref().map(AbortController::signal);
        let expired = Rc::new(Cell::new(false));
        let _timer = Timeout::new(TIMEOUT_MS, {
            let expired = expired.clone();
            move || {
                expired.set(true);
                if let Some(controller) = &controller {
                    controller.abort();
                }
            }
        });
        let request = self.request(signal.as_ref())?;
        let failed = |_| if expired.get() { ApiError::Timeout } else { ApiError::Network };
        let response = request.send().await.map_err(failed)?;
        note_clock(&response);
        Ok(response)
    }

    fn request(&self, signal: Option<&web_sys::AbortSignal>) -> Answer<Request> {
        let mut builder = RequestBuilder::new(&self.url)
            .method(self.method.clone())
            .header("Accept", "application/json")
            .header("Accept-Language", language().as_str())
            .abort_signal(signal);
        for (name, value) in &self.headers {
            builder = builder.header(name, value);
        }
        if self.method != Method::GET
            && let Some(token) = csrf()
        {
            builder = builder.header("X-CSRF-Token", &token);
        }
        let built = match &self.body {
            Some(body) => builder.body(&**body),
            None => builder.build(),
        };
        built.map_err(|_| ApiError::Unexpected(0))
    }
}

fn note_clock(response: &Response) {
    let date = response.headers().get("Date");
    let offset = date.and_then(|date| clock_offset(js_sys::Date::parse(&date), js_sys::Date::now()));
    if let Some(offset) = offset {
        SHARED.with(|shared| shared.clock_offset.set(offset));
    }
}

/// Server clock minus browser clock in milliseconds, where they differ noticeably. `date` is the header of an answer; it
/// has whole seconds, so half a second is added as the best guess.
fn clock_offset(date: f64, now: f64) -> Option<f64> {
    let offset = date + 500.0 - now;
    (offset.is_finite() && offset.abs() > 1_500.0).then_some(offset)
}

async fn read_problem(response: Response) -> ApiError {
    let status = response.status();
    match response.json::<Problem>().await {
        Ok(problem) => ApiError::Problem(Rc::new(problem)),
        Err(_) => ApiError::Unexpected(status),
    }
}

/// True when the server refuses the CSRF token: after a login in another tab the session has another one.
fn is_stale_token(error: &ApiError) -> bool {
    matches!(error, ApiError::Problem(problem) if problem.status == 403 && problem.code().contains("csrf"))
}

/// Reads the CSRF token of the session. True when there is another one than before.
async fn renew_token() -> bool {
    let call = ApiCall::get("/me").anonymous();
    let Ok(response) = call.attempt().await else { return false };
    let Ok(me) = response.json::<Me>().await else { return false };
    let renewed = me.csrf_token.is_some() && me.csrf_token != csrf();
    set_csrf(me.csrf_token);
    renewed
}

#[cfg(test)]
mod tests;
