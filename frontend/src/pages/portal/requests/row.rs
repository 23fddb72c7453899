//! A request of the list: what it is, how it stands, its deadline and its priority, and what can be done with it.

use super::actions::{Effect, RequestAction, request_actions};
use crate::hooks::{Clock, use_clock};
use crate::route::Route;
use crate::ui::{Badge, Go, Menu, MenuEntry, Priority, SituationLabel, Sla, TypeLabel, icon, use_go};
use contract::requests::RequestRow;
use contract::{Action, SlaStatus, Task};
use locales::text;
use yew::prelude::*;

/// Properties of [`Row`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub row: RequestRow,
    /// Called with an action that asks something first (cancel, reopen) and the number of the request.
    pub onconfirm: Callback<(Action, i64)>,
}

/// One request of the list.
#[component]
pub fn Row(props: &Props) -> Html {
    let clock = use_clock();
    let row = &props.row;
    let title = row.title.clone().unwrap_or_else(|| row.service.name.clone());
    html! {
        <li class="mr__i" data-test={format!("request-{}", row.number)}>
            <div class="mr__a">
                <h2 class="mr__t"><span class="mr__num">{ row.number }</span>{ " " }
                    <Go to={Route::Request { number: row.number }}>{ title }</Go></h2>
                <div class="mr__m"><TypeLabel request_type={row.request_type} /><span
                    class="sol-sep">{ "·" }</span><span>{ &row.service.name }</span></div>
                <div class="mr__m sol-subtle">
                    <span>{ text!(clock.language, "mine-opened", at = clock.date_time(row.opened_at)) }</span>
                    if let Some(group) = &row.group { <span class="sol-sep">{ "·" }</span><span>{ &group.name }</span> }
                </div>
            </div>
            <div class="mr__s"><SituationLabel situation={row.situation} compact=true />{ task(&clock, row) }</div>
            <div class="mr__d"><Sla sla={row.sla.clone()} />{ deadline(&clock, row) }</div>
            <div class="mr__p"><Priority priority={row.priority} /></div>
            <Actions row={row.clone()} clock={clock.clone()} onconfirm={props.onconfirm.clone()} />
        </li>
    }
}

/// The current task, and what or whom it waits for.
fn task(clock: &Clock, row: &RequestRow) -> Html {
    if row.task == Task::Finished {
        return Html::default();
    }
    let responsible = || row.responsible.as_ref().map(|person| person.name.clone());
    // These two tasks are the requester's own, and their texts say *you*.
    let (key, who) = match row.task {
        Task::WaitingRequester => ("mine-task-answer".to_owned(), responsible()),
        Task::WaitingAcceptance => ("mine-task-acceptance".to_owned(), responsible()),
        _ => (crate::text::code("task", row.task), row.suspension_reason.clone().or_else(responsible)),
    };
    html! {
        <span class="mr__task">
            { text!(clock.language, &key) }
            if let Some(who) = who { <span class="sol-subtle">{ who }</span> }
        </span>
    }
}

/// The deadline, or the date of return while the clock is paused, and the target.
fn deadline(clock: &Clock, row: &RequestRow) -> Html {
    let language = clock.language;
    let sla = &row.sla;
    let when = match (sla.status, sla.resumes_at, sla.deadline_at) {
        (SlaStatus::Paused, Some(at), _) => Some(text!(language, "mine-resumes", at = clock.date(at))),
        (_, _, Some(at)) => Some(text!(language, "mine-deadline", at = clock.date_time(at))),
        _ => None,
    };
    let target = sla.target.filter(|_| sla.status != SlaStatus::None);
    let target = target.map(|target| text!(language, "mine-target", time = locales::duration(language, target)));
    if when.is_none() && target.is_none() {
        return Html::default();
    }
    html! {
        <span class="mr__m">
            if let Some(when) = &when { <span>{ when }</span> }
            if when.is_some() && target.is_some() { <span class="sol-sep">{ "·" }</span> }
            if let Some(target) = target { <span class="sol-subtle">{ target }</span> }
        </span>
    }
}

#[derive(Properties, PartialEq)]
struct ActionsProps {
    row: RequestRow,
    clock: Clock,
    onconfirm: Callback<(Action, i64)>,
}

/// The actions as a row of links. On a telephone there is the first one, and a menu with the others.
#[component]
fn Actions(props: &ActionsProps) -> Html {
    let go = use_go();
    let row = &props.row;
    let reopen_until = row.reopen_until.map(|at| props.clock.date(at));
    let all = request_actions(props.clock.language, row, reopen_until.as_deref());
    let start = |effect: &Effect| match effect {
        Effect::Go(to) => {
            let (go, to) = (go.clone(), to.clone());
            Callback::from(move |()| go.emit(to.clone()))
        }
        Effect::Confirm(action) => {
            let chosen = (*action, row.number);
            props.onconfirm.reform(move |()| chosen)
        }
    };
    let entry = |action: &RequestAction| MenuEntry::action(action.label.clone(), action.icon, start(&action.effect));
    let entries: Vec<_> = all.iter().skip(1).map(entry).collect();
    let link = |action: &RequestAction| {
        let class = classes!("mr__do", action.highlighted.then_some("mr__hot"));
        let content = html! {
            <>
                { icon(action.icon) }{ &action.label }
                if let Some(count) = action.count {
                    if action.highlighted {
                        <Badge>{ count }</Badge>
                    } else {
                        <span class="sol-n">{ count }</span>
                    }
                }
                if let Some(detail) = &action.detail { <span class="sol-subtle">{ detail }</span> }
            </>
        };
        match &action.effect {
            Effect::Go(to) => html! { <Go to={to.clone()} {class}>{ content }</Go> },
            Effect::Confirm(_) => {
                let onclick = start(&action.effect).reform(|_: MouseEvent| ());
                html! { <button type="button" {class} {onclick}>{ content }</button> }
            }
        }
    };
    html! {
        <div class="mr__x">
            { for all.iter().map(link) }
            if !entries.is_empty() {
                <Menu class="mr__more" link=true end=true
                    toggle={html! { { text!(props.clock.language, "ui-more-actions") } }} {entries} />
            }
        </div>
    }
}
