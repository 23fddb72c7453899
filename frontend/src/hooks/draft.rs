//! What was typed, kept in the browser until it has been accepted.

use super::session::use_session;
use crate::api::client::now_ms;
use crate::browser::storage;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use serde::{Serialize, de::DeserializeOwned};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

const PREFIX: &str = "solicita.draft:";
const PAUSE_MS: u32 = 400;

/// Forgets every draft of everybody (logging out of a shared computer).
pub fn clear_all() {
    for key in storage::keys(PREFIX) {
        storage::remove(&key);
    }
}

#[derive(Serialize, serde::Deserialize)]
struct Kept<T> {
    at: f64,
    value: T,
}

/// What [`use_draft`] gives.
pub struct Draft<T: 'static> {
    /// What has been typed so far.
    pub value: Rc<T>,
    /// When it was kept last, in milliseconds since 1970; none when it is empty.
    pub saved_at: Option<f64>,
    state: UseStateHandle<(Rc<T>, Option<f64>)>,
    pending: Rc<RefCell<Pending<T>>>,
    key: Rc<str>,
}

struct Pending<T> {
    timer: Option<Timeout>,
    latest: Rc<T>,
    dirty: bool,
}

impl<T> Clone for Draft<T> {
    fn clone(&self) -> Self {
        Self {
            value: self.value.clone(),
            saved_at: self.saved_at,
            state: self.state.clone(),
            pending: self.pending.clone(),
            key: self.key.clone(),
        }
    }
}

impl<T: PartialEq> PartialEq for Draft<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value && self.saved_at == other.saved_at && self.key == other.key
    }
}

impl<T: Clone + Default + PartialEq + Serialize + 'static> Draft<T> {
    /// Changes what has been typed. Several changes in a row build on each other.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        let mut pending = self.pending.borrow_mut();
        let mut value = (*pending.latest).clone();
        change(&mut value);
        pending.latest = Rc::new(value);
        pending.dirty = true;
        self.state.set((pending.latest.clone(), self.state.1));
        let (key, state, shared) = (self.key.clone(), self.state.setter(), self.pending.clone());
        pending.timer = Some(Timeout::new(PAUSE_MS, move || {
            let latest = shared.borrow().latest.clone();
            let saved_at = keep(&key, &mut shared.borrow_mut());
            state.set((latest, saved_at));
        }));
    }

    /// Changes it when a control says something.
    pub fn on<V: 'static>(&self, change: impl Fn(&mut T, V) + 'static) -> Callback<V> {
        let draft = self.clone();
        Callback::from(move |value: V| draft.update(|typed| change(typed, value)))
    }

    /// It was accepted: forgets it.
    pub fn clear(&self) {
        let mut pending = self.pending.borrow_mut();
        pending.timer = None;
        pending.dirty = false;
        pending.latest = Rc::default();
        storage::remove(&self.key);
        self.state.set((pending.latest.clone(), None));
    }
}

/// Writes what is not written yet. None when there is nothing worth keeping.
fn keep<T: Default + PartialEq + Serialize>(key: &str, pending: &mut Pending<T>) -> Option<f64> {
    pending.dirty = false;
    pending.timer = None;
    if *pending.latest == T::default() {
        storage::remove(key);
        return None;
    }
    let kept = Kept { at: now_ms(), value: &*pending.latest };
    let json = serde_json::to_string(&kept).ok()?;
    storage::write(key, &json).then_some(kept.at)
}

fn restore<T: DeserializeOwned>(key: &str) -> Option<Kept<T>> {
    serde_json::from_str(&storage::read(key)?).ok()
}

/// A form's content that survives a reload, per person and place (`"request-34534-message"`).
#[hook]
pub fn use_draft<T>(place: &str) -> Draft<T>
where
    T: Clone + Default + PartialEq + Serialize + DeserializeOwned + 'static,
{
    let person = use_session().me().map_or(0, |me| me.id);
    let key: Rc<str> = format!("{PREFIX}{person}:{place}").into();
    let state = use_state(|| match restore::<T>(&key) {
        Some(kept) => (Rc::new(kept.value), Some(kept.at)),
        None => (Rc::default(), None),
    });
    let first = state.0.clone();
    let pending =
        (*use_memo((), move |()| Rc::new(RefCell::new(Pending { timer: None, latest: first, dirty: false })))).clone();
    use_effect_with((), {
        let (pending, key) = (pending.clone(), key.clone());
        move |()| {
            let flush = move || {
                let mut pending = pending.borrow_mut();
                if pending.dirty {
                    keep(&key, &mut pending);
                }
            };
            let listener = crate::browser::window().map(|window| {
                let flush = flush.clone();
                EventListener::new(&window, "pagehide", move |_| flush())
            });
            move || {
                drop(listener);
                flush();
            }
        }
    });
    Draft { value: state.0.clone(), saved_at: state.1, state, pending, key }
}
