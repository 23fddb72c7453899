//! The first page of the portal: outage notices, since *me too* saves a request; then the search and the catalogue, with
//! the person's own requests beside them.

use super::call_backs::CallBacks;
use super::catalogue_search::{by_category, search};
use super::notices::NoticeList;
use super::service_cards::{found_list, group_card};
use crate::api;
use crate::hooks::{use_fetch, use_language, use_live, use_me, use_page_title, use_refresh};
use crate::pages::shared::notices::use_notices;
use crate::route::{Route, Show, request_at};
use crate::text::first_name;
use crate::ui::{Card, Go, Href, SearchBox, SituationLabel, Sla, icon, loaded, skeleton_rows};
use contract::catalogue::Catalogue;
use contract::live::LiveEvent;
use contract::requests::{RequestFilter, RequestRow};
use contract::{Action, Page, Task};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Services that a card of a category shows.
const SERVICES_PER_CARD: usize = 3;
/// Services that are named below the search because the person uses them most.
const MOST_USED: usize = 3;
/// Own requests that are shown.
const OWN_REQUESTS: u32 = 4;
/// How often one's own requests are read again without any event.
const REFRESH_MS: u32 = 120_000;

/// The first page of the portal.
#[component]
pub fn Home() -> Html {
    let language = use_language();
    use_page_title(&text!(language, "nav-home"));
    let notices = use_notices();
    html! {
        <>
            if let Some(list) = notices.data().filter(|list| !list.is_empty()) {
                <NoticeList notices={(**list).clone()} replace={notices.replace.clone()} />
            }
            <div class="home">
                <div class="home__main"><Services /></div>
                <aside class="home__side"><CallBacks /><OwnRequests /></aside>
            </div>
        </>
    }
}

/// Search and catalogue.
#[component]
fn Services() -> Html {
    let language = use_language();
    let me = use_me();
    let typed = use_state_eq(String::new);
    let catalogue = use_fetch((), |()| async { api::catalogue::services().await });
    let onsearch = {
        let typed = typed.setter();
        Callback::from(move |text| typed.set(text))
    };
    let view = |catalogue: &Rc<Catalogue>| {
        if typed.trim().is_empty() { overview(language, catalogue) } else { results(language, catalogue, &typed) }
    };
    let most_used = catalogue.data().map(|catalogue| most_used(language, catalogue));
    html! {
        <>
            <div class="home__hero">
                <h1 tabindex="-1">{ text!(language, "home-question", name = first_name(&me.name)) }</h1>
                <SearchBox id="home-search" large=true eager=true label={text!(language, "home-search")}
                    value={(*typed).clone()} {onsearch} />
                { most_used.unwrap_or_default() }
            </div>
            { loaded(&catalogue, language, skeleton_rows(4), view) }
        </>
    }
}

/// Links to the services that the person uses most.
fn most_used(language: Language, catalogue: &Catalogue) -> Html {
    let services = catalogue.most_used.iter().take(MOST_USED);
    let services: Vec<_> =
        services.filter_map(|id| catalogue.services.iter().find(|service| service.id == *id)).collect();
    if services.is_empty() {
        return Html::default();
    }
    html! {
        <p class="home__often">
            <span class="sol-subtle">{ text!(language, "home-often") }</span>
            { for services.iter().map(|service| html! {
                <Go to={Route::OpenRequest { service: service.id }}>{ &service.name }</Go>
            }) }
        </p>
    }
}

/// The categories with their first services.
fn overview(language: Language, catalogue: &Catalogue) -> Html {
    let all = catalogue.services.len();
    html! {
        <>
            <div class="sol-row sol-between home__ch">
                <h2 class="sol-h2">{ text!(language, "home-catalogue") }</h2>
                <Go to={Route::Catalogue}>{ text!(language, "home-all-services", count = all) }</Go>
            </div>
            <div class="cat">{ for by_category(catalogue).iter().map(|group| group_card(language, group, SERVICES_PER_CARD)) }</div>
            <p class="sol-small sol-subtle home__legend">{ icon("clock") }{ " " }{ text!(language, "home-legend") }</p>
        </>
    }
}

/// What the search found.
fn results(language: Language, catalogue: &Catalogue, typed: &str) -> Html {
    let found = search(catalogue, typed);
    html! {
        <div class="home__found">
            <p class="sol-h2" role="status">{ text!(language, "home-found", count = found.len()) }</p>
            if found.is_empty() {
                <p class="sol-subtle">{ text!(language, "home-found-none") }{ " " }
                    <Go to={Route::Catalogue}>{ text!(language, "home-browse") }</Go></p>
            } else {
                <Card flush=true>{ found_list(language, &found) }</Card>
            }
        </div>
    }
}

/// The person's own most urgent requests.
#[component]
fn OwnRequests() -> Html {
    let language = use_language();
    let filter = RequestFilter {
        situation: Some("in_progress,reopened,suspended,resolved".to_owned()),
        page_size: Some(OWN_REQUESTS),
        ..RequestFilter::default()
    };
    let list = use_fetch(filter, |filter| async move { api::requests::list(&filter).await });
    let on_event = use_callback(list.reload.clone(), |event: LiveEvent, reload| {
        if event.kind.is_about_requests() {
            reload.emit(());
        }
    });
    use_live(on_event);
    use_refresh(REFRESH_MS, list.reload.clone());
    let view = |page: &Rc<Page<RequestRow>>| {
        if page.items.is_empty() {
            return html! { <p class="home__none">{ text!(language, "home-own-none") }</p> };
        }
        html! { <ul class="mini">{ for page.items.iter().map(|row| own_row(language, row)) }</ul> }
    };
    let all = html! { <Go to={Route::Requests}>{ text!(language, "home-own-all") }</Go> };
    html! {
        <Card flush=true title={text!(language, "home-own")} action={all}>
            { loaded(&list, language, skeleton_rows(3), view) }
        </Card>
    }
}

fn own_row(language: Language, row: &RequestRow) -> Html {
    let title = row.title.clone().unwrap_or_else(|| row.service.name.clone());
    html! {
        <li key={row.number}>
            <div class="sol-row sol-between">
                <span class="sol-small sol-subtle sol-mono">{ row.number }</span>
                <SituationLabel situation={row.situation} compact=true />
            </div>
            <Go class="mini__t" to={Route::Request { number: row.number }}>{ title }</Go>
            <Sla sla={row.sla.clone()} />
            { next_step(language, row) }
        </li>
    }
}

/// A link to what waits for the person: unread messages first, then an answer or an acceptance.
fn next_step(language: Language, row: &RequestRow) -> Html {
    let link = |to: Href, name: &'static str, label: String| {
        html! {
            <div class="mini__f"><Go {to}>{ icon(name) }{ " " }{ label }</Go></div>
        }
    };
    if row.unread > 0 {
        let label = text!(language, "ui-new-messages", count = row.unread);
        link(request_at(row.number, Show::Messages), "comments", label)
    } else if row.task == Task::WaitingAcceptance && row.actions.contains(&Action::Rate) {
        link(request_at(row.number, Show::Rate), "star", text!(language, "home-waits-acceptance"))
    } else if row.task == Task::WaitingRequester {
        link(request_at(row.number, Show::Messages), "reply", text!(language, "home-waits-answer"))
    } else {
        Html::default()
    }
}
