//! Administration: everything below `/admin`, for administrators.
//!
//! Most pages are alike, and made of what is in [`shared`]: a list ([`shared::ListPage`]), an editor
//! ([`shared::use_editor`] with [`shared::EditorPage`]: loading, unsaved changes, conflicts, errors), and the side menu
//! around them.

mod audit;
mod calendars;
mod calls;
mod categories;
mod console;
mod groups;
mod mail_account;
mod outbox;
mod parameters;
mod people;
mod reasons;
mod services;
mod shared;
mod templates;
mod tokens;
mod units;

use crate::hooks::use_language;
use crate::pages::shared::NotFound;
use crate::pages::shared::notices::NoticeManagement;
use crate::route::{AdminRoute, Route};
use crate::shell::{Frame, NavItem};
use crate::ui::Href;
use locales::text;
use shared::SideMenu;
use yew::prelude::*;
use yew_router::prelude::*;

/// The administration. `app` lets only administrators in.
#[component]
pub fn Admin() -> Html {
    let language = use_language();
    let nav = vec![NavItem {
        label: text!(language, "nav-admin").into(),
        to: Href::to(&Route::AdminRoot),
        current: true,
        badge: None,
    }];
    html! {
        <Frame {nav} full=true>
            <div class="ad">
                <SideMenu />
                <div class="ad__m"><Switch<AdminRoute> render={switch} /></div>
            </div>
        </Frame>
    }
}

/// The page of an address. Editors are keyed by their item, so that going from one item to another starts a new form.
fn switch(route: AdminRoute) -> Html {
    match route {
        AdminRoute::Home | AdminRoute::Parameters => html! { <parameters::Parameters /> },
        AdminRoute::Services => html! { <services::Services /> },
        AdminRoute::Service { id } => html! { <services::Service key={id.to_string()} {id} /> },
        AdminRoute::Categories => html! { <categories::Categories /> },
        AdminRoute::Category { id } => html! { <categories::Category key={id.to_string()} {id} /> },
        AdminRoute::Calendars => html! { <calendars::Calendars /> },
        AdminRoute::Calendar { id } => html! { <calendars::Calendar key={id.to_string()} {id} /> },
        AdminRoute::Reasons => html! { <reasons::Reasons /> },
        AdminRoute::Reason { id } => html! { <reasons::Reason key={id.to_string()} {id} /> },
        AdminRoute::Notices => html! { <NoticeManagement /> },
        AdminRoute::Templates => html! { <templates::Templates /> },
        AdminRoute::Template { id } => html! { <templates::Template key={id.to_string()} {id} /> },
        AdminRoute::Outbox => html! { <outbox::Outbox /> },
        AdminRoute::MailAccount => html! { <mail_account::MailAccount /> },
        AdminRoute::Telephony => html! { <console::Console /> },
        AdminRoute::Calls => html! { <calls::EverybodysCalls /> },
        AdminRoute::People => html! { <people::People /> },
        AdminRoute::Person { id } => html! { <people::Person key={id.to_string()} {id} /> },
        AdminRoute::Groups => html! { <groups::Groups /> },
        AdminRoute::Group { id } => html! { <groups::Group key={id.to_string()} {id} /> },
        AdminRoute::Units => html! { <units::Units /> },
        AdminRoute::Unit { id } => html! { <units::Unit key={id.to_string()} {id} /> },
        AdminRoute::Tokens => html! { <tokens::Tokens /> },
        AdminRoute::Audit => html! { <audit::Audit /> },
        AdminRoute::NotFound => html! { <NotFound /> },
    }
}
