//! *Assistance*: the extension, and the day's calls.

use super::setting::{OTHER_ATTENDANT, POPUP, closed, setting};
use crate::common::{open, sound};
use contract::Language;
use contract::identity::Me;
use locales::text;
use serde_json::json;
use tests::Database;
use tests::browser::run;
use tests::server::{ATTENDANT, REQUESTER};

#[test]
fn the_extension_is_recorded_and_its_loss_told_at_once() {
    run(Database::Sqlite, async |journey| {
        let setting = setting(journey, ATTENDANT).await;
        let page = &setting.page;
        page.go("/desk").await;
        page.press(&page.text("calls-nav")).await;
        page.at("/desk/assistance").await;
        page.holds("extension", "200").await;
        page.fill("extension", "20a").await;
        page.press(&page.text("calls-record")).await;
        page.see_in(".as__ext", &text!(page.language(), "field-extension-digits")).await;
        page.fill("extension", "214").await;
        page.press(&page.text("calls-record")).await;
        page.see_in(".calls__ext", "214").await;
        // Somebody else takes it over while the attendant is somewhere else.
        page.go("/requests").await;
        let other = journey.server.person(OTHER_ATTENDANT).await;
        let name = other.get("/me").await.good::<Me>().name;
        other.answer_at("214").await;
        let said = text!(page.language(), "calls-lost-to", extension = "214", name = name.as_str());
        page.see_in(".sol-toast", &said).await;
        page.see_in(".calls__ext", &page.text("calls-chip-lost")).await;
        page.go("/desk/assistance").await;
        page.see_in(".as__ext", &said).await;
        page.press(&text!(page.language(), "calls-take-back", extension = "214")).await;
        page.see_in(".calls__ext", "214").await;
        page.press(&page.text("calls-stop")).await;
        page.see_in(".calls__ext", &page.text("calls-chip-none")).await;
    });
}

#[test]
fn a_call_of_today_is_linked_later() {
    run(Database::Sqlite, async |journey| {
        let setting = setting(journey, ATTENDANT).await;
        let requester = journey.server.person(REQUESTER).await;
        let me: Me = requester.get("/me").await.good();
        let number = open(&requester, "Sobre a ligação").await.row.number;
        let page = &setting.page;
        page.go("/desk/assistance").await;
        page.see(&page.text("calls-none")).await;
        let call = setting.call(&me, "").await.call_id;
        page.see_in(".as__log", &me.name).await;
        page.see_in(".as__log", &page.text("calls-now-ringing")).await;
        setting.person.post(format!("/calls/{call}/end"), &json!({})).await.done();
        page.see_in(POPUP, &page.text("calls-about")).await;
        page.press_in(POPUP, &page.text("calls-fold")).await;
        sound(page).await;
        page.press_in(".as__log", &page.text("calls-unlinked")).await;
        page.at("/desk/assistance?show=unlinked").await;
        page.press_in(".as__log", &page.text("calls-link")).await;
        page.fill("call-number", "999999").await;
        page.press_in("dialog", &page.text("calls-link")).await;
        page.see_in("dialog", &page.text("field-request-unknown")).await;
        page.fill("call-number", &number.to_string()).await;
        page.press_in("dialog", &page.text("calls-link")).await;
        page.see(&page.text("calls-none-found")).await;
        page.press(&page.text("calls-clear")).await;
        page.see_in(".as__log", &number.to_string()).await;
        closed(page).await;
    });
}

#[test]
fn without_telephony_there_is_nothing_of_it() {
    run(Database::Sqlite, async |journey| {
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(ATTENDANT).await;
        page.go("/desk").await;
        page.offers_no(&page.text("calls-nav")).await;
        assert!(page.texts(".calls, .calls__ext").await.unwrap().is_empty());
        page.go("/desk/assistance").await;
        page.see_in("h1", &page.text("ui-no-page")).await;
    });
}
