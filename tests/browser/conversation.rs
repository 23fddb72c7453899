//! A requester and an attendant at two screens: what one does, the other sees without loading
//! the page again.

use crate::common::{keep_watch, open, watched};
use contract::requests::RequestView;
use contract::{Grade, Language, Situation};
use tests::Database;
use tests::browser::{Journey, Page, run};
use tests::server::{ATTENDANT, REQUESTER};

#[test]
fn on_sqlite() {
    run(Database::Sqlite, async |journey| conversation(journey).await);
}

#[test]
fn on_postgres() {
    run(Database::Postgres, async |journey| conversation(journey).await);
}

const TITLE: &str = "Notebook apaga na doca Xyzzy";

async fn conversation(journey: &Journey) {
    let (asks, serves) = (journey.browser(Language::Portuguese).await, journey.browser(Language::Portuguese).await);
    asks.log_in(REQUESTER).await;
    serves.log_in(ATTENDANT).await;
    let requester = journey.server.person(REQUESTER).await;

    // A request appears in the queue, and is captured.
    serves.go("/desk?search=Xyzzy").await;
    let number = open(&requester, TITLE).await.row.number;
    serves.see_in("main", &number.to_string()).await;
    serves.press(TITLE).await;
    serves.at(&format!("/desk/requests/{number}")).await;
    asks.go(&format!("/requests/{number}")).await;
    keep_watch(&[&asks, &serves]).await;
    serves.press(&serves.text("action-capture")).await;
    serves.offers_no(&serves.text("action-capture")).await;
    asks.see("Rafael Nogueira Prado").await;

    // A message, and its answer.
    asks.fill("message-text", "Também apaga na sala de reunião.").await;
    asks.press(&asks.text("req-send-message")).await;
    serves.see_in("#timeline", "Também apaga na sala de reunião.").await;
    serves.fill("desk-text", "Vou trocar a doca.").await;
    serves.press(&serves.text("desk-send")).await;
    asks.see_in("#timeline", "Vou trocar a doca.").await;
    // What is internal stays at the desk.
    serves.fill("desk-text", "Doca do lote com defeito.").await;
    serves.press(&serves.text("action-internal-note")).await;
    serves.see_in("#timeline", "Doca do lote com defeito.").await;

    resolve_rate_reopen(&asks, &serves, number).await;
    let words = asks.words().await;
    assert!(!words.contains("lote com defeito"), "{words}");
    assert!(watched(&[&asks, &serves]).await, "a page was loaded again");
    let view: RequestView = requester.show(number).await;
    assert_eq!(view.row.situation, Situation::Reopened);
}

async fn resolve_rate_reopen(asks: &Page, serves: &Page, number: i64) {
    serves.press(&serves.text("action-resolve")).await;
    serves.fill("resolve-solution", "Doca trocada.").await;
    serves.press(&serves.text("action-resolve")).await;
    asks.see_in("#solution", "Doca trocada.").await;
    asks.press(&asks.text(&format!("grade-{}", Grade::Good))).await;
    asks.fill("survey-comment", "Rápido, obrigada.").await;
    asks.press(&asks.text("req-survey-accept")).await;
    let said = locales::text!(asks.language(), "req-survey-given", grade = asks.text("grade-good"));
    asks.see(&said).await;
    serves.press(&serves.text("desk-tab-description")).await;
    serves.see_in("main", "Rápido, obrigada.").await;
    serves.press(&serves.text("desk-tab-conversation")).await;
    // It came back.
    asks.press(&asks.text("req-survey-not-solved")).await;
    asks.fill("reopen-reason", "Apagou de novo.").await;
    asks.press(&asks.text("req-reopen")).await;
    serves.see_in("#timeline", "Apagou de novo.").await;
    serves.offers(&serves.text("action-resolve")).await;
    asks.offers(&asks.text("req-send-message")).await;
    assert!(asks.path().await.starts_with(&format!("/requests/{number}")));
}
