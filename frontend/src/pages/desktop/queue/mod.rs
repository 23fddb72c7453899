//! The queue: its views and filters above, its rows at the side.

mod filters;
mod row;
mod strip;

pub use strip::Strip;

use super::query::{DeskQuery, ORDERS, View};
use crate::api::{self, people::SearchInput};
use crate::hooks::{Fetch, QueryState, use_language};
use crate::ui::{
    Button, ButtonKind, Empty, Menu, MenuEntry, Paging, SCREEN_READER_ONLY, SearchBox, Shown, loaded, skeleton_rows,
};
use contract::Page;
use contract::requests::RequestRow;
use locales::{Language, text};
use row::QueueRow;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Properties of [`Queue`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request that is open beside it.
    pub number: Option<i64>,
    /// What the URL says.
    pub query: QueryState<DeskQuery>,
    /// The rows.
    pub list: Fetch<Page<RequestRow>>,
}

/// Search, order and rows.
#[component]
pub fn Queue(props: &Props) -> Html {
    let language = use_language();
    let query = &props.query;
    let onsearch = {
        let query = query.clone();
        Callback::from(move |text: String| match SearchInput::of(&text) {
            SearchInput::TaxId(tax_id) => find_requester(query.clone(), tax_id),
            SearchInput::Unfinished => {}
            SearchInput::Words(words) => query.adjust(|query| {
                query.search = Some(words).filter(|words| !words.is_empty());
                query.cursor = None;
            }),
        })
    };
    let total = props.list.data().map(|page| (page.total, page.total_is_lower_bound));
    let said = total.map(|(total, more)| {
        text!(language, if more { "desk-queue-total-more" } else { "desk-queue-total" }, count = total)
    });
    html! {
        <section class="dk__q" aria-label={text!(language, "desk-nav-queue")}>
            if props.number.is_none() { <h1 class={SCREEN_READER_ONLY} tabindex="-1">{ text!(language, "desk-nav-queue") }</h1> }
            <div class="dk__qs">
                <SearchBox id="desk-search" label={text!(language, "desk-search")}
                           value={query.value.search.clone().unwrap_or_default()} {onsearch} />
            </div>
            <div class="dk__qo">
                <span class="sol-subtle" role="status">{ said.unwrap_or_default() }</span>
                { order_menu(language, query) }
            </div>
            <div class="dk__scroll">
                { loaded(&props.list, language, skeleton_rows(6), |page| rows(language, props, page)) }
            </div>
        </section>
    }
}

/// The requests of who has this CPF or CNPJ, which stays out of the address.
fn find_requester(query: QueryState<DeskQuery>, tax_id: String) {
    spawn_local(async move {
        let found = api::people::by_tax_id(tax_id).await.unwrap_or_default();
        query.update(|query| {
            // Nobody has the number 0: an empty list, instead of one that ignores what was typed.
            query.requester = Some(found.first().map_or(0, |hit| hit.id));
            query.search = None;
            query.cursor = None;
        });
    });
}

fn rows(language: Language, props: &Props, page: &Rc<Page<RequestRow>>) -> Html {
    if page.items.is_empty() {
        return nothing(language, &props.query);
    }
    let onpage = {
        let query = props.query.clone();
        Callback::from(move |cursor: String| query.update(|query| query.cursor = Some(cursor)))
    };
    let shown = Shown::from(&**page);
    html! {
        <>
            <ul class="q">
                { for page.items.iter().map(|row| html! {
                    <QueueRow key={row.number} row={row.clone()} open={props.number == Some(row.number)}
                              to={props.query.value.beside(Some(row.number))} />
                }) }
            </ul>
            if shown.next.is_some() || shown.previous.is_some() { <Paging {shown} {onpage} /> }
        </>
    }
}

/// An empty view and an empty result are two things.
fn nothing(language: Language, query: &QueryState<DeskQuery>) -> Html {
    let change = |change: fn(&mut DeskQuery)| {
        let query = query.clone();
        Callback::from(move |()| query.update(change))
    };
    if query.value.narrowed() {
        let actions = html! {
            <Button kind={ButtonKind::Link} label={text!(language, "ui-clear-filters")} onclick={change(DeskQuery::clear)} />
        };
        return html! {
            <Empty icon="search" title={text!(language, "desk-none-found")} {actions}>{ text!(language, "desk-none-found-text") }</Empty>
        };
    }
    let view = query.value.view();
    let actions = if view == View::All {
        Html::default()
    } else {
        let all = change(|query| query.set_view(View::All));
        html! { <Button kind={ButtonKind::Link} label={text!(language, "desk-show-all")} onclick={all} /> }
    };
    let title = text!(language, &format!("{}-none", view.key()));
    html! { <Empty icon="inbox" {title} {actions} /> }
}

fn order_menu(language: Language, query: &QueryState<DeskQuery>) -> Html {
    let sorted = query.value.sorted();
    let entry = |(index, &(key, _, _)): (usize, &(&str, &str, &str))| MenuEntry::Choice {
        label: text!(language, key).into(),
        checked: index == sorted,
        many: false,
        onselect: {
            let query = query.clone();
            Callback::from(move |()| query.update(|query| query.sort_by(index)))
        },
    };
    let entries: Vec<_> = ORDERS.iter().enumerate().map(entry).collect();
    let current = text!(language, ORDERS[sorted].0);
    let label = text!(language, "desk-sort", order = current.as_str());
    html! { <Menu toggle={html! { { current } }} {label} {entries} plain=true end=true /> }
}
