//! One thing being done: a form sent, a button pressed.

use crate::api::{Answer, ApiError, SubmissionKey};
use serde::Serialize;
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

type Work = Pin<Box<dyn Future<Output = Answer<()>>>>;

/// What [`use_action`] gives.
#[derive(Clone, PartialEq)]
pub struct Action {
    /// True while it runs: the button shows progress and does not start it twice.
    pub busy: bool,
    /// Why it failed the last time; none while it runs.
    pub error: Option<ApiError>,
    state: UseStateHandle<(bool, Option<ApiError>)>,
    running: Rc<std::cell::Cell<bool>>,
}

impl Action {
    /// Starts it, unless it is running.
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

    /// Forgets the last failure.
    pub fn clear(&self) {
        self.state.set((self.running.get(), None));
    }
}

/// Something that can be done, once at a time.
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

/// What [`use_submission`] gives.
#[derive(Clone, PartialEq)]
pub struct Submission(Rc<RefCell<Option<(String, SubmissionKey)>>>);

impl Submission {
    /// The key for this content: the same for the same content, so that a
    /// retry after a lost answer creates nothing twice; another one when it has
    /// been changed meanwhile.
    #[must_use]
    pub fn key(&self, content: &impl Serialize) -> SubmissionKey {
        let content = serde_json::to_string(content).unwrap_or_default();
        let mut last = self.0.borrow_mut();
        if let Some((known, key)) = &*last
            && *known == content
        {
            return key.clone();
        }
        let key = SubmissionKey::new();
        *last = Some((content, key.clone()));
        key
    }

    /// It was accepted: the same content again is something new.
    pub fn accepted(&self) {
        self.0.borrow_mut().take();
    }
}

/// The idempotency keys of one form.
#[hook]
pub fn use_submission() -> Submission {
    (*use_memo((), |()| Submission(Rc::default()))).clone()
}
