//! The stack of pop-ups at the bottom right. It never takes the focus by itself: Alt+T moves the focus into it, and
//! Escape moves it back.

use super::collapse::Collapse;
use super::context::Calls;
use super::popup::PopUp;
use super::texts;
use crate::browser;
use crate::hooks::{use_language, use_media};
use crate::ui::{Button, ButtonKind, SCREEN_READER_ONLY};
use contract::calls::{CallPopUp, CallState};
use gloo_events::{EventListener, EventListenerOptions};
use locales::{Language, text};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// How many pop-ups are shown at most. The others wait behind a button.
const MAX_SHOWN: usize = 3;

/// Properties of [`PopUpStack`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The calls.
    pub calls: Calls,
}

/// All pop-ups. Collapsed ones are rendered but hidden, so that what was typed in them is kept.
#[component]
pub fn PopUpStack(props: &Props) -> Html {
    let language = use_language();
    let calls = &props.calls;
    let narrow = use_media("(max-width: 700px)");
    let show_all = use_state_eq(|| false);
    use_focus_by_key(calls);
    use_collapse_while_typing(calls, narrow);
    let expanded: Vec<&Rc<CallPopUp>> = calls.open.iter().filter(|call| !calls.is_collapsed(call)).collect();
    let most = if *show_all { usize::MAX } else { MAX_SHOWN };
    let surplus = expanded.len().saturating_sub(most);
    let shown: Vec<i64> = expanded.iter().take(most).map(|call| call.call_id).collect();
    let item = |call: &Rc<CallPopUp>| {
        let hidden = !shown.contains(&call.call_id);
        html! { <PopUp key={call.call_id} call={call.clone()} calls={calls.clone()} {hidden} /> }
    };
    let onmore = {
        let show_all = show_all.setter();
        Callback::from(move |()| show_all.set(true))
    };
    html! {
        <div class="calls">
            <div class={SCREEN_READER_ONLY} role="status">{ announced(language, calls) }</div>
            if narrow { <CollapsedBars calls={calls.clone()} /> }
            { for calls.open.iter().map(item) }
            if surplus > 0 {
                <Button kind={ButtonKind::Secondary} class="calls__more" icon="phone"
                        label={text!(language, "calls-more", count = surplus)} onclick={onmore} />
            }
        </div>
    }
}

/// The newest ringing call, which screen readers announce.
fn announced(language: Language, calls: &Calls) -> String {
    let ringing = calls.open.iter().find(|call| call.state == CallState::Ringing && call.is_for(&calls.tab));
    ringing.map(|call| text!(language, "calls-of", name = texts::caller(language, call))).unwrap_or_default()
}

#[derive(Properties, PartialEq)]
struct BarsProps {
    calls: Calls,
}

/// On a telephone the masthead scrolls out of sight, so a collapsed pop-up has a bar at the bottom.
#[component]
fn CollapsedBars(props: &BarsProps) -> Html {
    let language = use_language();
    let calls = &props.calls;
    let bar = |call: &Rc<CallPopUp>| {
        let id = call.call_id;
        let onclick = calls.collapse.reform(move |()| Collapse::Expand(id));
        let label = format!("{} · {}", texts::caller(language, call), texts::state(language, call));
        html! { <Button key={id} kind={ButtonKind::Secondary} block=true class="calls__bar" icon="phone" {label} {onclick} /> }
    };
    let collapsed = calls.open.iter().filter(|call| calls.is_collapsed(call) && call.is_for(&calls.tab));
    html! { <>{ for collapsed.map(bar) }</> }
}

/// Alt+T moves the focus to the newest pop-up. Escape in a pop-up moves it back to where it was.
#[hook]
fn use_focus_by_key(calls: &Calls) {
    let before = use_mut_ref(|| None::<HtmlElement>);
    let newest = calls.open.first().map(|call| call.call_id);
    use_effect_with((newest, calls.collapse.clone()), move |(newest, collapse)| {
        let (newest, collapse) = (*newest, collapse.clone());
        let options = EventListenerOptions::enable_prevent_default();
        let listener = browser::document().map(|document| {
            EventListener::new_with_options(&document.clone(), "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let inside = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
                let inside = inside.is_some_and(|target| target.closest(".call").ok().flatten().is_some());
                if event.alt_key() && event.code() == "KeyT" {
                    let Some(id) = newest else { return };
                    event.prevent_default();
                    let active = document.active_element().and_then(|active| active.dyn_into::<HtmlElement>().ok());
                    if !inside {
                        *before.borrow_mut() = active;
                    }
                    collapse.emit(Collapse::Expand(id));
                    // The pop-up is shown once it has been rendered.
                    gloo_timers::callback::Timeout::new(0, move || {
                        browser::focus_id(&format!("call-{id}"));
                    })
                    .forget();
                } else if event.key() == "Escape" && inside && !event.default_prevented() {
                    let back = before.borrow_mut().take().filter(|element| element.is_connected());
                    let focused = back.is_some_and(|element| element.focus().is_ok());
                    if !focused {
                        browser::focus("#content");
                    }
                }
            })
        });
        move || drop(listener)
    });
}

/// On a telephone the pop-ups collapse while somebody types in a field of the page, which they would cover.
#[hook]
fn use_collapse_while_typing(calls: &Calls, narrow: bool) {
    let open: Vec<Collapse> = calls.open.iter().map(|call| Collapse::of(call)).collect();
    use_effect_with((open, narrow), {
        let collapse = calls.collapse.clone();
        move |(open, narrow)| {
            let collapse_all = {
                let open = open.clone();
                move || open.iter().for_each(|one| collapse.emit(*one))
            };
            let outside = || {
                let active = browser::document().and_then(|document| document.active_element());
                browser::is_typing() && active.is_some_and(|active| active.closest(".call").ok().flatten().is_none())
            };
            if *narrow && outside() {
                collapse_all();
            }
            let listener = browser::document().filter(|_| *narrow).map(|document| {
                EventListener::new(&document, "focusin", move |_| {
                    if outside() {
                        collapse_all();
                    }
                })
            });
            move || drop(listener)
        }
    });
}
