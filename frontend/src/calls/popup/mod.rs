//! The pop-up of one call: a header, and a body for the stage at which the call is.

mod body;
mod choice;
mod ended;
mod header;
mod identity;
mod known;
mod request;
mod search;
mod unknown;

use super::actions::use_call_actions;
use super::collapse::Collapse;
use super::context::Calls;
use super::texts;
use crate::hooks::use_language;
use crate::ui::{Button, ButtonKind, Problem};
use body::BodyProps;
use choice::Choice;
use contract::calls::{CallPopUp, CallStage, CallState};
use ended::Ended;
use header::Header;
use known::Known;
use locales::text;
use request::Request;
use std::rc::Rc;
use unknown::Unknown;
use yew::prelude::*;

/// Properties of [`PopUp`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The call.
    pub call: Rc<CallPopUp>,
    /// The context of all calls.
    pub calls: Calls,
    /// It is there, with what was typed in it, but not shown.
    pub hidden: bool,
}

/// A pop-up.
#[component]
pub fn PopUp(props: &Props) -> Html {
    let language = use_language();
    let actions = use_call_actions(&props.calls);
    let call = &props.call;
    let collapse = Collapse::of(call);
    let oncollapse = props.calls.collapse.reform(move |()| collapse);
    let name = text!(language, "calls-of", name = texts::caller(language, call));
    html! {
        <section class="call" id={format!("call-{}", call.call_id)} tabindex="-1" aria-label={name} hidden={props.hidden}>
            <Header call={call.clone()} {oncollapse} />
            <Problem error={actions.action.error.clone()} kept=true />
            <Body call={call.clone()} actions={actions.clone()} />
            if !call.followed && call.state != CallState::Ended { <EndCall call={call.clone()} {actions} /> }
        </section>
    }
}

/// What is asked of the attendant. When the call ends while the attendant is typing who calls, the form stays; it can
/// also be opened after the end.
#[component]
fn Body(props: &BodyProps) -> Html {
    let language = use_language();
    let identifying = use_state_eq(|| false);
    let (call, actions) = (props.call.clone(), props.actions.clone());
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
    let body = match if identifies { call.who() } else { call.stage() } {
        CallStage::Unknown => html! { <Unknown {call} {actions} /> },
        CallStage::Choice => html! { <Choice {call} {actions} /> },
        CallStage::Known => html! { <Known {call} {actions} /> },
        CallStage::Request => html! { <Request {call} {actions} /> },
        CallStage::Ended => html! { <Ended {call} {actions} onidentify={identify(true)} /> },
    };
    html! {
        <div {oninput}>
            { body }
            if identifies {
                <div class="call__over">
                    <Button kind={ButtonKind::Inline} small=true icon="link" label={text!(language, "calls-about")} onclick={identify(false)} />
                </div>
            }
        </div>
    }
}

/// The attendant says when the call is over, where the telephone exchange does not.
#[component]
fn EndCall(props: &BodyProps) -> Html {
    let language = use_language();
    let onclick = {
        let (actions, id) = (props.actions.clone(), props.call.call_id);
        Callback::from(move |()| actions.end(id))
    };
    html! {
        <div class="call__over">
            <Button kind={ButtonKind::Inline} small=true icon="phone-slash" label={text!(language, "calls-is-over")} {onclick} />
        </div>
    }
}
