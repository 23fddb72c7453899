//! Files, sent as they are, with progress. `fetch` cannot tell how much of a
//! body has been sent; XMLHttpRequest can.

use super::client::{csrf, language};
use super::{Answer, ApiError, BASE, Call, SubmissionKey, gate};
use contract::Problem;
use contract::timeline::{AttachmentView, UploadView};
use gloo_events::EventListener;
use js_sys::Promise;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, ProgressEvent, XmlHttpRequest};
use yew::Callback;

/// Stops a file that is being sent.
#[derive(Debug, Clone, Default)]
pub struct Stop(Rc<RefCell<Option<XmlHttpRequest>>>);

impl Stop {
    /// Stops it; nothing happens when it has arrived.
    pub fn now(&self) {
        if let Some(request) = self.0.borrow_mut().take() {
            // It may have finished in this very moment.
            let _ = request.abort();
        }
    }
}

impl PartialEq for Stop {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Sends a file that will be named in a later call (`upload_ids`). `progress`
/// gets the share sent so far, 0 to 1.
pub async fn send(file: &File, key: &SubmissionKey, progress: Callback<f64>, stop: &Stop) -> Answer<UploadView> {
    send_to("/uploads", file, key, progress, stop).await
}

/// Adds a file to a request at once.
pub async fn attach(
    number: i64,
    file: &File,
    key: &SubmissionKey,
    progress: Callback<f64>,
    stop: &Stop,
) -> Answer<AttachmentView> {
    send_to(&format!("/requests/{number}/attachments"), file, key, progress, stop).await
}

/// Discards a file that was sent and will not be named.
pub async fn discard(id: i64) -> Answer<()> {
    Call::delete(&format!("/uploads/{id}")).done().await
}

async fn send_to<T: DeserializeOwned>(
    path: &str,
    file: &File,
    key: &SubmissionKey,
    progress: Callback<f64>,
    stop: &Stop,
) -> Answer<T> {
    let name = String::from(js_sys::encode_uri_component(&file.name()));
    let url = format!("{BASE}{path}?name={name}");
    loop {
        let (status, text) = attempt(&url, file, key, &progress, stop).await?;
        match status {
            200..300 => return serde_json::from_str(&text).map_err(|_| ApiError::Unexpected(status)),
            401 if gate::wait().await => {}
            401 => return Err(ApiError::LoggedOut),
            _ => {
                let problem = serde_json::from_str::<Problem>(&text);
                return Err(problem.map_or(ApiError::Unexpected(status), |problem| ApiError::Problem(Rc::new(problem))));
            }
        }
    }
}

async fn attempt(
    url: &str,
    file: &File,
    key: &SubmissionKey,
    progress: &Callback<f64>,
    stop: &Stop,
) -> Answer<(u16, String)> {
    let request = open(url, key).map_err(|_| ApiError::Network)?;
    let _progress = request.upload().ok().map(|upload| {
        let progress = progress.clone();
        EventListener::new(&upload, "progress", move |event| {
            use wasm_bindgen::JsCast;
            if let Some(event) = event.dyn_ref::<ProgressEvent>()
                && event.total() > 0.0
            {
                progress.emit(event.loaded() / event.total());
            }
        })
    });
    let listener = RefCell::new(None);
    let finished = Promise::new(&mut |resolve, _reject| {
        let done = EventListener::once(&request, "loadend", move |_| {
            let _ = resolve.call0(&JsValue::NULL);
        });
        *listener.borrow_mut() = Some(done);
    });
    *stop.0.borrow_mut() = Some(request.clone());
    request.send_with_opt_blob(Some(file)).map_err(|_| ApiError::Network)?;
    JsFuture::from(finished).await.map_err(|_| ApiError::Network)?;
    stop.0.borrow_mut().take();
    let status = request.status().unwrap_or_default();
    let text = request.response_text().ok().flatten().unwrap_or_default();
    // Status 0: no network, or stopped.
    if status == 0 { Err(ApiError::Network) } else { Ok((status, text)) }
}

fn open(url: &str, key: &SubmissionKey) -> Result<XmlHttpRequest, JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open_with_async("POST", url, true)?;
    request.set_request_header("Content-Type", "application/octet-stream")?;
    request.set_request_header("Accept", "application/json")?;
    request.set_request_header("Accept-Language", language().as_str())?;
    request.set_request_header("Idempotency-Key", key.as_str())?;
    if let Some(token) = csrf() {
        request.set_request_header("X-CSRF-Token", &token)?;
    }
    Ok(request)
}
