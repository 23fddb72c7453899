//! One pop-up.

use super::caller::Known;
use super::choice::Choice;
use super::deed::{Deed, use_deed};
use super::ended::Ended;
use super::head::Head;
use super::provider::{Calls, Fold};
use super::request::Request;
use super::unknown::Unknown;
use super::words;
use crate::hooks::use_language;
use crate::ui::{Button, ButtonKind, Problem};
use contract::calls::{CallPopUp, CallStage, CallState};
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`PopUp`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The call.
    pub call: Rc<CallPopUp>,
    /// All of them.
    pub calls: Calls,
    /// Folded: it is there, and not seen.
    pub hidden: bool,
}

/// Properties of what a pop-up asks.
#[derive(Properties, PartialEq)]
pub struct BodyProps {
    /// The call.
    pub call: Rc<CallPopUp>,
    /// What can be done with it.
    pub deed: Deed,
}

/// A pop-up.
#[component]
pub fn PopUp(props: &Props) -> Html {
    let language = use_language();
    let deed = use_deed(&props.calls);
    let call = &props.call;
    let onfold = {
        let (fold, id, ended) = (props.calls.fold.clone(), call.call_id, call.state == CallState::Ended);
        Callback::from(move |()| fold.emit(if ended { Fold::AwayEnded(id) } else { Fold::Away(id) }))
    };
    let name = text!(language, "calls-of", name = words::who(language, call));
    html! {
        <section class="call" id={format!("call-{}", call.call_id)} tabindex="-1" aria-label={name} hidden={props.hidden}>
            <Head call={call.clone()} {onfold} />
            <Problem error={deed.action.error.clone()} kept=true />
            <Asked call={call.clone()} deed={deed.clone()} />
            if !call.followed && call.state != CallState::Ended { <Over call={call.clone()} {deed} /> }
        </section>
    }
}

/// What is asked of the attendant. Once the call is over, who called may still be said, and
/// goes on being said by whoever was typing it.
#[component]
fn Asked(props: &BodyProps) -> Html {
    let language = use_language();
    let identifying = use_state_eq(|| false);
    let (call, deed) = (props.call.clone(), props.deed.clone());
    let ended = call.stage() == CallStage::Ended;
    let identifies = ended && *identifying && call.caller.is_none();
    let oninput = {
        let identifying = identifying.setter();
        Callback::from(move |_: InputEvent| {
            if !ended {
                identifying.set(true);
            }
        })
    };
    let identify = {
        let identifying = identifying.setter();
        move |on: bool| {
            let identifying = identifying.clone();
            Callback::from(move |()| identifying.set(on))
        }
    };
    let asked = match if identifies { call.who() } else { call.stage() } {
        CallStage::Unknown => html! { <Unknown {call} {deed} /> },
        CallStage::Choice => html! { <Choice {call} {deed} /> },
        CallStage::Known => html! { <Known {call} {deed} /> },
        CallStage::Request => html! { <Request {call} {deed} /> },
        CallStage::Ended => html! { <Ended {call} {deed} onidentify={identify(true)} /> },
    };
    html! {
        <div {oninput}>
            { asked }
            if identifies {
                <div class="call__over">
                    <Button kind={ButtonKind::Inline} small=true icon="link" label={text!(language, "calls-about")} onclick={identify(false)} />
                </div>
            }
        </div>
    }
}

/// Where nobody tells when the call is over, the attendant does.
#[component]
fn Over(props: &BodyProps) -> Html {
    let language = use_language();
    let onclick = {
        let (deed, id) = (props.deed.clone(), props.call.call_id);
        Callback::from(move |()| deed.end(id))
    };
    html! {
        <div class="call__over">
            <Button kind={ButtonKind::Inline} small=true icon="phone-slash" label={text!(language, "calls-is-over")} {onclick} />
        </div>
    }
}
