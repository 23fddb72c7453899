//! The whole catalogue, to choose a service from.

use super::catalogue_search::{CategoryGroup, by_category, search};
use super::service_cards::{found_list, group_card};
use crate::api;
use crate::hooks::{use_fetch, use_language, use_query_state};
use crate::route::Route;
use crate::ui::{Breadcrumb, Card, Empty, Href, Page, SCREEN_READER_ONLY, SearchBox, icon, loaded, skeleton_rows};
use contract::catalogue::Catalogue as Services;
use locales::{Language, text};
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::prelude::*;

/// What the URL of the catalogue says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct CatalogueQuery {
    /// What is searched for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    search: String,
}

/// The catalogue.
#[component]
pub fn Catalogue() -> Html {
    let language = use_language();
    let query = use_query_state::<Route, CatalogueQuery>();
    let catalogue = use_fetch((), |()| async { api::catalogue::services().await });
    let onsearch = {
        let query = query.clone();
        Callback::from(move |text: String| query.adjust(|query| query.search = text))
    };
    let trail = html! { <Breadcrumb steps={vec![(text!(language, "nav-home").into(), Href::to(&Route::Home))]}
    here={AttrValue::from(text!(language, "home-catalogue"))} /> };
    html! {
        <Page title={text!(language, "open-choose")} {trail} lead={html! { { text!(language, "open-choose-lead") } }}>
            <div class="catalogue__search">
                <SearchBox large=true eager=true label={text!(language, "home-search")}
                    value={query.value.search.clone()} {onsearch} />
            </div>
            { loaded(&catalogue, language, skeleton_rows(5), |catalogue: &Rc<Services>| view(language, catalogue, &query.value.search)) }
        </Page>
    }
}

fn view(language: Language, catalogue: &Services, typed: &str) -> Html {
    if typed.trim().is_empty() {
        let all = |group: &CategoryGroup<'_>| group_card(language, group, usize::MAX);
        return html! {
            <>
                <h2 class={SCREEN_READER_ONLY}>{ text!(language, "home-catalogue") }</h2>
                <div class="cat">{ for by_category(catalogue).iter().map(all) }</div>
                <p class="sol-small sol-subtle home__legend">{ icon("clock") }{ " " }{ text!(language, "home-legend") }</p>
            </>
        };
    }
    let found = search(catalogue, typed);
    if found.is_empty() {
        return html! {
            <Card flush=true><Empty icon="search"
                title={text!(language, "home-found", count = 0)}>{ text!(language, "open-found-none") }</Empty></Card>
        };
    }
    html! {
        <>
            <p class={SCREEN_READER_ONLY} role="status">{ text!(language, "home-found", count = found.len()) }</p>
            <Card flush=true>{ found_list(language, &found) }</Card>
        </>
    }
}
