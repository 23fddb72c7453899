//! Lists that come page by page: search and page live in the URL.

use super::listing;
use crate::hooks::QueryState;
use crate::ui::{Paging, Shown, TableRow};
use contract::Page;
use contract::admin::{ListQuery, OutboxFilter};
use contract::desk::PersonFilter;
use locales::Language;
use yew::prelude::*;

/// What the URL says of a list.
pub trait Paged: Clone + PartialEq + Default + 'static {
    /// What is searched for.
    fn search(&mut self) -> &mut Option<String>;

    /// The page.
    fn cursor(&mut self) -> &mut Option<String>;
}

macro_rules! paged {
    ($($query:ty),+) => {
        $(impl Paged for $query {
            fn search(&mut self) -> &mut Option<String> {
                &mut self.search
            }

            fn cursor(&mut self) -> &mut Option<String> {
                &mut self.cursor
            }
        })+
    };
}

paged!(ListQuery, OutboxFilter, PersonFilter);

/// Searches for something else, from the first page on.
#[must_use]
pub fn on_search<Q: Paged>(query: &QueryState<Q>) -> Callback<String> {
    let query = query.clone();
    Callback::from(move |text: String| {
        query.adjust(|query| {
            *query.search() = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
            *query.cursor() = None;
        });
    })
}

/// Filters by something else, from the first page on.
#[must_use]
pub fn on_filter<Q: Paged, V: 'static>(query: &QueryState<Q>, change: impl Fn(&mut Q, V) + 'static) -> Callback<V> {
    let query = query.clone();
    Callback::from(move |value: V| {
        query.update(|query| {
            change(query, value);
            *query.cursor() = None;
        });
    })
}

/// What a table lists: its name, and the keys of its heads.
#[derive(Clone, Copy)]
pub struct Columns<'a> {
    /// The name.
    pub label: &'a str,
    /// The heads.
    pub heads: &'a [&'a str],
}

/// One page of a list, with the way to the next.
pub fn page_of<T, Q: Paged>(
    language: Language,
    query: &QueryState<Q>,
    columns: Columns<'_>,
    page: &Page<T>,
    row: impl Fn(&T) -> TableRow,
) -> Html {
    let narrowed = *query.value != Q::default();
    let onpage = {
        let query = query.clone();
        Callback::from(move |cursor: String| query.update(|query| *query.cursor() = Some(cursor)))
    };
    let rows = page.items.iter().map(row).collect();
    html! {
        <>
            { listing(language, columns.label, columns.heads, rows, narrowed) }
            if !page.items.is_empty() { <Paging shown={Shown::from(page)} {onpage} /> }
        </>
    }
}
