//! `/cti/{token}`: calls that a telephone system tells of by events; the call log,
//! and missed calls that are called back.

use crate::calls::{log, popup, popups};
use chrono::TimeDelta;
use contract::calls::{CallBack, CallDirection, CallResult, CallState, MatchedBy, MyCallBack};
use contract::live::LiveKind;
use reqwest::Method;
use serde_json::{Value, json};
use tests::http::Reply;
use tests::pbx::pbx;
use tests::{Persona, TestApp, ids, on_both_databases};

on_both_databases![
    a_call_rings_is_answered_and_ends,
    a_call_that_rings_at_several_is_withdrawn_from_the_others,
    forms_and_json_are_understood,
    events_come_twice_and_in_any_order,
    a_call_that_was_forwarded_stays_ended,
    a_missed_call_is_called_back,
    whoever_calls_again_is_not_called_back,
    one_shares_call_backs,
    a_call_announced_by_the_service_is_the_one_that_rings,
    a_call_that_was_put_aside_rings,
    a_withheld_number_may_be_told_later,
    a_choice_made_early_waits_for_the_telephone_that_rings,
    what_is_no_event_is_refused,
];

const TOKEN: &str = "/cti/sol_token-of-the-pbx";
/// Ana's mobile, as a carrier tells it.
pub const ANA: &str = "5511987654321";

pub async fn send(app: &TestApp, event: Value) -> Reply {
    app.anonymous.post(TOKEN, &event).await
}

pub async fn tell(app: &TestApp, event: &str, call: &str, more: Value) {
    let mut body = json!({ "event": event, "from": ANA, "to": "200", "direction": "in", "callId": call });
    for (key, value) in more.as_object().unwrap() {
        body[key] = value.clone();
    }
    assert_eq!(send(app, body).await.done().json(), json!({}));
}

async fn a_call_rings_is_answered_and_ends(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let mut told = app.executor.listen(None).await;
    tell(&app, "newCall", "a1", json!({ "queue": "Suporte fiscal" })).await;
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
    tell(&app, "answer", "a1", json!({ "answeringNumber": "200" })).await;
    assert_eq!(popup(&app.executor).await.state, CallState::Talking);
    app.advance(TimeDelta::seconds(192));
    tell(&app, "hangup", "a1", json!({ "cause": "normalClearing", "answeringNumber": "200" })).await;
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
    tell(&app, "newCall", "b1", json!({ "to": "1130001000", "user": users })).await;
    assert_eq!(popup(&app.executor).await.call_id, popup(&app.second).await.call_id);
    let mut told = app.second.listen(None).await;
    tell(&app, "answer", "b1", json!({ "to": "1130001000", "answeringNumber": "200" })).await;
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
    tell(&app, "newCall", "c2", json!({ "user": "201", "to": 1_130_001_000, "unknown": { "a": 1 } })).await;
    assert_eq!(popups(&app.second).await.len(), 2);
}

async fn events_come_twice_and_in_any_order(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    app.second.answer_at("201").await;
    let users = json!({ "user": ["200", "201"] });
    // The answer first, the call afterwards: it rings nowhere any longer.
    tell(&app, "answer", "d1", json!({ "answeringNumber": "200" })).await;
    tell(&app, "newCall", "d1", users.clone()).await;
    tell(&app, "newCall", "d1", users.clone()).await;
    tell(&app, "answer", "d1", json!({ "answeringNumber": "200" })).await;
    assert_eq!(popup(&app.executor).await.state, CallState::Talking);
    assert_eq!(popups(&app.second).await, []);
    // The end first.
    tell(&app, "hangup", "d2", json!({ "cause": "cancel" })).await;
    tell(&app, "newCall", "d2", users).await;
    tell(&app, "hangup", "d2", json!({ "cause": "busy" })).await;
    assert_eq!(popup(&app.executor).await.state, CallState::Talking, "the other call");
    let rows = log(&app.administrator, "everybody=true").await;
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].result, rows[1].result), (Some(CallResult::Abandoned), None));
}

async fn a_call_that_was_forwarded_stays_ended(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    tell(&app, "newCall", "k1", json!({})).await;
    tell(&app, "hangup", "k1", json!({ "cause": "forwarded" })).await;
    for event in ["newCall", "answer", "hangup"] {
        tell(&app, event, "k1", json!({ "cause": "noAnswer" })).await;
        assert_eq!(popups(&app.executor).await, [], "{event}");
        let row = log(&app.executor, "").await.remove(0);
        assert_eq!((row.state, row.result), (CallState::Ended, None), "{event}");
    }
}

pub async fn missed(app: &TestApp, call: &str, person: &Persona) -> Vec<CallBack> {
    tell(app, "newCall", call, json!({})).await;
    app.advance(TimeDelta::seconds(20));
    tell(app, "hangup", call, json!({ "cause": "noAnswer" })).await;
    person.get("/call-backs").await.good()
}

async fn a_missed_call_is_called_back(app: TestApp) {
    pbx(&app);
    app.set_parameter(ids::CALL_BACK_HOURS, 2);
    app.executor.answer_at("200").await;
    let (mut told, mut others) = (app.requester.listen(None).await, app.second.listen(None).await);
    let mut stranger = app.stranger.listen(None).await;
    let first = missed(&app, "e1", &app.executor).await;
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
    let again = missed(&app, "e2", &app.executor).await;
    assert_eq!((again.len(), again[0].id, again[0].calls, again[0].due_at), (1, first[0].id, 2, first[0].due_at));
    // It is no request, and no telephone system counts it.
    assert!(app.requester.numbers("").await.is_empty());
    // Somebody calls back.
    let out = json!({ "direction": "out", "from": "200", "to": "011987654321" });
    tell(&app, "newCall", "e3", out.clone()).await;
    assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>().len(), 1, "it only rings");
    tell(&app, "answer", "e3", out.clone()).await;
    assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>(), []);
    assert_eq!(app.requester.get("/me/call-backs").await.good::<Vec<MyCallBack>>(), []);
    tell(&app, "hangup", "e3", out).await;
    let row = log(&app.executor, "").await.remove(0);
    assert_eq!((row.direction, row.person.unwrap().id), (CallDirection::Outbound, app.world.people.requester.id));
    assert_eq!(popups(&app.executor).await, [], "one's own calls pop up nowhere");
}

async fn whoever_calls_again_is_not_called_back(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    missed(&app, "f1", &app.executor).await;
    let id = app.executor.get("/call-backs").await.good::<Vec<CallBack>>()[0].id;
    app.executor.post(format!("/call-backs/{id}/take"), &json!({})).await.done();
    tell(&app, "newCall", "f2", json!({})).await;
    assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>(), [], "no name stands in both places");
    // In vain: it is there again, and still theirs who took it.
    tell(&app, "hangup", "f2", json!({ "cause": "cancel" })).await;
    let back: Vec<CallBack> = app.executor.get("/call-backs").await.good();
    assert_eq!((back[0].id, back[0].calls), (id, 2));
    assert_eq!(back[0].owner.as_ref().unwrap().id, app.world.people.executor.id);
    tell(&app, "newCall", "f3", json!({})).await;
    tell(&app, "answer", "f3", json!({})).await;
    tell(&app, "hangup", "f3", json!({ "cause": "normalClearing" })).await;
    assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>(), []);
    // A number that nobody has, or withholds, cannot be called back.
    for from in ["4430251180", "anonymous"] {
        tell(&app, "newCall", from, json!({ "from": from })).await;
        tell(&app, "hangup", from, json!({ "from": from, "cause": "noAnswer" })).await;
    }
    assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>(), []);
    assert_eq!(log(&app.executor, "show=missed").await.len(), 4);
}

async fn one_shares_call_backs(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let id = missed(&app, "g1", &app.executor).await[0].id;
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

async fn a_call_announced_by_the_service_is_the_one_that_rings(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    // The service first, without the call's identifier; then the exchange.
    pbx.get("/telefonia/novaSolicitacao?cpf=529.982.247-25&ramal=200").await.done();
    tell(&app, "newCall", "h1", json!({ "from": "4430251180" })).await;
    let open = popup(&app.executor).await;
    assert_eq!(
        (open.matched_by, open.followed),
        (Some(MatchedBy::TaxId), true),
        "what was typed goes before the number"
    );
    assert_eq!(open.number.as_deref(), Some("(44) 3025-1180"));
    tell(&app, "hangup", "h1", json!({ "cause": "noAnswer" })).await;
    // The exchange first; then the service.
    tell(&app, "newCall", "h2", json!({ "from": "4430251180" })).await;
    assert_eq!(popup(&app.executor).await.caller, None);
    pbx.get("/telefonia/novaSolicitacao?cpf=529.982.247-25&ramal=200&numeroOrigem=04430251180").await.done();
    let open = popup(&app.executor).await;
    assert_eq!(open.caller.unwrap().person.id, app.world.people.requester.id);
    assert_eq!(log(&app.executor, "").await.len(), 2);
}

async fn a_call_that_was_put_aside_rings(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    for call in ["l1", "l2"] {
        pbx.get(format!("/telefonia/novaSolicitacao?cpf=529.982.247-25&ramal=200&idChamada={call}")).await.done();
    }
    assert_eq!(log(&app.executor, "").await[1].state, CallState::Ended);
    // The exchange knows better.
    tell(&app, "newCall", "l1", json!({})).await;
    let open = popups(&app.executor).await;
    assert!(open.iter().all(|popup| popup.state == CallState::Ringing), "{open:?}");
    tell(&app, "hangup", "l1", json!({ "cause": "noAnswer" })).await;
    assert!(!popup(&app.executor).await.followed);
    assert_eq!(log(&app.executor, "").await[1].result, Some(CallResult::Missed));
}

async fn a_withheld_number_may_be_told_later(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    for (from, number, withheld) in [("anonymous", None, true), (ANA, Some("(11) 98765-4321"), false)] {
        tell(&app, "newCall", "n1", json!({ "from": from })).await;
        let open = popup(&app.executor).await;
        assert_eq!((open.number.as_deref(), open.number_withheld), (number, withheld));
    }
    // What was dialled is not told, rather than withheld.
    tell(&app, "newCall", "n2", json!({ "direction": "out", "from": "200", "to": "" })).await;
    let row = log(&app.executor, "").await.remove(0);
    assert_eq!((row.direction, row.number, row.number_withheld), (CallDirection::Outbound, None, false));
}

async fn a_choice_made_early_waits_for_the_telephone_that_rings(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    let said = format!("/telefonia/visualizarSolicitacao?cpf=529.982.247-25&idChamada=i1&idSolicitacao={number}");
    pbx.get(said).await.done();
    assert_eq!(popups(&app.executor).await, []);
    tell(&app, "newCall", "i1", json!({ "from": "4430251180", "queue": "300" })).await;
    let open = popup(&app.executor).await;
    assert_eq!((open.request.unwrap().row.number, open.matched_by), (number, Some(MatchedBy::TaxId)));
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
