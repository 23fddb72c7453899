//! Editing one thing: reading it, what was changed, saving it, what stands in the way.

use crate::api::collection::{self, Resource};
use crate::api::{ApiError, Tagged};
use crate::hooks::{Action as Running, AsyncState, Submission, use_action, use_fetch, use_language, use_submission};
use crate::route::Item;
use crate::ui::{Toast, Toaster, invalid, required_errors, use_toaster};
use contract::FieldError;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// What is typed, and what was read.
#[derive(Clone, PartialEq)]
struct Slot<E> {
    value: E,
    original: Option<E>,
    etag: Option<String>,
}

impl<E: Clone + PartialEq + 'static> Reducible for Slot<E> {
    type Action = Box<dyn FnOnce(&mut Self)>;

    fn reduce(self: Rc<Self>, change: Self::Action) -> Rc<Self> {
        let mut next = (*self).clone();
        change(&mut next);
        Rc::new(next)
    }
}

/// One thing that is being edited.
#[derive(Clone)]
pub struct Editor<T: Resource> {
    /// What is typed.
    pub value: Rc<T::Edit>,
    /// What was read; none for a new one.
    pub read: Option<Rc<Tagged<T>>>,
    /// Something was changed and not saved.
    pub dirty: bool,
    /// A new one.
    pub new: bool,
    /// Why it cannot be shown yet; none when it can.
    pub missing: Option<AsyncState<Tagged<T>>>,
    /// The saving.
    pub action: Running,
    language: Language,
    slot: UseReducerDispatcher<Slot<T::Edit>>,
    etag: Option<String>,
    item: Item,
    submission: Submission,
    toaster: Toaster,
    reload: Callback<()>,
    replace: Callback<Tagged<T>>,
    oncreated: Callback<i64>,
}

impl<T: Resource> PartialEq for Editor<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value && self.read == other.read && self.dirty == other.dirty && self.action == other.action
    }
}

/// Edits the thing with an identifier, or a new one that begins as `blank`.
/// `oncreated` gets the identifier of a new one.
#[hook]
pub fn use_editor<T: Resource>(item: Item, blank: impl FnOnce() -> T::Edit, oncreated: Callback<i64>) -> Editor<T> {
    let fetch = use_fetch(item, |item| async move {
        match item {
            Item::Id(id) => collection::get::<T>(id).await.map(Some),
            Item::New => Ok(None),
        }
    });
    let slot = use_reducer(|| {
        let value = blank();
        Slot { original: (item == Item::New).then(|| value.clone()), value, etag: None }
    });
    let read = fetch.data().and_then(|read| (**read).clone()).map(Rc::new);
    // What was read first is what is edited; what is read again is only compared with.
    use_effect_with(read.clone(), {
        let slot = slot.dispatcher();
        move |read| {
            if let Some(read) = read {
                let (edit, etag) = (read.data.edit(), read.etag.clone());
                slot.dispatch(Box::new(move |slot| take(slot, edit, etag)));
            }
        }
    });
    let replace = fetch.replace.reform(Some);
    let missing = match &fetch.state {
        AsyncState::Failed(error) => Some(AsyncState::Failed(error.clone())),
        _ if slot.original.is_none() => Some(AsyncState::Pending),
        _ => None,
    };
    Editor {
        value: Rc::new(slot.value.clone()),
        read,
        dirty: slot.original.as_ref().is_some_and(|original| *original != slot.value),
        new: item == Item::New,
        missing,
        action: use_action(),
        language: use_language(),
        etag: slot.etag.clone(),
        slot: slot.dispatcher(),
        item,
        submission: use_submission(),
        toaster: use_toaster(),
        reload: fetch.reload.clone(),
        replace,
        oncreated,
    }
}

/// Puts what was read in place; what was typed meanwhile stays.
fn take<E: Clone + PartialEq>(slot: &mut Slot<E>, edit: E, etag: Option<String>) {
    let untouched = slot.original.as_ref().is_none_or(|original| *original == slot.value);
    if untouched {
        slot.value = edit.clone();
        slot.original = Some(edit);
        slot.etag = etag;
    }
}

impl<T: Resource> Editor<T> {
    /// Changes what is typed. Several changes in a row build on each other.
    pub fn change(&self, change: impl FnOnce(&mut T::Edit) + 'static) {
        self.slot.dispatch(Box::new(move |slot| change(&mut slot.value)));
    }

    /// Changes one field when a control says something.
    pub fn on<V: 'static>(&self, change: impl Fn(&mut T::Edit, V) + 'static) -> Callback<V> {
        let (slot, change) = (self.slot.clone(), Rc::new(change));
        Callback::from(move |value: V| {
            let change = change.clone();
            slot.dispatch(Box::new(move |slot| change(&mut slot.value, value)));
        })
    }

    /// What is wrong with a field; places in lists are written `members.2.person_id`.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<String> {
        self.action.error.as_ref()?.field(name)
    }

    /// Forgets what was changed.
    pub fn discard(&self) {
        self.action.clear();
        self.slot.dispatch(Box::new(|slot| {
            if let Some(original) = &slot.original {
                slot.value = original.clone();
            }
        }));
        self.reload.emit(());
    }

    /// Saves, unless a required field is empty (name in the API, value).
    pub fn save(&self, required: &[(&str, &str)]) {
        self.save_unless(required_errors(self.language, required));
    }

    /// Saves, unless something is wrong.
    pub fn save_unless(&self, errors: Vec<FieldError>) {
        if errors.is_empty() {
            self.write(self.etag.clone());
        } else {
            self.action.fail(invalid(self.language, errors));
        }
    }

    /// Saves over what somebody else saved meanwhile.
    pub fn overwrite(&self) {
        let Item::Id(id) = self.item else { return };
        let editor = self.clone();
        self.action.clear();
        self.action.run(async move {
            let present = collection::get::<T>(id).await?;
            editor.store(present.etag).await
        });
    }

    fn write(&self, etag: Option<String>) {
        let editor = self.clone();
        self.action.run(async move { editor.store(etag).await });
    }

    async fn store(&self, etag: Option<String>) -> Result<(), ApiError> {
        let edit = (*self.value).clone();
        let saved = match self.item {
            Item::New => collection::create::<T>(&edit, &self.submission.key(&edit)).await?,
            Item::Id(id) => collection::save::<T>(id, &edit, etag.as_deref()).await?,
        };
        self.submission.accepted();
        let (kept, etag, id) = (saved.data.edit(), saved.etag.clone(), saved.data.id());
        self.slot.dispatch(Box::new(move |slot| *slot = Slot { original: Some(kept.clone()), value: kept, etag }));
        self.toaster.show(Toast::done(text!(self.language, "admin-saved")));
        if self.item == Item::New {
            self.oncreated.emit(id);
        } else {
            self.replace.emit(saved);
        }
        Ok(())
    }
}
