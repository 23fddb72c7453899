//! Lists of the administration that come page by page.

use super::listing;
use crate::hooks::QueryState;
use crate::pages::shared::paged_query::{PagedQuery, on_page, paged_query};
use crate::ui::{Paging, Shown, TableRow};
use contract::Page;
use contract::admin::{ListQuery, OutboxFilter};
use contract::desk::PersonFilter;
use locales::Language;
use yew::prelude::*;

paged_query!(ListQuery, OutboxFilter, PersonFilter);

/// What a table lists: its name, and the keys of its heads.
#[derive(Clone, Copy)]
pub struct Columns<'a> {
    /// The name.
    pub label: &'a str,
    /// The heads.
    pub heads: &'a [&'a str],
}

/// One page of a list, with the way to the next.
pub fn page_of<T, Q: PagedQuery>(
    language: Language,
    query: &QueryState<Q>,
    columns: Columns<'_>,
    page: &Page<T>,
    row: impl Fn(&T) -> TableRow,
) -> Html {
    let narrowed = *query.value != Q::default();
    let rows = page.items.iter().map(row).collect();
    html! {
        <>
            { listing(language, columns.label, columns.heads, rows, narrowed) }
            if !page.items.is_empty() { <Paging shown={Shown::from(page)} onpage={on_page(query)} /> }
        </>
    }
}
