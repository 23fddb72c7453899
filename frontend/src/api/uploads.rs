//! Sending files, with their progress. `fetch` does not tell how much of a body has been sent; `XMLHttpRequest` does.

use super::client::{csrf, language};
use super::{Answer, ApiCall, ApiError, BASE, SubmissionKey, reauthentication};
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

/// Stops the sending of a file.
#[derive(Debug, Clone, Default)]
pub struct AbortHandle(Rc<RefCell<Option<XmlHttpRequest>>>);

impl AbortHandle {
    /// Stops it. Nothing happens when the file has arrived.
    pub fn abort(&self) {
        if let Some(request) = self.0.borrow_mut().take() {
            // An error means that it has finished meanwhile.
            let _ = request.abort();
        }
    }
}

impl PartialEq for AbortHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Sends a file that a later call will name (`upload_ids`). `progress` gets the share that has been sent, 0 to 1.
pub async fn send(
    file: &File,
    key: &SubmissionKey,
    progress: Callback<f64>,
    abort: &AbortHandle,
) -> Answer<UploadView> {
    send_to("/uploads", file, key, progress, abort).await
}

/// Sends a file and adds it to a request.
pub async fn attach(
    number: i64,
    file: &File,
    key: &SubmissionKey,
    progress: Callback<f64>,
    abort: &AbortHandle,
) -> Answer<AttachmentView> {
    send_to(&format!("/requests/{number}/attachments"), file, key, progress, abort).await
}

/// Removes a file that was sent and that no call will name.
pub async fn discard(id: i64) -> Answer<()> {
    ApiCall::delete(&format!("/uploads/{id}")).done().await
}

async fn send_to<T: DeserializeOwned>(
    path: &str,
    file: &File,
    key: &SubmissionKey,
    progress: Callback<f64>,
    abort: &AbortHandle,
) -> Answer<T> {
    let name = String::from(js_sys::encode_uri_component(&file.name()));
    let url = format!("{BASE}{path}?name={name}");
    loop {
        let (status, text) = attempt(&url, file, key, &progress, abort).await?;
        match status {
            200..300 => return serde_json::from_str(&text).map_err(|_| ApiError::Unexpected(status)),
            401 if reauthentication::wait().await => {}
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
    abort: &AbortHandle,
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
    *abort.0.borrow_mut() = Some(request.clone());
    request.send_with_opt_blob(Some(file)).map_err(|_| ApiError::Network)?;
    JsFuture::from(finished).await.map_err(|_| ApiError::Network)?;
    abort.0.borrow_mut().take();
    let status = request.status().unwrap_or_default();
    let text = request.response_text().ok().flatten().unwrap_or_default();
    // Status 0 means that there is no network, or that the sending was stopped.
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
