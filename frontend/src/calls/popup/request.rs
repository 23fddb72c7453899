//! A call about a request: the request, the caller, and the button that opens it.

use super::body::BodyProps;
use super::identity::{match_reason, person_line};
use crate::hooks::{Clock, use_clock};
use crate::ui::{Button, ButtonKind, Facts, SituationLabel, Sla, fact, icon_fixed};
use contract::calls::CallRequest;
use locales::text;
use yew::prelude::*;

/// *Execute* for an attendant who may execute the request, *View* for others. An executor may also only look at it,
/// to inform the caller.
#[component]
pub fn Request(props: &BodyProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let (call, actions) = (&props.call, &props.actions);
    let Some(request) = &call.request else { return Html::default() };
    let view = |execute: bool| {
        let (actions, id, number) = (actions.clone(), call.call_id, request.row.number);
        Callback::from(move |()| actions.view(id, number, execute))
    };
    let child = request.child_service.as_ref().filter(|_| request.child.is_none());
    html! {
        <>
            <div class="call__b">
                { card(request) }
                { facts(&clock, request) }
                if let Some(caller) = &call.caller { { person_line(caller) } }
                { match_reason(language, call) }
                if request.only_in_this_call {
                    <p class="call__why call__why--warn">{ icon_fixed("user-secret") }<span>{ text!(language, "calls-only-now") }</span></p>
                }
            </div>
            <footer class="call__f">
                if request.executes {
                    <Button kind={ButtonKind::Primary} icon="play" label={text!(language, "calls-execute")} onclick={view(true)}
                            loading={actions.action.busy} />
                    <Button kind={ButtonKind::Link} icon="info-circle" label={text!(language, "calls-inform")} onclick={view(false)} />
                } else {
                    <Button kind={ButtonKind::Primary} icon="eye" label={text!(language, "calls-view")} onclick={view(false)}
                            loading={actions.action.busy} />
                }
                if let Some(child) = child {
                    <span class="sol-small sol-subtle call__hint">
                        { text!(language, if request.executes { "calls-inform-child" } else { "calls-view-child" }, service = child.as_str()) }
                    </span>
                } else if let Some(child) = request.child {
                    <span class="sol-small sol-subtle call__hint">{ text!(language, "calls-child-made", number = child) }</span>
                }
            </footer>
        </>
    }
}

/// Number, situation, title, deadline.
fn card(request: &CallRequest) -> Html {
    let row = &request.row;
    let title = row.title.clone().unwrap_or_else(|| row.service.name.clone());
    html! {
        <div class="call__rq">
            <div class="sol-row sol-between">
                <span class="call__num">{ row.number }</span>
                <SituationLabel situation={row.situation} compact=true />
            </div>
            <h2 class="call__t">{ title }</h2>
            <Sla sla={row.sla.clone()} />
        </div>
    }
}

fn facts(clock: &Clock, request: &CallRequest) -> Html {
    let (language, row) = (clock.language, &request.row);
    let deadline = match (row.sla.resumes_at, row.sla.deadline_at) {
        (Some(at), None) => text!(language, "calls-resumes", at = clock.date_time(at)),
        (_, Some(at)) => clock.date_time(at),
        (None, None) => text!(language, "sla-none"),
    };
    let task = text!(language, &crate::text::code("task", row.task));
    let task = row.responsible.as_ref().map_or(task.clone(), |person| format!("{task} · {}", person.name));
    html! {
        <div class="call__facts">
            <Facts>
                { fact(text!(language, "desk-service"), html! { { &row.service.name } }) }
                { fact(text!(language, "calls-opened"), html! { <span class="sol-mono">{ clock.date_time(row.opened_at) }</span> }) }
                { fact(text!(language, "desk-deadline-label"), html! { <span class="sol-mono">{ deadline }</span> }) }
                { fact(text!(language, "calls-task"), html! { { task } }) }
                if let Some(group) = &row.group { { fact(text!(language, "desk-group"), html! { { &group.name } }) } }
            </Facts>
        </div>
    }
}
