//! The frame of a page: the masthead, and the main region below it.

use super::bell::Bell;
use super::connection::Connection;
use super::news::News;
use super::user_menu::UserMenu;
use crate::browser;
use crate::calls::ExtensionStatus;
use crate::hooks::{use_language, use_me};
use crate::route::{Href, Route};
use crate::ui::{Go, IconButton, Masthead, NavItem, NavLink, Navigation, SkipLink};
use contract::Role;
use locales::text;
use yew::prelude::*;
use yew_router::prelude::*;

/// Properties of [`Frame`].
#[derive(Properties, PartialEq)]
pub struct FrameProps {
    /// The navigation of the area. Links to the other areas are added.
    #[prop_or_default]
    pub nav: Vec<NavItem>,
    /// What stands between navigation and bell: the main button of the area.
    #[prop_or_default]
    pub tools: Html,
    /// The page uses the whole window (desk, administration).
    #[prop_or_default]
    pub full: bool,
    /// The page.
    pub children: Html,
}

/// The frame of every page that needs a login.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let language = use_language();
    use_focus_on_navigation();
    html! {
        <div class="sol-page">
            <SkipLink label={text!(language, "ui-skip")} to="content" />
            <Header nav={props.nav.clone()} tools={props.tools.clone()} />
            <Connection />
            <News />
            <main id="content" tabindex="-1" class={classes!("sol-main", props.full.then_some("sol-main--full"))}>
                { props.children.clone() }
            </main>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct HeaderProps {
    nav: Vec<NavItem>,
    tools: Html,
}

#[component]
fn Header(props: &HeaderProps) -> Html {
    let language = use_language();
    let open = use_state_eq(|| false);
    let path = use_location().map(|location| location.path().to_owned());
    use_effect_with(path, {
        let open = open.setter();
        move |_| open.set(false)
    });
    let toggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let label = text!(language, if *open { "nav-menu-close" } else { "nav-menu" });
    html! {
        <Masthead>
            <div class="sol-mast__menu">
                <IconButton {label} icon={if *open { "times" } else { "bars" }} pressed={*open} onclick={toggle} />
            </div>
            <Go to={Route::Home} class="sol-mast__brand" label={text!(language, "nav-home-of")}><Logo /></Go>
            <Navigation label={text!(language, "nav-main")} open={*open}>
                { for props.nav.iter().map(|item| html! { <NavLink item={item.clone()} /> }) }
                <Areas />
            </Navigation>
            <div class="sol-mast__tools">
                <ExtensionStatus />
                { props.tools.clone() }
                <Bell />
                <UserMenu />
            </div>
        </Masthead>
    }
}

/// Links to the areas that the person may enter and is not in.
#[component]
fn Areas() -> Html {
    let language = use_language();
    let me = use_me();
    let path = use_location().map(|location| location.path().to_owned()).unwrap_or_default();
    let areas = [
        (None, Route::Home, "nav-portal", !path.starts_with("/desk") && !path.starts_with("/admin")),
        (Some(Role::Attendant), Route::DeskRoot, "nav-desk", path.starts_with("/desk")),
        (Some(Role::Administrator), Route::AdminRoot, "nav-admin", path.starts_with("/admin")),
    ];
    let open = areas.into_iter().filter(|(role, _, _, here)| !here && role.is_none_or(|role| me.has(role)));
    let items = open.map(|(_, route, key, _)| NavItem {
        label: text!(language, key).into(),
        to: Href::to(&route),
        current: false,
        badge: None,
    });
    let items: Vec<_> = items.collect();
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <li class="sol-mast__areas" aria-hidden="true"></li>
            { for items.into_iter().map(|item| html! { <NavLink {item} /> }) }
        </>
    }
}

/// The product's mark and name.
#[component]
pub fn Logo() -> Html {
    let language = use_language();
    html! {
        <span class="sol-logo">
            <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true" focusable="false">
                <path d="M8 3h16a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6h-7.2l-6.1 4.9A1 1 0 0 1 9 29.1V25H8a6 6 0 0 1-6-6V9a6 6 0 0 1 6-6Z" fill="var(--sol-brand)" />
                <path d="m10.2 14.3 4 4 7.8-8" fill="none" stroke="var(--sol-brand-on)" stroke-width="2.8"
                    stroke-linecap="round" stroke-linejoin="round" />
            </svg>
            <span>{ text!(language, "ui-product") }</span>
        </span>
    }
}

/// A new page is shown from its top, and screen readers begin there.
#[hook]
fn use_focus_on_navigation() {
    let path = use_location().map(|location| location.path().to_owned()).unwrap_or_default();
    let shown = use_mut_ref(|| None::<String>);
    use_effect_with(path, move |path| {
        let before = shown.borrow_mut().replace(path.clone());
        if before.is_some_and(|before| before != *path) && !browser::is_typing() {
            // Moving the focus alone would scroll the masthead out of sight.
            browser::focus("#content");
            browser::scroll_to_top();
        }
    });
}
