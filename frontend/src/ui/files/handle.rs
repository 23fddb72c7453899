//! The files of a form, and sending them.

use crate::api::uploads::{self, AbortHandle};
use crate::api::{ApiError, SubmissionKey};
use crate::hooks::{use_language, use_me};
use contract::timeline::UploadView;
use gloo_timers::future::TimeoutFuture;
use locales::{Language, text};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, FileList};
use yew::prelude::*;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum State {
    Sending(f64),
    Sent(UploadView),
    Refused(String),
}

#[derive(Clone, PartialEq)]
pub(super) struct Item {
    pub id: u64,
    pub name: String,
    pub size: i64,
    pub media_type: String,
    pub state: State,
    abort: AbortHandle,
}

/// The files of one form, with the number of the next one.
#[derive(Default)]
struct FileSet {
    next: u64,
    items: Vec<Item>,
}

/// The files of a form; see [`use_files`].
#[derive(Clone)]
pub struct FilesHandle {
    set: Rc<RefCell<FileSet>>,
    changed: Callback<()>,
    language: Language,
    bytes_max: i64,
    count_max: i64,
    /// The request to which each file is added when it has been sent, and the callback for it.
    attach_to: Option<(i64, Callback<()>)>,
}

impl PartialEq for FilesHandle {
    /// Never equal, because the files change inside.
    fn eq(&self, _other: &Self) -> bool {
        false
    }
}

impl FilesHandle {
    /// The files that have been sent, for `upload_ids`.
    #[must_use]
    pub fn sent(&self) -> Vec<UploadView> {
        let sent = |item: &Item| match &item.state {
            State::Sent(upload) => Some(upload.clone()),
            _ => None,
        };
        self.set.borrow().items.iter().filter_map(sent).collect()
    }

    /// Their identifiers.
    #[must_use]
    pub fn ids(&self) -> Vec<i64> {
        self.sent().iter().map(|upload| upload.id).collect()
    }

    /// The refused files: name and reason.
    #[must_use]
    pub fn refused(&self) -> Vec<(String, String)> {
        let refused = |item: &Item| match &item.state {
            State::Refused(reason) => Some((item.name.clone(), reason.clone())),
            _ => None,
        };
        self.set.borrow().items.iter().filter_map(refused).collect()
    }

    /// All files.
    pub(super) fn items(&self) -> Vec<Item> {
        self.set.borrow().items.clone()
    }

    /// The largest file allowed, in bytes.
    pub(super) fn bytes_max(&self) -> i64 {
        self.bytes_max
    }

    /// How many files are being sent.
    #[must_use]
    pub fn sending(&self) -> usize {
        self.set.borrow().items.iter().filter(|item| matches!(item.state, State::Sending(_))).count()
    }

    /// Waits until no file is being sent.
    pub async fn settled(&self) {
        while self.sending() > 0 {
            TimeoutFuture::new(150).await;
        }
    }

    /// Removes all files from the list: they have been accepted with the form.
    pub fn clear(&self) {
        self.set.borrow_mut().items.clear();
        self.changed.emit(());
    }

    /// Adds files and sends them.
    pub fn add(&self, files: &FileList) {
        for file in (0..files.length()).filter_map(|index| files.get(index)) {
            self.add_one(file);
        }
    }

    fn add_one(&self, file: File) {
        #[allow(clippy::cast_possible_truncation, reason = "a whole number of bytes")]
        let size = file.size() as i64;
        let count = i64::try_from(self.set.borrow().items.len()).unwrap_or(i64::MAX);
        let refused = refusal(self.language, size, count, (self.bytes_max, self.count_max));
        let send = refused.is_none();
        let state = refused.map_or(State::Sending(0.0), State::Refused);
        let abort = AbortHandle::default();
        let id = {
            let mut set = self.set.borrow_mut();
            let id = set.next;
            set.next += 1;
            let (name, media_type) = (file.name(), file.type_());
            set.items.push(Item { id, name, size, media_type, state, abort: abort.clone() });
            id
        };
        self.changed.emit(());
        if send {
            self.send(id, file, abort);
        }
    }

    fn send(&self, id: u64, file: File, abort: AbortHandle) {
        let handle = self.clone();
        let progress = {
            let handle = self.clone();
            Callback::from(move |share| handle.set_state(id, State::Sending(share)))
        };
        spawn_local(async move {
            let key = SubmissionKey::new();
            let sent = if let Some((number, onattached)) = &handle.attach_to {
                let answer = uploads::attach(*number, &file, &key, progress, &abort).await;
                answer.map(|_| {
                    handle.forget(id);
                    onattached.emit(());
                })
            } else {
                let answer = uploads::send(&file, &key, progress, &abort).await;
                answer.map(|upload| handle.set_state(id, State::Sent(upload)))
            };
            if let Err(error) = sent {
                handle.set_state(id, State::Refused(reason(&error, handle.language)));
            }
        });
    }

    fn forget(&self, id: u64) {
        self.set.borrow_mut().items.retain(|item| item.id != id);
        self.changed.emit(());
    }

    fn set_state(&self, id: u64, state: State) {
        if let Some(item) = self.set.borrow_mut().items.iter_mut().find(|item| item.id == id) {
            item.state = state;
        }
        self.changed.emit(());
    }

    /// Removes a file: stops its sending, or discards it at the server.
    pub(super) fn remove(&self, id: u64) {
        let mut set = self.set.borrow_mut();
        let Some(index) = set.items.iter().position(|item| item.id == id) else { return };
        let item = set.items.remove(index);
        drop(set);
        item.abort.abort();
        if let State::Sent(upload) = item.state {
            // What is not discarded now is discarded by the server later.
            spawn_local(async move {
                let _ = uploads::discard(upload.id).await;
            });
        }
        self.changed.emit(());
    }
}

/// Why a file is refused before it is sent, if it is: its size, how many files there are already, and the limits of both.
fn refusal(language: Language, size: i64, count: i64, (bytes_max, count_max): (i64, i64)) -> Option<String> {
    if size > bytes_max {
        let (size, limit) = (locales::file_size(language, size), locales::file_size(language, bytes_max));
        return Some(text!(language, "ui-file-too-large", size = size, limit = limit));
    }
    (count >= count_max).then(|| text!(language, "ui-file-too-many", limit = count_max))
}

/// Why the server has refused a file, or why it could not be sent.
fn reason(error: &ApiError, language: Language) -> String {
    let field = error.fields().first().map(|field| field.message.clone());
    field.or_else(|| error.detail(language)).unwrap_or_else(|| error.title(language))
}

/// The files of a form, beginning with those that an earlier draft had sent.
#[hook]
pub fn use_files(earlier: Vec<UploadView>) -> FilesHandle {
    use_file_set(earlier, None)
}

/// Files that are added to a request as soon as they have been sent.
#[hook]
pub fn use_attaching(number: i64, onattached: Callback<()>) -> FilesHandle {
    use_file_set(Vec::new(), Some((number, onattached)))
}

#[hook]
fn use_file_set(earlier: Vec<UploadView>, attach_to: Option<(i64, Callback<()>)>) -> FilesHandle {
    let language = use_language();
    let me = use_me();
    let version = use_state(|| 0_u64);
    let set = use_memo((), |()| {
        let item = |(id, upload): (usize, UploadView)| Item {
            id: id as u64,
            name: upload.name.clone(),
            size: upload.size,
            media_type: upload.media_type.clone(),
            state: State::Sent(upload),
            abort: AbortHandle::default(),
        };
        let next = earlier.len() as u64;
        Rc::new(RefCell::new(FileSet { next, items: earlier.into_iter().enumerate().map(item).collect() }))
    });
    let changed = use_callback((), {
        let (version, counter) = (version.setter(), std::cell::Cell::new(0_u64));
        move |(), ()| {
            counter.set(counter.get() + 1);
            version.set(counter.get());
        }
    });
    FilesHandle {
        set: (*set).clone(),
        changed,
        language,
        bytes_max: me.portal.attachment_bytes_max,
        count_max: me.portal.attachments_max,
        attach_to,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGE: Language = Language::English;
    const LIMITS: (i64, i64) = (10_000, 3);

    #[test]
    fn files_are_refused_beyond_the_limits_only() {
        assert_eq!(refusal(LANGUAGE, 10_000, 2, LIMITS), None);
        assert!(refusal(LANGUAGE, 10_001, 0, LIMITS).is_some());
        assert!(refusal(LANGUAGE, 1, 3, LIMITS).is_some_and(|text| text.contains('3')));
    }

    #[test]
    fn the_complaint_about_the_file_is_the_reason() {
        let problem = serde_json::json!({
            "type": "urn:solicita:problem:validation", "title": "Invalid", "status": 422, "detail": "Detail.",
            "errors": [{ "field": "file", "code": "type", "message": "Programs are not accepted" }],
        });
        let error = ApiError::Problem(Rc::new(serde_json::from_value(problem).unwrap()));
        assert_eq!(reason(&error, LANGUAGE), "Programs are not accepted");
        assert_eq!(reason(&ApiError::Network, LANGUAGE), ApiError::Network.title(LANGUAGE));
    }
}
