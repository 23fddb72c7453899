//! The extension in the masthead, how it stands, and the calls whose pop-ups are folded.

use super::provider::{Calls, Fold, use_calls};
use super::words;
use crate::hooks::use_language;
use crate::route::DeskRoute;
use crate::ui::{Go, icon};
use contract::calls::{CallPopUp, CallState};
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// *Extension 214 · free*, which leads to *Assistance*; beside it what is folded.
#[component]
pub fn Chip() -> Html {
    let language = use_language();
    let Some(calls) = use_calls() else { return Html::default() };
    let (dot, state) = match (&calls.mine.extension, calls.state()) {
        (None, _) if calls.mine.lost.is_some() => ("calls__dot--warn", "calls-chip-lost"),
        (None, _) => ("calls__dot--none", "calls-chip-none"),
        (Some(_), None) => ("", "calls-chip-free"),
        (Some(_), Some(CallState::Talking)) => ("calls__dot--busy", "calls-chip-talking"),
        (Some(_), Some(_)) => ("calls__dot--ring", "calls-chip-ringing"),
    };
    html! {
        <span class="calls__chips">
            <Folded calls={calls.clone()} />
            <Go to={DeskRoute::Assistance} class="calls__ext">
                <span class={classes!("calls__dot", dot)}></span>
                { icon("phone") }
                if let Some(extension) = &calls.mine.extension {
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
struct FoldedProps {
    calls: Calls,
}

/// The folded pop-ups: one by its caller, several by their number. Pressing opens them again.
#[component]
fn Folded(props: &FoldedProps) -> Html {
    let language = use_language();
    let calls = &props.calls;
    let folded: Vec<&Rc<CallPopUp>> = calls.open.iter().filter(|call| calls.is_folded(call)).collect();
    let label = match folded.as_slice() {
        [] => return Html::default(),
        [one] => words::who(language, one),
        many => text!(language, "calls-count", count = many.len()),
    };
    let ids: Vec<i64> = folded.iter().map(|call| call.call_id).collect();
    let fold = calls.fold.clone();
    let onclick = Callback::from(move |_: MouseEvent| ids.iter().for_each(|id| fold.emit(Fold::Open(*id))));
    html! {
        <button type="button" class="calls__ext calls__folded" {onclick} title={text!(language, "calls-unfold")}>
            { icon("phone") }<span class="calls__who">{ label }</span>
            <span class="pf-v6-screen-reader">{ " " }{ text!(language, "calls-unfold") }</span>
        </button>
    }
}
