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

#[derive(Default)]
struct Shelf {
    next: u64,
    items: Vec<Item>,
}

/// The files of a form; see [`use_files`].
#[derive(Clone)]
pub struct FilesHandle {
    shelf: Rc<RefCell<Shelf>>,
    changed: Callback<()>,
    language: Language,
    bytes_max: i64,
    count_max: i64,
    /// The request that files are added to at once, and who is told.
    attach_to: Option<(i64, Callback<()>)>,
}

impl PartialEq for FilesHandle {
    /// Never equal: what it stands for changes inside.
    fn eq(&self, _other: &Self) -> bool {
        false
    }
}

impl FilesHandle {
    /// The files that have arrived, for `upload_ids`.
    #[must_use]
    pub fn sent(&self) -> Vec<UploadView> {
        let sent = |item: &Item| match &item.state {
            State::Sent(upload) => Some(upload.clone()),
            _ => None,
        };
        self.shelf.borrow().items.iter().filter_map(sent).collect()
    }

    /// Their identifiers.
    #[must_use]
    pub fn ids(&self) -> Vec<i64> {
        self.sent().iter().map(|upload| upload.id).collect()
    }

    /// The refused ones: name and reason.
    #[must_use]
    pub fn refused(&self) -> Vec<(String, String)> {
        let refused = |item: &Item| match &item.state {
            State::Refused(reason) => Some((item.name.clone(), reason.clone())),
            _ => None,
        };
        self.shelf.borrow().items.iter().filter_map(refused).collect()
    }

    /// All of them.
    pub(super) fn items(&self) -> Vec<Item> {
        self.shelf.borrow().items.clone()
    }

    /// The largest file allowed, in bytes.
    pub(super) fn bytes_max(&self) -> i64 {
        self.bytes_max
    }

    /// How many are on their way.
    #[must_use]
    pub fn sending(&self) -> usize {
        self.shelf.borrow().items.iter().filter(|item| matches!(item.state, State::Sending(_))).count()
    }

    /// Waits until none is on its way.
    pub async fn settled(&self) {
        while self.sending() > 0 {
            TimeoutFuture::new(150).await;
        }
    }

    /// Forgets all of them: they have been accepted with the form.
    pub fn clear(&self) {
        self.shelf.borrow_mut().items.clear();
        self.changed.emit(());
    }

    /// Sends more files.
    pub fn add(&self, files: &FileList) {
        for file in (0..files.length()).filter_map(|index| files.get(index)) {
            self.add_one(file);
        }
    }

    fn add_one(&self, file: File) {
        #[allow(clippy::cast_possible_truncation, reason = "a whole number of bytes")]
        let size = file.size() as i64;
        let count = i64::try_from(self.shelf.borrow().items.len()).unwrap_or(i64::MAX);
        let refused = if size > self.bytes_max {
            let (size, limit) =
                (locales::file_size(self.language, size), locales::file_size(self.language, self.bytes_max));
            Some(text!(self.language, "ui-file-too-large", size = size, limit = limit))
        } else if count >= self.count_max {
            Some(text!(self.language, "ui-file-too-many", limit = self.count_max))
        } else {
            None
        };
        let send = refused.is_none();
        let state = refused.map_or(State::Sending(0.0), State::Refused);
        let abort = AbortHandle::default();
        let id = {
            let mut shelf = self.shelf.borrow_mut();
            let id = shelf.next;
            shelf.next += 1;
            let (name, media_type) = (file.name(), file.type_());
            shelf.items.push(Item { id, name, size, media_type, state, abort: abort.clone() });
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
            Callback::from(move |share| handle.set(id, State::Sending(share)))
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
                answer.map(|upload| handle.set(id, State::Sent(upload)))
            };
            if let Err(error) = sent {
                handle.set(id, State::Refused(reason(&error, handle.language)));
            }
        });
    }

    fn forget(&self, id: u64) {
        self.shelf.borrow_mut().items.retain(|item| item.id != id);
        self.changed.emit(());
    }

    fn set(&self, id: u64, state: State) {
        if let Some(item) = self.shelf.borrow_mut().items.iter_mut().find(|item| item.id == id) {
            item.state = state;
        }
        self.changed.emit(());
    }

    /// Takes one away, wherever it is.
    pub(super) fn remove(&self, id: u64) {
        let mut shelf = self.shelf.borrow_mut();
        let Some(index) = shelf.items.iter().position(|item| item.id == id) else { return };
        let item = shelf.items.remove(index);
        drop(shelf);
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

fn reason(error: &ApiError, language: Language) -> String {
    let field = error.fields().first().map(|field| field.message.clone());
    field.or_else(|| error.detail(language)).unwrap_or_else(|| error.title(language))
}

/// The files of a form, beginning with those that an earlier draft had sent.
#[hook]
pub fn use_files(earlier: Vec<UploadView>) -> FilesHandle {
    use_shelf(earlier, None)
}

/// Files that are added to a request as soon as they have arrived.
#[hook]
pub fn use_attaching(number: i64, onattached: Callback<()>) -> FilesHandle {
    use_shelf(Vec::new(), Some((number, onattached)))
}

#[hook]
fn use_shelf(earlier: Vec<UploadView>, attach_to: Option<(i64, Callback<()>)>) -> FilesHandle {
    let language = use_language();
    let me = use_me();
    let version = use_state(|| 0_u64);
    let shelf = use_memo((), |()| {
        let item = |(id, upload): (usize, UploadView)| Item {
            id: id as u64,
            name: upload.name.clone(),
            size: upload.size,
            media_type: upload.media_type.clone(),
            state: State::Sent(upload),
            abort: AbortHandle::default(),
        };
        let next = earlier.len() as u64;
        Rc::new(RefCell::new(Shelf { next, items: earlier.into_iter().enumerate().map(item).collect() }))
    });
    let changed = use_callback((), {
        let (version, counter) = (version.setter(), std::cell::Cell::new(0_u64));
        move |(), ()| {
            counter.set(counter.get() + 1);
            version.set(counter.get());
        }
    });
    FilesHandle {
        shelf: (*shelf).clone(),
        changed,
        language,
        bytes_max: me.portal.attachment_bytes_max,
        count_max: me.portal.attachments_max,
        attach_to,
    }
}
