//! The last calls to the web services.

use super::super::shared::{matches, use_search};
use super::fields::service;
use super::words::{milliseconds, to_the_second};
use crate::hooks::{Clock, use_clock};
use crate::ui::{Button, ButtonKind, Card, Empty, SearchBox, Table, TableRow, icon, screen_reader_text};
use contract::console::ServiceCall;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// How many are shown at first.
const FIRST: usize = 20;
/// Characters of an answer beyond which only its beginning is shown.
const LONG: usize = 40;

const HEADS: [&str; 6] =
    ["console-at", "console-service", "console-token", "console-input", "console-answer", "console-time"];

/// Properties of [`Calls`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The calls, the newest first.
    pub calls: Rc<Vec<ServiceCall>>,
    /// One is to be simulated.
    pub onrepeat: Callback<ServiceCall>,
}

/// The list.
#[component]
pub fn Calls(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let search = use_search();
    let all = use_state_eq(|| false);
    let found: Vec<&ServiceCall> = props.calls.iter().filter(|call| matches(&search.0, &about(call))).collect();
    let shown = if *all { found.len() } else { FIRST };
    let rows: Vec<TableRow> = found.iter().take(shown).map(|call| row(&clock, call, &props.onrepeat)).collect();
    let mut heads: Vec<AttrValue> = HEADS.iter().map(|key| text!(language, key).into()).collect();
    heads.push(AttrValue::default());
    let title = text!(language, "console-calls");
    let more = (found.len() > shown).then(|| {
        let all = all.setter();
        let label = text!(language, "console-calls-all", count = found.len());
        html! { <div class="tc__more"><Button kind={ButtonKind::Link} {label} onclick={move |()| all.set(true)} /></div> }
    });
    let tools = html! {
        <div class="tc__q"><SearchBox id="console-search" label={text!(language, "console-search")} value={search.0.clone()} onsearch={search.1.clone()} eager=true /></div>
    };
    html! {
        <Card flush=true title={title.clone()} class={classes!("tc__calls")} action={tools}>
            if rows.is_empty() { { none(language, props.calls.is_empty()) } } else { <Table label={title} {heads} {rows} /> }
            { more.unwrap_or_default() }
        </Card>
    }
}

/// What can be searched for.
fn about(call: &ServiceCall) -> String {
    let arguments: Vec<String> = call.arguments.iter().map(|(name, value)| format!("{name} {value}")).collect();
    let token = call.token.as_deref().unwrap_or_default();
    format!("{} {token} {} {} {}", call.service, arguments.join(" "), call.status, call.answer)
}

fn none(language: Language, at_all: bool) -> Html {
    let (icon, title, said) = if at_all {
        ("phone-slash", "console-calls-none", "console-calls-none-text")
    } else {
        ("search", "admin-none-found", "console-calls-not-found-text")
    };
    html! { <Empty {icon} title={text!(language, title)}>{ text!(language, said) }</Empty> }
}

fn row(clock: &Clock, call: &ServiceCall, onrepeat: &Callback<ServiceCall>) -> TableRow {
    let language = clock.language;
    let repeat = {
        let call = call.clone();
        onrepeat.reform(move |()| call.clone())
    };
    let token = call.token.clone().unwrap_or_else(|| text!(language, "console-token-none"));
    TableRow::new(
        call.id,
        vec![
            html! { <time class="sol-mono" datetime={call.at.to_rfc3339()}>{ to_the_second(clock, call.at) }</time> },
            html! { { &call.service } },
            html! { <span class={classes!(call.token.is_none().then_some("sol-subtle"))}>{ token }</span> },
            arguments(language, call),
            answer(language, call),
            html! { <span class="sol-mono">{ milliseconds(language, call.microseconds) }</span> },
            html! { <Button kind={ButtonKind::Link} small=true icon="redo" label={text!(language, "console-repeat")} onclick={repeat} /> },
        ],
    )
}

/// The arguments in the order of the form, then those that the service does not know.
fn arguments(language: Language, call: &ServiceCall) -> Html {
    let known = service(&call.service).map_or(&[][..], |service| service.arguments);
    let place = |name: &str| known.iter().position(|known| *known == name).unwrap_or(known.len());
    let mut given: Vec<(&String, &String)> = call.arguments.iter().collect();
    given.sort_by_key(|(name, _)| place(name));
    let argument = |(name, value): (&String, &String)| {
        let hidden = !value.is_empty() && value.chars().all(|c| c == '*');
        let value = if hidden { text!(language, "console-hidden", count = value.len()) } else { value.clone() };
        html! { <span class="tc__argument"><span class="sol-subtle">{ name }</span>{ " " }<span>{ value }</span></span> }
    };
    html! { <span class="tc__arguments">{ for given.into_iter().map(argument) }</span> }
}

fn answer(language: Language, call: &ServiceCall) -> Html {
    if call.answer.is_empty() {
        return html! { <span class="sol-subtle">{ text!(language, "console-empty") }</span> };
    }
    let refused = call.status >= 400;
    let class = classes!("tc__answer", refused.then_some("is-late"));
    let code = |text: String| {
        html! {
            <code class={class.clone()}>
                if refused {
                    { icon("exclamation-circle") }
                    { screen_reader_text(format!("{} ", text!(language, "console-refused-one"))) }
                }
                { text }
            </code>
        }
    };
    if call.answer.chars().count() <= LONG {
        return code(call.answer.clone());
    }
    let beginning: String = call.answer.chars().take(LONG).collect();
    html! { <details class="tc__long"><summary>{ code(beginning) }</summary><code>{ &call.answer }</code></details> }
}
