//! Missed calls, which are called back.

use super::{miss_call, send_event};
use crate::calls::{log, popups};
use chrono::TimeDelta;
use contract::calls::{CallBack, CallDirection, CallResult, MyCallBack};
use contract::live::LiveKind;
use serde_json::json;
use tests::pbx::pbx;
use tests::{Persona, TestApp, ids, on_both_databases};

on_both_databases![
    a_missed_call_is_called_back,
    whoever_calls_again_is_not_called_back,
    one_shares_call_backs,
    what_ended_is_not_missed_twice,
    a_call_back_is_no_request,
];

async fn a_missed_call_is_called_back(app: TestApp) {
    pbx(&app);
    app.set_parameter(ids::CALL_BACK_HOURS, 2);
    app.executor.answer_at("200").await;
    let (mut told, mut others) = (app.requester.listen(None).await, app.second.listen(None).await);
    let mut stranger = app.stranger.listen(None).await;
    let first = miss_call(&app, "e1", &app.executor).await;
    assert_eq!(popups(&app.executor).await, [], "nobody answered: there is nothing to say about it");
    assert_eq!((first.len(), first[0].calls, first[0].owner.clone()), (1, 1, None));
    assert_eq!(first[0].person.id, app.world.people.requester.id);
    assert_eq!((first[0].number.as_str(), first[0].dial.as_str()), ("(11) 98765-4321", "+5511987654321"));
    // Monday at ten: two working hours later.
    assert!((7_199..=7_200).contains(&(first[0].due_at - first[0].missed_at).num_seconds()));
    told.next_of(LiveKind::CallBack).await;
    others.next_of(LiveKind::CallBack).await;
    assert_eq!(stranger.events_before(app.send_marker()).await, [], "it is no business of theirs");
    let mine: Vec<MyCallBack> = app.requester.get("/me/call-backs").await.good();
    assert_eq!((mine.len(), mine[0].due_at), (1, first[0].due_at));
    assert_eq!(app.stranger.get("/me/call-backs").await.good::<Vec<MyCallBack>>(), []);
    let row = log(&app.executor, "show=missed").await.remove(0);
    assert_eq!(
        (row.result, row.seconds, row.call_back_due_at),
        (Some(CallResult::Missed), Some(20), Some(first[0].due_at))
    );
    // Missed again: the same item, with the same promise.
    let again = miss_call(&app, "e2", &app.executor).await;
    assert_eq!((again.len(), again[0].id, again[0].calls, again[0].due_at), (1, first[0].id, 2, first[0].due_at));
    // It is no request, and no telephone system counts it.
    assert!(app.requester.numbers("").await.is_empty());
    // Somebody calls back.
    let out = json!({ "direction": "out", "from": "200", "to": "011987654321" });
    send_event(&app, "newCall", "e3", out.clone()).await;
    assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>().len(), 1, "it only rings");
    send_event(&app, "answer", "e3", out.clone()).await;
    assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>(), []);
    assert_eq!(app.requester.get("/me/call-backs").await.good::<Vec<MyCallBack>>(), []);
    send_event(&app, "hangup", "e3", out).await;
    let row = log(&app.executor, "").await.remove(0);
    assert_eq!((row.direction, row.person.unwrap().id), (CallDirection::Outbound, app.world.people.requester.id));
    assert_eq!(popups(&app.executor).await, [], "one's own calls pop up nowhere");
}

async fn whoever_calls_again_is_not_called_back(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    miss_call(&app, "f1", &app.executor).await;
    let id = app.executor.get("/call-backs").await.good::<Vec<CallBack>>()[0].id;
    app.executor.post(format!("/call-backs/{id}/take"), &json!({})).await.done();
    send_event(&app, "newCall", "f2", json!({})).await;
    assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>(), [], "no name stands in both places");
    // In vain: it is there again, and still theirs who took it.
    send_event(&app, "hangup", "f2", json!({ "cause": "cancel" })).await;
    let back: Vec<CallBack> = app.executor.get("/call-backs").await.good();
    assert_eq!((back[0].id, back[0].calls), (id, 2));
    assert_eq!(back[0].owner.as_ref().unwrap().id, app.world.people.executor.id);
    send_event(&app, "newCall", "f3", json!({})).await;
    send_event(&app, "answer", "f3", json!({})).await;
    send_event(&app, "hangup", "f3", json!({ "cause": "normalClearing" })).await;
    assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>(), []);
    // A number that nobody has, or withholds, cannot be called back.
    for from in ["4430251180", "anonymous"] {
        send_event(&app, "newCall", from, json!({ "from": from })).await;
        send_event(&app, "hangup", from, json!({ "from": from, "cause": "noAnswer" })).await;
    }
    assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>(), []);
    assert_eq!(log(&app.executor, "show=missed").await.len(), 4);
}

async fn one_shares_call_backs(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let id = miss_call(&app, "g1", &app.executor).await[0].id;
    let act = async |person: &Persona, what: &str| person.post(format!("/call-backs/{id}/{what}"), &json!({})).await;
    let mut others = app.second.listen(None).await;
    act(&app.executor, "take").await.done();
    others.next_of(LiveKind::CallBack).await;
    act(&app.executor, "take").await.done();
    others.next_of(LiveKind::CallBack).await;
    act(&app.second, "take").await.refused(409, "call-back-taken");
    act(&app.second, "give-back").await.refused(409, "call-back-taken");
    act(&app.executor, "give-back").await.done();
    others.next_of(LiveKind::CallBack).await;
    act(&app.second, "take").await.done();
    others.next_of(LiveKind::CallBack).await;
    act(&app.second, "done").await.done();
    others.next_of(LiveKind::CallBack).await;
    act(&app.second, "done").await.refused(404, "not-found");
    act(&app.executor, "take").await.refused(404, "not-found");
    assert_eq!(app.requester.get("/me/call-backs").await.good::<Vec<MyCallBack>>(), []);
}

async fn what_ended_is_not_missed_twice(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let back = miss_call(&app, "y1", &app.executor).await;
    app.advance(TimeDelta::minutes(1));
    for (event, cause) in
        [("hangup", "noAnswer"), ("hangup", "busy"), ("newCall", ""), ("answer", ""), ("hangup", "cancel")]
    {
        send_event(&app, event, "y1", json!({ "cause": cause })).await;
        assert_eq!(popups(&app.executor).await, [], "{event} {cause}");
        assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>(), back, "{event} {cause}");
        let rows = log(&app.executor, "").await;
        assert_eq!((rows.len(), rows[0].result, rows[0].seconds), (1, Some(CallResult::Missed), Some(20)));
    }
    // The end of a call that nobody knew of is all that is known of it.
    send_event(&app, "hangup", "y2", json!({ "cause": "noAnswer" })).await;
    let back: Vec<CallBack> = app.executor.get("/call-backs").await.good();
    assert_eq!((back.len(), back[0].calls), (1, 2));
    send_event(&app, "newCall", "y2", json!({})).await;
    assert_eq!(popups(&app.executor).await, []);
    assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>(), back);
}

async fn a_call_back_is_no_request(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    let ask = async |service: &str| {
        let reply = pbx.get(format!("/telefonia/{service}?cpf=529.982.247-25&incluirSuspensas=S&fim=;")).await;
        reply.done().text()
    };
    assert_eq!(miss_call(&app, "z1", &app.executor).await.len(), 1);
    for service in ["obterQtdeSolicitacoes", "listarSolicitacoes"] {
        assert_eq!(ask(service).await, ";", "{service}");
    }
    let number = app.open_request(app.world.services.email).await;
    assert_eq!(ask("obterQtdeSolicitacoes").await, format!("1?{number};"));
    assert_eq!(ask("listarSolicitacoes").await, format!("{number};"));
}
