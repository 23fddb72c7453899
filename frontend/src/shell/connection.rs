//! A notice while there is no network.

use crate::browser;
use crate::hooks::use_language;
use crate::ui::icon;
use gloo_events::EventListener;
use locales::text;
use yew::prelude::*;

/// The notice: there is no network, and nothing that was typed is lost.
#[component]
pub fn Connection() -> Html {
    let language = use_language();
    let online = use_state_eq(browser::online);
    use_effect_with((), {
        let online = online.setter();
        move |()| {
            let listen = |name: &'static str, value: bool| {
                let online = online.clone();
                browser::window().map(|window| EventListener::new(&window, name, move |_| online.set(value)))
            };
            let listeners = (listen("online", true), listen("offline", false));
            move || drop(listeners)
        }
    });
    html! {
        <div role="status">
            if !*online {
                <div class="sol-offline">{ icon("plug") }<span>{ text!(language, "ui-offline") }</span></div>
            }
        </div>
    }
}
