//! The masthead and the main navigation.

use super::badge::{Badge, screen_reader_text};
use super::link::Go;
use crate::route::Href;
use yew::prelude::*;

/// Properties of [`SkipLink`].
#[derive(Properties, PartialEq)]
pub struct SkipLinkProps {
    /// The text.
    pub label: AttrValue,
    /// The identifier of the content.
    pub to: AttrValue,
}

/// A link over the masthead to the content, seen while it has the focus.
#[component]
pub fn SkipLink(props: &SkipLinkProps) -> Html {
    html! { <a class="sol-skip pf-v6-c-button pf-m-primary" href={format!("#{}", props.to)}>{ &props.label }</a> }
}

/// Properties of [`Masthead`].
#[derive(Properties, PartialEq)]
pub struct MastheadProps {
    /// The text in it.
    pub children: Html,
}

/// The bar at the top of every page.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    html! { <header class="pf-v6-c-masthead sol-mast">{ props.children.clone() }</header> }
}

/// Properties of [`Navigation`].
#[derive(Properties, PartialEq)]
pub struct NavigationProps {
    /// Its name.
    pub label: AttrValue,
    /// It is open, where there is no room to show it always.
    pub open: bool,
    /// The items: [`NavLink`] and separators.
    pub children: Html,
}

/// The main navigation.
#[component]
pub fn Navigation(props: &NavigationProps) -> Html {
    let class = classes!("pf-v6-c-nav", "pf-m-horizontal", "sol-mast__nav", props.open.then_some("is-open"));
    html! {
        <nav {class} aria-label={props.label.clone()}>
            <ul class="pf-v6-c-nav__list">{ props.children.clone() }</ul>
        </nav>
    }
}

/// One entry of the main navigation.
#[derive(Debug, Clone, PartialEq)]
pub struct NavItem {
    /// The text.
    pub label: AttrValue,
    /// The page to which it leads.
    pub to: Href,
    /// It is the page that is shown.
    pub current: bool,
    /// A count beside the text, and what it counts.
    pub badge: Option<(i64, AttrValue)>,
}

/// Properties of [`NavLink`].
#[derive(Properties, PartialEq)]
pub struct NavLinkProps {
    /// The entry.
    pub item: NavItem,
}

/// An entry as a link.
#[component]
pub fn NavLink(props: &NavLinkProps) -> Html {
    let item = &props.item;
    html! {
        <li class="pf-v6-c-nav__item">
            <Go to={item.to.clone()} current={item.current}
                class={classes!("pf-v6-c-nav__link", item.current.then_some("pf-m-current"))}>
                <span class="pf-v6-c-nav__link-text">{ &item.label }</span>
                if let Some((count, title)) = &item.badge {
                    <Badge title={title.clone()}>{ count }{ screen_reader_text(format!(" {title}")) }</Badge>
                }
            </Go>
        </li>
    }
}
