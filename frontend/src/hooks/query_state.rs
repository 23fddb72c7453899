//! Filters that live in the URL, so that a link or the back button brings them back.

use serde::{Serialize, de::DeserializeOwned};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// What [`use_query_state`] gives.
#[derive(Clone, PartialEq)]
pub struct QueryState<T> {
    /// What the URL says; the default where it says nothing that can be read.
    pub value: Rc<T>,
    navigate: Callback<(Rc<T>, bool)>,
}

impl<T: Clone> QueryState<T> {
    /// Changes the URL; the back button returns to what was before.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        self.go(change, false);
    }

    /// Changes the URL in place: for what changes with every key typed.
    pub fn adjust(&self, change: impl FnOnce(&mut T)) {
        self.go(change, true);
    }

    fn go(&self, change: impl FnOnce(&mut T), in_place: bool) {
        let mut value = (*self.value).clone();
        change(&mut value);
        self.navigate.emit((Rc::new(value), in_place));
    }
}

/// The query string of the current page as a `T`, whose fields are options that
/// are left out when empty. `R` is the route enumeration of the page.
#[hook]
pub fn use_query_state<R, T>() -> QueryState<T>
where
    R: Routable + 'static,
    T: Clone + Default + PartialEq + Serialize + DeserializeOwned + 'static,
{
    let location = use_location();
    let navigator = use_navigator();
    let route = use_route::<R>();
    let text = location.map(|location| location.query_str().trim_start_matches('?').to_owned()).unwrap_or_default();
    let value = use_memo(text, |text| serde_urlencoded::from_str::<T>(text).unwrap_or_default());
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
