//! The list of today's calls.

use super::link::LinkCallDialog;
use super::query::CallLogQuery;
use super::row::{RowOptions, row};
use crate::hooks::{Fetch, QueryState, use_clock, use_me};
use crate::pages::shared::paged_query::{on_filter, on_page, on_search};
use crate::ui::{
    Button, Empty, Paging, SearchBox, Shown, Switch, Tab, Table, TableRow, ToggleGroup, loaded, skeleton_rows,
};
use contract::calls::{CallCounts, CallRow};
use contract::{Page, Role};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// The keys of the column heads.
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
    let onlink = {
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
    // Administrators who are no attendants have no desktop.
    let on_desktop = use_me().has(Role::Attendant);
    let view = |page: &Rc<Page<CallRow>>| {
        if page.items.is_empty() {
            return empty_list(language, query, everybody);
        }
        let options = RowOptions { attendant: everybody, on_desktop, onlink: &onlink };
        let rows = page.items.iter().map(|call| row(&clock, call, &options)).collect();
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
