//! Filters that live in the URL, so that a link or the back button brings them back.

use serde::{Serialize, de::DeserializeOwned};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// The state that [`use_query_state`] gives.
#[derive(Clone, PartialEq)]
pub struct QueryState<T> {
    /// The state in the URL; the default when the query string cannot be read.
    pub value: Rc<T>,
    navigate: Callback<(Rc<T>, bool)>,
}

impl<T: Clone> QueryState<T> {
    /// Changes the URL. The back button returns to the state before.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        self.go(change, false);
    }

    /// Changes the URL in place, for what changes with every key that is typed.
    pub fn adjust(&self, change: impl FnOnce(&mut T)) {
        self.go(change, true);
    }

    fn go(&self, change: impl FnOnce(&mut T), in_place: bool) {
        let mut value = (*self.value).clone();
        change(&mut value);
        self.navigate.emit((Rc::new(value), in_place));
    }
}

/// The state of a query string, with or without its question mark; the default when it cannot be read.
fn parse<T: Default + DeserializeOwned>(query: &str) -> T {
    serde_urlencoded::from_str(query.trim_start_matches('?')).unwrap_or_default()
}

/// The query string of the current page as a `T`. Its fields are options that are left out when empty. `R` is the
/// route enumeration of the page.
#[hook]
pub fn use_query_state<R, T>() -> QueryState<T>
where
    R: Routable + 'static,
    T: Clone + Default + PartialEq + Serialize + DeserializeOwned + 'static,
{
    let location = use_location();
    let navigator = use_navigator();
    let route = use_route::<R>();
    let query = location.map(|location| location.query_str().to_owned()).unwrap_or_default();
    let value = use_memo(query, |query| parse::<T>(query));
    let navigate = use_callback((navigator, route), |(value, in_place): (Rc<T>, bool), (navigator, route)| {
        let (Some(navigator), Some(route)) = (navigator, route) else { return };
        // Query structures are flat: they can always be written.
        let _ = if in_place {
            navigator.replace_with_query(route, &*value)
        } else {
            navigator.push_with_query(route, &*value)
        };
    });
    QueryState { value, navigate }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Deserialize;
    use std::cell::RefCell;

    #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
    struct Filter {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        search: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        page_size: Option<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        open: Option<bool>,
    }

    #[test]
    fn the_question_mark_makes_no_difference() {
        let expected = Filter { search: Some("rede & wi-fi".to_owned()), page_size: Some(20), open: None };
        assert_eq!(parse::<Filter>("?search=rede+%26+wi-fi&page_size=20"), expected);
        assert_eq!(parse::<Filter>("search=rede%20%26%20wi-fi&page_size=20"), expected);
    }

    #[test]
    fn what_cannot_be_read_is_the_default() {
        for query in ["", "?", "?page_size=many", "?open=perhaps", "?page_size=1&page_size=2"] {
            assert_eq!(parse::<Filter>(query), Filter::default(), "{query}");
        }
    }

    #[test]
    fn keys_of_others_are_ignored() {
        assert_eq!(parse::<Filter>("?utm_source=mail&open=true").open, Some(true));
    }

    #[test]
    fn changes_build_on_the_state_and_say_how_they_navigate() {
        let calls = Rc::new(RefCell::new(Vec::new()));
        let navigate = {
            let calls = calls.clone();
            Callback::from(move |(value, in_place): (Rc<Filter>, bool)| {
                calls.borrow_mut().push(((*value).clone(), in_place))
            })
        };
        let value = Rc::new(Filter { page_size: Some(20), ..Filter::default() });
        let state = QueryState { value, navigate };
        state.update(|filter| filter.open = Some(true));
        state.adjust(|filter| filter.search = Some("a".to_owned()));
        let opened = Filter { page_size: Some(20), open: Some(true), search: None };
        let typed = Filter { page_size: Some(20), open: None, search: Some("a".to_owned()) };
        assert_eq!(*calls.borrow(), [(opened, false), (typed, true)]);
    }

    proptest! {
        #[test]
        fn a_state_survives_the_url(search: Option<String>, page_size: Option<u32>, open: Option<bool>) {
            let filter = Filter { search, page_size, open };
            let query = serde_urlencoded::to_string(&filter).unwrap();
            prop_assert_eq!(parse::<Filter>(&query), filter);
        }
    }
}
