//! The card of a request's deadline: the date, the time left, whether the clock runs, and in plain words what was
//! counted and what was not.

use crate::browser;
use crate::hooks::{Clock, use_clock};
use crate::ui::{Card, Sla, icon, rich, sla_summary};
use contract::requests::{CycleView, PauseView, RequestView};
use contract::{Situation, SlaStatus};
use locales::text;
use yew::prelude::*;

/// Pauses with less working time than this many seconds are not worth a line, once they are over.
const SHORTEST_PAUSE: i64 = 60;

/// Properties of [`ClockCard`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub view: RequestView,
}

/// The deadline and how it was counted.
#[component]
pub fn ClockCard(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let sla = &props.view.row.sla;
    let wide = use_memo((), |()| browser::matches("(min-width: 701px)"));
    let date = match (sla.deadline_at, sla.resumes_at) {
        (Some(at), _) => clock.date_time(at),
        (None, Some(at)) => text!(language, "req-clock-resumes", at = clock.date(at)),
        (None, None) => sla_summary(&clock, sla).0,
    };
    html! {
        <Card title={text!(language, "req-deadline")} class="clock">
            <div class="clock__d sol-mono">{ date }</div>
            if sla.status == SlaStatus::None {
                <p class="sol-subtle">
                    { text!(language, if sla.target.is_some() { "req-clock-gone" } else { "req-clock-none" }) }
                </p>
            } else {
                <Sla sla={sla.clone()} />
            }
            { running(&clock, &props.view) }
            <details open={*wide}>
                <summary>{ text!(language, "req-clock-how") }</summary>
                <ul>{ for explanation(&clock, &props.view).iter().map(|line| html! { <li>{ rich(line) }</li> }) }</ul>
            </details>
        </Card>
    }
}

/// Whether the clock runs, and how much of the target it has counted.
fn running(clock: &Clock, view: &RequestView) -> Html {
    let language = clock.language;
    let sla = &view.row.sla;
    let Some(target) = sla.target else { return Html::default() };
    let (name, key) = match sla.status {
        SlaStatus::OnTime | SlaStatus::Expiring | SlaStatus::Overdue => ("play", "req-clock-runs"),
        SlaStatus::Paused => ("pause", "req-clock-paused"),
        SlaStatus::Met | SlaStatus::Missed => ("stop", "req-clock-stopped"),
        SlaStatus::None => return Html::default(),
    };
    let (used, target) = (locales::duration(language, sla.used), locales::duration(language, target));
    html! { <p class="clock__run">{ icon(name) }{ " " }{ rich(&text!(language, key, used = used, target = target)) }</p> }
}

/// How the deadline came about, a sentence a line.
fn explanation(clock: &Clock, view: &RequestView) -> Vec<String> {
    let language = clock.language;
    let (row, how) = (&view.row, &view.explanation);
    let mut lines = Vec::new();
    match row.sla.target {
        _ if how.set_by_hand => lines.push(text!(language, "req-how-by-hand")),
        Some(target) => {
            let time = locales::duration(language, target);
            lines.push(text!(language, "req-how-target", priority = row.priority, time = time));
        }
        None => lines.push(text!(language, "req-how-none")),
    }
    if row.sla.target.is_some() && !how.calendar.is_empty() {
        lines.push(text!(language, "req-how-calendar", calendar = how.calendar.as_str()));
    }
    lines.extend(how.exceptions.iter().cloned());
    let counted = |pause: &&PauseView| pause.ended_at.is_none() || pause.working_time >= SHORTEST_PAUSE;
    lines.extend(how.pauses.iter().filter(counted).map(|pause| pause_line(clock, pause)));
    match (how.captured_at, how.capture_deadline_at) {
        (Some(at), _) => lines.push(text!(language, "req-how-captured", at = clock.date_time(at))),
        (None, Some(at)) => lines.push(text!(language, "req-how-capture", at = clock.date_time(at))),
        (None, None) => {}
    }
    lines.extend(how.earlier_cycles.iter().filter_map(|cycle| cycle_line(clock, cycle)));
    if row.situation == Situation::Resolved {
        lines.push(text!(language, "req-how-reopened"));
    }
    lines
}

/// A time in which the clock stood still, and why.
fn pause_line(clock: &Clock, pause: &PauseView) -> String {
    let language = clock.language;
    let reason = if pause.waiting_requester { text!(language, "req-how-waited") } else { pause.reason.clone() };
    let from = clock.date_time(pause.started_at);
    match pause.ended_at {
        Some(until) => {
            let time = locales::duration(language, pause.working_time);
            text!(language, "req-how-pause", time = time, reason = reason, from = from, until = clock.date_time(until))
        }
        None => text!(language, "req-how-pausing", reason = reason, from = from),
    }
}

/// An earlier deadline of a request that was reopened, and whether it was met. None when it had no deadline.
fn cycle_line(clock: &Clock, cycle: &CycleView) -> Option<String> {
    let key = if cycle.met? { "req-how-cycle-met" } else { "req-how-cycle-missed" };
    Some(text!(clock.language, key, number = cycle.number, deadline = clock.date_time(cycle.deadline_at?)))
}
