//! Media queries.

use crate::browser;
use gloo_events::EventListener;
use yew::prelude::*;

/// True while a media query holds. It renders again when that changes.
#[hook]
pub fn use_media(query: &'static str) -> bool {
    let holds = use_state_eq(|| browser::matches(query));
    use_effect_with(query, {
        let holds = holds.setter();
        move |&query| {
            let list = browser::window().and_then(|window| window.match_media(query).ok().flatten());
            let listener =
                list.map(|list| EventListener::new(&list, "change", move |_| holds.set(browser::matches(query))));
            move || drop(listener)
        }
    });
    *holds
}
