//! Every page of the application, by the addresses of the SPA's routes, as each role: it is
//! itself, axe finds nothing wrong with it, light or dark, and it fits a telephone.

use crate::common::open;
use contract::Language;
use serde_json::Value;
use std::collections::BTreeSet;
use tests::browser::{Journey, Page, Scheme, WINDOW, run};
use tests::server::{ADMINISTRATOR, ATTENDANT, REQUESTER};
use tests::{Database, Persona, ids};

const ROUTES: &str = include_str!("../../frontend/src/route/pages.rs");

#[test]
fn of_nobody() {
    run(Database::Sqlite, async |journey| {
        let page = journey.browser(Language::Portuguese).await;
        let mut wrong = Vec::new();
        for path in ["/login", "/forgot"] {
            page.go(path).await;
            inspect(&page, path, &mut wrong).await;
        }
        // A link that was used up, or never was: the page says so, and is all right otherwise.
        page.go("/password/nunca-existiu").await;
        judge(&page, "/password/…", &mut wrong).await;
        report(&wrong);
    });
}

#[test]
fn of_the_requester() {
    run(Database::Sqlite, async |journey| every_page(journey, REQUESTER, &[]).await);
}

#[test]
fn of_the_attendant() {
    run(Database::Sqlite, async |journey| every_page(journey, ATTENDANT, &["/desk"]).await);
}

#[test]
fn of_the_administrator() {
    run(Database::Sqlite, async |journey| every_page(journey, ADMINISTRATOR, &["/admin"]).await);
}

#[test]
fn of_an_attendant_who_asked_for_something() {
    run(Database::Sqlite, async |journey| {
        let number = open(&journey.server.person(ATTENDANT).await, "O meu próprio teclado").await.row.number;
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(ATTENDANT).await;
        let (path, mut wrong) = (format!("/desk/requests/{number}"), Vec::new());
        page.go(&path).await;
        inspect(&page, &path, &mut wrong).await;
        report(&wrong);
    });
}

#[test]
fn what_is_for_others_is_not_there() {
    run(Database::Sqlite, async |journey| {
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(REQUESTER).await;
        for path in ["/admin/people", "/desk", "/nowhere"] {
            page.go(path).await;
            page.see_in("h1", &page.text("ui-no-page")).await;
        }
    });
}

/// Addresses of pages that need nobody to be logged in, or show that there is nothing.
const OTHERS: [&str; 4] = ["/login", "/forgot", "/password/", "/404"];

async fn every_page(journey: &Journey, email: &str, areas: &[&str]) {
    // With telephony there are more pages.
    journey.server.person(ADMINISTRATOR).await.set_parameter(ids::TELEPHONY, "S").await.done();
    let person = journey.server.person(email).await;
    let subject = Subject {
        own: open(&person, "Uma página de cada vez").await.row.number,
        asked: open(&journey.server.person(REQUESTER).await, "Para a mesa").await.row.number,
        service: crate::common::service(&person).await,
    };
    let page = journey.browser(Language::Portuguese).await;
    page.log_in(email).await;
    let mut wrong = Vec::new();
    for path in addresses(areas) {
        for path in subject.paths(&path, &person).await {
            page.go(&path).await;
            inspect(&page, &path, &mut wrong).await;
        }
    }
    report(&wrong);
}

/// What the pages are about.
struct Subject {
    /// A request of the person's own.
    own: i64,
    /// A request that reached the desk.
    asked: i64,
    service: i64,
}

/// The places of a request's page in the portal, and on the desk.
const PLACES: [&str; 5] = ["messages", "note", "history", "description", "attachments"];
const PARTS: [&str; 4] = ["description", "attachments", "related", "emails"];

impl Subject {
    /// The addresses of a route, with something that exists in the place of its parameter.
    async fn paths(&self, route: &str, person: &Persona) -> Vec<String> {
        let Some((before, parameter)) = route.split_once(':') else { return vec![route.to_owned()] };
        let (name, after) =
            parameter.split_once('/').map_or((parameter, String::new()), |(name, after)| (name, format!("/{after}")));
        let (here, places): (i64, &[&str]) = match (before, name) {
            ("/desk/requests/", "number") => (self.asked, &PARTS),
            (_, "number") => (self.own, &PLACES),
            (_, "service") => (self.service, &[]),
            (list, "id") => return vec![format!("{list}{}", first(list, person).await), format!("{list}new")],
            other => panic!("a route with an unknown parameter: {other:?}"),
        };
        let path = format!("{before}{here}{after}");
        let places = if after.is_empty() { places } else { &[] };
        let shown = places.iter().map(|place| format!("{path}?show={place}"));
        std::iter::once(path.clone()).chain(shown).collect()
    }
}

/// The addresses of the portal and of some areas, with their parameters.
fn addresses(areas: &[&str]) -> BTreeSet<String> {
    let all = ROUTES.lines().filter_map(|line| line.trim().strip_prefix("#[at(\"")?.strip_suffix("\")]"));
    let here = |path: &&str| {
        let area = ["/desk", "/admin"].into_iter().find(|area| path.starts_with(area));
        !path.ends_with('*')
            && !OTHERS.iter().any(|other| path.contains(other))
            && area.is_none_or(|area| areas.contains(&area))
    };
    let found: BTreeSet<String> = all.filter(here).map(str::to_owned).collect();
    assert!(found.len() >= 7, "the routes were not understood: {found:?}");
    found
}

/// The first of a collection of the administration.
async fn first(list: &str, person: &Persona) -> i64 {
    let path = match list.trim_matches('/').trim_start_matches("admin/") {
        "services" => "/services/all",
        "categories" => "/service-categories",
        "templates" => "/email-templates",
        other => &format!("/{other}"),
    };
    let found: Value = person.get(path).await.good();
    let rows = found.get("items").unwrap_or(&found);
    rows[0]["id"].as_i64().unwrap_or_else(|| panic!("{path} has no first one"))
}

/// Notes all that is wrong with a page that should show what its address names.
async fn inspect(page: &Page, path: &str, wrong: &mut Vec<String>) {
    let here = page.path().await;
    if here != path {
        wrong.push(format!("{path}: it leads to {here}"));
    }
    let alerts = page.texts("[role=alert]").await.unwrap();
    if !alerts.is_empty() {
        wrong.push(format!("{path}: {alerts:?}"));
    }
    let words = page.words().await;
    for key in ["ui-not-found", "ui-no-page", "open-no-service"] {
        if words.contains(&page.text(key)) {
            wrong.push(format!("{path}: {:?}", page.text(key)));
        }
    }
    judge(page, path, wrong).await;
}

/// Notes what axe finds, and whether the page is too wide for a telephone.
async fn judge(page: &Page, path: &str, wrong: &mut Vec<String>) {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let found = page.violations(scheme).await;
        wrong.extend(found.iter().map(|violation| format!("{path} ({scheme:?}): {violation}")));
    }
    page.resize(360, 740).await;
    let wide = page.too_wide().await;
    if !wide.is_empty() {
        wrong.push(format!("{path} is too wide for a telephone: {}", wide.join("\n    ")));
    }
    page.resize(WINDOW.0, WINDOW.1).await;
}

fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} things are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
