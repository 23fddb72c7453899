//! The parts of a page: header, breadcrumb, cards, facts, empty states.

use super::icon::icon;
use super::link::Go;
use crate::hooks::{use_language, use_page_title};
use crate::route::Href;
use locales::text;
use yew::prelude::*;

/// Properties of [`Page`].
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// The title: heading and name of the tab.
    pub title: AttrValue,
    /// The heading, if it has more than the title.
    #[prop_or_default]
    pub heading: Option<Html>,
    /// A line below the heading.
    #[prop_or_default]
    pub lead: Option<Html>,
    /// The breadcrumb.
    #[prop_or_default]
    pub trail: Option<Html>,
    /// Buttons beside the heading.
    #[prop_or_default]
    pub actions: Html,
    /// The page.
    pub children: Html,
}

/// A page with its header.
#[component]
pub fn Page(props: &PageProps) -> Html {
    use_page_title(&props.title);
    html! {
        <>
            { props.trail.clone().unwrap_or_default() }
            <div class="sol-pagehead">
                <div class="sol-grow">
                    <h1 class="sol-h1"
                        tabindex="-1">{ props.heading.clone().unwrap_or_else(|| html! { { &props.title } }) }</h1>
                    if let Some(lead) = &props.lead { <div class="sol-pagehead__lead">{ lead.clone() }</div> }
                </div>
                if props.actions != Html::default() { <div class="sol-row">{ props.actions.clone() }</div> }
            </div>
            { props.children.clone() }
        </>
    }
}

/// Properties of [`Breadcrumb`].
#[derive(Properties, PartialEq)]
pub struct BreadcrumbProps {
    /// The pages above this one.
    pub steps: Vec<(AttrValue, Href)>,
    /// This one.
    #[prop_or_default]
    pub here: Option<AttrValue>,
}

/// The breadcrumb.
#[component]
pub fn Breadcrumb(props: &BreadcrumbProps) -> Html {
    let language = use_language();
    let divider = || html! { <span class="pf-v6-c-breadcrumb__item-divider">{ icon("angle-right") }</span> };
    html! {
        <nav class="pf-v6-c-breadcrumb sol-trail" aria-label={text!(language, "ui-trail")}>
            <ol class="pf-v6-c-breadcrumb__list">
                { for props.steps.iter().enumerate().map(|(index, (label, to))| html! {
                    <li class="pf-v6-c-breadcrumb__item">
                        if index > 0 { { divider() } }
                        <Go to={to.clone()} class="pf-v6-c-breadcrumb__link">{ label }</Go>
                    </li>
                }) }
                if let Some(here) = &props.here {
                    <li class="pf-v6-c-breadcrumb__item" aria-current="page">{ divider() }{ here }</li>
                }
            </ol>
        </nav>
    }
}

/// Properties of [`Card`].
#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// Its heading.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// A count behind the heading.
    #[prop_or_default]
    pub count: Option<i64>,
    /// A link or button beside the heading.
    #[prop_or_default]
    pub action: Html,
    /// The content reaches the edges.
    #[prop_or_default]
    pub flush: bool,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
    /// The identifier to which links on the page lead.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The content.
    pub children: Html,
}

/// A card. With a heading it is a section that screen readers list.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let class = classes!("sol-card", props.flush.then_some("sol-card--flush"), props.class.clone());
    html! {
        <section {class} id={props.id.clone()} aria-label={props.title.clone()}
            tabindex={props.id.as_ref().map(|_| "-1")}>
            if let Some(title) = &props.title {
                <div class="sol-card__h">
                    <h2 class="sol-h2">
                        { title }
                        if let Some(count) = props.count { { " " }<span class="sol-n">{ count }</span> }
                    </h2>
                    { props.action.clone() }
                </div>
            }
            { props.children.clone() }
        </section>
    }
}

/// Properties of [`Empty`].
#[derive(Properties, PartialEq)]
pub struct EmptyProps {
    /// An icon.
    pub icon: &'static str,
    /// What is missing.
    pub title: AttrValue,
    /// Why nothing is here, and what will be.
    #[prop_or_default]
    pub children: Html,
    /// The next step.
    #[prop_or_default]
    pub actions: Html,
    /// It is the whole page: its title is the heading of the page.
    #[prop_or_default]
    pub whole: bool,
}

/// An empty state: it says what is missing and offers the next step.
#[component]
pub fn Empty(props: &EmptyProps) -> Html {
    html! {
        <div class="sol-empty">
            <span class="sol-empty__icon">{ icon(props.icon) }</span>
            if props.whole { <h1 tabindex="-1">{ &props.title }</h1> } else { <h2>{ &props.title }</h2> }
            if props.children != Html::default() { <p>{ props.children.clone() }</p> }
            if props.actions != Html::default() { <div class="sol-row sol-row--wrap sol-empty__actions">{ props.actions.clone() }</div> }
        </div>
    }
}

/// Properties of [`Facts`].
#[derive(Properties, PartialEq)]
pub struct FactsProps {
    /// The facts, made by [`fact`].
    pub children: Html,
}

/// A list of names and values.
#[component]
pub fn Facts(props: &FactsProps) -> Html {
    html! { <dl class="sol-dl">{ props.children.clone() }</dl> }
}

/// One name with its value.
pub fn fact(name: impl Into<AttrValue>, value: Html) -> Html {
    html! { <div><dt>{ name.into() }</dt><dd>{ value }</dd></div> }
}
