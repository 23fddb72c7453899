//! Lists of the administration that come page by page.

use super::list::listing;
use crate::hooks::QueryState;
use crate::pages::shared::paged_query::{PagedQuery, on_page, paged_query};
use crate::ui::{Paging, Shown, TableRow};
use contract::Page;
use contract::admin::{ListQuery, OutboxFilter};
use contract::desk::PersonFilter;
use locales::Language;
use yew::prelude::*;

paged_query!(ListQuery, OutboxFilter, PersonFilter);

/// The name of a table, and the keys of its column heads.
#[derive(Clone, Copy)]
pub struct Columns<'a> {
    /// The name.
    pub label: &'a str,
    /// The heads.
    pub heads: &'a [&'a str],
}

/// One page of a list, with links to the next and the previous one.
pub fn page_of<T, Q: PagedQuery>(
    language: Language,
    query: &QueryState<Q>,
    columns: Columns<'_>,
    page: &Page<T>,
    row: impl Fn(&T) -> TableRow,
) -> Html {
    let is_filtered = *query.value != Q::default();
    let rows = page.items.iter().map(row).collect();
    html! {
        <>
            { listing(language, columns.label, columns.heads, rows, is_filtered) }
            if !page.items.is_empty() { <Paging shown={Shown::from(page)} onpage={on_page(query)} /> }
        </>
    }
}
