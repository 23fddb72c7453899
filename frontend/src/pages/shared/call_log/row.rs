//! A row of the call log.

use crate::calls::{match_reason, moment, number};
use crate::hooks::Clock;
use crate::route::{DeskRoute, Route};
use crate::ui::{Button, ButtonKind, Go, Href, TableRow, icon, icon_fixed};
use contract::calls::{CallDirection, CallLink, CallResult, CallRow, CallState};
use locales::{Language, text};
use yew::prelude::*;

/// How a row is shown, and what its button does.
pub struct RowOptions<'a> {
    /// The name of the attendant is shown.
    pub attendant: bool,
    /// Requests open on the desktop; in the portal otherwise.
    pub on_desktop: bool,
    /// Called with the call when somebody wants to say what it was about.
    pub onlink: &'a Callback<CallRow>,
}

/// The cells of a call.
pub fn row(clock: &Clock, call: &CallRow, options: &RowOptions<'_>) -> TableRow {
    let language = clock.language;
    let attendant = call.attendant.as_ref().filter(|_| options.attendant).map(|person| person.name.clone());
    let queue = call.queue.clone().unwrap_or_else(|| text!(language, "calls-no-queue"));
    TableRow::new(
        call.id,
        vec![
            html! { <time class="sol-mono" datetime={call.at.to_rfc3339()}>{ clock.time(call.at) }</time> },
            caller(language, call),
            html! { <><span>{ queue }</span>if let Some(name) = attendant { <span class="sol-sub">{ name }</span> }</> },
            result(language, call),
            html! { <span class="as__d">{ duration(language, call) }</span> },
            conclusion(clock, call, options),
        ],
    )
}

/// The caller's name, their number, why they were recognised, and whether the number may be forged.
fn caller(language: Language, call: &CallRow) -> Html {
    let known = call.person.as_ref().map(|person| person.name.clone());
    let number = number(language, call.number.as_deref(), call.number_withheld);
    let name = known.clone().or_else(|| call.number.is_none().then(|| number.clone()));
    let name = name.unwrap_or_else(|| text!(language, "calls-unknown"));
    let outbound = (call.direction == CallDirection::Outbound).then(|| text!(language, "calls-outbound"));
    let parts = [outbound, (name != number).then_some(number), known.and_then(|_| match_reason(language, call))];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    html! {
        <>
            <strong class="as__n">{ name }</strong>
            <span class="sol-sub">{ parts.join(" · ") }</span>
            if !call.verified {
                <span class="as__unverified" title={text!(language, "calls-unverified-title")}>
                    { icon("exclamation-triangle") }{ " " }{ text!(language, "calls-unverified") }
                </span>
            }
        </>
    }
}

/// How it ended, or how it stands while it goes on: a word with an icon.
fn result(language: Language, call: &CallRow) -> Html {
    let (class, name) = match (call.state, call.result) {
        (CallState::Ended, Some(CallResult::Answered)) => ("as__r--ok", "check"),
        (CallState::Ended, Some(CallResult::Missed | CallResult::Busy | CallResult::Declined)) => {
            ("as__r--late", "phone-slash")
        }
        (CallState::Ended, Some(CallResult::Abandoned)) => ("as__r--warn", "user-clock"),
        _ => ("", "phone"),
    };
    let word = match (call.state, call.result) {
        (CallState::Ended, Some(result)) => text!(language, &crate::text::code("calls-result", result)),
        (CallState::Ended, None) => text!(language, "calls-result-unknown"),
        (state, _) => text!(language, &crate::text::code("calls-now", state)),
    };
    html! { <span class={classes!("as__r", class)}>{ icon_fixed(name) }{ " " }{ word }</span> }
}

/// How long it lasted, rang, or waited in the queue.
fn duration(language: Language, call: &CallRow) -> String {
    let Some(seconds) = call.seconds else { return String::new() };
    let time = locales::talk(language, seconds);
    match call.result {
        Some(CallResult::Missed | CallResult::Busy | CallResult::Declined) => {
            text!(language, "calls-rang", time = time)
        }
        Some(CallResult::Abandoned) => text!(language, "calls-waited", time = time),
        _ => time,
    }
}

/// What the call was about: its requests, tag and call-back, or a button to say it.
fn conclusion(clock: &Clock, call: &CallRow, options: &RowOptions<'_>) -> Html {
    let language = clock.language;
    let request = |request: &CallLink| {
        let number = request.number;
        let to = if options.on_desktop {
            Href::to(&DeskRoute::Request { number })
        } else {
            Href::to(&Route::Request { number })
        };
        html! {
            <span class="as__l">
                <Go {to} class="sol-mono">{ number }</Go>
                { " " }{ text!(language, &crate::text::code("calls-link", request.kind)) }
            </span>
        }
    };
    let onclick = {
        let row = call.clone();
        options.onlink.reform(move |()| row.clone())
    };
    html! {
        <>
            { for first_links(call).into_iter().map(request) }
            if let Some(tag) = call.tag { <span>{ text!(language, &crate::text::code("calls-tag", tag)) }</span> }
            if let Some(at) = call.call_back_due_at { <span>{ text!(language, "calls-back-until", at = moment(clock, at)) }</span> }
            if can_be_linked(call) {
                <Button kind={ButtonKind::Secondary} small=true icon="link" label={text!(language, "calls-link")} {onclick} />
            }
        </>
    }
}

/// The requests of a call, each once: one that was opened and linked later is listed twice.
fn first_links(call: &CallRow) -> Vec<&CallLink> {
    let links = call.requests.iter().enumerate();
    let is_first = |(index, link): &(usize, &CallLink)| {
        !call.requests.iter().take(*index).any(|earlier| earlier.number == link.number)
    };
    links.filter(is_first).map(|(_, link)| link).collect()
}

/// True when nothing says yet what the call was about, and the viewer may say it. A call that nobody answered was
/// about nothing.
fn can_be_linked(call: &CallRow) -> bool {
    let unexplained = call.requests.is_empty() && call.tag.is_none() && call.call_back_due_at.is_none();
    let talked = call.state == CallState::Ended && matches!(call.result, None | Some(CallResult::Answered));
    unexplained && talked && call.may_conclude
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use contract::calls::{CallRequestKind, CallTag};

    fn call() -> CallRow {
        CallRow {
            id: 1,
            at: DateTime::UNIX_EPOCH,
            direction: CallDirection::Inbound,
            number: None,
            number_withheld: false,
            caller_name: None,
            verified: true,
            person: None,
            matched_by: None,
            candidates: 0,
            extension: None,
            attendant: None,
            queue: None,
            state: CallState::Ended,
            result: Some(CallResult::Answered),
            seconds: None,
            requests: Vec::new(),
            tag: None,
            call_back_due_at: None,
            may_conclude: true,
        }
    }

    fn link(number: i64, kind: CallRequestKind) -> CallLink {
        CallLink { number, title: String::new(), kind }
    }

    #[test]
    fn a_request_is_listed_once_as_what_came_first() {
        let (opened, linked) = (CallRequestKind::Opened, CallRequestKind::Linked);
        let requests = vec![link(7, opened), link(8, linked), link(7, linked)];
        let call = CallRow { requests, ..call() };
        let kinds: Vec<_> = first_links(&call).iter().map(|link| (link.number, link.kind)).collect();
        assert_eq!(kinds, [(7, opened), (8, linked)]);
    }

    #[test]
    fn an_answered_call_that_nothing_explains_can_be_linked() {
        assert!(can_be_linked(&call()));
        assert!(can_be_linked(&CallRow { result: None, ..call() }));
    }

    #[test]
    fn a_call_cannot_be_linked_twice_nor_while_it_goes_on_nor_by_others() {
        let others = [
            CallRow { tag: CallTag::ALL.first().copied(), ..call() },
            CallRow { requests: vec![link(7, CallRequestKind::Opened)], ..call() },
            CallRow { call_back_due_at: Some(DateTime::UNIX_EPOCH), ..call() },
            CallRow { state: CallState::Talking, result: None, ..call() },
            CallRow { result: Some(CallResult::Missed), ..call() },
            CallRow { may_conclude: false, ..call() },
        ];
        for other in others {
            assert!(!can_be_linked(&other), "{other:?}");
        }
    }
}
