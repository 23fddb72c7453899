//! The log of the web services: their last calls.

use super::services::service;
use super::times::{milliseconds, to_the_second};
use crate::hooks::{Clock, use_clock};
use crate::pages::admin::shared::{matches, use_search};
use crate::ui::{Button, ButtonKind, Card, Empty, SearchBox, Table, TableRow, icon, screen_reader_text};
use contract::console::ServiceCall;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Calls that are shown at first.
const FIRST: usize = 20;
/// Characters of an answer beyond which only its beginning is shown.
const LONG: usize = 40;

/// The keys of the column heads.
const HEADS: [&str; 6] =
    ["console-at", "console-service", "console-token", "console-input", "console-answer", "console-time"];

/// Properties of [`ServiceCalls`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The calls, the newest first.
    pub calls: Rc<Vec<ServiceCall>>,
    /// Called with a call to repeat in the simulator.
    pub onrepeat: Callback<ServiceCall>,
}

/// The list.
#[component]
pub fn ServiceCalls(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let search = use_search();
    let all = use_state_eq(|| false);
    let found: Vec<&ServiceCall> =
        props.calls.iter().filter(|call| matches(&search.0, &searchable_text(call))).collect();
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
            if rows.is_empty() { { empty_list(language, props.calls.is_empty()) } } else { <Table label={title} {heads} {rows} /> }
            { more.unwrap_or_default() }
        </Card>
    }
}

/// What can be searched for in a call.
fn searchable_text(call: &ServiceCall) -> String {
    let arguments: Vec<String> = call.arguments.iter().map(|(name, value)| format!("{name} {value}")).collect();
    let token = call.token.as_deref().unwrap_or_default();
    format!("{} {token} {} {} {}", call.service, arguments.join(" "), call.status, call.answer)
}

/// Says that there are no calls yet, or none that match the search.
fn empty_list(language: Language, no_calls: bool) -> Html {
    let (icon, title, explanation) = if no_calls {
        ("phone-slash", "console-calls-none", "console-calls-none-text")
    } else {
        ("search", "admin-none-found", "console-calls-not-found-text")
    };
    html! { <Empty {icon} title={text!(language, title)}>{ text!(language, explanation) }</Empty> }
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

/// The arguments in the order of the form, then those that the web service does not have.
fn arguments(language: Language, call: &ServiceCall) -> Html {
    let known = service(&call.service).map_or(&[][..], |service| service.arguments);
    let position = |name: &str| known.iter().position(|known| *known == name).unwrap_or(known.len());
    let mut given: Vec<(&String, &String)> = call.arguments.iter().collect();
    given.sort_by_key(|(name, _)| position(name));
    let argument = |(name, value): (&String, &String)| {
        let value =
            if is_masked(value) { text!(language, "console-hidden", count = value.len()) } else { value.clone() };
        html! { <span class="tc__argument"><span class="sol-subtle">{ name }</span>{ " " }<span>{ value }</span></span> }
    };
    html! { <span class="tc__arguments">{ for given.into_iter().map(argument) }</span> }
}

/// True for a value that the log hides: asterisks only.
fn is_masked(value: &str) -> bool {
    !value.is_empty() && value.chars().all(|c| c == '*')
}

/// The answer. A long one shows its beginning, and all of it on demand.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_value_has_asterisks_only() {
        for (value, masked) in [("***", true), ("", false), ("*1*", false), ("123", false)] {
            assert_eq!(is_masked(value), masked, "{value:?}");
        }
    }
}
