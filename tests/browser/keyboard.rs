//! Without a mouse: logging in, opening a request, by Tab and Enter alone.

use crate::common::SERVICE;
use contract::Language;
use solicita::demo;
use tests::Database;
use tests::browser::{Page, run};
use tests::server::REQUESTER;
use thirtyfour::Key;

#[test]
fn a_request_is_opened_by_keyboard_alone() {
    run(Database::Sqlite, async |journey| {
        let page = journey.browser(Language::Portuguese).await;
        page.go("/login").await;
        // The cursor is in the first field.
        page.keys(REQUESTER).await;
        tab_to_field(&page, "password").await;
        page.keys(demo::PASSWORD).await;
        page.keys(Key::Enter).await;
        page.at("/").await;
        page.offers(&page.text("nav-new")).await;
        tab_to(&page, &page.text("nav-new")).await;
        page.keys(Key::Enter).await;
        page.at("/requests/new").await;
        tab_to(&page, SERVICE).await;
        page.keys(Key::Enter).await;
        page.at("/requests/new/").await;
        tab_to_field(&page, "title").await;
        page.keys("Sem som na videochamada").await;
        tab_to_field(&page, "details").await;
        page.keys("O fone funciona no celular.").await;
        tab_to_field(&page, "urgency-1").await;
        tab_to(&page, &page.text("open-send")).await;
        page.keys(Key::Enter).await;
        page.see_in("h1", &page.text("opened-title")).await;
        tab_to(&page, &page.text("opened-follow")).await;
        page.keys(Key::Enter).await;
        page.see_in("h1", "Sem som na videochamada").await;
        tab_to_field(&page, "message-text").await;
        page.keys("Uso o fone azul.").await;
        page.control_and(Key::Enter).await;
        page.see_in("#timeline", "Uso o fone azul.").await;
    });
}

/// Most steps from one place of a page to another.
const STEPS: usize = 120;

/// Presses Tab until the focus is on what is called so, and can be seen to be there.
async fn tab_to(page: &Page, name: &str) {
    let script = "const e = document.activeElement, w = t => t.replace(/\\s+/g, ' ').trim();
        return w(e.getAttribute('aria-label') ?? e.innerText) === arguments[0]";
    step_until(page, name, script).await;
}

/// Presses Tab until the focus is in a field.
async fn tab_to_field(page: &Page, id: &str) {
    step_until(page, id, "return document.activeElement.id === arguments[0]").await;
}

async fn step_until(page: &Page, wanted: &str, script: &str) {
    for _ in 0..STEPS {
        if page.execute::<bool>(script, vec![wanted.into()]).await.unwrap() {
            let seen = "
                const ring = e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; };
                return ring(document.activeElement) || ring(document.activeElement.parentElement)";
            let seen: bool = page.execute(seen, vec![]).await.unwrap();
            assert!(seen, "the focus on {wanted:?} cannot be seen");
            return;
        }
        page.keys(Key::Tab).await;
    }
    panic!("{wanted:?} cannot be reached by Tab");
}
