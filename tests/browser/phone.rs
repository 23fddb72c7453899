//! On a telephone, 360 pixels wide.

use crate::common::SERVICE;
use contract::Language;
use tests::Database;
use tests::browser::{Page, run};
use tests::server::{ATTENDANT, REQUESTER};

#[test]
fn a_request_is_opened_and_followed() {
    run(Database::Sqlite, async |journey| {
        let page = journey.browser(Language::Portuguese).await;
        page.resize(360, 740).await;
        page.log_in(REQUESTER).await;
        fits(&page).await;
        page.press(&page.text("nav-menu")).await;
        page.press(&page.text("nav-requests")).await;
        page.at("/requests").await;
        fits(&page).await;
        page.press(&page.text("nav-new-short")).await;
        page.at("/requests/new").await;
        page.press(SERVICE).await;
        page.fill("title", "Celular não carrega").await;
        page.fill("details", "Troquei o cabo e continua.").await;
        fits(&page).await;
        page.press(&page.text("open-send")).await;
        page.see_in("h1", &page.text("opened-title")).await;
        let number: i64 = page.element("[data-test=number]").await.text().await.unwrap().parse().unwrap();
        fits(&page).await;
        page.press(&page.text("opened-follow")).await;
        page.at(&format!("/requests/{number}")).await;
        page.see_in("h1", "Celular não carrega").await;
        fits(&page).await;
        journey.server.person(ATTENDANT).await.send_message(number, "Traga-o à TI, por favor.").await;
        page.see_in("#timeline", "Traga-o à TI, por favor.").await;
        page.fill("message-text", "Levo depois do almoço.").await;
        page.press(&page.text("req-send-message")).await;
        page.see_in("#timeline", "Levo depois do almoço.").await;
        fits(&page).await;
        // The other ways to it are in a menu of the row.
        page.go("/requests").await;
        let row = format!("[data-test=request-{number}]");
        page.press_in(&row, &page.text("ui-more-actions")).await;
        page.press_in(&row, &page.text("action-view-history")).await;
        page.at(&format!("/requests/{number}?show=history")).await;
        fits(&page).await;
    });
}

async fn fits(page: &Page) {
    let wide = page.too_wide().await;
    assert_eq!(wide, Vec::<String>::new(), "at {}", page.path().await);
}
