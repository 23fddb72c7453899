//! Call-backs: a missed call is somebody's to return, and those concerned see at once how it stands.

use super::setting::{OTHER_ATTENDANT, POPUP, Setting, closed, setting};
use crate::common::sound;
use contract::Language;
use contract::calls::CallBack;
use contract::identity::Me;
use locales::text;
use tests::Database;
use tests::asterisk::call_center::ANA_NUMBER;
use tests::browser::{Journey, Page, run};
use tests::server::{ATTENDANT, REQUESTER};

/// What is to be called back, on *Assistance*.
const BACKS: &str = ".as__cb";
/// What the requester is told of it.
const MINE: &str = ".back";

#[test]
fn a_missed_call_is_called_back_by_one_of_several() {
    run(Database::Sqlite, async |journey| {
        let Scene { setting, caller, one, other, asks } = scene(journey).await;
        missed(&setting, "1").await;
        for page in [&one, &other] {
            page.see_in(BACKS, &caller.name).await;
            page.see_in(BACKS, ANA_NUMBER).await;
            page.see_in(BACKS, &page.text("desk-nobody")).await;
        }
        asks.see_in(MINE, &asks.text("calls-mine-title")).await;
        asks.see_in(MINE, ANA_NUMBER).await;
        sound(&other).await;
        sound(&asks).await;

        // Another than the one at whose telephone it rang takes it, and gives it back.
        other.press_in(BACKS, &other.text("calls-back-take")).await;
        other.see_in(BACKS, &other.text("calls-back-yours")).await;
        assert_eq!(dialled(&other).await, ["tel:+33199001234"]);
        one.see_in(BACKS, &name_of(journey, OTHER_ATTENDANT).await).await;
        one.offers_no(&one.text("calls-back-take")).await;
        sound(&other).await;
        other.press_in(BACKS, &other.text("calls-back-give")).await;
        one.see_in(BACKS, &one.text("desk-nobody")).await;
        one.press_in(BACKS, &one.text("calls-back-take")).await;
        other.see_in(BACKS, &name_of(journey, ATTENDANT).await).await;
        asks.see_in(MINE, ANA_NUMBER).await;

        assert_eq!(dialled(&one).await, ["tel:+33199001234"]);
        one.press_in(BACKS, &one.text("calls-back-done")).await;
        gone(&one, &other, &asks).await;
        assert_eq!(setting.person.get("/call-backs").await.good::<Vec<CallBack>>(), []);
    });
}

#[test]
fn whoever_calls_again_is_called_back_no_more() {
    run(Database::Sqlite, async |journey| {
        let Scene { setting, caller, one, other, asks } = scene(journey).await;
        for (call, times) in [("1", 1), ("2", 2)] {
            missed(&setting, call).await;
            for page in [&one, &other] {
                page.see_in(BACKS, &caller.name).await;
            }
            asks.see_in(MINE, ANA_NUMBER).await;
            if times > 1 {
                other.see_in(BACKS, &text!(other.language(), "calls-back-times", count = times)).await;
            }
        }
        setting.tell("newCall", "3", "").await;
        one.see_in(POPUP, &caller.name).await;
        gone(&one, &other, &asks).await;
        setting.tell("answer", "3", "").await;
        setting.tell("hangup", "3", "normalClearing").await;
        one.press_in(POPUP, &one.text("calls-tag-information")).await;
        closed(&one).await;
        assert_eq!(setting.person.get("/call-backs").await.good::<Vec<CallBack>>(), []);
        assert_eq!(setting.log().await.len(), 3);
    });
}

/// Two attendants at *Assistance*, the second without an extension; and the one who calls, at
/// *My requests*. What they see, they are told of: none of the pages reads again by the clock.
struct Scene {
    setting: Setting,
    caller: Me,
    /// Answers at extension 200.
    one: Page,
    /// Answers at none.
    other: Page,
    /// Has called.
    asks: Page,
}

async fn scene(journey: &Journey) -> Scene {
    let setting = setting(journey, ATTENDANT).await;
    let caller = setting.requester(journey).await;
    let one = setting.page.clone();
    let (other, asks) = (journey.browser(Language::Portuguese).await, journey.browser(Language::Portuguese).await);
    other.log_in(OTHER_ATTENDANT).await;
    asks.log_in(REQUESTER).await;
    for (page, path) in [(&one, "/desk/assistance"), (&other, "/desk/assistance"), (&asks, "/requests")] {
        page.before_each_page(include_str!("told_only.js")).await;
        page.before_each_page(include_str!("telephone.js")).await;
        page.go(path).await;
    }
    for page in [&one, &other] {
        page.see_in(BACKS, &page.text("calls-backs-none")).await;
    }
    Scene { setting, caller, one, other, asks }
}

/// It rings at extension 200, and nobody answers.
async fn missed(setting: &Setting, call: &str) {
    setting.tell("newCall", call, "").await;
    setting.tell("hangup", call, "noAnswer").await;
}

/// Waits until nobody is to be called back any more.
async fn gone(one: &Page, other: &Page, asks: &Page) {
    for page in [one, other] {
        page.see_in(BACKS, &page.text("calls-backs-none")).await;
    }
    asks.until("no promise", async || Ok(asks.texts(MINE).await?.is_empty().then_some(()))).await;
}

/// Whom the computer's telephone was to call, once it was.
async fn dialled(page: &Page) -> Vec<String> {
    page.until("a number that is dialled", async || {
        let numbers: Vec<String> = page.execute("return dialled", vec![]).await?;
        Ok(Some(numbers).filter(|numbers| !numbers.is_empty()))
    })
    .await
}

async fn name_of(journey: &Journey, email: &str) -> String {
    journey.server.person(email).await.get("/me").await.good::<Me>().name
}
