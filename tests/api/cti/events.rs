//! The events of calls: in any order, repeated, wrong.

use super::{ANA, TOKEN, send, send_event};
use crate::calls::{log, popup, popups};
use chrono::TimeDelta;
use contract::calls::{CallBack, CallDirection, CallResult, CallState, MatchedBy};
use contract::live::LiveKind;
use reqwest::Method;
use serde_json::{Value, json};
use tests::pbx::pbx;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    a_call_rings_is_answered_and_ends,
    a_call_that_rings_at_several_is_withdrawn_from_the_others,
    forms_and_json_are_understood,
    events_come_twice_and_in_any_order,
    a_call_that_was_forwarded_stays_ended,
    a_busy_telephone_is_in_the_log,
    somebody_is_called_by_name_if_nobody_else_bears_it,
    what_is_no_event_is_refused,
];

async fn a_call_rings_is_answered_and_ends(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let mut told = app.executor.listen(None).await;
    send_event(&app, "newCall", "a1", json!({ "queue": "Suporte fiscal" })).await;
    told.next_of(LiveKind::Call).await;
    let ringing = popup(&app.executor).await;
    assert_eq!((ringing.state, ringing.followed, ringing.verified), (CallState::Ringing, true, true));
    assert_eq!(ringing.queue.as_deref(), Some("Suporte fiscal"));
    assert_eq!(ringing.number.as_deref(), Some("(11) 98765-4321"));
    assert_eq!(ringing.matched_by, Some(MatchedBy::Telephone));
    assert_eq!(ringing.caller.unwrap().person.id, app.world.people.requester.id);
    let path = format!("/calls/{}/end", ringing.call_id);
    app.executor.post(path, &json!({})).await.refused(409, "call-followed");
    app.advance(TimeDelta::seconds(5));
    send_event(&app, "answer", "a1", json!({ "answeringNumber": "200" })).await;
    assert_eq!(popup(&app.executor).await.state, CallState::Talking);
    app.advance(TimeDelta::seconds(192));
    send_event(&app, "hangup", "a1", json!({ "cause": "normalClearing", "answeringNumber": "200" })).await;
    assert_eq!(popup(&app.executor).await.state, CallState::Ended, "until it is known what it was about");
    let row = log(&app.executor, "show=unlinked").await.remove(0);
    assert_eq!(
        (row.result, row.seconds, row.direction),
        (Some(CallResult::Answered), Some(192), CallDirection::Inbound)
    );
    assert_eq!(row.attendant.unwrap().id, app.world.people.executor.id);
    app.executor.post(format!("/calls/{}/conclusion", row.id), &json!({ "tag": "information" })).await.done();
    assert_eq!(popups(&app.executor).await, []);
    assert_eq!(log(&app.executor, "show=unlinked").await, []);
    assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>(), []);
}

async fn a_call_that_rings_at_several_is_withdrawn_from_the_others(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    app.second.answer_at("201").await;
    // By extension, by e-mail address, by name; nobody's name is nobody.
    let users = json!(["200", app.world.people.second.email, "Nobody At All"]);
    send_event(&app, "newCall", "b1", json!({ "to": "1130001000", "user": users })).await;
    assert_eq!(popup(&app.executor).await.call_id, popup(&app.second).await.call_id);
    let mut told = app.second.listen(None).await;
    send_event(&app, "answer", "b1", json!({ "to": "1130001000", "answeringNumber": "200" })).await;
    told.next_of(LiveKind::Call).await;
    assert_eq!(popups(&app.second).await, []);
    assert_eq!(popup(&app.executor).await.state, CallState::Talking);
}

async fn forms_and_json_are_understood(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    app.second.answer_at("201").await;
    let form =
        "event=newCall&from=5511987654321&to=1130001000&direction=in&callId=c1&user%5B%5D=200&user%5B%5D=201&queue=";
    let reply =
        app.anonymous.request(Method::POST, TOKEN).bytes("application/x-www-form-urlencoded", form).send().await;
    assert_eq!(reply.done().json(), json!({}));
    assert_eq!(popup(&app.executor).await.call_id, popup(&app.second).await.call_id);
    assert_eq!(popup(&app.executor).await.queue, None);
    send_event(&app, "newCall", "c2", json!({ "user": "201", "to": 1_130_001_000, "unknown": { "a": 1 } })).await;
    assert_eq!(popups(&app.second).await.len(), 2);
}

async fn events_come_twice_and_in_any_order(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    app.second.answer_at("201").await;
    let users = json!({ "user": ["200", "201"] });
    // The answer first, the call afterwards: it rings nowhere any longer.
    send_event(&app, "answer", "d1", json!({ "answeringNumber": "200" })).await;
    send_event(&app, "newCall", "d1", users.clone()).await;
    send_event(&app, "newCall", "d1", users.clone()).await;
    send_event(&app, "answer", "d1", json!({ "answeringNumber": "200" })).await;
    assert_eq!(popup(&app.executor).await.state, CallState::Talking);
    assert_eq!(popups(&app.second).await, []);
    // The end first.
    send_event(&app, "hangup", "d2", json!({ "cause": "cancel" })).await;
    send_event(&app, "newCall", "d2", users).await;
    send_event(&app, "hangup", "d2", json!({ "cause": "busy" })).await;
    assert_eq!(popup(&app.executor).await.state, CallState::Talking, "the other call");
    let rows = log(&app.administrator, "everybody=true").await;
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].result, rows[1].result), (Some(CallResult::Abandoned), None));
}

async fn a_call_that_was_forwarded_stays_ended(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    send_event(&app, "newCall", "k1", json!({})).await;
    send_event(&app, "hangup", "k1", json!({ "cause": "forwarded" })).await;
    for event in ["newCall", "answer", "hangup"] {
        send_event(&app, event, "k1", json!({ "cause": "noAnswer" })).await;
        assert_eq!(popups(&app.executor).await, [], "{event}");
        let row = log(&app.executor, "").await.remove(0);
        assert_eq!((row.state, row.result), (CallState::Ended, None), "{event}");
    }
}

async fn a_busy_telephone_is_in_the_log(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    send_event(&app, "newCall", "w1", json!({})).await;
    assert_eq!(popup(&app.executor).await.state, CallState::Ringing);
    app.advance(TimeDelta::seconds(8));
    send_event(&app, "hangup", "w1", json!({ "cause": "busy" })).await;
    assert_eq!(popups(&app.executor).await, []);
    let row = log(&app.executor, "").await.remove(0);
    assert_eq!((row.state, row.result, row.seconds), (CallState::Ended, Some(CallResult::Busy), Some(8)));
    assert_eq!(row.attendant.unwrap().id, app.world.people.executor.id);
}

async fn somebody_is_called_by_name_if_nobody_else_bears_it(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let name = app.world.people.executor.name;
    let called = json!({ "to": "1130001000", "user": name });
    send_event(&app, "newCall", "x1", called.clone()).await;
    assert_eq!(popup(&app.executor).await.extension, "200");
    send_event(&app, "hangup", "x1", called.clone()).await;
    let namesake = app.world.people.second.id;
    app.write(|tx| {
        use diesel::prelude::*;
        use solicita::db::schema::people as table;
        diesel::update(table::table.find(namesake)).set(table::name.eq(name)).execute(tx.conn)?;
        Ok(())
    });
    app.second.answer_at("201").await;
    send_event(&app, "newCall", "x2", called).await;
    assert_eq!((popups(&app.executor).await, popups(&app.second).await), (vec![], vec![]), "never a guess");
    let row = log(&app.administrator, "everybody=true").await.remove(0);
    assert_eq!((row.state, row.extension, row.attendant), (CallState::Ringing, None, None));
    // By what only one of them has it rings.
    send_event(&app, "newCall", "x2", json!({ "to": "1130001000", "user": app.world.people.second.email })).await;
    assert_eq!((popups(&app.executor).await, popup(&app.second).await.extension.as_str()), (vec![], "201"));
}

async fn what_is_no_event_is_refused(app: TestApp) {
    pbx(&app);
    let good = json!({ "event": "newCall", "from": ANA, "to": "200", "direction": "in", "callId": "z" });
    let with = |key: &str, value: Value| {
        let mut event = good.clone();
        event[key] = value;
        event
    };
    send(&app, with("event", json!("ring"))).await.invalid(&[("event", "call-event")]);
    send(&app, with("direction", json!(""))).await.invalid(&[("direction", "call-direction")]);
    send(&app, with("callId", json!(""))).await.invalid(&[("callId", "call-id")]);
    send(&app, with("callId", json!("x".repeat(251)))).await.invalid(&[("callId", "call-id")]);
    send(&app, json!({})).await.refused(422, "invalid");
    let malformed = app.anonymous.request(Method::POST, TOKEN).bytes("application/json", "{").send().await;
    malformed.refused(400, "json-malformed");
    // What a caller may put into a number or a name harms nobody.
    send(&app, with("from", json!("11 9\r\nEvent: Fake\r\n"))).await.done();
    send(&app, with("from", json!("\u{0}".repeat(9)))).await.done();
    app.anonymous.post("/cti/sol_somebody-elses", &good).await.refused(401, "unauthenticated");
    app.requester.post("/cti/sol_somebody-elses", &good).await.refused(401, "unauthenticated");
    app.set_parameter(ids::TELEPHONY, "N");
    send(&app, good).await.refused(403, "parameter-off");
}
