//! Takes the pictures of the documentation: `docs/screenshots/*.png`.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a tool for developers")]

use contract::catalogue::Catalogue;
use contract::identity::Preferences;
use contract::requests::RequestRow;
use contract::timeline::TimelineCounts;
use contract::{Action, Language, Page as Rows};
use serde_json::json;
use std::path::Path;
use tests::browser::{self, Journey, Page};
use tests::server::{ADMINISTRATOR, ATTENDANT, REQUESTER};
use tests::{Database, Persona};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/screenshots");
/// Of the window, in pixels: a usual laptop's, and a telephone's.
const LAPTOP: (u32, u32) = (1366, 860);
const TELEPHONE: (u32, u32) = (390, 800);

fn main() {
    std::fs::create_dir_all(FOLDER).unwrap();
    browser::run(Database::Sqlite, async |journey| {
        portal(journey).await;
        desk(journey).await;
        administration(journey).await;
    });
}

async fn portal(journey: &Journey) {
    let person = journey.server.person(REQUESTER).await;
    let mine: Rows<RequestRow> = person.list("situation=in_progress&page_size=50").await;
    let liveliest = liveliest(&person, &mine.items).await;
    let catalogue: Catalogue = person.get("/services").await.good();
    let service = catalogue.services.iter().find(|service| service.name.starts_with("Computador")).unwrap().id;
    let request = format!("/requests/{}", liveliest.number);
    let page = journey.browser(Language::Portuguese).await;
    page.go("/login").await;
    take(&page, "login", LAPTOP).await;
    page.log_in(REQUESTER).await;
    shoot(&page, "/", "home", LAPTOP).await;
    page.go(&format!("/requests/new/{service}")).await;
    page.fill("title", "Notebook reinicia sozinho em videochamadas").await;
    page.fill("details", "Desde ontem, sempre depois de uns dez minutos de chamada. Sem chamada, não acontece.").await;
    take(&page, "open", LAPTOP).await;
    shoot(&page, "/requests", "my-requests", LAPTOP).await;
    shoot(&page, &request, "request", LAPTOP).await;
    shoot(&page, &request, "phone", TELEPHONE).await;
    theme(&page, "dark").await;
    shoot(&page, "/requests", "my-requests-dark", LAPTOP).await;
    theme(&page, "light").await;
    for (language, path, name) in
        [(Language::Spanish, "/requests", "my-requests-es"), (Language::English, request.as_str(), "request-en")]
    {
        let preferences = Preferences { language, time_zone: "America/Sao_Paulo".to_owned() };
        person.put("/me/preferences", &preferences).await.done();
        shoot(&page, path, name, LAPTOP).await;
    }
}

async fn desk(journey: &Journey) {
    let person = journey.server.person(ATTENDANT).await;
    let queue = person.queue("situation=in_progress&page_size=50").await;
    // One that they serve themselves.
    let served: Vec<_> = queue.items.into_iter().filter(|row| row.actions.contains(&Action::Resolve)).collect();
    let liveliest = liveliest(&person, &served).await;
    let page = journey.browser(Language::Portuguese).await;
    page.log_in(ATTENDANT).await;
    shoot(&page, &format!("/desk/requests/{}", liveliest.number), "desk", LAPTOP).await;
}

async fn administration(journey: &Journey) {
    let person = journey.server.person(ADMINISTRATOR).await;
    let templates = person.get("/email-templates").await.json();
    let page = journey.browser(Language::Portuguese).await;
    page.log_in(ADMINISTRATOR).await;
    shoot(&page, "/admin/parameters", "parameters", LAPTOP).await;
    shoot(&page, &format!("/admin/templates/{}", templates[0]["id"]), "template", LAPTOP).await;
    shoot(&page, "/admin/outbox", "outbox", LAPTOP).await;
}

/// The request with most messages: it shows most.
async fn liveliest(person: &Persona, rows: &[RequestRow]) -> RequestRow {
    let mut best: Option<(i64, &RequestRow)> = None;
    for row in rows {
        let TimelineCounts { messages, .. } = person.timeline(row.number).await.counts;
        if best.is_none_or(|(most, _)| messages > most) {
            best = Some((messages, row));
        }
    }
    best.unwrap().1.clone()
}

async fn theme(page: &Page, theme: &str) {
    let script = "localStorage.setItem('solicita.theme', arguments[0]); return null";
    page.execute::<serde_json::Value>(script, vec![json!(theme)]).await.unwrap();
}

async fn shoot(page: &Page, path: &str, name: &str, (width, height): (u32, u32)) {
    page.resize(width, height).await;
    page.go(path).await;
    take(page, name, (width, height)).await;
}

async fn take(page: &Page, name: &str, (width, height): (u32, u32)) {
    page.resize(width, height).await;
    let ready =
        "return document.fonts.status === 'loaded' && document.getAnimations().every(a => a.playState !== 'running')";
    page.until("a page at rest", async || Ok(page.execute::<bool>(ready, vec![]).await?.then_some(()))).await;
    let picture = page.driver().screenshot_as_png().await.unwrap();
    let file = Path::new(FOLDER).join(format!("{name}.png"));
    println!("{} ({} kB)", file.display(), picture.len() / 1000);
    std::fs::write(file, picture).unwrap();
}
