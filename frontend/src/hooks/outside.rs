//! Clicks outside an element.

use crate::browser;
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::Node;
use yew::prelude::*;

/// Calls back when somebody presses outside an element, while `active`: menus and panels close so.
#[hook]
pub fn use_press_outside(node: &NodeRef, active: bool, callback: Callback<()>) {
    let node = node.clone();
    use_effect_with(active, move |active| {
        let listener = browser::document().filter(|_| *active).map(|document| {
            EventListener::new(&document, "pointerdown", move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
                if !node.get().is_some_and(|root| root.contains(target.as_ref())) {
                    callback.emit(());
                }
            })
        });
        move || drop(listener)
    });
}
