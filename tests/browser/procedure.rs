//! *Manage my requests through the portal*, step by step, in each language: from the menu to
//! My requests, messages with the attendant, a note, the history, description and files.

use crate::common::SERVICE;
use contract::Language;
use contract::timeline::Timeline;
use tests::browser::{Journey, Page, run};
use tests::server::{ATTENDANT, REQUESTER};
use tests::{Database, Persona};

const DETAILS: &str = "Liga, mas a tela continua preta.";

#[test]
fn in_portuguese() {
    run(Database::Sqlite, async |journey| procedure(journey, Language::Portuguese).await);
}

#[test]
fn in_spanish() {
    run(Database::Sqlite, async |journey| procedure(journey, Language::Spanish).await);
}

#[test]
fn in_english() {
    run(Database::Sqlite, async |journey| procedure(journey, Language::English).await);
}

async fn procedure(journey: &Journey, language: Language) {
    let page = log_in(journey, language).await;
    let number = register(&page).await;
    let row = format!("[data-test=request-{number}]");
    let attendant = journey.server.person(ATTENDANT).await;

    // 1. My requests, from the main menu.
    page.press(&page.text("nav-requests")).await;
    page.at("/requests").await;
    page.see_in("h1", &page.text("nav-requests")).await;
    page.see_in(&row, &number.to_string()).await;

    exchange_messages(&page, &row, number, &attendant).await;
    add_note(&page, &row, number, &attendant).await;
    read_history(&page, &row, number, &journey.server.person(REQUESTER).await).await;
    read_description_and_files(&page, &row).await;
}

/// Logs in; another language than the browser's is chosen on the login page.
async fn log_in(journey: &Journey, language: Language) -> Page {
    let first = journey.browser(Language::Portuguese).await;
    first.go("/login").await;
    let page = first.reading(language);
    if language != Language::Portuguese {
        first.press(&first.text(&format!("language-name-{}", Language::Portuguese))).await;
        first.press(&page.text(&format!("language-name-{language}"))).await;
    }
    page.see_in("h1", &page.text("login-title")).await;
    page.enter_credentials(REQUESTER).await;
    page.offers(&page.text("nav-requests")).await;
    page
}

/// Before getting started: the person has a request.
async fn register(page: &Page) -> i64 {
    page.press(&page.text("nav-new")).await;
    page.at("/requests/new").await;
    page.press(SERVICE).await;
    page.at("/requests/new/").await;
    page.fill("title", "Tela preta ao ligar").await;
    page.fill("details", DETAILS).await;
    page.press(&page.text("open-send")).await;
    page.see_in("h1", &page.text("opened-title")).await;
    let number = page.element("[data-test=number]").await.text().await.unwrap();
    number.parse().unwrap()
}

/// 2. Message to the attendant: the answer is behind the same icon.
async fn exchange_messages(page: &Page, row: &str, number: i64, attendant: &Persona) {
    let icon = page.text("action-message");
    page.press_in(row, &icon).await;
    page.at(&format!("/requests/{number}?show=messages")).await;
    page.fill("message-text", "Tem previsão?").await;
    page.press(&page.text("req-send-message")).await;
    page.see_in("#timeline", "Tem previsão?").await;
    page.holds("message-text", "").await;
    assert_eq!(attendant.messages(number).await[0].text.as_deref(), Some("Tem previsão?"));

    page.press(&page.text("nav-requests")).await;
    page.see_in(row, &icon).await;
    attendant.send_message(number, "Hoje à tarde.").await;
    page.until("the answer is announced", async || {
        let texts = page.texts(row).await?;
        Ok(texts
            .iter()
            .any(|text| text.contains(&format!("{icon}1")) || text.contains(&format!("{icon}\n1")))
            .then_some(()))
    })
    .await;
    page.press_in(row, &icon).await;
    page.see_in("#timeline", "Hoje à tarde.").await;
    page.press(&page.text("nav-requests")).await;
}

/// 3. Add note: the attendant gets it.
async fn add_note(page: &Page, row: &str, number: i64, attendant: &Persona) {
    page.press_in(row, &page.text("action-add-note")).await;
    page.at(&format!("/requests/{number}?show=note")).await;
    page.fill("note-text", "Acontece só na tomada da sala.").await;
    page.click("#compose-panel [type=submit]").await;
    page.see_in("#timeline", "Acontece só na tomada da sala.").await;
    let timeline: Timeline = attendant.timeline(number).await;
    assert!(timeline.items.iter().any(|item| item.text.as_deref() == Some("Acontece só na tomada da sala.")));
    page.press(&page.text("nav-requests")).await;
}

/// 4. History: the occurrences alone.
async fn read_history(page: &Page, row: &str, number: i64, requester: &Persona) {
    page.press_in(row, &page.text("action-view-history")).await;
    page.at(&format!("/requests/{number}?show=history")).await;
    let speaking = requester.speaking(page.language());
    let history = speaking.timeline(number).await;
    let events = history.items.iter().filter(|item| item.kind == contract::OccurrenceKind::Event);
    let summaries: Vec<String> = events.filter_map(|item| item.summary.clone()).collect();
    assert!(!summaries.is_empty());
    for summary in summaries {
        page.see_in("#timeline", &summary).await;
    }
    let timeline = page.texts("#timeline").await.unwrap().join("\n");
    assert!(!timeline.contains("Acontece só na tomada da sala."), "only occurrences: {timeline}");
    page.press(&page.text("nav-requests")).await;
}

/// 5. Description and attachments.
async fn read_description_and_files(page: &Page, row: &str) {
    page.press_in(row, &page.text("req-description")).await;
    page.see_in("#description", DETAILS).await;
    page.press(&page.text("nav-requests")).await;
    page.press_in(row, &page.text("req-attachments")).await;
    page.see_in("#attachments", &page.text("req-attachments-none")).await;
}
