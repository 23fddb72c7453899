//! The services of the catalogue on a page: as cards of categories, and as the result of a search.

use super::catalogue_search::{CategoryGroup, usual_target};
use crate::route::Route;
use crate::ui::{Go, Href, icon, screen_reader_text};
use contract::catalogue::ServiceView;
use locales::{Language, text};
use yew::prelude::*;

/// One line of a card: the service and its usual target.
fn service_line(language: Language, service: &ServiceView) -> Html {
    html! {
        <li key={service.id}>
            <Go to={Route::OpenRequest { service: service.id }}>{ &service.name }</Go>
            <span title={text!(language, "home-target-title")}>
                { screen_reader_text(format!("{}: ", text!(language, "home-target-title"))) }
                { usual_target(language, service) }
            </span>
        </li>
    }
}

/// Services of a search that are shown at most.
const MOST_FOUND: usize = 12;

/// A category as a card: its first services, at most `most`, and a link to the others.
pub fn group_card(language: Language, group: &CategoryGroup<'_>, most: usize) -> Html {
    let hidden = group.services.len().saturating_sub(most);
    html! {
        <section class="sol-card cat__c" aria-label={group.name.to_owned()}>
            <h3><CategoryIcon name={group.icon.to_owned()} /><span>{ group.name }</span><span
                class="sol-n">{ group.services.len() }</span></h3>
            <ul>
                { for group.services.iter().take(most).map(|service| service_line(language, service)) }
            </ul>
            if hidden > 0 {
                <Go to={Href::with(&Route::Catalogue, &[("search", group.name)])}
                    class="cat__more">{ text!(language, "home-more-services", count = hidden) }</Go>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct CategoryIconProps {
    name: String,
}

/// The icon of a category, which administrators choose by its name.
#[component]
fn CategoryIcon(props: &CategoryIconProps) -> Html {
    if props.name.is_empty() {
        return icon("concierge-bell");
    }
    let name = props.name.trim_start_matches("fa-");
    html! { <i class={classes!("fas", format!("fa-{name}"))} aria-hidden="true"></i> }
}

/// The services that a search found, with their descriptions.
pub fn found_list(language: Language, found: &[&ServiceView]) -> Html {
    let line = |service: &&ServiceView| {
        html! {
            <li key={service.id}>
                <div class="sol-grow">
                    <Go to={Route::OpenRequest { service: service.id }} class="found__name">{ &service.name }</Go>
                    <div class="sol-small sol-subtle">{ &service.category.name }
                        if !service.description.is_empty() { { " · " }{ &service.description } }
                    </div>
                </div>
                <span class="sol-small sol-subtle sol-mono"
                    title={text!(language, "home-target-title")}>{ usual_target(language, service) }</span>
            </li>
        }
    };
    html! { <ul class="found">{ for found.iter().take(MOST_FOUND).map(line) }</ul> }
}
