//! Something that a person does: sends a form, presses a button.

use crate::api::{Answer, ApiError, SubmissionKey};
use serde::Serialize;
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

type Work = Pin<Box<dyn Future<Output = Answer<()>>>>;

/// The action that [`use_action`] gives.
#[derive(Clone, PartialEq)]
pub struct Action {
    /// True while it runs: its button shows progress.
    pub busy: bool,
    /// Why it failed last; none while it runs.
    pub error: Option<ApiError>,
    state: UseStateHandle<(bool, Option<ApiError>)>,
    running: Rc<std::cell::Cell<bool>>,
}

impl Action {
    /// Starts the action, unless it is running.
    pub fn run(&self, work: impl Future<Output = Answer<()>> + 'static) {
        self.run_boxed(Box::pin(work));
    }

    fn run_boxed(&self, work: Work) {
        if self.running.replace(true) {
            return;
        }
        let (state, running) = (self.state.setter(), self.running.clone());
        state.set((true, None));
        spawn_local(async move {
            let error = work.await.err();
            running.set(false);
            state.set((false, error));
        });
    }

    /// Shows an error that was found before anything was sent.
    pub fn fail(&self, error: ApiError) {
        self.state.set((false, Some(error)));
    }

    /// Discards the last failure.
    pub fn clear(&self) {
        self.state.set((self.running.get(), None));
    }
}

/// An action that runs once at a time.
///
/// ```ignore
/// let action = use_action();
/// let onclick = { let action = action.clone(); move |_| action.run(async move { api::notices::me_too(id).await.map(|_| ()) }) };
/// html! { <Button loading={action.busy} {onclick} /> }
/// ```
#[hook]
pub fn use_action() -> Action {
    let state = use_state_eq(|| (false, None));
    let running = use_memo((), |()| std::cell::Cell::new(false));
    Action { busy: state.0, error: state.1.clone(), state, running }
}

/// The idempotency keys that [`use_submission`] gives: the last content that was sent, and its key.
#[derive(Clone, PartialEq)]
pub struct Submission(Rc<RefCell<Option<(String, SubmissionKey)>>>);

impl Submission {
    /// The key for a content. The same content has the same key, so that a retry after a lost answer creates nothing
    /// twice. Content that was changed meanwhile has another one.
    #[must_use]
    pub fn key(&self, content: &impl Serialize) -> SubmissionKey {
        self.key_or(content, SubmissionKey::new)
    }

    fn key_or(&self, content: &impl Serialize, new_key: impl FnOnce() -> SubmissionKey) -> SubmissionKey {
        let content = serde_json::to_string(content).unwrap_or_default();
        let mut last = self.0.borrow_mut();
        if let Some((known, key)) = &*last
            && *known == content
        {
            return key.clone();
        }
        let key = new_key();
        *last = Some((content, key.clone()));
        key
    }

    /// The content was accepted. The same content again is a new submission.
    pub fn accepted(&self) {
        self.0.borrow_mut().take();
    }
}

/// The idempotency keys of one form.
#[hook]
pub fn use_submission() -> Submission {
    (*use_memo((), |()| Submission(Rc::default()))).clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    /// Keys in the order in which they are made.
    #[derive(Default)]
    struct Keys(Cell<u8>);

    impl Keys {
        fn next(&self) -> SubmissionKey {
            self.0.set(self.0.get() + 1);
            SubmissionKey::from_random([self.0.get(); 16])
        }
    }

    #[test]
    fn the_same_content_has_the_same_key_until_it_is_accepted() {
        let (submission, keys) = (Submission(Rc::default()), Keys::default());
        let key = |content: &str| submission.key_or(&content, || keys.next());
        let first = key("a");
        assert_eq!(key("a"), first);
        let second = key("b");
        assert_ne!(second, first);
        assert_ne!(key("a"), first, "only the last content is known");
        let third = key("a");
        submission.accepted();
        assert_ne!(key("a"), third);
    }
}
