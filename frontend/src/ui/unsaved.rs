//! A question before changes that were not saved are discarded.

use super::dialog::Confirm;
use super::link::use_go;
use crate::browser;
use crate::hooks::use_language;
use crate::route::Href;
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use locales::text;
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, Element, Event, MouseEvent};
use yew::prelude::*;

/// Properties of [`Unsaved`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Something was changed and not saved.
    pub dirty: bool,
}

/// Asks before a link, or closing the tab, discards what was not saved.
#[component]
pub fn Unsaved(props: &Props) -> Html {
    let language = use_language();
    let go = use_go();
    let wanted = use_state_eq(|| None::<Href>);
    use_effect_with(props.dirty, {
        let wanted = wanted.setter();
        move |&dirty| {
            let listeners = dirty.then(|| (before_unload(), before_link(wanted)));
            move || drop(listeners)
        }
    });
    let Some(to) = (*wanted).clone() else { return Html::default() };
    let onconfirm = {
        let wanted = wanted.setter();
        move |()| {
            wanted.set(None);
            go.emit(to.clone());
        }
    };
    let oncancel = {
        let wanted = wanted.setter();
        move |()| wanted.set(None)
    };
    html! {
        <Confirm title={text!(language, "unsaved-title")} confirm={text!(language, "unsaved-leave")} danger=true {onconfirm} {oncancel}>
            <p>{ text!(language, "unsaved-text") }</p>
        </Confirm>
    }
}

fn before_unload() -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    browser::window().map(|window| {
        EventListener::new_with_options(&window, "beforeunload", options, |event| {
            event.prevent_default();
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                event.set_return_value(" ");
            }
        })
    })
}

/// Catches clicks on links before the links handle them.
fn before_link(wanted: UseStateSetter<Option<Href>>) -> Option<EventListener> {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    browser::document().map(|document| {
        EventListener::new_with_options(&document, "click", options, move |event| {
            if let Some(to) = inside_link(event) {
                event.prevent_default();
                event.stop_propagation();
                wanted.set(Some(to));
            }
        })
    })
}

/// The page of a plain click on a link of the application.
fn inside_link(event: &Event) -> Option<Href> {
    let click = event.dyn_ref::<MouseEvent>()?;
    if click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key() || click.button() != 0 {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok().flatten()?;
    let path = link.get_attribute("href").filter(|path| path.starts_with('/') && !path.starts_with("/api/"))?;
    (!link.has_attribute("target") && !link.has_attribute("download")).then(|| Href::local(&path))
}
