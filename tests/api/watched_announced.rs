//! Calls that the web services announce by Asterisk's identifier alone: a queue decides
//! later where they ring, and the watched exchange tells.

use crate::calls::{log, popup, popups};
use crate::watched::{finished, leg, observe};
use chrono::TimeDelta;
use contract::calls::{CallResult, CallState, MatchedBy};
use contract::telephony::Raised;
use solicita::domain::telephony::ami::calls::{CallResult as Told, Change, Leg, WithdrawReason};
use tests::pbx::pbx;
use tests::world::People;
use tests::{Persona, TestApp, on_both_databases};

on_both_databases![
    who_was_announced_pops_up_where_it_rings,
    a_request_that_was_announced_pops_up_where_it_rings,
    an_announced_call_rings_at_all_of_a_queue,
    an_announced_call_goes_round_a_queue,
    who_calls_may_be_told_while_it_rings,
];

/// A Linkedid.
const CALL: &str = "1763820000.17";
/// Nobody's number.
const STRANGE: &str = "+554430251180";

/// Says who calls, and not where it will ring.
async fn announce(pbx: &Persona) -> Raised {
    let said = format!("/telefonia/novaSolicitacao?cpf={}&idChamada={CALL}", People::REQUESTER_CPF);
    pbx.get(said).await.good()
}

fn queued(extension: &str) -> Leg {
    Leg { queue: Some("300".to_owned()), ..leg(CALL, extension, STRANGE) }
}

async fn who_was_announced_pops_up_where_it_rings(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    let said = announce(&pbx).await;
    assert_eq!((said.delivered, popups(&app.executor).await), (false, vec![]));
    assert_eq!(said.requester.unwrap().id, app.world.people.requester.id);
    app.advance(TimeDelta::minutes(4));
    // Another call at this extension is not the one that was announced.
    observe(&app, &[Change::Ringing(leg("other", "200", STRANGE))]);
    assert_eq!(popup(&app.executor).await.caller, None);
    observe(&app, &[finished(&app, &leg("other", "200", STRANGE), Told::Missed, 0)]);
    observe(&app, &[Change::Ringing(leg(CALL, "200", STRANGE))]);
    let open = popup(&app.executor).await;
    assert_eq!((open.call_id, open.extension.as_str(), open.followed), (said.call_id, "200", true));
    assert_eq!((open.matched_by, open.number.as_deref()), (Some(MatchedBy::TaxId), Some("(44) 3025-1180")));
    assert_eq!(open.caller.unwrap().person.id, app.world.people.requester.id);
    // Said again, it is still one call and one pop-up.
    assert_eq!(announce(&pbx).await.call_id, said.call_id);
    assert_eq!(popup(&app.executor).await.state, CallState::Ringing);
    assert_eq!(log(&app.administrator, "everybody=true").await.len(), 2);
}

async fn a_request_that_was_announced_pops_up_where_it_rings(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    let cpf = People::REQUESTER_CPF;
    let said = format!("/telefonia/visualizarSolicitacao?cpf={cpf}&idChamada={CALL}&idSolicitacao={number}");
    assert_eq!(pbx.get(format!("{said}&formato=texto&fim=;")).await.done().text(), "N;");
    assert_eq!(popups(&app.executor).await, []);
    observe(&app, &[Change::Ringing(queued("200"))]);
    let open = popup(&app.executor).await;
    assert_eq!((open.request.unwrap().row.number, open.queue.as_deref()), (number, Some("300")));
    assert_eq!((open.matched_by, open.state), (Some(MatchedBy::TaxId), CallState::Ringing));
}

async fn an_announced_call_rings_at_all_of_a_queue(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    app.second.answer_at("201").await;
    let said = announce(&pbx).await;
    let legs = [queued("200"), queued("201"), queued("202")];
    observe(&app, &legs.clone().map(Change::Ringing));
    for attendant in [&app.executor, &app.second] {
        let open = popup(attendant).await;
        assert_eq!((open.call_id, open.state), (said.call_id, CallState::Ringing));
        assert_eq!(open.caller.unwrap().person.id, app.world.people.requester.id);
    }
    assert_eq!(popups(&app.outsider).await, []);
    let [first, answers, _] = legs;
    observe(&app, &[Change::Answered(answers.clone())]);
    assert_eq!((popups(&app.executor).await, popup(&app.second).await.state), (vec![], CallState::Talking));
    // What the exchange tells of the others afterwards changes nothing.
    let reason = WithdrawReason::AnsweredElsewhere;
    observe(&app, &[Change::Withdrawn { call: first.call, leg: first.leg, extension: first.extension, reason }]);
    assert_eq!((popups(&app.executor).await, popup(&app.second).await.state), (vec![], CallState::Talking));
    observe(&app, &[finished(&app, &answers, Told::Answered, 42)]);
    let row = log(&app.administrator, "everybody=true").await.remove(0);
    assert_eq!((row.id, row.result, row.seconds), (said.call_id, Some(CallResult::Answered), Some(42)));
    assert_eq!((row.extension.as_deref(), row.queue.as_deref()), (Some("201"), Some("300")));
    assert_eq!(row.attendant.unwrap().id, app.world.people.second.id);
    assert_eq!(row.person.unwrap().id, app.world.people.requester.id);
}

async fn an_announced_call_goes_round_a_queue(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    app.second.answer_at("201").await;
    let said = announce(&pbx).await;
    for (rings, silent, extension) in
        [(&app.executor, &app.second, "200"), (&app.second, &app.executor, "201"), (&app.executor, &app.second, "200")]
    {
        let leg = queued(extension);
        observe(&app, &[Change::Ringing(leg.clone())]);
        assert_eq!((popup(rings).await.call_id, popups(silent).await), (said.call_id, vec![]), "{extension}");
        assert_eq!(popup(rings).await.matched_by, Some(MatchedBy::TaxId));
        app.advance(TimeDelta::seconds(15));
        let reason = WithdrawReason::NotListed;
        observe(&app, &[Change::Withdrawn { call: leg.call, leg: leg.leg, extension: leg.extension, reason }]);
        assert_eq!(popups(rings).await, [], "{extension}");
    }
    observe(&app, &[finished(&app, &queued("200"), Told::Abandoned, 0)]);
    let rows = log(&app.administrator, "everybody=true").await;
    assert_eq!((rows.len(), rows[0].id, rows[0].result), (1, said.call_id, Some(CallResult::Abandoned)));
}

async fn who_calls_may_be_told_while_it_rings(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    app.second.answer_at("201").await;
    observe(&app, &[Change::Ringing(queued("200")), Change::Ringing(queued("201"))]);
    assert_eq!(popup(&app.executor).await.caller, None);
    let said = announce(&pbx).await;
    for attendant in [&app.executor, &app.second] {
        let open = popup(attendant).await;
        assert_eq!((open.call_id, open.matched_by), (said.call_id, Some(MatchedBy::TaxId)));
        assert_eq!(open.caller.unwrap().person.id, app.world.people.requester.id);
    }
    assert_eq!(log(&app.administrator, "everybody=true").await.len(), 1);
}
