//! The stack of pop-ups at the bottom right: never takes the focus, which Alt+T brings and Escape gives back.

use super::popup::PopUp;
use super::provider::{Calls, Fold};
use super::words;
use crate::browser;
use crate::hooks::{use_language, use_media};
use crate::ui::{Button, ButtonKind};
use contract::calls::{CallPopUp, CallState};
use gloo_events::{EventListener, EventListenerOptions};
use locales::{Language, text};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Most pop-ups that are open at once; the others wait behind a button.
const MOST: usize = 3;

/// Properties of [`PopUps`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The calls.
    pub calls: Calls,
}

/// All pop-ups. Those that are folded stay where they are, unseen, with what was typed in them.
#[component]
pub fn PopUps(props: &Props) -> Html {
    let language = use_language();
    let calls = &props.calls;
    let narrow = use_media("(max-width: 700px)");
    let more = use_state_eq(|| false);
    use_focus_by_key(calls);
    use_way_for_typing(calls, narrow);
    let open: Vec<&Rc<CallPopUp>> = calls.open.iter().filter(|call| !calls.is_folded(call)).collect();
    let most = if *more { usize::MAX } else { MOST };
    let surplus = open.len().saturating_sub(most);
    let shown: Vec<i64> = open.iter().take(most).map(|call| call.call_id).collect();
    let item = |call: &Rc<CallPopUp>| {
        let hidden = !shown.contains(&call.call_id);
        html! { <PopUp key={call.call_id} call={call.clone()} calls={calls.clone()} {hidden} /> }
    };
    let onmore = {
        let more = more.setter();
        Callback::from(move |()| more.set(true))
    };
    html! {
        <div class="calls">
            <div class="pf-v6-screen-reader" role="status">{ announced(language, calls) }</div>
            if narrow { <Bars calls={calls.clone()} /> }
            { for calls.open.iter().map(item) }
            if surplus > 0 {
                <Button kind={ButtonKind::Secondary} class="calls__more" icon="phone"
                        label={text!(language, "calls-more", count = surplus)} onclick={onmore} />
            }
        </div>
    }
}

/// The newest call that rings, for screen readers.
fn announced(language: Language, calls: &Calls) -> String {
    let ringing = calls.open.iter().find(|call| call.state == CallState::Ringing && call.is_for(&calls.tab));
    ringing.map(|call| text!(language, "calls-of", name = words::who(language, call))).unwrap_or_default()
}

#[derive(Properties, PartialEq)]
struct BarsProps {
    calls: Calls,
}

/// On a telephone the masthead is out of sight: what is folded waits in a bar at the bottom.
#[component]
fn Bars(props: &BarsProps) -> Html {
    let language = use_language();
    let calls = &props.calls;
    let bar = |call: &Rc<CallPopUp>| {
        let (fold, id) = (calls.fold.clone(), call.call_id);
        let onclick = Callback::from(move |()| fold.emit(Fold::Open(id)));
        let label = format!("{} · {}", words::who(language, call), words::state(language, call));
        html! { <Button key={id} kind={ButtonKind::Secondary} block=true class="calls__bar" icon="phone" {label} {onclick} /> }
    };
    let folded = calls.open.iter().filter(|call| calls.is_folded(call) && call.is_for(&calls.tab));
    html! { <>{ for folded.map(bar) }</> }
}

/// Alt+T moves the focus to the newest pop-up; Escape in it gives it back to where it was.
#[hook]
fn use_focus_by_key(calls: &Calls) {
    let before = use_mut_ref(|| None::<HtmlElement>);
    let newest = calls.open.first().map(|call| call.call_id);
    use_effect_with((newest, calls.fold.clone()), move |(newest, fold)| {
        let (newest, fold) = (*newest, fold.clone());
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
                    fold.emit(Fold::Open(id));
                    // Once it is there.
                    gloo_timers::callback::Timeout::new(0, move || {
                        browser::focus_id(&format!("call-{id}"));
                    })
                    .forget();
                } else if event.key() == "Escape" && inside && !event.default_prevented() {
                    let back = before.borrow_mut().take().filter(|element| element.is_connected());
                    let given = back.is_some_and(|element| element.focus().is_ok());
                    if !given {
                        browser::focus("#content");
                    }
                }
            })
        });
        move || drop(listener)
    });
}

/// On a telephone nothing lies over a field that somebody types in: the pop-ups give way to it.
#[hook]
fn use_way_for_typing(calls: &Calls, narrow: bool) {
    let open: Vec<(i64, bool)> = calls.open.iter().map(|call| (call.call_id, call.state == CallState::Ended)).collect();
    use_effect_with((open, narrow), {
        let fold = calls.fold.clone();
        move |(open, narrow)| {
            let fold_all = {
                let open = open.clone();
                move || {
                    for (id, ended) in &open {
                        fold.emit(if *ended { Fold::AwayEnded(*id) } else { Fold::Away(*id) });
                    }
                }
            };
            let outside = || {
                let active = browser::document().and_then(|document| document.active_element());
                browser::is_typing() && active.is_some_and(|active| active.closest(".call").ok().flatten().is_none())
            };
            if *narrow && outside() {
                fold_all();
            }
            let listener = browser::document().filter(|_| *narrow).map(|document| {
                EventListener::new(&document, "focusin", move |_| {
                    if outside() {
                        fold_all();
                    }
                })
            });
            move || drop(listener)
        }
    });
}
