//! What the requester sees first: outages, since *me too* saves a request; then
//! the search; then the catalogue, with one's own requests beside it.

use super::call_backs::CallBacks;
use super::notices::NoticeList;
use super::services::{found_list, group_card, groups, search};
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

const SERVICES_PER_CARD: usize = 3;
const OWN: u32 = 4;

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
                <aside class="home__side"><CallBacks /><Own /></aside>
            </div>
        </>
    }
}

/// Search and catalogue.
#[component]
fn Services() -> Html {
    let language = use_language();
    let me = use_me();
    let wanted = use_state_eq(String::new);
    let catalogue = use_fetch((), |()| async { api::catalogue::services().await });
    let onsearch = {
        let wanted = wanted.setter();
        Callback::from(move |text| wanted.set(text))
    };
    let view = |catalogue: &Rc<Catalogue>| {
        if wanted.trim().is_empty() { overview(language, catalogue) } else { results(language, catalogue, &wanted) }
    };
    let often = catalogue.data().map(|catalogue| most_used(language, catalogue));
    html! {
        <>
            <div class="home__hero">
                <h1 tabindex="-1">{ text!(language, "home-question", name = first_name(&me.name)) }</h1>
                <SearchBox id="home-search" large=true eager=true label={text!(language, "home-search")}
                    value={(*wanted).clone()} {onsearch} />
                { often.unwrap_or_default() }
            </div>
            { loaded(&catalogue, language, skeleton_rows(4), view) }
        </>
    }
}

fn most_used(language: Language, catalogue: &Catalogue) -> Html {
    let services = catalogue.most_used.iter().take(3);
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

fn overview(language: Language, catalogue: &Catalogue) -> Html {
    let all = catalogue.services.len();
    html! {
        <>
            <div class="sol-row sol-between home__ch">
                <h2 class="sol-h2">{ text!(language, "home-catalogue") }</h2>
                <Go to={Route::Catalogue}>{ text!(language, "home-all-services", count = all) }</Go>
            </div>
            <div class="cat">{ for groups(catalogue).iter().map(|group| group_card(language, group, SERVICES_PER_CARD)) }</div>
            <p class="sol-small sol-subtle home__legend">{ icon("clock") }{ " " }{ text!(language, "home-legend") }</p>
        </>
    }
}

fn results(language: Language, catalogue: &Catalogue, wanted: &str) -> Html {
    let found = search(catalogue, wanted);
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

/// One's own most urgent requests.
#[component]
fn Own() -> Html {
    let language = use_language();
    let filter = RequestFilter {
        situation: Some("in_progress,reopened,suspended,resolved".to_owned()),
        page_size: Some(OWN),
        ..RequestFilter::default()
    };
    let list = use_fetch(filter, |filter| async move { api::requests::list(&filter).await });
    let heard = use_callback(list.reload.clone(), |event: LiveEvent, reload| {
        if event.kind.is_about_requests() {
            reload.emit(());
        }
    });
    use_live(heard);
    use_refresh(120_000, list.reload.clone());
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
            { hint(language, row) }
        </li>
    }
}

/// What waits for the person: unread messages first, then an answer or an acceptance.
fn hint(language: Language, row: &RequestRow) -> Html {
    let link = |to: Href, name: &'static str, said: String| {
        html! {
            <div class="mini__f"><Go {to}>{ icon(name) }{ " " }{ said }</Go></div>
        }
    };
    if row.unread > 0 {
        let said = text!(language, "ui-new-messages", count = row.unread);
        link(request_at(row.number, Show::Messages), "comments", said)
    } else if row.task == Task::WaitingAcceptance && row.actions.contains(&Action::Rate) {
        link(request_at(row.number, Show::Rate), "star", text!(language, "home-waits-acceptance"))
    } else if row.task == Task::WaitingRequester {
        link(request_at(row.number, Show::Messages), "reply", text!(language, "home-waits-answer"))
    } else {
        Html::default()
    }
}
