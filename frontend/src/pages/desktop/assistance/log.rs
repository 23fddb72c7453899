//! Today's calls.

use super::Query;
use super::link::LinkDialog;
use crate::calls::{match_reason, number};
use crate::hooks::{Clock, Fetch, QueryState, use_clock, use_me};
use crate::route::{DeskRoute, Route};
use crate::ui::{
    Button, ButtonKind, Empty, Go, Href, Paging, SearchBox, Shown, Switch, Tab, Table, TableRow, ToggleGroup, icon,
    icon_fixed, loaded, skeleton_rows,
};
use contract::calls::{CallCounts, CallDirection, CallResult, CallRow, CallState};
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
    pub query: QueryState<Query>,
    /// The calls.
    pub list: Fetch<Page<CallRow>>,
    /// Their numbers.
    pub counts: Option<Rc<CallCounts>>,
    /// They are everybody's in any case; otherwise the URL says so, and a switch changes it.
    #[prop_or_default]
    pub everybody: bool,
    /// Something was said about one of them.
    pub onchanged: Callback<()>,
}

/// Tabs, search, one's own or everybody's; a table, or cards on a telephone.
#[component]
pub fn Log(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let asked = use_state_eq(|| None::<CallRow>);
    let query = &props.query;
    let ask = {
        let asked = asked.setter();
        Callback::from(move |row: CallRow| asked.set(Some(row)))
    };
    let close = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(None))
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
            return nothing(language, query, everybody);
        }
        let rows = page.items.iter().map(|call| row(&clock, call, everybody, attends, &ask)).collect();
        table(language, query, page, rows)
    };
    html! {
        <section class="sol-card sol-card--flush as__log" aria-label={text!(language, "calls-today")}>
            <div class="as__h">
                <h2 class="sol-h2">{ text!(language, "calls-today") }</h2>
                { filters(language, query, props.counts.as_deref()) }
                if !props.everybody { { whose(language, query) } }
                { search(language, query) }
            </div>
            { loaded(&props.list, language, skeleton_rows(5), view) }
            if let Some(row) = &*asked { <LinkDialog row={row.clone()} onclose={close} ondone={onlinked} /> }
        </section>
    }
}

fn filters(language: Language, query: &QueryState<Query>, counts: Option<&CallCounts>) -> Html {
    let tab = |value: Option<&str>, key: &str, count: Option<i64>| {
        Tab::new(value.map(ToOwned::to_owned), text!(language, key)).count(count)
    };
    let items = vec![
        tab(None, "calls-all", counts.map(|counts| counts.received)),
        tab(Some("missed"), "calls-missed", counts.map(|counts| counts.missed + counts.abandoned)),
        tab(Some("unlinked"), "calls-unlinked", counts.map(|counts| counts.unlinked)),
    ];
    let change = |change: fn(&mut Query, Option<String>)| {
        let query = query.clone();
        move |value: Option<String>| {
            query.update(|query| {
                change(query, value);
                query.cursor = None;
            });
        }
    };
    html! {
        <ToggleGroup<Option<String>> label={text!(language, "calls-today")} {items} selected={query.value.show.clone()}
                                     onselect={Callback::from(change(|query, show| query.show = show))} />
    }
}

/// One's own calls, or everybody's.
fn whose(language: Language, query: &QueryState<Query>) -> Html {
    let onchange = {
        let query = query.clone();
        Callback::from(move |on: bool| {
            query.update(|query| {
                query.everybody = on.then_some(true);
                query.cursor = None;
            });
        })
    };
    html! { <Switch id="calls-everybody" label={text!(language, "calls-everybody")} on={query.value.everybody == Some(true)} {onchange} /> }
}

fn search(language: Language, query: &QueryState<Query>) -> Html {
    let onsearch = {
        let query = query.clone();
        Callback::from(move |text: String| {
            query.adjust(|query| {
                query.search = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
                query.cursor = None;
            });
        })
    };
    html! {
        <span class="as__q">
            <SearchBox id="calls-search" label={text!(language, "calls-search")} value={query.value.search.clone().unwrap_or_default()} {onsearch} />
        </span>
    }
}

/// No call at all, or none that matches.
fn nothing(language: Language, query: &QueryState<Query>, everybody: bool) -> Html {
    if query.value.search.is_some() || query.value.show.is_some() {
        let onclick = {
            let query = query.clone();
            Callback::from(move |()| {
                query.update(|query| *query = Query { everybody: query.everybody, ..Query::default() })
            })
        };
        let actions = html! { <Button label={text!(language, "calls-clear")} {onclick} /> };
        return html! { <Empty icon="search" title={text!(language, "calls-none-found")} {actions} /> };
    }
    let text = text!(language, if everybody { "calls-none-text-all" } else { "calls-none-text" });
    html! { <Empty icon="phone" title={text!(language, "calls-none")}>{ text }</Empty> }
}

fn table(language: Language, query: &QueryState<Query>, page: &Rc<Page<CallRow>>, rows: Vec<TableRow>) -> Html {
    let heads: Vec<AttrValue> = HEADS.iter().map(|key| text!(language, key).into()).collect();
    let shown = Shown::from(&**page);
    let onpage = {
        let query = query.clone();
        Callback::from(move |cursor: String| query.update(|query| query.cursor = Some(cursor)))
    };
    html! {
        <>
            <Table label={text!(language, "calls-today")} {heads} {rows} />
            if shown.next.is_some() || shown.previous.is_some() { <Paging {shown} {onpage} /> }
        </>
    }
}

fn row(clock: &Clock, call: &CallRow, everybody: bool, attends: bool, ask: &Callback<CallRow>) -> TableRow {
    let language = clock.language;
    let attendant = call.attendant.as_ref().filter(|_| everybody).map(|person| person.name.clone());
    let queue = call.queue.clone().unwrap_or_else(|| text!(language, "calls-no-queue"));
    TableRow::new(
        call.id,
        vec![
            html! { <time class="sol-mono" datetime={call.at.to_rfc3339()}>{ clock.time(call.at) }</time> },
            who(language, call),
            html! { <><span>{ queue }</span>if let Some(name) = attendant { <span class="sol-sub">{ name }</span> }</> },
            result(language, call),
            html! { <span class="as__d">{ duration(language, call) }</span> },
            about(clock, call, attends, ask),
        ],
    )
}

/// The caller, by which number, and why them; whether all that may be forged.
fn who(language: Language, call: &CallRow) -> Html {
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

/// How it ended, in a word with its icon; how it stands while it goes on.
fn result(language: Language, call: &CallRow) -> Html {
    let (look, name) = match (call.state, call.result) {
        (CallState::Ended, Some(CallResult::Answered)) => ("as__r--ok", "check"),
        (CallState::Ended, Some(CallResult::Missed | CallResult::Busy | CallResult::Declined)) => {
            ("as__r--late", "phone-slash")
        }
        (CallState::Ended, Some(CallResult::Abandoned)) => ("as__r--warn", "user-clock"),
        _ => ("", "phone"),
    };
    let said = match (call.state, call.result) {
        (CallState::Ended, Some(result)) => text!(language, &crate::text::code("calls-result", result)),
        (CallState::Ended, None) => text!(language, "calls-result-unknown"),
        (state, _) => text!(language, &crate::text::code("calls-now", state)),
    };
    html! { <span class={classes!("as__r", look)}>{ icon_fixed(name) }{ " " }{ said }</span> }
}

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

/// The requests, the tag, the call-back; or the way to say what it was about. Only attendants have a desktop to show
/// requests on.
fn about(clock: &Clock, call: &CallRow, attends: bool, ask: &Callback<CallRow>) -> Html {
    let language = clock.language;
    let mut seen: Vec<i64> = Vec::new();
    let links = call.requests.iter().filter(|link| {
        let first = !seen.contains(&link.number);
        seen.push(link.number);
        first
    });
    let links: Vec<Html> = links
        .map(|link| {
            let number = link.number;
            let to =
                if attends { Href::to(&DeskRoute::Request { number }) } else { Href::to(&Route::Request { number }) };
            html! {
                <span class="as__l">
                    <Go {to} class="sol-mono">{ number }</Go>
                    { " " }{ text!(language, &crate::text::code("calls-link", link.kind)) }
                </span>
            }
        })
        .collect();
    let open = links.is_empty() && call.tag.is_none() && call.call_back_due_at.is_none();
    let onclick = {
        let row = call.clone();
        ask.reform(move |()| row.clone())
    };
    html! {
        <>
            { for links }
            if let Some(tag) = call.tag { <span>{ text!(language, &crate::text::code("calls-tag", tag)) }</span> }
            if let Some(at) = call.call_back_due_at { <span>{ text!(language, "calls-back-until", at = crate::calls::moment(clock, at)) }</span> }
            if open && call.may_conclude && call.state == CallState::Ended && matches!(call.result, None | Some(CallResult::Answered)) {
                <Button kind={ButtonKind::Secondary} small=true icon="link" label={text!(language, "calls-link")} {onclick} />
            }
        </>
    }
}
