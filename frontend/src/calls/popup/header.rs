//! The header of a pop-up: the state of the call, its running time, number and queue.

use crate::calls::texts;
use crate::hooks::{use_clock, use_tick};
use crate::ui::{IconButton, icon};
use contract::calls::{CallPopUp, CallState};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Header`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The call.
    pub call: Rc<CallPopUp>,
    /// Collapses the pop-up.
    pub oncollapse: Callback<()>,
}

/// The header. Its colour and its words both tell the state.
#[component]
pub fn Header(props: &Props) -> Html {
    let language = use_clock().language;
    let call = &props.call;
    let (look, name) = match call.state {
        CallState::Ringing => ("call__h--ring", "phone"),
        CallState::Talking => ("call__h--talk", "phone"),
        CallState::Ended => ("call__h--end", "phone-slash"),
    };
    html! {
        <header class={classes!("call__h", look)}>
            <span class="call__ic">{ icon(name) }</span>
            <div class="sol-grow">
                <strong>{ texts::state(language, call) }<Running call={call.clone()} /></strong>
                <span>{ origin(language, call) }</span>
                if !call.verified {
                    <span class="call__unverified" title={text!(language, "calls-unverified-title")}>
                        { icon("exclamation-triangle") }{ " " }{ text!(language, "calls-unverified") }
                    </span>
                }
            </div>
            <IconButton label={text!(language, "calls-fold")} icon="window-minimize" onclick={props.oncollapse.clone()} />
        </header>
    }
}

/// The number with the queue; after the end, the caller with the number.
fn origin(language: Language, call: &CallPopUp) -> String {
    let number = texts::number(language, call.number.as_deref(), call.number_withheld);
    let name = call.caller.as_ref().filter(|_| call.state == CallState::Ended);
    let queue = match &call.queue {
        Some(queue) => Some(text!(language, "calls-queue", name = queue.as_str())),
        // Without the exchange nobody knows whether there was a queue.
        None => call.followed.then(|| text!(language, "calls-direct")),
    };
    match name {
        Some(caller) => format!("{} · {number}", caller.person.name),
        None => queue.map_or_else(|| number.clone(), |queue| format!("{number} · {queue}")),
    }
}

#[derive(Properties, PartialEq)]
struct RunningProps {
    call: Rc<CallPopUp>,
}

/// How long the call has been ringing or talking.
#[component]
fn Running(props: &RunningProps) -> Html {
    let clock = use_clock();
    use_tick(1_000);
    let call = &props.call;
    let seconds = match (call.answered_at, call.ended_at) {
        (Some(from), Some(to)) => (to - from).num_seconds(),
        // A call that was not answered here has no time of talking.
        (None, Some(_)) => return Html::default(),
        (from, None) => -clock.until(from.unwrap_or(call.raised_at)),
    };
    html! { <span class="call__time">{ " · " }{ locales::talk(clock.language, seconds) }</span> }
}
