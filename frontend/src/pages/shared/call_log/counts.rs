//! The counts of a day's calls.

use crate::hooks::{Fetch, use_language};
use crate::ui::{icon, loaded, screen_reader_text, skeleton_lines};
use contract::calls::CallCounts;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Counts`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The counts.
    pub counts: Fetch<CallCounts>,
    /// They count everybody's calls, not only one's own.
    pub everybody: bool,
}

/// Received, answered, missed and abandoned calls, and the average duration.
#[component]
pub fn Counts(props: &Props) -> Html {
    let language = use_language();
    let figure = |value: Html, class: &'static str, name: &'static str, key: &str, count: i64| {
        html! {
            <div {class}><strong>{ value }</strong><span>{ icon(name) }{ " " }{ text!(language, key, count = count) }</span></div>
        }
    };
    let view = |counts: &Rc<CallCounts>| {
        let average = match counts.average_seconds {
            Some(seconds) => html! { { locales::talk(language, seconds) } },
            None => html! {
                <>
                    { "–" }
                    { screen_reader_text(text!(language, "ui-none")) }
                </>
            },
        };
        let number = |value: i64, class, name, key| figure(html! { { value } }, class, name, key, value);
        html! {
            <div class="as__k">
                { number(counts.received, "", "phone", "calls-count-received") }
                { number(counts.answered, "sol-sla--ok", "check", "calls-count-answered") }
                { number(counts.missed, "sol-sla--late", "phone-slash", "calls-count-missed") }
                { number(counts.abandoned, "sol-sla--warn", "user-clock", "calls-count-abandoned") }
                { figure(average, "", "clock", "calls-count-average", 0) }
            </div>
        }
    };
    let label = text!(language, if props.everybody { "calls-day-all" } else { "calls-day-mine" });
    html! {
        <section class="sol-card as__kc" aria-label={label}>
            { loaded(&props.counts, language, skeleton_lines(&[80, 50]), view) }
        </section>
    }
}
