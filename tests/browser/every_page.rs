//! Every page of the application, by the addresses of the SPA's routes, as each role: it is
//! itself, axe finds nothing wrong with it, light or dark, and it fits a telephone.

use crate::common::open;
use contract::Language;
use serde_json::Value;
use std::collections::BTreeSet;
use tests::browser::{Page, Scheme, Stage, WINDOW, play};
use tests::server::{ADMINISTRATOR, ATTENDANT, REQUESTER};
use tests::{Database, Persona};

const ROUTES: &str = include_str!("../../frontend/src/route.rs");

#[test]
fn of_nobody() {
    play(Database::Sqlite, async |stage| {
        let page = stage.browser(Language::Portuguese).await;
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
    play(Database::Sqlite, async |stage| every_page(stage, REQUESTER, &[]).await);
}

#[test]
fn of_the_attendant() {
    play(Database::Sqlite, async |stage| every_page(stage, ATTENDANT, &["/desk"]).await);
}

#[test]
fn of_the_administrator() {
    play(Database::Sqlite, async |stage| every_page(stage, ADMINISTRATOR, &["/admin"]).await);
}

#[test]
fn what_is_for_others_is_not_there() {
    play(Database::Sqlite, async |stage| {
        let page = stage.browser(Language::Portuguese).await;
        page.log_in(REQUESTER).await;
        for path in ["/admin/people", "/desk", "/nowhere"] {
            page.go(path).await;
            page.see_in("h1", &page.text("ui-no-page")).await;
        }
    });
}

/// Addresses of pages that need nobody to be logged in, or show that there is nothing.
const OTHERS: [&str; 4] = ["/login", "/forgot", "/password/", "/404"];

async fn every_page(stage: &Stage, email: &str, areas: &[&str]) {
    let person = stage.server.person(email).await;
    let number = open(&person, "Uma página de cada vez").await.row.number;
    let page = stage.browser(Language::Portuguese).await;
    page.log_in(email).await;
    let mut wrong = Vec::new();
    for path in addresses(areas) {
        let path = filled(&path, number, &person).await;
        page.go(&path).await;
        inspect(&page, &path, &mut wrong).await;
    }
    for show in ["messages", "note", "history", "description", "attachments"] {
        let path = format!("/requests/{number}?show={show}");
        page.go(&path).await;
        inspect(&page, &path, &mut wrong).await;
    }
    report(&wrong);
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

/// An address with something that exists in the place of each parameter.
async fn filled(path: &str, number: i64, person: &Persona) -> String {
    let Some((before, parameter)) = path.split_once(':') else { return path.to_owned() };
    let after = parameter.find('/').map_or("", |end| &parameter[end..]);
    let value = match (before, parameter.trim_end_matches(after)) {
        (_, "number") => number,
        (_, "service") => crate::common::service(person).await,
        (list, "id") => first(list, person).await,
        other => panic!("an address with an unknown parameter: {other:?}"),
    };
    format!("{before}{value}{after}")
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
