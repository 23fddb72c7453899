//! Reading a request for a call only: an attendant outside its groups, and for how long.

use super::{NEW, VIEW, calls, log, popup, popups, view};
use chrono::TimeDelta;
use contract::calls::CallState;
use contract::timeline::NewNote;
use contract::{Action, Page};
use serde_json::json;
use tests::pbx::pbx;
use tests::world::People;
use tests::{Persona, TestApp, on_both_databases};

on_both_databases![
    what_is_read_in_a_call_is_only_read,
    a_tag_ends_the_reading,
    the_next_call_has_to_ask_again,
    reading_goes_with_a_transferred_call,
    reading_ends_ten_minutes_after_hang_up,
    a_view_after_hang_up_reads_no_longer_than_the_others,
    reading_ends_after_twelve_hours,
    another_request_in_the_same_call_is_viewed_anew,
];

/// Gabriela, who is nothing to the support group, answers a call about one of its requests.
async fn asked(app: &TestApp, pbx: &Persona, more: &str) -> (i64, i64) {
    app.outsider.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    let call = calls(pbx, VIEW, &format!("&idSolicitacao={number}{more}")).await.call_id;
    (number, call)
}

async fn reads(app: &TestApp, number: i64) {
    assert_eq!(app.outsider.show(number).await.row.number, number);
    app.outsider.timeline(number).await;
}

async fn is_refused(app: &TestApp, number: i64) {
    for path in ["", "/timeline", "/history", "/messages"] {
        app.outsider.get(format!("/requests/{number}{path}")).await.refused(404, "request-not-found");
    }
}

/// Numbers of the requests whose reading was audited, the first one first.
async fn audited(app: &TestApp) -> Vec<String> {
    let page: Page<contract::admin::AuditView> = app.administrator.get("/audit").await.good();
    let rows = page.items.into_iter().rev().filter(|row| row.action == "request-read-in-call");
    rows.inspect(|row| assert_eq!(row.author.as_ref().unwrap().id, app.world.people.outsider.id))
        .map(|row| row.summary)
        .collect()
}

async fn hang_up(app: &TestApp, call: i64) {
    app.outsider.post(format!("/calls/{call}/end"), &json!({})).await.done();
    assert_eq!(popup(&app.outsider).await.state, CallState::Ended);
}

async fn what_is_read_in_a_call_is_only_read(app: TestApp) {
    let pbx = pbx(&app);
    let (number, call) = asked(&app, &pbx, "").await;
    assert_eq!(audited(&app).await.len(), 0, "nothing was read yet");
    for tab in ["a", "a", "b"] {
        view(&app.outsider, call, tab).await;
    }
    let audited = audited(&app).await;
    assert_eq!(audited.len(), 1, "one call, one reading: {audited:?}");
    assert!(audited[0].contains(&number.to_string()), "{audited:?}");
    reads(&app, number).await;
    let actions = app.outsider.show(number).await.row.actions;
    let reading = [Action::ViewHistory, Action::ViewSolution, Action::ViewEmails];
    assert!(actions.iter().all(|action| reading.contains(action)), "{actions:?}");
    app.outsider.perform_without_body(number, "capture").await.refused(403, "action-not-yours");
    let note = NewNote { text: "Sou eu.".to_owned(), ..NewNote::default() };
    app.outsider.perform(number, "notes", &note).await.refused(403, "action-not-yours");
    app.outsider.perform(number, "messages", &json!({ "text": "Oi" })).await.refused(403, "action-not-yours");
    // That one, and no other.
    is_refused(&app, app.open_request(app.world.services.email).await).await;
}

async fn a_tag_ends_the_reading(app: TestApp) {
    let pbx = pbx(&app);
    let (number, call) = asked(&app, &pbx, "").await;
    view(&app.outsider, call, "a").await;
    reads(&app, number).await;
    app.outsider.post(format!("/calls/{call}/conclusion"), &json!({ "tag": "information" })).await.done();
    is_refused(&app, number).await;
    let path = format!("/calls/{call}/view");
    app.outsider.post(&path, &json!({ "tab": "a" })).await.refused(404, "not-found");
    is_refused(&app, number).await;
    // What the log says of it stays.
    assert_eq!(log(&app.outsider, "").await[0].requests[0].number, number);
}

async fn the_next_call_has_to_ask_again(app: TestApp) {
    let pbx = pbx(&app);
    let (number, first) = asked(&app, &pbx, "&idChamada=12.1").await;
    view(&app.outsider, first, "a").await;
    app.outsider.post(format!("/calls/{first}/conclusion"), &json!({ "tag": "information" })).await.done();
    app.advance(TimeDelta::minutes(5));
    let next = calls(&pbx, VIEW, &format!("&idSolicitacao={number}&idChamada=12.2")).await.call_id;
    assert_eq!(popup(&app.outsider).await.call_id, next);
    is_refused(&app, number).await;
    view(&app.outsider, next, "a").await;
    reads(&app, number).await;
    assert_eq!(audited(&app).await.len(), 2);
}

async fn reading_goes_with_a_transferred_call(app: TestApp) {
    let pbx = pbx(&app);
    let (number, call) = asked(&app, &pbx, "&idChamada=12.3").await;
    view(&app.outsider, call, "a").await;
    reads(&app, number).await;
    app.executor.answer_at("201").await;
    let cpf = People::REQUESTER_CPF;
    let path = format!("{VIEW}?cpf={cpf}&ramal=201&idSolicitacao={number}&idChamada=12.3");
    pbx.get(path).await.done();
    assert_eq!(popup(&app.executor).await.call_id, call);
    is_refused(&app, number).await;
}

async fn reading_ends_ten_minutes_after_hang_up(app: TestApp) {
    let pbx = pbx(&app);
    let (number, call) = asked(&app, &pbx, "").await;
    view(&app.outsider, call, "a").await;
    app.advance(TimeDelta::minutes(30));
    reads(&app, number).await;
    hang_up(&app, call).await;
    app.advance(TimeDelta::minutes(9));
    reads(&app, number).await;
    app.advance(TimeDelta::minutes(2));
    is_refused(&app, number).await;
    // Clicking again does not bring it back, for the call is over.
    app.outsider.post(format!("/calls/{call}/view"), &json!({ "tab": "a" })).await;
    is_refused(&app, number).await;
    assert_eq!(audited(&app).await.len(), 1);
}

async fn a_view_after_hang_up_reads_no_longer_than_the_others(app: TestApp) {
    let pbx = pbx(&app);
    let (number, call) = asked(&app, &pbx, "").await;
    hang_up(&app, call).await;
    app.advance(TimeDelta::minutes(5));
    app.outsider.post(format!("/calls/{call}/view"), &json!({ "tab": "a" })).await;
    app.advance(TimeDelta::minutes(11));
    is_refused(&app, number).await;
    app.outsider.post(format!("/calls/{call}/view"), &json!({ "tab": "a" })).await;
    is_refused(&app, number).await;
}

async fn reading_ends_after_twelve_hours(app: TestApp) {
    let pbx = pbx(&app);
    let (number, call) = asked(&app, &pbx, "").await;
    view(&app.outsider, call, "a").await;
    app.advance(TimeDelta::minutes(12 * 60 - 1));
    reads(&app, number).await;
    app.advance(TimeDelta::minutes(2));
    is_refused(&app, number).await;
    // Nobody said that it is over, and it cannot be going on.
    app.run_jobs().await;
    assert_eq!(popups(&app.outsider).await, []);
    is_refused(&app, number).await;
}

async fn another_request_in_the_same_call_is_viewed_anew(app: TestApp) {
    let pbx = pbx(&app);
    let (first, call) = asked(&app, &pbx, "&idChamada=13.1").await;
    view(&app.outsider, call, "a").await;
    reads(&app, first).await;
    // Back in the menu, the caller chooses another.
    let second = app.open_request(app.world.services.email).await;
    let again = calls(&pbx, VIEW, &format!("&idSolicitacao={second}&idChamada=13.1")).await;
    assert_eq!(again.call_id, call, "it is still the same call");
    let open = popup(&app.outsider).await.request.unwrap();
    assert_eq!((open.row.number, open.only_in_this_call), (second, true));
    is_refused(&app, second).await;
    view(&app.outsider, call, "a").await;
    reads(&app, second).await;
    let audited = audited(&app).await;
    assert_eq!(audited.len(), 2, "{audited:?}");
    assert!(audited[1].contains(&second.to_string()), "{audited:?}");
    // Whoever wants something new is not talking about it any more.
    app.outsider.post(format!("/calls/{call}/conclusion"), &json!({ "number": second })).await.done();
    calls(&pbx, NEW, "&idChamada=13.2").await;
    is_refused(&app, first).await;
    is_refused(&app, second).await;
}
