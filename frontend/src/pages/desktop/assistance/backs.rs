//! Missed calls that are to be called back.

use crate::api;
use crate::api::calls::CallBackStep;
use crate::browser;
use crate::calls::{day, moment};
use crate::hooks::{Clock, Fetch, use_action, use_clock, use_language, use_me};
use crate::route::DeskRoute;
use crate::ui::{AnchorButton, Avatar, Button, ButtonKind, Card, Go, Problem, icon, icon_fixed, loaded, skeleton_rows};
use contract::calls::CallBack;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// Seconds before the end from which one has to hurry.
const NEAR: i64 = 3_600;

/// Properties of [`Backs`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The call-backs, the most urgent first.
    pub backs: Fetch<Vec<CallBack>>,
    /// Something was done with one of them.
    pub onchanged: Callback<()>,
}

/// The list.
#[component]
pub fn Backs(props: &Props) -> Html {
    let language = use_language();
    let count = props.backs.data().and_then(|backs| i64::try_from(backs.len()).ok());
    let view = |backs: &Rc<Vec<CallBack>>| {
        if backs.is_empty() {
            return html! { <p class="as__note sol-subtle">{ text!(language, "calls-backs-none") }</p> };
        }
        html! {
            <ul class="as__backs">
                { for backs.iter().map(|back| html! { <Back key={back.id} back={back.clone()} onchanged={props.onchanged.clone()} /> }) }
            </ul>
        }
    };
    html! {
        <Card flush=true title={text!(language, "calls-backs")} {count} class="as__cb">
            { loaded(&props.backs, language, skeleton_rows(2), view) }
            <p class="as__note sol-small sol-subtle">{ icon("info-circle") }{ " " }{ text!(language, "calls-backs-note") }</p>
        </Card>
    }
}

#[derive(Properties, PartialEq)]
struct BackProps {
    back: CallBack,
    onchanged: Callback<()>,
}

/// One of them: by when, why, whose, and what to do.
#[component]
fn Back(props: &BackProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let back = &props.back;
    html! {
        <li>
            <div class="sol-row sol-between sol-row--wrap">
                <strong>{ &back.person.name }</strong>
                <span class="sol-small">{ due(&clock, back) }</span>
            </div>
            <span class="sol-subtle sol-small">{ missed(&clock, back) }</span>
            if !back.open_requests.is_empty() {
                <span class="sol-small">
                    { text!(language, "calls-back-open") }
                    { for back.open_requests.iter().map(|request| html! {
                        <>{ " " }<Go to={DeskRoute::Request { number: request.number }} class="sol-mono">{ request.number }</Go></>
                    }) }
                </span>
            }
            <Steps back={back.clone()} onchanged={props.onchanged.clone()} />
        </li>
    }
}

/// As with the deadlines of requests: word and icon, not colour alone.
fn due(clock: &Clock, back: &CallBack) -> Html {
    let left = clock.until(back.due_at);
    let (look, name, key) = match left {
        ..0 => ("sol-sla--late", "exclamation-circle", "sla-overdue"),
        0..NEAR => ("sol-sla--warn", "hourglass-half", "sla-expiring"),
        _ => ("sol-sla--ok", "clock", "sla-on-time"),
    };
    html! {
        <span class={classes!("sol-sla", look)}>
            <span class="sol-sla__text">
                { icon_fixed(name) }{ " " }<strong>{ text!(clock.language, key) }</strong>
                <span class="sol-sla__detail">{ " · " }{ text!(clock.language, "calls-until", at = moment(clock, back.due_at)) }</span>
            </span>
        </span>
    }
}

/// *Missed at 11:32 at extension 214, 2 calls*.
fn missed(clock: &Clock, back: &CallBack) -> String {
    let language = clock.language;
    let (at, day) = (moment(clock, back.missed_at), day(clock, back.missed_at));
    let said = match (&back.queue, &back.extension) {
        (Some(queue), _) => text!(language, "calls-back-missed-queue", day = day, at = at, name = queue.as_str()),
        (None, Some(extension)) => {
            text!(language, "calls-back-missed-extension", day = day, at = at, extension = extension.as_str())
        }
        (None, None) => text!(language, "calls-back-missed", day = day, at = at),
    };
    let number = back.number.as_str();
    if back.calls > 1 {
        format!("{said} {number} · {}", text!(language, "calls-back-times", count = back.calls))
    } else {
        format!("{said} {number}")
    }
}

/// Whose it is, and what can be done with it.
#[component]
fn Steps(props: &BackProps) -> Html {
    let language = use_language();
    let me = use_me();
    let action = use_action();
    let back = &props.back;
    let mine = back.owner.as_ref().is_some_and(|owner| owner.id == me.id);
    let step = |step: CallBackStep| {
        let (action, changed, id, dial) = (action.clone(), props.onchanged.clone(), back.id, back.dial.clone());
        Callback::from(move |()| {
            let (changed, dial) = (changed.clone(), dial.clone());
            action.run(async move {
                let done = api::calls::step_call_back(id, step).await;
                // Also after a refusal: somebody else was faster.
                changed.emit(());
                done?;
                if step == CallBackStep::Take {
                    browser::dial(&dial);
                }
                Ok(())
            });
        })
    };
    html! {
        <>
            <div class="sol-row sol-row--wrap as__own">
                if let Some(owner) = &back.owner {
                    <Avatar id={owner.id} name={owner.name.clone()} small=true />
                    <span class="sol-small">{ if mine { text!(language, "calls-back-yours") } else { owner.name.clone() } }</span>
                } else {
                    <span class="q__no sol-small">{ text!(language, "desk-nobody") }</span>
                }
                <span class="sol-end sol-row sol-row--wrap">
                    if back.owner.is_none() {
                        <Button small=true icon="phone" label={text!(language, "calls-back-take")} onclick={step(CallBackStep::Take)} loading={action.busy} />
                    } else if mine {
                        <AnchorButton label={text!(language, "calls-back-call")} href={format!("tel:{}", back.dial)} icon="phone" small=true />
                        <Button kind={ButtonKind::Link} small=true label={text!(language, "calls-back-give")} onclick={step(CallBackStep::GiveBack)} />
                    }
                    <Button kind={ButtonKind::Link} small=true icon="check" label={text!(language, "calls-back-done")} onclick={step(CallBackStep::Done)} />
                </span>
            </div>
            <Problem error={action.error.clone()} />
        </>
    }
}
