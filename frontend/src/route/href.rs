//! Addresses inside the application, as links carry them.

use super::pages::{AdminRoute, DeskRoute, Route};
use std::collections::HashMap;
use yew::AttrValue;
use yew::html::IntoPropValue;
use yew_router::prelude::*;

/// Where a link goes: a path of the application with its query string.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Href(AttrValue);

impl Href {
    /// A path that begins with a slash. Anything else becomes the home page, so that a return address in a URL cannot
    /// lead to another site: browsers take `//host` and `/\host` for another host, and ignore control characters.
    #[must_use]
    pub fn local(path: &str) -> Self {
        let other_host =
            path.starts_with("//") || path.starts_with("/\\") || path.contains(|c: char| c.is_ascii_control());
        Self(if path.starts_with('/') && !other_host { path.to_owned().into() } else { "/".into() })
    }

    /// A page.
    #[must_use]
    pub fn to<R: Routable>(route: &R) -> Self {
        Self(route.to_path().into())
    }

    /// A page with a query string.
    #[must_use]
    pub fn with<R: Routable>(route: &R, query: &[(&str, &str)]) -> Self {
        let query = serde_urlencoded::to_string(query).unwrap_or_default();
        Self(format!("{}?{query}", route.to_path()).into())
    }
}

/// Lets the router go to any address of the application, not only to those of its enumerations.
impl Routable for Href {
    fn from_path(path: &str, _params: &HashMap<&str, &str>) -> Option<Self> {
        Some(Self::local(path))
    }

    fn to_path(&self) -> String {
        self.0.to_string()
    }

    fn routes() -> Vec<&'static str> {
        Vec::new()
    }

    fn not_found_route() -> Option<Self> {
        None
    }

    fn recognize(path: &str) -> Option<Self> {
        Some(Self::local(path))
    }
}

// Properties of the type `Href` accept a route.
macro_rules! routes_are_links {
    ($($route:ty),+) => {
        $(impl IntoPropValue<Href> for $route {
            fn into_prop_value(self) -> Href {
                Href::to(&self)
            }
        })+
    };
}

routes_are_links!(Route, DeskRoute, AdminRoute);

impl From<&Href> for AttrValue {
    fn from(href: &Href) -> Self {
        href.0.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(href: &Href) -> String {
        AttrValue::from(href).to_string()
    }

    #[test]
    fn routes_become_paths() {
        assert_eq!(text(&Href::to(&Route::Request { number: 7 })), "/requests/7");
        let new = Href::with(&DeskRoute::New, &[("call", "12"), ("text", "a&b")]);
        assert_eq!(text(&new), "/desk/new?call=12&text=a%26b");
    }

    #[test]
    fn addresses_of_other_sites_lead_home() {
        let outside =
            ["https://example.com", "//example.com", "/\\example.com", "/\t/example.com", "/\n//x", "javascript:x", ""];
        for path in outside {
            assert_eq!(text(&Href::local(path)), "/", "{path:?}");
        }
    }

    #[test]
    fn the_router_takes_every_address_of_the_application() {
        let href = Href::local("/desk?view=mine");
        assert_eq!(Href::recognize(&href.to_path()), Some(href));
    }

    proptest! {
        /// Whatever stands in a URL as the return address, a browser takes it for a path of this site.
        #[test]
        fn a_local_address_has_no_host(path in ".*") {
            let local = text(&Href::local(&path));
            let seen_by_browser: String = local.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
            prop_assert!(seen_by_browser.starts_with('/'));
            prop_assert!(!seen_by_browser[1..].starts_with(['/', '\\']));
        }
    }
}
