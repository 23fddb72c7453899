//! Administration: everything below `/admin`, for administrators.

use super::access::NotFound;
use crate::route::AdminRoute;
use crate::shell::Frame;
use yew::prelude::*;
use yew_router::prelude::*;

/// The administration, inside the guards of `app`.
#[component]
pub fn Admin() -> Html {
    html! { <Frame><Switch<AdminRoute> render={switch} /></Frame> }
}

fn switch(route: AdminRoute) -> Html {
    match route {
        AdminRoute::NotFound => html! { <NotFound /> },
    }
}
