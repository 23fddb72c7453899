//! API calls wait here while the person logs in again.
//!
//! A session may expire while somebody types. The call that the server refuses then waits, and `shell::relogin` shows a
//! dialog over the page, which stays as it is. After the login every waiting call is repeated. If the person gives up,
//! the calls answer [`ApiError::LoggedOut`](super::ApiError::LoggedOut).

use js_sys::{Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

#[derive(Default)]
struct State {
    /// Shows the login dialog; none while nobody is logged in.
    show_dialog: Option<Callback<()>>,
    /// The functions that let the waiting calls go on.
    waiting: Vec<Function>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Sets what shows the login dialog. Without it no call waits: nobody is logged in.
pub fn set_dialog(show_dialog: Option<Callback<()>>) {
    STATE.with_borrow_mut(|state| state.show_dialog = show_dialog);
}

/// Waits for a new login. False when there will be none.
pub async fn wait() -> bool {
    let Some(show_dialog) = STATE.with_borrow(|state| state.show_dialog.clone()) else { return false };
    let promise = Promise::new(&mut |resolve, _reject| STATE.with_borrow_mut(|state| state.waiting.push(resolve)));
    show_dialog.emit(());
    JsFuture::from(promise).await.is_ok_and(|value| value.is_truthy())
}

/// Lets every waiting call go on, after a login (`true`) or without (`false`).
pub fn resume(logged_in: bool) {
    let waiting = STATE.with_borrow_mut(|state| std::mem::take(&mut state.waiting));
    for resolve in waiting {
        // A promise that cannot be resolved belongs to a call that waits no longer.
        let _ = resolve.call1(&JsValue::NULL, &JsValue::from_bool(logged_in));
    }
}
