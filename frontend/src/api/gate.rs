//! Where calls wait while the person logs in again.
//!
//! A session may expire while somebody types. The call that finds out waits
//! here; the frame (`shell::relogin`) shows a dialog over the page, which stays
//! as it is; after the login every waiting call is repeated. Giving up answers
//! them with [`ApiError::LoggedOut`](super::ApiError::LoggedOut).

use js_sys::{Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

#[derive(Default)]
struct Gate {
    /// Shows the dialog; none while nobody is logged in.
    keeper: Option<Callback<()>>,
    waiting: Vec<Function>,
}

thread_local! {
    static GATE: RefCell<Gate> = RefCell::default();
}

/// Names who shows the login dialog: set while a person is logged in.
pub fn set_keeper(keeper: Option<Callback<()>>) {
    GATE.with_borrow_mut(|gate| gate.keeper = keeper);
}

/// Waits for a new login. False when there will be none.
pub async fn wait() -> bool {
    let Some(keeper) = GATE.with_borrow(|gate| gate.keeper.clone()) else { return false };
    let promise = Promise::new(&mut |resolve, _reject| GATE.with_borrow_mut(|gate| gate.waiting.push(resolve)));
    keeper.emit(());
    JsFuture::from(promise).await.is_ok_and(|value| value.is_truthy())
}

/// Lets every waiting call go on, after a login (`true`) or without (`false`).
pub fn open(logged_in: bool) {
    let waiting = GATE.with_borrow_mut(|gate| std::mem::take(&mut gate.waiting));
    for resolve in waiting {
        // A promise that cannot be resolved has nobody left who waits.
        let _ = resolve.call1(&JsValue::NULL, &JsValue::from_bool(logged_in));
    }
}
