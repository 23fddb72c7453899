//! The missed calls to call back.

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

/// Seconds before the deadline from which it counts as near.
const NEAR: i64 = 3_600;

/// Properties of [`CallBacks`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The call-backs, the most urgent first.
    pub call_backs: Fetch<Vec<CallBack>>,
    /// Called when something was done with one of them.
    pub onchanged: Callback<()>,
}

/// The list.
#[component]
pub fn CallBacks(props: &Props) -> Html {
    let language = use_language();
    let count = props.call_backs.data().and_then(|list| i64::try_from(list.len()).ok());
    let view = |list: &Rc<Vec<CallBack>>| {
        if list.is_empty() {
            return html! { <p class="as__note sol-subtle">{ text!(language, "calls-backs-none") }</p> };
        }
        html! {
            <ul class="as__backs">
                { for list.iter().map(|call_back| html! {
                    <Item key={call_back.id} call_back={call_back.clone()} onchanged={props.onchanged.clone()} />
                }) }
            </ul>
        }
    };
    html! {
        <Card flush=true title={text!(language, "calls-backs")} {count} class="as__cb">
            { loaded(&props.call_backs, language, skeleton_rows(2), view) }
            <p class="as__note sol-small sol-subtle">{ icon("info-circle") }{ " " }{ text!(language, "calls-backs-note") }</p>
        </Card>
    }
}

#[derive(Properties, PartialEq)]
struct ItemProps {
    call_back: CallBack,
    onchanged: Callback<()>,
}

/// One call-back: its deadline, the missed call, whose it is, and what can be done with it.
#[component]
fn Item(props: &ItemProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let call_back = &props.call_back;
    html! {
        <li>
            <div class="sol-row sol-between sol-row--wrap">
                <strong>{ &call_back.person.name }</strong>
                <span class="sol-small">{ deadline(&clock, call_back) }</span>
            </div>
            <span class="sol-subtle sol-small">{ missed(&clock, call_back) }</span>
            if !call_back.open_requests.is_empty() {
                <span class="sol-small">
                    { text!(language, "calls-back-open") }
                    { for call_back.open_requests.iter().map(|request| html! {
                        <>{ " " }<Go to={DeskRoute::Request { number: request.number }} class="sol-mono">{ request.number }</Go></>
                    }) }
                </span>
            }
            <Actions call_back={call_back.clone()} onchanged={props.onchanged.clone()} />
        </li>
    }
}

/// The deadline. As with requests, it is told by a word and an icon, not by colour alone.
fn deadline(clock: &Clock, call_back: &CallBack) -> Html {
    let (class, name, key) = deadline_state(clock.until(call_back.due_at));
    html! {
        <span class={classes!("sol-sla", class)}>
            <span class="sol-sla__text">
                { icon_fixed(name) }{ " " }<strong>{ text!(clock.language, key) }</strong>
                <span class="sol-sla__detail">{ " · " }{ text!(clock.language, "calls-until", at = moment(clock, call_back.due_at)) }</span>
            </span>
        </span>
    }
}

/// The class, the icon and the text of a deadline that is so many seconds away.
const fn deadline_state(seconds_left: i64) -> (&'static str, &'static str, &'static str) {
    match seconds_left {
        ..0 => ("sol-sla--late", "exclamation-circle", "sla-overdue"),
        0..NEAR => ("sol-sla--warn", "hourglass-half", "sla-expiring"),
        _ => ("sol-sla--ok", "clock", "sla-on-time"),
    }
}

/// *Missed at 11:32 at extension 214, 2 calls*.
fn missed(clock: &Clock, call_back: &CallBack) -> String {
    let language = clock.language;
    let (at, day) = (moment(clock, call_back.missed_at), day(clock, call_back.missed_at));
    let missed = match (&call_back.queue, &call_back.extension) {
        (Some(queue), _) => text!(language, "calls-back-missed-queue", day = day, at = at, name = queue.as_str()),
        (None, Some(extension)) => {
            text!(language, "calls-back-missed-extension", day = day, at = at, extension = extension.as_str())
        }
        (None, None) => text!(language, "calls-back-missed", day = day, at = at),
    };
    let number = call_back.number.as_str();
    if call_back.calls > 1 {
        format!("{missed} {number} · {}", text!(language, "calls-back-times", count = call_back.calls))
    } else {
        format!("{missed} {number}")
    }
}

/// Whose it is, and the buttons of what can be done with it.
#[component]
fn Actions(props: &ItemProps) -> Html {
    let language = use_language();
    let me = use_me();
    let action = use_action();
    let call_back = &props.call_back;
    let mine = call_back.owner.as_ref().is_some_and(|owner| owner.id == me.id);
    let step = |step: CallBackStep| {
        let (action, changed, id, dial) =
            (action.clone(), props.onchanged.clone(), call_back.id, call_back.dial.clone());
        Callback::from(move |()| {
            let (changed, dial) = (changed.clone(), dial.clone());
            action.run(async move {
                let answer = api::calls::step_call_back(id, step).await;
                // It is also read again after a refusal, because somebody else was faster then.
                changed.emit(());
                answer?;
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
                if let Some(owner) = &call_back.owner {
                    <Avatar id={owner.id} name={owner.name.clone()} small=true />
                    <span class="sol-small">{ if mine { text!(language, "calls-back-yours") } else { owner.name.clone() } }</span>
                } else {
                    <span class="q__no sol-small">{ text!(language, "desk-nobody") }</span>
                }
                <span class="sol-end sol-row sol-row--wrap">
                    if call_back.owner.is_none() {
                        <Button small=true icon="phone" label={text!(language, "calls-back-take")} onclick={step(CallBackStep::Take)} loading={action.busy} />
                    } else if mine {
                        <AnchorButton label={text!(language, "calls-back-call")} href={format!("tel:{}", call_back.dial)} icon="phone" small=true />
                        <Button kind={ButtonKind::Link} small=true label={text!(language, "calls-back-give")} onclick={step(CallBackStep::GiveBack)} />
                    }
                    <Button kind={ButtonKind::Link} small=true icon="check" label={text!(language, "calls-back-done")} onclick={step(CallBackStep::Done)} />
                </span>
            </div>
            <Problem error={action.error.clone()} />
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_near_in_its_last_hour_and_overdue_after_it() {
        let text = |seconds_left| deadline_state(seconds_left).2;
        assert_eq!(text(NEAR), "sla-on-time");
        assert_eq!(text(NEAR - 1), "sla-expiring");
        assert_eq!(text(0), "sla-expiring");
        assert_eq!(text(-1), "sla-overdue");
    }
}
