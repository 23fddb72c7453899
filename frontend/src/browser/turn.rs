//! Taking turns among the tabs of one browser (Web Locks): of those that ask for a
//! turn by one name, one has it until it gives it up, is closed, or has it taken away.
//!
//! web-sys has these only behind a compiler flag, so they are called by their names.

use super::window;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;
use yew::Callback;

/// A turn that was asked for, or is had. Given up when dropped.
pub struct Turn {
    waiting: AbortController,
    state: Rc<RefCell<State>>,
}

enum State {
    Waiting,
    /// Calling it gives the turn up.
    Had(Function),
    GivenUp,
}

/// False where there are no turns to take: outside secure contexts, and in old browsers.
#[must_use]
pub fn possible() -> bool {
    locks().is_some()
}

impl Turn {
    /// Asks for the next turn by this name. `had` is called once it is here, or when the browser refuses to let
    /// tabs take turns; `taken` when another tab takes it away later.
    pub fn wait(name: &str, had: Callback<()>, taken: Callback<()>) -> Option<Self> {
        let waiting = AbortController::new().ok()?;
        Self::ask(name, ("signal", waiting.signal().into()), waiting, had, taken)
    }

    /// Takes the turn away from whoever has it.
    pub fn take(name: &str, had: Callback<()>, taken: Callback<()>) -> Option<Self> {
        Self::ask(name, ("steal", JsValue::TRUE), AbortController::new().ok()?, had, taken)
    }

    fn ask(
        name: &str,
        (option, value): (&str, JsValue),
        waiting: AbortController,
        had: Callback<()>,
        taken: Callback<()>,
    ) -> Option<Self> {
        let locks = locks()?;
        let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &option.into(), &value).ok()?;
        let state = Rc::new(RefCell::new(State::Waiting));
        let hold = Closure::once_into_js({
            let (state, had) = (state.clone(), had.clone());
            // The turn lasts as long as the promise that is answered.
            move |_lock: JsValue| {
                if matches!(*state.borrow(), State::GivenUp) {
                    return JsValue::UNDEFINED;
                }
                let kept = Promise::new(&mut |resolve, _reject| *state.borrow_mut() = State::Had(resolve));
                had.emit(());
                kept.into()
            }
        });
        let asked: Promise = request.call3(&locks, &name.into(), &options, &hold).ok()?.dyn_into().ok()?;
        let turn = Self { waiting, state: state.clone() };
        spawn_local(async move {
            if JsFuture::from(asked).await.is_ok() {
                return;
            }
            let callback = match *state.borrow() {
                State::GivenUp => return,
                State::Had(_) => taken,
                State::Waiting => had,
            };
            callback.emit(());
        });
        Some(turn)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        match self.state.replace(State::GivenUp) {
            // A promise that cannot be resolved belongs to a page that is gone, and so is its turn.
            State::Had(give_up) => drop(give_up.call0(&JsValue::NULL)),
            State::Waiting | State::GivenUp => self.waiting.abort(),
        }
    }
}

fn locks() -> Option<JsValue> {
    let navigator = window()?.navigator();
    Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)
}
