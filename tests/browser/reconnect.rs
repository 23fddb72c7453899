//! A server that goes away and comes back, and a page that is loaded again.

use crate::common::open;
use contract::Language;
use std::time::Duration;
use tests::Database;
use tests::browser::run;
use tests::server::{ATTENDANT, REQUESTER};

#[test]
fn what_happened_meanwhile_is_shown() {
    run(Database::Sqlite, async |journey| {
        let requester = journey.server.person(REQUESTER).await;
        let attendant = journey.server.person(ATTENDANT).await;
        let number = open(&requester, "Teclado trocando letras").await.row.number;
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(REQUESTER).await;
        page.go(&format!("/requests/{number}")).await;
        // The stream works.
        attendant.send_message(number, "Antes da pausa.").await;
        page.see_in("#timeline", "Antes da pausa.").await;

        journey.server.stop();
        // Nothing that is typed is lost, and sending can be tried again.
        page.fill("message-text", "Escrito sem servidor.").await;
        page.press(&page.text("req-send-message")).await;
        page.see(&page.text("ui-text-kept")).await;
        page.holds("message-text", "Escrito sem servidor.").await;

        journey.server.start_again();
        attendant.send_message(number, "Logo depois da pausa.").await;
        page.see_in("#timeline", "Logo depois da pausa.").await;
        page.press(&page.text("ui-retry")).await;
        page.see_in("#timeline", "Escrito sem servidor.").await;
        page.holds("message-text", "").await;
        // And it works on.
        attendant.send_message(number, "Mais tarde.").await;
        page.see_in("#timeline", "Mais tarde.").await;
        let texts: Vec<_> = attendant.messages(number).await.into_iter().filter_map(|message| message.text).collect();
        assert_eq!(texts, ["Mais tarde.", "Escrito sem servidor.", "Logo depois da pausa.", "Antes da pausa."]);
    });
}

#[test]
fn a_draft_survives_a_reload() {
    run(Database::Sqlite, async |journey| {
        let requester = journey.server.person(REQUESTER).await;
        let service = crate::common::service(&requester).await;
        let number = open(&requester, "Mouse falhando").await.row.number;
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(REQUESTER).await;
        page.go(&format!("/requests/{number}")).await;
        page.fill("message-text", "Ainda estou escreven").await;
        page.reload().await;
        page.holds("message-text", "Ainda estou escreven").await;

        page.go(&format!("/requests/new/{service}")).await;
        page.fill("title", "Outro mouse").await;
        page.fill("details", "Este também falha.").await;
        page.reload().await;
        page.holds("title", "Outro mouse").await;
        page.holds("details", "Este também falha.").await;
        page.press(&page.text("open-send")).await;
        page.see_in("h1", &page.text("opened-title")).await;
        // What was sent is no draft any more.
        page.go(&format!("/requests/new/{service}")).await;
        page.holds("title", "").await;
    });
}

#[test]
fn what_happens_before_the_stream_is_open_is_shown() {
    run(Database::Sqlite, async |journey| {
        let requester = journey.server.person(REQUESTER).await;
        let attendant = journey.server.person(ATTENDANT).await;
        let number = open(&requester, "Webcam escura").await.row.number;
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(REQUESTER).await;
        // A page that has read what there is, and whose stream is slow to begin.
        page.before_each_page(include_str!("late_streams.js")).await;
        page.go(&format!("/requests/{number}")).await;
        page.see_in("#timeline", &page.text("req-filter-all")).await;
        attendant.send_message(number, "Tem uma tampa na lente.").await;
        page.execute::<serde_json::Value>("late.forEach((stream) => stream.begin()); return null", vec![])
            .await
            .unwrap();
        page.see_in("#timeline", "Tem uma tampa na lente.").await;
    });
}

#[test]
fn one_page_after_the_other_can_be_loaded() {
    run(Database::Sqlite, async |journey| {
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(REQUESTER).await;
        // Browsers keep pages that were left, and open six connections to a server: a page that was left
        // must not keep one.
        let visits = async {
            for _ in 0..5 {
                for path in ["/requests", "/notices", "/profile"] {
                    page.go(path).await;
                }
            }
        };
        // Without the connections a page is never loaded.
        tokio::time::timeout(Duration::from_secs(300), visits).await.expect("every page is loaded");
    });
}
