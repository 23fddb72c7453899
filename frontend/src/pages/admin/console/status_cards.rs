//! The state of telephony in four cards: the connection, the last event, the rights, and the web services.

use super::times::{ago, milliseconds};
use crate::hooks::{Clock, use_clock, use_tick};
use crate::pages::admin::parameters::parameter_href;
use crate::route::AdminRoute;
use crate::ui::{Go, icon, icon_fixed};
use contract::console::{Console, MonitorPhase, MonitorView, ServiceFigures};
use locales::{Language, text};
use yew::prelude::*;

/// The number of the parameter that has the telephone exchange watched.
const WATCH: i32 = 177;

/// Properties of [`StatusCards`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The state, as the server told it.
    pub console: Console,
}

/// The cards. They are rendered every second, so that times count on.
#[component]
pub fn StatusCards(props: &Props) -> Html {
    use_tick(1_000);
    let clock = use_clock();
    let (language, console) = (clock.language, &props.console);
    html! {
        <div class="tc__cards">
            { card(language, "console-exchange", "plug", exchange(&clock, &console.monitor)) }
            { card(language, "console-event", "heartbeat", event(&clock, console)) }
            { card(language, "console-rights", "user-lock", rights(language, &console.monitor)) }
            { card(language, "console-services", "tachometer-alt", services(&clock, &console.services)) }
        </div>
    }
}

/// The content of a card: its value, and more about it.
type CardContent = (Html, Html);

fn card(language: Language, name: &str, icon: &'static str, (value, about): CardContent) -> Html {
    html! {
        <section class="sol-card tc__card" aria-label={text!(language, name)}>
            <h2 class="tc__l">{ icon_fixed(icon) }{ text!(language, name) }</h2>
            <div class="tc__v">{ value }</div>
            <div class="tc__about">{ about }</div>
        </section>
    }
}

/// A word about a state, with an icon that tells good from bad.
fn state(class: &'static str, name: &'static str, word: String) -> Html {
    html! { <span class={classes!("tc__state", class)}>{ icon(name) }<span>{ word }</span></span> }
}

/// Whether the telephone exchange is connected.
fn exchange(clock: &Clock, monitor: &MonitorView) -> CardContent {
    let language = clock.language;
    let (class, name) = match monitor.phase {
        MonitorPhase::Off => ("", "power-off"),
        MonitorPhase::Waiting => ("is-warn", "exclamation-triangle"),
        MonitorPhase::Connecting => ("", "sync-alt"),
        MonitorPhase::Connected => ("is-ok", "check-circle"),
    };
    let word = text!(language, &crate::text::code("console-phase", monitor.phase));
    let value = html! { <span role="status">{ state(class, name, word) }</span> };
    if monitor.phase == MonitorPhase::Off {
        let link = text!(language, "console-off-link", number = WATCH);
        let explanation = text!(language, "console-off-watching");
        return (value, html! { <><p>{ explanation }</p><p><Go to={parameter_href(WATCH)}>{ link }</Go></p></> });
    }
    let since = monitor.since.map(|at| text!(language, "console-since", at = clock.date_time(at)));
    let next = monitor.next_try_at.map(|at| clock.until(at)).map(|seconds| match seconds {
        ..=0 => text!(language, "console-next-now"),
        seconds => text!(language, "console-next", seconds = seconds),
    });
    let about = html! {
        <>
            if let Some(explanation) = &monitor.explanation { <p>{ explanation }</p> }
            if let Some(next) = next { <p>{ next }</p> }
            <p><span class="tc__address">{ &monitor.address }</span>{ " " }{ since.unwrap_or_default() }</p>
        </>
    };
    (value, about)
}

/// When the last event came from the exchange.
fn event(clock: &Clock, console: &Console) -> CardContent {
    let language = clock.language;
    let last = console.monitor.last_event_at;
    let value = last.map_or_else(|| text!(language, "console-event-none"), |at| ago(clock, at));
    let calls = text!(language, "console-calls-now", count = console.monitor.calls);
    let extensions = text!(language, "console-extensions", count = console.extensions);
    let all = html! { <Go to={AdminRoute::Calls}>{ text!(language, "console-everybodys-calls") }</Go> };
    (html! { { value } }, html! { <><p>{ calls }{ ", " }{ extensions }</p><p>{ all }</p></> })
}

/// Whether the exchange grants the rights that are needed.
fn rights(language: Language, monitor: &MonitorView) -> CardContent {
    let missing = &monitor.missing_rights;
    if missing.is_empty() && monitor.phase != MonitorPhase::Connected {
        let value = state("", "question-circle", text!(language, "console-rights-unknown"));
        return (value, html! { <p>{ text!(language, "console-rights-unknown-text") }</p> });
    }
    if missing.is_empty() {
        let value = state("is-ok", "check-circle", text!(language, "console-rights-all"));
        return (value, html! { <p>{ text!(language, "console-rights-all-text") }</p> });
    }
    let word = text!(language, "console-rights-missing", count = missing.len());
    let value = state("is-warn", "exclamation-triangle", word);
    (value, html! { <>{ for missing.iter().map(|right| html! { <p>{ right }</p> }) }</> })
}

/// How fast the web services answer.
fn services(clock: &Clock, figures: &ServiceFigures) -> CardContent {
    let language = clock.language;
    let Some(since) = figures.since else {
        let value = text!(language, "console-services-none");
        return (html! { { value } }, html! { <p>{ text!(language, "console-services-none-text") }</p> });
    };
    let time = |microseconds| milliseconds(language, microseconds);
    let value = html! {
        <abbr title={text!(language, "console-p99")}>{ "p99" }</abbr>
    };
    let calls = text!(language, "console-calls-since", count = figures.calls, at = clock.date_time(since));
    let refused = text!(language, "console-refused", count = figures.refused);
    let median = text!(language, "console-median", time = time(figures.median_microseconds));
    (
        html! { <>{ value }{ " " }{ time(figures.p99_microseconds) }</> },
        html! { <><p>{ calls }{ ", " }{ refused }</p><p>{ median }</p></> },
    )
}
