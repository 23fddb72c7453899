//! A session that ends while somebody is writing.

use crate::common::{open, service};
use contract::Language;
use contract::identity::Me;
use solicita::demo;
use tests::Database;
use tests::browser::{Journey, Page, run};
use tests::server::{ADMINISTRATOR, ATTENDANT, REQUESTER};

#[test]
fn a_message_is_sent_after_logging_in_again() {
    run(Database::Sqlite, async |journey| {
        let number = open(&journey.server.person(REQUESTER).await, "Monitor piscando").await.row.number;
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(REQUESTER).await;
        page.go(&format!("/requests/{number}")).await;
        page.fill("message-text", "Começou depois da queda de luz.").await;
        end_sessions(journey).await;
        page.press(&page.text("req-send-message")).await;
        page.see_in("dialog[open]", &page.text("relogin-title")).await;
        page.holds("message-text", "Começou depois da queda de luz.").await;
        log_in_again(&page).await;
        page.see_in("#timeline", "Começou depois da queda de luz.").await;
        page.holds("message-text", "").await;
        let messages = journey.server.person(REQUESTER).await.messages(number).await;
        assert_eq!(messages.len(), 1, "it was sent once");
    });
}

#[test]
fn a_request_is_opened_after_logging_in_again() {
    run(Database::Sqlite, async |journey| {
        let service = service(&journey.server.person(REQUESTER).await).await;
        let page = journey.browser(Language::English).await;
        page.log_in(REQUESTER).await;
        let page = page.reading(Language::Portuguese);
        page.go(&format!("/requests/new/{service}")).await;
        page.fill("title", "Câmera não aparece").await;
        page.fill("details", "Nem na reunião, nem no teste.").await;
        end_sessions(journey).await;
        // What the page asks while one types may notice it before the form is sent.
        send_until(&page, "dialog[open]").await;
        page.see_in("dialog[open]", &page.text("relogin-title")).await;
        page.holds("details", "Nem na reunião, nem no teste.").await;
        log_in_again(&page).await;
        send_until(&page, "[data-test=number]").await;
        page.see_in("h1", &page.text("opened-title")).await;
        let mine = journey.server.person(REQUESTER).await.list("search=C%C3%A2mera").await;
        assert_eq!(mine.items.iter().filter(|row| row.title.as_deref() == Some("Câmera não aparece")).count(), 1);
    });
}

#[test]
fn what_happened_meanwhile_is_heard_after_logging_in_again() {
    run(Database::Sqlite, async |journey| {
        let number = open(&journey.server.person(REQUESTER).await, "Mouse sem fio").await.row.number;
        let attendant = journey.server.person(ATTENDANT).await;
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(REQUESTER).await;
        page.go(&format!("/requests/{number}")).await;
        page.see_in("#timeline", &page.text("req-filter-all")).await;
        end_sessions(journey).await;
        attendant.send_message(number, "Deixei uma na recepção.").await;
        // What notices that the session has ended reads nothing of the request.
        page.click(".sol-bell button").await;
        page.see_in("dialog[open]", &page.text("relogin-title")).await;
        log_in_again(&page).await;
        page.see_in("#timeline", "Deixei uma na recepção.").await;
    });
}

/// An administrator ends every session of the requester.
async fn end_sessions(journey: &Journey) {
    let me: Me = journey.server.person(REQUESTER).await.get("/me").await.good();
    journey.server.person(ADMINISTRATOR).await.delete(format!("/people/{}/sessions", me.id)).await.done();
}

/// Sends the form, unless it was sent already, until there is something else.
async fn send_until(page: &Page, css: &str) {
    page.until(css, async || {
        if !page.texts(css).await?.is_empty() {
            return Ok(Some(()));
        }
        if let Some(send) = page.control(&page.text("open-send")).await? {
            send.click().await?;
        }
        Ok(None)
    })
    .await;
}

async fn log_in_again(page: &Page) {
    page.fill("relogin-password", demo::PASSWORD).await;
    page.press(&page.text("relogin-enter")).await;
    page.until("the dialog is gone", async || Ok(page.texts("dialog[open]").await?.is_empty().then_some(()))).await;
}
