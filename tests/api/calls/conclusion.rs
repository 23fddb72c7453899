//! What a call was about; the log.

use super::{NEW, calls, log, popup, popups};
use chrono::TimeDelta;
use contract::Origin;
use contract::calls::{CallCounts, CallPopUp, CallRequestKind, CallState, CallTag};
use contract::live::LiveKind;
use contract::requests::{NewRequest, NewRequester};
use serde_json::json;
use tests::pbx::pbx;
use tests::{TestApp, on_both_databases};

on_both_databases![
    a_request_opened_in_a_call_concludes_it,
    a_tag_concludes_a_call,
    what_an_administrator_concludes_is_not_asked_again,
];

async fn a_request_opened_in_a_call_concludes_it(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    pbx.get(format!("{NEW}?cpf=111.444.777-35&ramal=200")).await.done();
    let open = popup(&app.executor).await;
    let caller = NewRequester { name: "Valdir".to_owned(), ..NewRequester::default() };
    let new = NewRequest {
        new_requester: Some(caller),
        origin: Some(Origin::Telephone),
        call_id: Some(open.call_id),
        ..app.draft(app.world.services.email)
    };
    app.requester
        .post("/requests", &NewRequest { call_id: Some(open.call_id), ..app.draft(app.world.services.email) })
        .await
        .refused(403, "desk-fields");
    app.second.post("/requests", &new).await.refused(422, "invalid");
    let number = app.executor.open(&new).await.row.number;
    assert_eq!(popups(&app.executor).await, []);
    let row = &log(&app.executor, "").await[0];
    assert_eq!((row.requests[0].number, row.requests[0].kind), (number, CallRequestKind::Opened));
    assert_eq!(row.person.as_ref().unwrap().name, "Valdir");
    assert_eq!(row.state, CallState::Ended);
    assert_eq!(log(&app.executor, "show=unlinked").await.len(), 0);
}

async fn a_tag_concludes_a_call(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    calls(&pbx, NEW, "&numeroOrigem=1132424433").await;
    let open = popup(&app.executor).await;
    let path = format!("/calls/{}/end", open.call_id);
    app.advance(TimeDelta::seconds(90));
    let ended: Vec<CallPopUp> = app.executor.post(&path, &json!({})).await.good();
    assert_eq!((ended[0].state, ended.len()), (CallState::Ended, 1), "it stays until it is known what it was");
    assert_eq!(log(&app.executor, "show=unlinked").await.len(), 1);
    let path = format!("/calls/{}/conclusion", open.call_id);
    app.executor.post(&path, &json!({})).await.refused(422, "invalid");
    app.executor.post(&path, &json!({ "tag": "dropped", "number": 1 })).await.refused(422, "invalid");
    app.executor.post(&path, &json!({ "number": 999_999 })).await.refused(422, "invalid");
    app.second.post(&path, &json!({ "tag": "dropped" })).await.refused(404, "not-found");
    let after: Vec<CallPopUp> = app.executor.post(&path, &json!({ "tag": "wrong_number" })).await.good();
    assert_eq!(after, []);
    let row = log(&app.executor, "").await.remove(0);
    assert_eq!((row.tag, row.seconds), (Some(CallTag::WrongNumber), Some(90)));
    // Found by name, by number as people write it, by extension; not by something else.
    for (words, found) in [("ana", 1), ("3242-4433", 1), ("1132424433", 1), ("200", 1), ("nada", 0)] {
        assert_eq!(log(&app.executor, &format!("search={words}")).await.len(), found, "{words}");
    }
    let day = app.now().date_naive();
    let counts: CallCounts = app.executor.get(format!("/calls/counts?day={day}")).await.good();
    assert_eq!((counts.received, counts.answered, counts.average_seconds, counts.unlinked), (1, 1, Some(90), 0));
    let other = day - chrono::Days::new(1);
    let counts: CallCounts = app.executor.get(format!("/calls/counts?day={other}")).await.good();
    assert_eq!(counts, CallCounts::default());
    // Another attendant sees it when they ask for everybody's.
    assert_eq!((log(&app.second, "").await.len(), log(&app.second, "everybody=true").await.len()), (0, 1));
}

async fn what_an_administrator_concludes_is_not_asked_again(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    calls(&pbx, NEW, "&numeroOrigem=1132424433").await;
    let open = popup(&app.executor).await;
    app.executor.post(format!("/calls/{}/end", open.call_id), &json!({})).await.done();
    assert_eq!(popup(&app.executor).await.call_id, open.call_id, "what was it about?");
    let mut page = app.executor.listen(None).await;
    app.administrator.post(format!("/calls/{}/conclusion", open.call_id), &json!({ "tag": "dropped" })).await.done();
    page.next_of(LiveKind::Call).await;
    assert_eq!(popups(&app.executor).await, [], "an administrator said so");
}
