//! A lock among the tabs of one browser (Web Locks). Of the tabs that ask for the lock of one name, one has it until it
//! releases it, is closed, or has the lock taken away by another tab.
//!
//! web-sys has Web Locks only behind a compiler flag, so they are called through `Reflect`.

use super::window;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;
use yew::Callback;

/// A lock that this tab has or waits for. Released when dropped.
pub struct TabLock {
    waiting: AbortController,
    state: Rc<RefCell<State>>,
}

enum State {
    Waiting,
    /// Calling the function releases the lock.
    Acquired(Function),
    Released,
}

/// False outside secure contexts and in old browsers.
#[must_use]
pub fn is_supported() -> bool {
    locks().is_some()
}

impl TabLock {
    /// Waits for the lock of this name. `acquired` is called once the tab has it, and also when the browser refuses
    /// the request; `lost` when another tab takes it away later. None where there are no locks.
    pub fn wait(name: &str, acquired: Callback<()>, lost: Callback<()>) -> Option<Self> {
        let waiting = AbortController::new().ok()?;
        Self::request(name, ("signal", waiting.signal().into()), waiting, acquired, lost)
    }

    /// Takes the lock away from the tab that has it. The callbacks are those of [`TabLock::wait`].
    pub fn take(name: &str, acquired: Callback<()>, lost: Callback<()>) -> Option<Self> {
        Self::request(name, ("steal", JsValue::TRUE), AbortController::new().ok()?, acquired, lost)
    }

    fn request(
        name: &str,
        (option, value): (&str, JsValue),
        waiting: AbortController,
        acquired: Callback<()>,
        lost: Callback<()>,
    ) -> Option<Self> {
        let locks = locks()?;
        let request_lock: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
        let options = Object::new();
        Reflect::set(&options, &option.into(), &value).ok()?;
        let state = Rc::new(RefCell::new(State::Waiting));
        let hold = Closure::once_into_js({
            let (state, acquired) = (state.clone(), acquired.clone());
            // The browser keeps the lock until the promise that is returned here is resolved.
            move |_lock: JsValue| {
                if matches!(*state.borrow(), State::Released) {
                    return JsValue::UNDEFINED;
                }
                let held = Promise::new(&mut |resolve, _reject| *state.borrow_mut() = State::Acquired(resolve));
                acquired.emit(());
                held.into()
            }
        });
        let requested: Promise = request_lock.call3(&locks, &name.into(), &options, &hold).ok()?.dyn_into().ok()?;
        let lock = Self { waiting, state: state.clone() };
        spawn_local(async move {
            if JsFuture::from(requested).await.is_ok() {
                return;
            }
            let callback = match *state.borrow() {
                State::Released => return,
                State::Acquired(_) => lost,
                State::Waiting => acquired,
            };
            callback.emit(());
        });
        Some(lock)
    }
}

impl Drop for TabLock {
    fn drop(&mut self) {
        match self.state.replace(State::Released) {
            // A promise that cannot be resolved belongs to a page that is gone, and its lock is gone with it.
            State::Acquired(release) => drop(release.call0(&JsValue::NULL)),
            State::Waiting | State::Released => self.waiting.abort(),
        }
    }
}

fn locks() -> Option<JsValue> {
    let navigator = window()?.navigator();
    Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)
}
