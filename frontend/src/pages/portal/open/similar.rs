//! The person's own open requests that are similar to what is being typed, so that they do not open one twice.

use crate::api;
use crate::hooks::{use_clock, use_debounced, use_fetch};
use crate::route::{Route, Show, request_at};
use crate::ui::{Button, ButtonKind, Go, LinkButton, icon};
use contract::requests::{SimilarQuery, SimilarView};
use locales::text;
use std::collections::BTreeSet;
use yew::prelude::*;

/// How long nobody must have typed before the search begins.
const PAUSE_MS: u32 = 600;
/// Characters from which on a search makes sense. Fewer are similar to everything.
const SHORTEST_TEXT: usize = 8;
/// Characters that are sent at most.
const LONGEST_TEXT: usize = 500;

/// Properties of [`Similar`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The identifier of the service.
    pub service: i64,
    /// The title, as typed so far.
    pub title: String,
    /// The description, as typed so far.
    pub description: String,
}

/// The similar requests, and a button that hides them.
#[component]
pub fn Similar(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let text: String = format!("{} {}", props.title, props.description).trim().chars().take(LONGEST_TEXT).collect();
    let text = use_debounced(text, PAUSE_MS);
    let found = use_fetch((props.service, text), |(service, text)| async move {
        if text.chars().count() < SHORTEST_TEXT {
            return Ok(Vec::new());
        }
        api::requests::similar(&SimilarQuery { text, service_id: Some(service) }).await
    });
    let dismissed = use_state_eq(BTreeSet::<i64>::new);
    // When the search fails, nothing is suggested: the form works without it.
    let list: Vec<SimilarView> = found.data().map(|list| list.to_vec()).unwrap_or_default();
    let list: Vec<SimilarView> = list.into_iter().filter(|one| !dismissed.contains(&one.number)).collect();
    let dismiss = {
        let numbers: Vec<i64> = list.iter().map(|one| one.number).collect();
        let dismissed = dismissed.clone();
        Callback::from(move |()| dismissed.set(dismissed.iter().copied().chain(numbers.iter().copied()).collect()))
    };
    let line = |one: &SimilarView| {
        let situation = text!(language, &crate::text::code("situation", one.situation));
        let since = clock.date_time(one.opened_at);
        let state = match &one.responsible {
            Some(person) => text!(
                language,
                "open-similar-with",
                situation = situation,
                person = person.name.as_str(),
                since = since
            ),
            None => text!(language, "open-similar-since", situation = situation, since = since),
        };
        html! {
            <li key={one.number}>
                <div class="sol-grow">
                    <span class="sol-mono sol-subtle">{ one.number }</span>{ " " }
                    <Go to={Route::Request { number: one.number }}>{ &one.title }</Go>
                    <div class="sol-small sol-subtle">{ state }</div>
                </div>
                if one.can_message {
                    <LinkButton small=true icon="comments" to={request_at(one.number, Show::Messages)}
                        label={text!(language, "open-similar-write")} />
                }
            </li>
        }
    };
    html! {
        <div role="status">
            if !list.is_empty() {
                <section class="dup">
                    <div class="dup__h">{ icon("clone") }<strong>{ text!(language, "open-similar", count = list.len()) }</strong>
                        <span class="sol-end sol-small"><Button kind={ButtonKind::Inline}
                            label={text!(language, "open-similar-dismiss")} onclick={dismiss} /></span></div>
                    <ul>{ for list.iter().map(line) }</ul>
                </section>
            }
        </div>
    }
}
