//! What web services announce: one call is one pop-up, and at one place.

use super::{NEW, VIEW, calls, log, popup, popups, until_gone};
use chrono::TimeDelta;
use contract::Origin;
use contract::calls::{CallCounts, CallRequestKind, CallResult, CallState};
use contract::requests::NewRequest;
use contract::telephony::Raised;
use serde_json::json;
use tests::pbx::{TOKEN, pbx};
use tests::personas::Persona;
use tests::world::People;
use tests::{TestApp, on_both_databases};

on_both_databases![
    the_same_call_said_again_is_one_pop_up,
    the_same_call_said_at_once_is_one_pop_up,
    a_transferred_call_pops_up_elsewhere_only,
    the_next_call_at_an_extension_puts_the_last_one_aside,
    what_is_worked_on_is_put_aside_without_loss,
    a_call_is_delivered_when_a_page_is_open,
];

async fn the_same_call_said_again_is_one_pop_up(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    let first = calls(&pbx, NEW, "").await;
    app.advance(TimeDelta::seconds(59));
    assert_eq!(calls(&pbx, NEW, "").await.call_id, first.call_id);
    app.advance(TimeDelta::seconds(2));
    let later = calls(&pbx, NEW, "").await;
    assert_ne!(later.call_id, first.call_id, "a minute later it is another call");
    // With the exchange's identifier it is the same for as long as it lasts.
    let named = calls(&pbx, NEW, "&idChamada=1763820000.17").await;
    app.advance(TimeDelta::minutes(30));
    assert_eq!(calls(&pbx, NEW, "&idChamada=1763820000.17").await.call_id, named.call_id);
    assert_eq!(log(&app.executor, "").await.len(), 3);
    let mut ids: Vec<i64> = popups(&app.executor).await.iter().map(|popup| popup.call_id).collect();
    ids.sort_unstable();
    assert_eq!(ids, [first.call_id, later.call_id, named.call_id]);
}

async fn the_same_call_said_at_once_is_one_pop_up(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    let node = app.another_node();
    let elsewhere = node.anonymous.token(TOKEN);
    let mut known = Vec::new();
    // By the exchange's identifier, and by the same words.
    for more in ["&idChamada=5.5", "&idChamada=5.6", ""] {
        let said = tokio::join!(
            calls(&pbx, NEW, more),
            calls(&elsewhere, NEW, more),
            calls(&pbx, NEW, more),
            calls(&elsewhere, NEW, more),
        );
        let ids = [said.0.call_id, said.1.call_id, said.2.call_id, said.3.call_id];
        assert_eq!(ids, [ids[0]; 4], "{more:?}");
        known.push(ids[0]);
        let open: Vec<i64> = popups(&app.executor).await.iter().map(|popup| popup.call_id).collect();
        assert_eq!(open, known, "{more:?}");
        assert_eq!(log(&app.administrator, "everybody=true").await.len(), known.len(), "{more:?}");
        app.advance(TimeDelta::minutes(2));
    }
}

async fn a_transferred_call_pops_up_elsewhere_only(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    app.second.answer_at("201").await;
    let cpf = People::REQUESTER_CPF;
    let first: Raised = pbx.get(format!("{NEW}?cpf={cpf}&ramal=200&idChamada=7.1")).await.good();
    let second: Raised = pbx.get(format!("{NEW}?cpf={cpf}&ramal=201&idChamada=7.1")).await.good();
    assert_eq!(first.call_id, second.call_id);
    assert_eq!(popups(&app.executor).await, []);
    assert_eq!(popup(&app.second).await.call_id, first.call_id);
    assert_eq!(log(&app.administrator, "everybody=true").await.len(), 1);
}

/// The states of somebody's pop-ups, the oldest call first.
async fn states(person: &Persona) -> Vec<(i64, CallState)> {
    let mut states: Vec<_> = popups(person).await.iter().map(|popup| (popup.call_id, popup.state)).collect();
    states.sort_by_key(|(call, _)| *call);
    states
}

async fn the_next_call_at_an_extension_puts_the_last_one_aside(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    app.second.answer_at("201").await;
    let elsewhere: Raised = pbx.get(format!("{NEW}?cpf={}&ramal=201", People::REQUESTER_CPF)).await.good();
    let first = calls(&pbx, NEW, "&idChamada=8.1").await.call_id;
    app.advance(TimeDelta::minutes(3));
    let next = calls(&pbx, NEW, "&idChamada=8.2").await.call_id;
    assert_eq!(states(&app.executor).await, [(first, CallState::Ended), (next, CallState::Ringing)]);
    assert_eq!(states(&app.second).await, [(elsewhere.call_id, CallState::Ringing)]);
    // Nobody knows whether anybody talked.
    let row = log(&app.executor, "show=unlinked").await.remove(0);
    assert_eq!((row.id, row.state, row.result, row.seconds), (first, CallState::Ended, None, None));
    let counts: CallCounts = app.executor.get("/calls/counts").await.good();
    assert_eq!((counts.received, counts.answered, counts.unlinked), (2, 0, 1));
    // Said again it stays so; something new takes it back.
    calls(&pbx, NEW, "&idChamada=8.1").await;
    assert_eq!(states(&app.executor).await, [(first, CallState::Ended), (next, CallState::Ringing)]);
    let number = app.open_request(app.world.services.email).await;
    calls(&pbx, VIEW, &format!("&idChamada=8.1&idSolicitacao={number}")).await;
    assert_eq!(states(&app.executor).await, [(first, CallState::Ringing), (next, CallState::Ended)]);
    // Whoever says what it was about has talked.
    let path = format!("/calls/{next}/conclusion");
    app.executor.post(&path, &json!({ "tag": "information" })).await.done();
    assert_eq!(states(&app.executor).await, [(first, CallState::Ringing)]);
    assert_eq!(log(&app.executor, "").await[0].result, Some(CallResult::Answered));
}

async fn what_is_worked_on_is_put_aside_without_loss(app: TestApp) {
    let pbx = pbx(&app);
    app.outsider.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    calls(&pbx, VIEW, &format!("&idSolicitacao={number}")).await;
    let open = popup(&app.outsider).await;
    let path = format!("/calls/{}/view", open.call_id);
    app.outsider.post(&path, &json!({ "tab": "a" })).await.done();
    app.advance(TimeDelta::minutes(5));
    calls(&pbx, NEW, "").await;
    let aside = popups(&app.outsider).await.into_iter().find(|popup| popup.call_id == open.call_id).unwrap();
    assert_eq!((aside.state, aside.taken_by.as_deref()), (CallState::Ended, Some("a")));
    assert_eq!((aside.requests[0].number, aside.requests[0].kind), (number, CallRequestKind::Viewed));
    let row = log(&app.outsider, "show=unlinked").await.remove(0);
    assert_eq!((row.id, row.result, row.seconds), (open.call_id, Some(CallResult::Answered), Some(300)));
    // It may still be going on.
    app.advance(TimeDelta::minutes(30));
    app.outsider.show(number).await;
    let new = NewRequest {
        requester_id: Some(app.world.people.requester.id),
        origin: Some(Origin::Telephone),
        call_id: Some(open.call_id),
        ..app.draft(app.world.services.email)
    };
    app.outsider.open(&new).await;
    assert_eq!(popups(&app.outsider).await.len(), 1, "the next one");
    app.outsider.get(format!("/requests/{number}")).await.refused(404, "request-not-found");
}

async fn a_call_is_delivered_when_a_page_is_open(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    assert!(!calls(&pbx, NEW, "").await.delivered);
    let text = |reply: tests::http::Reply| reply.done().text();
    let path = format!("{NEW}?cpf={}&ramal=200&formato=texto", People::REQUESTER_CPF);
    assert_eq!(text(pbx.get(&path).await), "N");
    let page = app.executor.listen(None).await;
    assert!(calls(&pbx, NEW, "").await.delivered);
    assert_eq!(text(pbx.get(format!("{path}&fim=;")).await), "S;");
    // A page at another server is as good.
    let node = app.another_node();
    let elsewhere = node.anonymous.token(TOKEN);
    assert_eq!(text(elsewhere.get(&path).await), "S");
    // Without an extension it is known only when the call rings.
    let raised: Raised = pbx.get(format!("{NEW}?cpf={}&idChamada=9.9", People::REQUESTER_CPF)).await.good();
    assert!(!raised.delivered);
    drop(page);
    until_gone(&app).await;
    assert!(!calls(&pbx, NEW, "").await.delivered);
}
