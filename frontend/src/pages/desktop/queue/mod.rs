//! The queue: the toolbar with views and filters, and the column with search, order and rows.

mod filters;
mod row;
mod toolbar;

pub use toolbar::QueueToolbar;

use super::query::{DeskQuery, NOBODY, SORT_OPTIONS};
use super::queue_view::QueueView;
use crate::api::{self, people::SearchInput};
use crate::hooks::{Fetch, QueryState, use_language};
use crate::pages::shared::paged_query::{on_page, set_search};
use crate::pages::shared::sorting::SortOption;
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
    /// The number of the request that is open beside it.
    pub number: Option<i64>,
    /// What the URL says.
    pub query: QueryState<DeskQuery>,
    /// The rows.
    pub list: Fetch<Page<RequestRow>>,
}

/// The column with search, order and rows.
#[component]
pub fn Queue(props: &Props) -> Html {
    let language = use_language();
    let query = &props.query;
    let onsearch = {
        let query = query.clone();
        Callback::from(move |text: String| match SearchInput::of(&text) {
            SearchInput::TaxId(tax_id) => find_requester(query.clone(), tax_id),
            SearchInput::Unfinished => {}
            SearchInput::Words(words) => query.adjust(|query| set_search(query, &words)),
        })
    };
    let total = props.list.data().map(|page| (page.total, page.total_is_lower_bound));
    let summary = total.map(|(total, more)| {
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
                <span class="sol-subtle" role="status">{ summary.unwrap_or_default() }</span>
                { order_menu(language, query) }
            </div>
            <div class="dk__scroll">
                { loaded(&props.list, language, skeleton_rows(6), |page| rows(language, props, page)) }
            </div>
        </section>
    }
}

/// Shows the requests of the person with a CPF or CNPJ, which stays out of the address.
fn find_requester(query: QueryState<DeskQuery>, tax_id: String) {
    spawn_local(async move {
        let found = api::people::by_tax_id(tax_id).await.unwrap_or_default();
        query.update(|query| {
            // Without a hit the queue is empty: it does not ignore what was typed.
            query.requester = Some(found.first().map_or(NOBODY, |hit| hit.id));
            query.search = None;
            query.cursor = None;
        });
    });
}

fn rows(language: Language, props: &Props, page: &Rc<Page<RequestRow>>) -> Html {
    if page.items.is_empty() {
        return empty_queue(language, &props.query);
    }
    let shown = Shown::from(&**page);
    html! {
        <>
            <ul class="q">
                { for page.items.iter().map(|row| html! {
                    <QueueRow key={row.number} row={row.clone()} open={props.number == Some(row.number)}
                              to={props.query.value.href_beside(Some(row.number))} />
                }) }
            </ul>
            if shown.next.is_some() || shown.previous.is_some() { <Paging {shown} onpage={on_page(&props.query)} /> }
        </>
    }
}

/// Says that nothing matches the filters, or that the view is empty.
fn empty_queue(language: Language, query: &QueryState<DeskQuery>) -> Html {
    let change = |change: fn(&mut DeskQuery)| {
        let query = query.clone();
        Callback::from(move |()| query.update(change))
    };
    if query.value.is_filtered() {
        let actions = html! {
            <Button kind={ButtonKind::Link} label={text!(language, "ui-clear-filters")} onclick={change(DeskQuery::clear_filters)} />
        };
        return html! {
            <Empty icon="search" title={text!(language, "desk-none-found")} {actions}>{ text!(language, "desk-none-found-text") }</Empty>
        };
    }
    let view = query.value.view();
    let actions = if view == QueueView::All {
        Html::default()
    } else {
        let all = change(|query| query.set_view(QueueView::All));
        html! { <Button kind={ButtonKind::Link} label={text!(language, "desk-show-all")} onclick={all} /> }
    };
    let title = text!(language, &format!("{}-none", view.key()));
    html! { <Empty icon="inbox" {title} {actions} /> }
}

fn order_menu(language: Language, query: &QueryState<DeskQuery>) -> Html {
    let chosen = query.value.sort_index();
    let entry = |(index, option): (usize, &SortOption)| MenuEntry::Choice {
        label: text!(language, option.key).into(),
        checked: index == chosen,
        many: false,
        onselect: {
            let query = query.clone();
            Callback::from(move |()| query.update(|query| query.sort_by(index)))
        },
    };
    let entries: Vec<_> = SORT_OPTIONS.iter().enumerate().map(entry).collect();
    let current = text!(language, SORT_OPTIONS[chosen].key);
    let label = text!(language, "desk-sort", order = current.as_str());
    html! { <Menu toggle={html! { { current } }} {label} {entries} plain=true end=true /> }
}
