//! Drafts: what was typed, stored in the browser until the server has accepted it.

use super::session::use_session;
use crate::api::client::now_ms;
use crate::browser::storage;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

const PREFIX: &str = "solicita.draft:";
/// Milliseconds without typing after which a draft is stored.
const PAUSE_MS: u32 = 400;

/// Discards all drafts of all people: somebody logs out, perhaps of a shared computer.
pub fn clear_all() {
    for key in storage::keys(PREFIX) {
        storage::remove(&key);
    }
}

/// A draft as it is stored.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Stored<T> {
    /// When it was stored, in milliseconds since 1970.
    at: f64,
    value: T,
}

/// The key of a draft in the storage.
fn storage_key(person: i64, place: &str) -> String {
    format!("{PREFIX}{person}:{place}")
}

/// The text to store for a value. None for an empty one, which is not stored.
fn encode<T: Default + PartialEq + Serialize>(value: &T, at: f64) -> Option<String> {
    let stored = (*value != T::default()).then_some(Stored { at, value })?;
    serde_json::to_string(&stored).ok()
}

/// What was stored. None when this version of the program cannot read it.
fn decode<T: DeserializeOwned>(text: &str) -> Option<Stored<T>> {
    serde_json::from_str(text).ok()
}

/// The draft that [`use_draft`] gives.
pub struct Draft<T: 'static> {
    /// What has been typed so far.
    pub value: Rc<T>,
    /// When it was stored last, in milliseconds since 1970; none when nothing is stored.
    pub saved_at: Option<f64>,
    state: UseStateHandle<(Rc<T>, Option<f64>)>,
    pending: Rc<RefCell<Pending<T>>>,
    key: Rc<str>,
}

/// What has been typed since it was stored last.
struct Pending<T> {
    timer: Option<Timeout>,
    latest: Rc<T>,
    /// `latest` is not stored yet.
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
            let saved_at = store(&key, &mut shared.borrow_mut());
            state.set((latest, saved_at));
        }));
    }

    /// A callback that changes the draft with the value of a control.
    pub fn on<V: 'static>(&self, change: impl Fn(&mut T, V) + 'static) -> Callback<V> {
        let draft = self.clone();
        Callback::from(move |value: V| draft.update(|typed| change(typed, value)))
    }

    /// Discards the draft: it has been accepted.
    pub fn clear(&self) {
        let mut pending = self.pending.borrow_mut();
        pending.timer = None;
        pending.dirty = false;
        pending.latest = Rc::default();
        storage::remove(&self.key);
        self.state.set((pending.latest.clone(), None));
    }
}

/// Stores what was typed last. Answers when; none when nothing is stored.
fn store<T: Default + PartialEq + Serialize>(key: &str, pending: &mut Pending<T>) -> Option<f64> {
    pending.dirty = false;
    pending.timer = None;
    let at = now_ms();
    match encode(&*pending.latest, at) {
        Some(text) => storage::write(key, &text).then_some(at),
        None => {
            storage::remove(key);
            None
        }
    }
}

/// The content of a form, which survives a reload. Each person has a draft for each place (`"request-34534-message"`).
#[hook]
pub fn use_draft<T>(place: &str) -> Draft<T>
where
    T: Clone + Default + PartialEq + Serialize + DeserializeOwned + 'static,
{
    let person = use_session().me().map_or(0, |me| me.id);
    let key: Rc<str> = storage_key(person, place).into();
    let state = use_state(|| match storage::read(&key).and_then(|text| decode::<T>(&text)) {
        Some(stored) => (Rc::new(stored.value), Some(stored.at)),
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
                    store(&key, &mut pending);
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
    struct Typed {
        title: String,
        urgency: Option<u8>,
        #[serde(default)]
        files: Vec<i64>,
    }

    #[test]
    fn an_empty_draft_is_not_stored() {
        assert_eq!(encode(&Typed::default(), 1.0), None);
        assert!(encode(&Typed { urgency: Some(0), ..Typed::default() }, 1.0).is_some());
    }

    #[test]
    fn a_draft_of_an_earlier_version_is_restored_as_far_as_it_goes() {
        let stored = decode::<Typed>(r#"{"at":5.0,"value":{"title":"Wi-Fi","urgency":2}}"#).unwrap();
        assert_eq!(stored.value, Typed { title: "Wi-Fi".to_owned(), urgency: Some(2), files: Vec::new() });
        assert_eq!(stored.at, 5.0);
    }

    #[test]
    fn what_cannot_be_read_is_discarded() {
        for text in ["", "null", "{}", r#"{"at":5.0}"#, r#"{"at":5.0,"value":{"title":7,"urgency":null}}"#] {
            assert_eq!(decode::<Typed>(text), None, "{text}");
        }
    }

    #[test]
    fn people_and_places_do_not_share_drafts() {
        let keys =
            [storage_key(1, "request-7-message"), storage_key(11, "request-7-message"), storage_key(1, "open-3")];
        assert!(keys.iter().all(|key| key.starts_with(PREFIX)), "all are found to be discarded");
        assert_eq!(keys.iter().collect::<std::collections::BTreeSet<_>>().len(), 3);
        assert_eq!(keys[0], "solicita.draft:1:request-7-message");
    }

    proptest! {
        #[test]
        fn what_is_stored_is_restored(
            title in ".*", urgency: Option<u8>, files in prop::collection::vec(0_i64..1_000, 0..4), at in 0_u32..,
        ) {
            let value = Typed { title, urgency, files };
            let restored = encode(&value, f64::from(at)).and_then(|text| decode::<Typed>(&text));
            match restored {
                Some(stored) => prop_assert_eq!(stored, Stored { at: f64::from(at), value }),
                None => prop_assert_eq!(value, Typed::default()),
            }
        }
    }
}
