//! Editing an item: reading it, what was changed, saving it, and what keeps it from being saved.

use crate::api::collection::{self, Resource};
use crate::api::{ApiError, Tagged};
use crate::hooks::{
    Action as ActionState, AsyncState, Submission, use_action, use_fetch, use_language, use_submission,
};
use crate::route::Item;
use crate::ui::{Toast, Toaster, invalid, required_errors, use_toaster};
use contract::FieldError;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// What is typed, and the version that it is based on.
#[derive(Debug, Clone, PartialEq)]
struct EditState<E> {
    /// What is typed.
    value: E,
    /// What was read or saved last; none before anything was read.
    original: Option<E>,
    /// The version of `original`.
    etag: Option<String>,
}

impl<E: Clone + PartialEq + 'static> Reducible for EditState<E> {
    type Action = Box<dyn FnOnce(&mut Self)>;

    fn reduce(self: Rc<Self>, change: Self::Action) -> Rc<Self> {
        let mut next = (*self).clone();
        change(&mut next);
        Rc::new(next)
    }
}

/// An item that is being edited.
#[derive(Clone)]
pub struct Editor<T: Resource> {
    /// What is typed.
    pub value: Rc<T::Edit>,
    /// What was read; none for a new item.
    pub read: Option<Rc<Tagged<T>>>,
    /// Something was changed and not saved.
    pub dirty: bool,
    /// The item is new.
    pub new: bool,
    /// Why the form cannot be shown; none when it can.
    pub missing: Option<AsyncState<Tagged<T>>>,
    /// The action that saves.
    pub action: ActionState,
    language: Language,
    state: UseReducerDispatcher<EditState<T::Edit>>,
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

/// Edits an item. A new one begins as `blank`, and `oncreated` gets its identifier after it is saved.
#[hook]
pub fn use_editor<T: Resource>(item: Item, blank: impl FnOnce() -> T::Edit, oncreated: Callback<i64>) -> Editor<T> {
    let fetch = use_fetch(item, |item| async move {
        match item {
            Item::Id(id) => collection::get::<T>(id).await.map(Some),
            Item::New => Ok(None),
        }
    });
    let state = use_reducer(|| {
        let value = blank();
        EditState { original: (item == Item::New).then(|| value.clone()), value, etag: None }
    });
    let read = fetch.data().and_then(|read| (**read).clone()).map(Rc::new);
    // What is read again replaces what is typed only while nothing was changed.
    use_effect_with(read.clone(), {
        let state = state.dispatcher();
        move |read| {
            if let Some(read) = read {
                let (edit, etag) = (read.data.edit(), read.etag.clone());
                state.dispatch(Box::new(move |state| state.refresh(edit, etag)));
            }
        }
    });
    let replace = fetch.replace.reform(Some);
    let missing = match &fetch.state {
        AsyncState::Failed(error) => Some(AsyncState::Failed(error.clone())),
        _ if state.original.is_none() => Some(AsyncState::Pending),
        _ => None,
    };
    Editor {
        value: Rc::new(state.value.clone()),
        read,
        dirty: state.is_dirty(),
        new: item == Item::New,
        missing,
        action: use_action(),
        language: use_language(),
        etag: state.etag.clone(),
        state: state.dispatcher(),
        item,
        submission: use_submission(),
        toaster: use_toaster(),
        reload: fetch.reload.clone(),
        replace,
        oncreated,
    }
}

impl<E: Clone + PartialEq> EditState<E> {
    /// True when something was changed and not saved.
    fn is_dirty(&self) -> bool {
        self.original.as_ref().is_some_and(|original| *original != self.value)
    }

    /// Takes over what was read, unless something was changed meanwhile.
    fn refresh(&mut self, edit: E, etag: Option<String>) {
        if !self.is_dirty() {
            *self = Self { value: edit.clone(), original: Some(edit), etag };
        }
    }

    /// Goes back to what was read or saved last.
    fn discard(&mut self) {
        if let Some(original) = &self.original {
            self.value = original.clone();
        }
    }
}

impl<T: Resource> Editor<T> {
    /// Changes what is typed. Several changes in a row build on each other.
    pub fn change(&self, change: impl FnOnce(&mut T::Edit) + 'static) {
        self.state.dispatch(Box::new(move |state| change(&mut state.value)));
    }

    /// A callback that changes what is typed when a control reports a value.
    pub fn on<V: 'static>(&self, change: impl Fn(&mut T::Edit, V) + 'static) -> Callback<V> {
        let (state, change) = (self.state.clone(), Rc::new(change));
        Callback::from(move |value: V| {
            let change = change.clone();
            state.dispatch(Box::new(move |state| change(&mut state.value, value)));
        })
    }

    /// What is wrong with a field. Fields of lists have an index in their name: `members.2.person_id`.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<String> {
        self.action.error.as_ref()?.field(name)
    }

    /// Forgets what was changed, and reads the item again.
    pub fn discard(&self) {
        self.action.clear();
        self.state.dispatch(Box::new(EditState::discard));
        self.reload.emit(());
    }

    /// Saves, unless a required field is empty (name in the API, value).
    pub fn save(&self, required: &[(&str, &str)]) {
        self.save_unless(required_errors(self.language, required));
    }

    /// Saves, unless there are errors, which are shown.
    pub fn save_unless(&self, errors: Vec<FieldError>) {
        if errors.is_empty() {
            self.write(self.etag.clone());
        } else {
            self.action.fail(invalid(self.language, errors));
        }
    }

    /// Saves over what somebody else has saved meanwhile.
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
        self.state
            .dispatch(Box::new(move |state| *state = EditState { original: Some(kept.clone()), value: kept, etag }));
        self.toaster.show(Toast::done(text!(self.language, "admin-saved")));
        if self.item == Item::New {
            self.oncreated.emit(id);
        } else {
            self.replace.emit(saved);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> EditState<String> {
        EditState { value: text.to_owned(), original: Some(text.to_owned()), etag: Some("1".to_owned()) }
    }

    fn refreshed(mut state: EditState<String>) -> EditState<String> {
        state.refresh("theirs".to_owned(), Some("2".to_owned()));
        state
    }

    #[test]
    fn what_is_read_again_is_taken_over_while_nothing_was_changed() {
        let theirs = EditState { etag: Some("2".to_owned()), ..read("theirs") };
        assert_eq!(refreshed(read("mine")), theirs);
        let unread = EditState { value: "blank".to_owned(), original: None, etag: None };
        assert_eq!(refreshed(unread), theirs);
    }

    #[test]
    fn what_was_typed_stays_with_the_version_that_it_is_based_on() {
        let typed = EditState { value: "typed".to_owned(), ..read("mine") };
        assert!(typed.is_dirty());
        assert_eq!(refreshed(typed.clone()), typed);
    }

    #[test]
    fn discarding_goes_back_to_what_was_read() {
        let mut state = EditState { value: "typed".to_owned(), ..read("mine") };
        state.discard();
        assert_eq!(state, read("mine"));
        assert!(!state.is_dirty());
    }
}
