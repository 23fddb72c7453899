//! A call that goes on, or is told of again: what stays of it, and what does not.

use super::{NEW, VIEW, calls, log, popup, popups, viewing};
use crate::cti::send_event;
use crate::watched::{ANA, leg, observe};
use chrono::TimeDelta;
use contract::calls::{CallBack, CallPopUp, MatchedBy};
use contract::telephony::Raised;
use serde_json::json;
use solicita::domain::telephony::ami::calls::{Change, Leg, Verification};
use solicita::monitor::CallSink;
use solicita::monitor::Sink;
use tests::pbx::pbx;
use tests::personas::Persona;
use tests::{TestApp, on_both_databases};

on_both_databases![
    each_request_that_is_viewed_in_a_call_has_its_child,
    a_talk_that_was_lost_and_found_goes_on_reading,
    whom_an_attendant_registered_stays_when_the_call_goes_on,
    who_wants_something_new_after_all_registers_it,
    a_call_from_another_number_is_not_the_one_announced,
    a_call_missed_after_one_that_was_answered_is_called_back_anew,
    what_nothing_confirms_calls_nobody_back,
    a_group_that_was_dialled_is_not_who_answers,
];

async fn seen(attendant: &Persona) -> CallPopUp {
    let call = popup(attendant).await.call_id;
    let mut after: Vec<CallPopUp> = attendant.post(format!("/calls/{call}/view"), &json!({ "tab": "a" })).await.good();
    after.remove(0)
}

async fn each_request_that_is_viewed_in_a_call_has_its_child(app: TestApp) {
    let pbx = pbx(&app);
    viewing(&app);
    app.outsider.answer_at("200").await;
    let mut children = Vec::new();
    for _ in 0..2 {
        let number = app.open_request(app.world.services.email).await;
        calls(&pbx, VIEW, &format!("&idSolicitacao={number}&idChamada=7.1")).await;
        let told = popup(&app.outsider).await.request.unwrap();
        assert_eq!((told.row.number, told.child), (number, None));
        children.push(seen(&app.outsider).await.request.unwrap().child.unwrap());
    }
    assert_ne!(children[0], children[1]);
}

async fn a_talk_that_was_lost_and_found_goes_on_reading(app: TestApp) {
    let pbx = pbx(&app);
    app.outsider.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    calls(&pbx, VIEW, &format!("&idSolicitacao={number}&idChamada=8.1")).await;
    let leg = leg("8.1", "200", ANA);
    observe(&app, &[Change::Answered(leg.clone())]);
    seen(&app.outsider).await;
    // The connection to the exchange is lost for a minute.
    app.write(|tx| CallSink.begin(tx));
    app.advance(TimeDelta::minutes(1));
    observe(&app, &[Change::Answered(leg)]);
    app.advance(TimeDelta::minutes(30));
    app.outsider.show(number).await;
}

async fn whom_an_attendant_registered_stays_when_the_call_goes_on(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    app.second.answer_at("201").await;
    let said = format!("{NEW}?cpf=11144477735&idChamada=9.1");
    pbx.get(format!("{said}&ramal=200")).await.done();
    let call = popup(&app.executor).await.call_id;
    app.executor.post(format!("/calls/{call}/person"), &json!({ "name": "Valdir Sant'Ana" })).await.done();
    let passed_on: Raised = pbx.get(format!("{said}&ramal=201")).await.good();
    let open = popup(&app.second).await;
    assert_eq!((passed_on.call_id, open.matched_by), (call, Some(MatchedBy::Registered)));
    assert_eq!(open.caller.unwrap().person.name, "Valdir Sant'Ana");
}

async fn who_wants_something_new_after_all_registers_it(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    calls(&pbx, VIEW, &format!("&idSolicitacao={number}&idChamada=10.1")).await;
    assert!(popup(&app.executor).await.request.is_some());
    calls(&pbx, NEW, "&idChamada=10.1").await;
    let open = popup(&app.executor).await;
    assert_eq!(open.request, None);
    assert_eq!(open.caller.unwrap().person.id, app.world.people.requester.id);
}

async fn a_call_from_another_number_is_not_the_one_announced(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    let announced = calls(&pbx, NEW, &format!("&numeroOrigem={}", ANA.trim_start_matches('+'))).await.call_id;
    observe(&app, &[Change::Ringing(leg("11.1", "200", "305"))]);
    let colleague = popups(&app.executor).await.into_iter().find(|open| open.call_id != announced).unwrap();
    assert_eq!((colleague.caller, colleague.number.as_deref()), (None, Some("305")));
    observe(&app, &[Change::Ringing(leg("11.2", "200", ANA))]);
    let open = popups(&app.executor).await;
    assert_eq!(open.len(), 2, "hers is the one announced: {open:?}");
    assert!(open.iter().any(|open| open.call_id == announced && open.followed));
}

async fn a_call_missed_after_one_that_was_answered_is_called_back_anew(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let call_backs = async || app.executor.get("/call-backs").await.good::<Vec<CallBack>>();
    send_event(&app, "newCall", "a1", json!({})).await;
    send_event(&app, "hangup", "a1", json!({ "cause": "noAnswer" })).await;
    let old = call_backs().await.remove(0);
    app.second.post(format!("/call-backs/{}/take", old.id), &json!({})).await.done();
    send_event(&app, "newCall", "a2", json!({})).await;
    send_event(&app, "answer", "a2", json!({})).await;
    send_event(&app, "hangup", "a2", json!({})).await;
    assert_eq!(call_backs().await, [], "they called, and were answered");
    app.advance(TimeDelta::days(60));
    send_event(&app, "newCall", "a3", json!({})).await;
    send_event(&app, "hangup", "a3", json!({ "cause": "noAnswer" })).await;
    let new = call_backs().await.remove(0);
    assert!(new.id != old.id && new.due_at > app.now() && new.owner.is_none(), "{new:?}");
    assert_eq!(new.calls, 1);
    // Who calls in vain again does not lose their turn.
    send_event(&app, "newCall", "a4", json!({})).await;
    send_event(&app, "hangup", "a4", json!({ "cause": "noAnswer" })).await;
    let again = call_backs().await.remove(0);
    assert_eq!((again.id, again.due_at, again.calls), (new.id, new.due_at, 2));
}

async fn what_nothing_confirms_calls_nobody_back(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    send_event(&app, "newCall", "b1", json!({})).await;
    send_event(&app, "hangup", "b1", json!({ "cause": "noAnswer" })).await;
    let forged =
        Leg { dialled: Some(ANA.to_owned()), verification: Verification::Unverified, ..leg("12.1", "trunk", "200") };
    observe(&app, &[Change::Ringing(forged.clone())]);
    observe(&app, &[Change::Answered(forged.clone())]);
    let call_backs = async || app.executor.get("/call-backs").await.good::<Vec<CallBack>>().len();
    assert_eq!(call_backs().await, 1);
    let Leg { call, leg, extension, .. } = forged;
    observe(&app, &[Change::Confirmed { call, leg, extension, verification: Verification::Exchange }]);
    assert_eq!(call_backs().await, 0, "the exchange confirms it: they were called back");
}

async fn a_group_that_was_dialled_is_not_who_answers(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    app.second.answer_at("201").await;
    let group = json!({ "to": "3000", "user": ["200", "201"] });
    send_event(&app, "newCall", "c1", group).await;
    let row = log(&app.executor, "").await.remove(0);
    assert!(row.extension.as_deref() != Some("3000") && row.attendant.is_some(), "{row:?}");
    send_event(&app, "answer", "c1", json!({ "to": "3000" })).await;
    assert_eq!((popups(&app.executor).await.len(), popups(&app.second).await.len()), (1, 1), "one of them talks");
    send_event(&app, "answer", "c1", json!({ "to": "3000", "answeringNumber": "201" })).await;
    assert_eq!((popups(&app.executor).await.len(), popups(&app.second).await.len()), (0, 1));
}
