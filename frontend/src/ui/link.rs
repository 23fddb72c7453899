//! Links inside the application.

use crate::route::{AdminRoute, DeskRoute, Route};
use std::collections::HashMap;
use yew::html::IntoPropValue;
use yew::prelude::*;
use yew_router::prelude::*;

/// Where a link goes: a path of the application with its query string.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Href(AttrValue);

impl Href {
    /// A path that starts with a slash; anything else leads home, so that a
    /// return address from a URL cannot lead to another site.
    #[must_use]
    pub fn local(path: &str) -> Self {
        let inside = path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\");
        Self(if inside { path.to_owned().into() } else { "/".into() })
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

/// Lets the router go to any address of the application.
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

/// Goes to a page from code.
#[hook]
pub fn use_go() -> Callback<Href> {
    let navigator = use_navigator();
    use_callback(navigator, |to: Href, navigator| {
        if let Some(navigator) = navigator {
            navigator.push(&to);
        }
    })
}

/// Properties of [`Go`].
#[derive(Properties, PartialEq)]
pub struct GoProps {
    /// Where it goes.
    pub to: Href,
    /// Classes.
    #[prop_or_default]
    pub class: Classes,
    /// Set on the link to the page that is shown.
    #[prop_or_default]
    pub current: bool,
    /// A name, where the content has none.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Called before it goes.
    #[prop_or_default]
    pub onclick: Callback<()>,
    /// What is shown.
    pub children: Html,
}

/// A link to a page of the application: a real one, that opens in another tab, too.
#[component]
pub fn Go(props: &GoProps) -> Html {
    let go = use_go();
    let onclick = {
        let (to, onclick) = (props.to.clone(), props.onclick.clone());
        Callback::from(move |event: MouseEvent| {
            let elsewhere =
                event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() || event.button() != 0;
            if elsewhere || event.default_prevented() {
                return;
            }
            event.prevent_default();
            onclick.emit(());
            go.emit(to.clone());
        })
    };
    html! {
        <a href={props.to.0.clone()} class={props.class.clone()} {onclick}
           aria-current={props.current.then_some("page")} aria-label={props.label.clone()}>
            { props.children.clone() }
        </a>
    }
}
