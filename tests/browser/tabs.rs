//! Several tabs of one person in one browser: they share one stream of events.

use crate::common::open;
use contract::Language;
use contract::identity::Me;
use serde_json::{Value, json};
use tests::browser::{Journey, Page, run};
use tests::server::{ATTENDANT, REQUESTER};
use tests::{Database, Persona};
use thirtyfour::WindowHandle;

#[test]
fn eight_tabs_share_one_stream() {
    run(Database::Sqlite, async |journey| {
        let Setting { requester, page, number } = setting(journey).await;
        let mut tabs = Vec::new();
        for _ in 0..8 {
            tabs.push(open_at(&page, number).await);
        }
        requester.send_message(number, "Para oito telas.").await;
        all_see(&page, &tabs, "Para oito telas.").await;
        assert_eq!(streams(&page, &tabs).await.len(), 1, "one stream");

        // Whoever holds it is closed, while something happens.
        for text in ["Depois de fechar uma.", "Depois de fechar outra."] {
            let holder = streams(&page, &tabs).await.remove(0);
            tabs.retain(|tab| *tab != holder);
            page.close_tab(&holder).await;
            requester.send_message(number, text).await;
            all_see(&page, &tabs, text).await;
            assert_eq!(streams(&page, &tabs).await.len(), 1, "one stream again");
        }
    });
}

#[test]
fn a_tab_hears_what_happened_before_it_joined() {
    run(Database::Sqlite, async |journey| {
        let Setting { requester, page, number } = setting(journey).await;
        let first = open_at(&page, number).await;
        page.open_tab().await;
        page.before_each_page(include_str!("late_channels.js")).await;
        page.go(&at(number)).await;
        page.see_in("#timeline", &page.text("req-filter-all")).await;
        let second = page.tab().await;
        // The first tab hears it, the second is not there yet to be told.
        requester.send_message(number, "Entre a leitura e a escuta.").await;
        page.switch_to(&first).await;
        page.see_in("#timeline", "Entre a leitura e a escuta.").await;
        page.switch_to(&second).await;
        page.execute::<Value>("late.forEach((channel) => channel.begin()); return null", vec![]).await.unwrap();
        page.see_in("#timeline", "Entre a leitura e a escuta.").await;
        // From now on it hears everything.
        requester.send_message(number, "E depois.").await;
        page.see_in("#timeline", "E depois.").await;
    });
}

#[test]
fn a_page_that_one_comes_back_to_listens_again() {
    run(Database::Sqlite, async |journey| {
        let Setting { requester, page, number } = setting(journey).await;
        let tab = open_at(&page, number).await;
        page.execute::<Value>("window.kept = true; return null", vec![]).await.unwrap();
        // Away, to something that is not the application.
        page.driver().goto(journey.server.url("/favicon.svg")).await.unwrap();
        requester.send_message(number, "Enquanto estava fora.").await;
        page.driver().back().await.unwrap();
        page.see_in("#timeline", "Enquanto estava fora.").await;
        assert!(page.execute::<bool>("return window.kept === true", vec![]).await.unwrap(), "the page that was left");
        requester.send_message(number, "Já de volta.").await;
        page.see_in("#timeline", "Já de volta.").await;
        assert_eq!(streams(&page, &[tab]).await.len(), 1);
    });
}

#[test]
fn a_tab_that_does_not_answer_loses_the_stream() {
    run(Database::Sqlite, async |journey| {
        let Setting { requester, page, number } = setting(journey).await;
        let me: Me = journey.server.person(ATTENDANT).await.get("/me").await.good();
        page.open_tab().await;
        page.driver().goto(journey.server.url("/favicon.svg")).await.unwrap();
        let hold = "navigator.locks.request(arguments[0], () => new Promise(() => {})).catch(() => {}); return null";
        page.execute::<Value>(hold, vec![json!(format!("solicita-live-{}", me.id))]).await.unwrap();
        let tab = open_at(&page, number).await;
        assert_eq!(streams(&page, std::slice::from_ref(&tab)).await.len(), 0, "it is another tab's turn");
        requester.send_message(number, "Ninguém responde.").await;
        page.see_in("#timeline", "Ninguém responde.").await;
        assert_eq!(streams(&page, &[tab]).await.len(), 1);
    });
}

#[test]
fn tabs_that_cannot_take_turns_listen_for_themselves() {
    run(Database::Sqlite, async |journey| {
        let Setting { requester, page, number } = setting(journey).await;
        let mut tabs = Vec::new();
        for _ in 0..2 {
            page.open_tab().await;
            // As it is where the address is not secure.
            page.before_each_page("delete Navigator.prototype.locks").await;
            tabs.push(go(&page, number).await);
        }
        requester.send_message(number, "Cada um por si.").await;
        all_see(&page, &tabs, "Cada um por si.").await;
        assert_eq!(streams(&page, &tabs).await.len(), 2);
    });
}

struct Setting {
    requester: Persona,
    /// An attendant's.
    page: Page,
    number: i64,
}

/// An attendant who is logged in, and a request.
async fn setting(journey: &Journey) -> Setting {
    let requester = journey.server.person(REQUESTER).await;
    let number = open(&requester, "Monitor apagado").await.row.number;
    let page = journey.browser(Language::Portuguese).await;
    page.log_in(ATTENDANT).await;
    // Not a page of the application any more.
    page.driver().goto("about:blank").await.unwrap();
    Setting { requester, page, number }
}

fn at(number: i64) -> String {
    format!("/desk/requests/{number}")
}

/// Opens a request in a new tab.
async fn open_at(page: &Page, number: i64) -> WindowHandle {
    page.open_tab().await;
    go(page, number).await
}

async fn go(page: &Page, number: i64) -> WindowHandle {
    page.before_each_page(include_str!("counted_streams.js")).await;
    page.go(&at(number)).await;
    page.see_in("#timeline", &page.text("req-filter-all")).await;
    page.tab().await
}

async fn all_see(page: &Page, tabs: &[WindowHandle], text: &str) {
    for tab in tabs {
        page.switch_to(tab).await;
        page.see_in("#timeline", text).await;
    }
}

/// The tabs that have a stream of their own, one entry for each stream.
async fn streams(page: &Page, tabs: &[WindowHandle]) -> Vec<WindowHandle> {
    let mut holders = Vec::new();
    for tab in tabs {
        page.switch_to(tab).await;
        let count = "return streams.filter((stream) => stream.readyState !== EventSource.CLOSED).length";
        let count: usize = page.execute(count, vec![]).await.unwrap();
        holders.extend(std::iter::repeat_n(tab.clone(), count));
    }
    holders
}
