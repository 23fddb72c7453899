//! Lists that come page by page. Their search, filters and page are in the URL, and a list that is
//! searched or filtered anew begins at its first page.

use crate::hooks::QueryState;
use yew::prelude::*;

/// What the URL says of such a list.
pub trait PagedQuery: Clone + PartialEq + Default + 'static {
    /// What is searched for.
    fn search_mut(&mut self) -> &mut Option<String>;

    /// The cursor of the page; none for the first one.
    fn cursor_mut(&mut self) -> &mut Option<String>;
}

/// Implements [`PagedQuery`] for types with the fields `search` and `cursor`.
macro_rules! paged_query {
    ($($query:ty),+) => {
        $(impl $crate::pages::shared::paged_query::PagedQuery for $query {
            fn search_mut(&mut self) -> &mut Option<String> {
                &mut self.search
            }

            fn cursor_mut(&mut self) -> &mut Option<String> {
                &mut self.cursor
            }
        })+
    };
}

pub(in crate::pages) use paged_query;

/// Searches for what was typed, from the first page on. Blanks around it do not count.
pub fn set_search(query: &mut impl PagedQuery, typed: &str) {
    *query.search_mut() = Some(typed.trim().to_owned()).filter(|text| !text.is_empty());
    *query.cursor_mut() = None;
}

/// What a search box does: it changes the URL in place, since it is called while somebody types.
#[must_use]
pub fn on_search<Q: PagedQuery>(query: &QueryState<Q>) -> Callback<String> {
    let query = query.clone();
    Callback::from(move |typed: String| query.adjust(|query| set_search(query, &typed)))
}

/// What a filter does: it changes the query, from the first page on.
#[must_use]
pub fn on_filter<Q: PagedQuery, V: 'static>(
    query: &QueryState<Q>,
    change: impl Fn(&mut Q, V) + 'static,
) -> Callback<V> {
    let query = query.clone();
    Callback::from(move |value: V| {
        query.update(|query| {
            change(query, value);
            *query.cursor_mut() = None;
        });
    })
}

/// Goes to the page with a cursor.
#[must_use]
pub fn on_page<Q: PagedQuery>(query: &QueryState<Q>) -> Callback<String> {
    let query = query.clone();
    Callback::from(move |cursor: String| query.update(|query| *query.cursor_mut() = Some(cursor)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Default)]
    struct Query {
        search: Option<String>,
        cursor: Option<String>,
    }

    paged_query!(Query);

    #[test]
    fn a_search_begins_at_the_first_page() {
        let mut query = Query { search: None, cursor: Some("2".to_owned()) };
        set_search(&mut query, "  printer ");
        assert_eq!(query, Query { search: Some("printer".to_owned()), cursor: None });
    }

    #[test]
    fn a_search_for_blanks_is_none() {
        let mut query = Query { search: Some("printer".to_owned()), cursor: Some("2".to_owned()) };
        set_search(&mut query, " \n");
        assert_eq!(query, Query::default());
    }
}
