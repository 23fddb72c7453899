//! The frame of the portal's pages.

use crate::hooks::{use_language, use_me};
use crate::route::Route;
use crate::shell::{Frame, NavItem};
use crate::ui::{ButtonKind, Href, LinkButton};
use locales::text;
use yew::prelude::*;
use yew_router::prelude::*;

/// Properties of [`PortalFrame`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The page.
    pub children: Html,
}

/// A page with the navigation of the portal around it.
#[component]
pub fn PortalFrame(props: &Props) -> Html {
    let language = use_language();
    let me = use_me();
    let here = use_route::<Route>();
    let unread = me.unread_requests;
    let badge = (unread > 0).then(|| (unread, text!(language, "nav-unread-requests", count = unread).into()));
    let item = |key: &str, to: Route, current: bool| NavItem {
        label: text!(language, key).into(),
        to: Href::to(&to),
        current,
        badge: None,
    };
    let at_requests = matches!(here, Some(Route::Requests | Route::Request { .. } | Route::RequestOpened { .. }));
    let at_home = matches!(here, Some(Route::Home | Route::Catalogue | Route::OpenRequest { .. }));
    let nav = vec![
        item("nav-home", Route::Home, at_home),
        NavItem { badge, ..item("nav-requests", Route::Requests, at_requests) },
        item("nav-notices", Route::Notices, here == Some(Route::Notices)),
    ];
    // The catalogue and the form of a request are where this button leads to.
    let opening = matches!(here, Some(Route::Catalogue | Route::OpenRequest { .. }));
    let tools = html! {
        if !opening {
            <LinkButton kind={ButtonKind::Primary} icon="plus" class="sol-hide-s" to={Href::to(&Route::Catalogue)}
                        label={text!(language, "nav-new")} />
        }
    };
    html! { <Frame {nav} {tools}>{ props.children.clone() }</Frame> }
}
