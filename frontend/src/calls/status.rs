//! The extension in the masthead, its state, and the calls whose pop-ups are collapsed.

use super::collapse::Collapse;
use super::context::{Calls, use_calls};
use super::texts;
use crate::hooks::use_language;
use crate::route::DeskRoute;
use crate::ui::{Go, icon, screen_reader_text};
use contract::calls::{CallPopUp, CallState};
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// *Extension 214 · free*, a link to *Assistance*, and the collapsed pop-ups beside it.
#[component]
pub fn ExtensionStatus() -> Html {
    let language = use_language();
    let Some(calls) = use_calls() else { return Html::default() };
    let (dot, state) = match (&calls.extension.extension, calls.state()) {
        (None, _) if calls.extension.lost.is_some() => ("calls__dot--warn", "calls-chip-lost"),
        (None, _) => ("calls__dot--none", "calls-chip-none"),
        (Some(_), None) => ("", "calls-chip-free"),
        (Some(_), Some(CallState::Talking)) => ("calls__dot--busy", "calls-chip-talking"),
        (Some(_), Some(_)) => ("calls__dot--ring", "calls-chip-ringing"),
    };
    html! {
        <span class="calls__chips">
            <CollapsedPopUps calls={calls.clone()} />
            <Go to={DeskRoute::Assistance} class="calls__ext">
                <span class={classes!("calls__dot", dot)}></span>
                { icon("phone") }
                if let Some(extension) = &calls.extension.extension {
                    <span class="sol-hide-s">{ text!(language, "calls-chip-extension") }</span>
                    <strong>{ extension }</strong>
                    <span class="calls__state">{ text!(language, state) }</span>
                } else {
                    <span class="calls__state">{ text!(language, state) }</span>
                }
            </Go>
        </span>
    }
}

#[derive(Properties, PartialEq)]
struct CollapsedProps {
    calls: Calls,
}

/// The collapsed pop-ups: one is named by its caller, several by their count. Pressing expands them.
#[component]
fn CollapsedPopUps(props: &CollapsedProps) -> Html {
    let language = use_language();
    let calls = &props.calls;
    let collapsed: Vec<&Rc<CallPopUp>> = calls.open.iter().filter(|call| calls.is_collapsed(call)).collect();
    let label = match collapsed.as_slice() {
        [] => return Html::default(),
        [one] => texts::caller(language, one),
        many => text!(language, "calls-count", count = many.len()),
    };
    let ids: Vec<i64> = collapsed.iter().map(|call| call.call_id).collect();
    let collapse = calls.collapse.clone();
    let onclick = Callback::from(move |_: MouseEvent| ids.iter().for_each(|id| collapse.emit(Collapse::Expand(*id))));
    html! {
        <button type="button" class="calls__ext calls__folded" {onclick} title={text!(language, "calls-unfold")}>
            { icon("phone") }<span class="calls__who">{ label }</span>
            { screen_reader_text(format!(" {}", text!(language, "calls-unfold"))) }
        </button>
    }
}
