//! The attendant desktop: everything below `/desk`, for attendants.
//!
//! The queue and the request beside it are one page ([`workspace`]), so that the queue stays as it is when another
//! request is opened. What the URL says is [`query::DeskQuery`].

mod assistance;
mod code_list;
mod open;
mod query;
mod queue;
mod queue_view;
mod request;
mod service_options;
mod workspace;

use crate::calls::use_calls;
use crate::hooks::use_language;
use crate::pages::shared::NotFound;
use crate::pages::shared::notices::NoticeManagement;
use crate::route::DeskRoute;
use crate::shell::{Frame, NavItem};
use crate::ui::{Href, LinkButton};
use locales::text;
use workspace::Workspace;
use yew::prelude::*;
use yew_router::prelude::*;

/// The desktop. `app` lets only attendants in.
#[component]
pub fn Desktop() -> Html {
    let language = use_language();
    let here = use_route::<DeskRoute>();
    let item = |key: &str, to: DeskRoute, current: bool| NavItem {
        label: text!(language, key).into(),
        to: Href::to(&to),
        current,
        badge: None,
    };
    let working = matches!(here, Some(DeskRoute::Queue | DeskRoute::Request { .. }));
    let mut nav = vec![item("desk-nav-queue", DeskRoute::Queue, working)];
    if use_calls().is_some() {
        nav.push(item("calls-nav", DeskRoute::Assistance, here == Some(DeskRoute::Assistance)));
    }
    nav.push(item("nav-notices", DeskRoute::Notices, here == Some(DeskRoute::Notices)));
    let opening = here == Some(DeskRoute::New);
    let tools = html! {
        if !opening { <LinkButton icon="plus" class="sol-hide-s" to={Href::to(&DeskRoute::New)} label={text!(language, "nav-new")} /> }
    };
    html! { <Frame {nav} {tools} full={working}><Switch<DeskRoute> render={switch} /></Frame> }
}

fn switch(route: DeskRoute) -> Html {
    match route {
        DeskRoute::Queue => html! { <Workspace number={None} /> },
        DeskRoute::Request { number } => html! { <Workspace number={Some(number)} /> },
        DeskRoute::Opened { number } => html! { <open::Opened key={number} {number} /> },
        DeskRoute::New => html! { <open::OpenOnBehalf /> },
        DeskRoute::Assistance => html! { <assistance::Assistance /> },
        DeskRoute::Notices => html! { <NoticeManagement /> },
        DeskRoute::NotFound => html! { <NotFound /> },
    }
}
