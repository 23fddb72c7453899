//! The catalogue as cards and as a search result.

use crate::route::Route;
use crate::text::fold;
use crate::ui::{Go, Href, icon, screen_reader_text};
use contract::catalogue::{Catalogue, ServiceView};
use locales::{Language, text};
use yew::prelude::*;

/// A category with its services.
pub struct Group<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its icon.
    pub icon: &'a str,
    /// Its services.
    pub services: Vec<&'a ServiceView>,
}

/// The categories in the order in which the server lists their services.
#[must_use]
pub fn groups(catalogue: &Catalogue) -> Vec<Group<'_>> {
    let mut groups: Vec<(i64, Group<'_>)> = Vec::new();
    for service in &catalogue.services {
        match groups.iter_mut().find(|(id, _)| *id == service.category.id) {
            Some((_, group)) => group.services.push(service),
            None => {
                let group =
                    Group { name: &service.category.name, icon: &service.category_icon, services: vec![service] };
                groups.push((service.category.id, group));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The services in which every word of the search occurs, best first.
#[must_use]
pub fn search<'a>(catalogue: &'a Catalogue, wanted: &str) -> Vec<&'a ServiceView> {
    let wanted = fold(wanted);
    let words: Vec<&str> = wanted.split_whitespace().filter(|word| word.chars().count() > 2).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, &ServiceView)> = Vec::new();
    for service in &catalogue.services {
        let name = fold(&service.name);
        let rest = fold(&format!("{} {} {}", service.category.name, service.description, service.hint));
        let score: usize =
            words.iter().map(|word| if name.contains(word) { 3 } else { usize::from(rest.contains(word)) }).sum();
        // Somebody who describes a problem uses words that no service knows: half of them are enough,
        // or one that the service is named by.
        let hits = words.iter().filter(|word| name.contains(**word) || rest.contains(**word)).count();
        let named = words.iter().any(|word| word.chars().count() > 3 && name.contains(word));
        if named || hits * 2 >= words.len() {
            found.push((score, service));
        }
    }
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, service)| service).collect()
}

/// The usual target: *8 h*, *to be agreed*.
#[must_use]
pub fn target(language: Language, service: &ServiceView) -> String {
    match service.usual_target {
        Some(seconds) => locales::duration(language, seconds),
        None => text!(language, "home-to-be-agreed"),
    }
}

/// One line of a card: the service and its target.
pub fn service_line(language: Language, service: &ServiceView) -> Html {
    html! {
        <li key={service.id}>
            <Go to={Route::OpenRequest { service: service.id }}>{ &service.name }</Go>
            <span title={text!(language, "home-target-title")}>
                { screen_reader_text(format!("{}: ", text!(language, "home-target-title"))) }
                { target(language, service) }
            </span>
        </li>
    }
}

/// A category as a card, with its first services and the way to all of them.
pub fn group_card(language: Language, group: &Group<'_>, most: usize) -> Html {
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

/// The icon that an administrator chose for a category.
#[component]
fn CategoryIcon(props: &CategoryIconProps) -> Html {
    if props.name.is_empty() {
        return icon("concierge-bell");
    }
    let name = props.name.trim_start_matches("fa-");
    html! { <i class={classes!("fas", format!("fa-{name}"))} aria-hidden="true"></i> }
}

/// What a search found, with what each service is for.
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
                    title={text!(language, "home-target-title")}>{ target(language, service) }</span>
            </li>
        }
    };
    html! { <ul class="found">{ for found.iter().take(12).map(line) }</ul> }
}
