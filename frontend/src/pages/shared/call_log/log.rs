//! The list of today's calls.

use super::link::LinkCallDialog;
use super::query::CallLogQuery;
use crate::calls::{number, why};
use crate::hooks::{Clock, Fetch, QueryState, use_clock, use_me};
use crate::pages::shared::paged_query::{on_filter, on_page, on_search};
use crate::route::{DeskRoute, Route};
use crate::ui::{
    Button, ButtonKind, Empty, Go, Href, Paging, SearchBox, Shown, Switch, Tab, Table, TableRow, ToggleGroup, icon,
    icon_fixed, loaded, skeleton_rows,
};
use contract::calls::{CallCounts, CallDirection, CallLink, CallResult, CallRow, CallState};
use contract::{Page, Role};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

const HEADS: [&str; 6] =
    ["calls-time", "calls-caller", "calls-queue-head", "calls-result", "calls-duration", "calls-about-head"];

/// Properties of [`Log`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the URL says.
    pub query: QueryState<CallLogQuery>,
    /// The calls.
    pub list: Fetch<Page<CallRow>>,
    /// Their counts.
    pub counts: Option<Rc<CallCounts>>,
    /// Everybody's calls are shown in any case. Otherwise the URL says whose, and a switch changes it.
    #[prop_or_default]
    pub everybody: bool,
    /// Called when somebody said what one of them was about.
    pub onchanged: Callback<()>,
}

/// Tabs, search, the switch between one's own and everybody's calls, and the table (cards on a telephone).
#[component]
pub fn Log(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let linking = use_state_eq(|| None::<CallRow>);
    let query = &props.query;
    let link = {
        let linking = linking.setter();
        Callback::from(move |row: CallRow| linking.set(Some(row)))
    };
    let close = {
        let linking = linking.setter();
        Callback::from(move |()| linking.set(None))
    };
    let onlinked = {
        let (close, changed) = (close.clone(), props.onchanged.clone());
        Callback::from(move |()| {
            close.emit(());
            changed.emit(());
        })
    };
    let everybody = props.everybody || query.value.everybody == Some(true);
    let attends = use_me().has(Role::Attendant);
    let view = |page: &Rc<Page<CallRow>>| {
        if page.items.is_empty() {
            return empty_list(language, query, everybody);
        }
        let rows = page.items.iter().map(|call| row(&clock, call, everybody, attends, &link)).collect();
        table(language, query, page, rows)
    };
    html! {
        <section class="sol-card sol-card--flush as__log" aria-label={text!(language, "calls-today")}>
            <div class="as__h">
                <h2 class="sol-h2">{ text!(language, "calls-today") }</h2>
                { tabs(language, query, props.counts.as_deref()) }
                if !props.everybody { { everybody_switch(language, query) } }
                { search_box(language, query) }
            </div>
            { loaded(&props.list, language, skeleton_rows(5), view) }
            if let Some(row) = &*linking { <LinkCallDialog row={row.clone()} onclose={close} ondone={onlinked} /> }
        </section>
    }
}

fn tabs(language: Language, query: &QueryState<CallLogQuery>, counts: Option<&CallCounts>) -> Html {
    let tab = |value: Option<&str>, key: &str, count: Option<i64>| {
        Tab::new(value.map(ToOwned::to_owned), text!(language, key)).count(count)
    };
    let items = vec![
        tab(None, "calls-all", counts.map(|counts| counts.received)),
        tab(Some("missed"), "calls-missed", counts.map(|counts| counts.missed + counts.abandoned)),
        tab(Some("unlinked"), "calls-unlinked", counts.map(|counts| counts.unlinked)),
    ];
    let onselect = on_filter(query, |query, show: Option<String>| query.show = show);
    html! {
        <ToggleGroup<Option<String>> label={text!(language, "calls-today")} {items} selected={query.value.show.clone()} {onselect} />
    }
}

/// The switch between one's own calls and everybody's.
fn everybody_switch(language: Language, query: &QueryState<CallLogQuery>) -> Html {
    let onchange = on_filter(query, |query, on: bool| query.everybody = on.then_some(true));
    html! { <Switch id="calls-everybody" label={text!(language, "calls-everybody")} on={query.value.everybody == Some(true)} {onchange} /> }
}

fn search_box(language: Language, query: &QueryState<CallLogQuery>) -> Html {
    html! {
        <span class="as__q">
            <SearchBox id="calls-search" label={text!(language, "calls-search")} value={query.value.search.clone().unwrap_or_default()}
                       onsearch={on_search(query)} />
        </span>
    }
}

/// No call at all, or none that matches.
fn empty_list(language: Language, query: &QueryState<CallLogQuery>, everybody: bool) -> Html {
    if query.value.is_filtered() {
        let onclick = {
            let query = query.clone();
            Callback::from(move |()| query.update(CallLogQuery::clear_filters))
        };
        let actions = html! { <Button label={text!(language, "calls-clear")} {onclick} /> };
        return html! { <Empty icon="search" title={text!(language, "calls-none-found")} {actions} /> };
    }
    let text = text!(language, if everybody { "calls-none-text-all" } else { "calls-none-text" });
    html! { <Empty icon="phone" title={text!(language, "calls-none")}>{ text }</Empty> }
}

fn table(language: Language, query: &QueryState<CallLogQuery>, page: &Rc<Page<CallRow>>, rows: Vec<TableRow>) -> Html {
    let heads: Vec<AttrValue> = HEADS.iter().map(|key| text!(language, key).into()).collect();
    let shown = Shown::from(&**page);
    html! {
        <>
            <Table label={text!(language, "calls-today")} {heads} {rows} />
            if shown.next.is_some() || shown.previous.is_some() { <Paging {shown} onpage={on_page(query)} /> }
        </>
    }
}

fn row(clock: &Clock, call: &CallRow, everybody: bool, attends: bool, link: &Callback<CallRow>) -> TableRow {
    let language = clock.language;
    let attendant = call.attendant.as_ref().filter(|_| everybody).map(|person| person.name.clone());
    let queue = call.queue.clone().unwrap_or_else(|| text!(language, "calls-no-queue"));
    TableRow::new(
        call.id,
        vec![
            html! { <time class="sol-mono" datetime={call.at.to_rfc3339()}>{ clock.time(call.at) }</time> },
            caller(language, call),
            html! { <><span>{ queue }</span>if let Some(name) = attendant { <span class="sol-sub">{ name }</span> }</> },
            result(language, call),
            html! { <span class="as__d">{ duration(language, call) }</span> },
            conclusion(clock, call, attends, link),
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
    let parts = [outbound, (name != number).then_some(number), known.and_then(|_| why(language, call))];
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

/// What the call was about: its requests, tag and call-back, or a button to say it. Requests open on the desktop for
/// attendants, and in the portal for other administrators.
fn conclusion(clock: &Clock, call: &CallRow, attends: bool, link: &Callback<CallRow>) -> Html {
    let language = clock.language;
    let request = |request: &CallLink| {
        let number = request.number;
        let to = if attends { Href::to(&DeskRoute::Request { number }) } else { Href::to(&Route::Request { number }) };
        html! {
            <span class="as__l">
                <Go {to} class="sol-mono">{ number }</Go>
                { " " }{ text!(language, &crate::text::code("calls-link", request.kind)) }
            </span>
        }
    };
    let onclick = {
        let row = call.clone();
        link.reform(move |()| row.clone())
    };
    html! {
        <>
            { for first_links(call).into_iter().map(request) }
            if let Some(tag) = call.tag { <span>{ text!(language, &crate::text::code("calls-tag", tag)) }</span> }
            if let Some(at) = call.call_back_due_at { <span>{ text!(language, "calls-back-until", at = crate::calls::moment(clock, at)) }</span> }
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
