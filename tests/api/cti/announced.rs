//! Calls that a web service announces, and the exchange reports too.

use super::{ANA, send_event};
use crate::calls::{log, popup, popups};
use contract::calls::{CallDirection, CallResult, CallState, MatchedBy};
use serde_json::json;
use tests::pbx::pbx;
use tests::{TestApp, on_both_databases};

on_both_databases![
    a_call_announced_by_the_service_is_the_one_that_rings,
    a_call_that_was_put_aside_rings,
    a_withheld_number_may_be_told_later,
    a_choice_made_early_waits_for_the_telephone_that_rings,
];

async fn a_call_announced_by_the_service_is_the_one_that_rings(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    // The service first, without the call's identifier; then the exchange.
    pbx.get("/telefonia/novaSolicitacao?cpf=529.982.247-25&ramal=200").await.done();
    send_event(&app, "newCall", "h1", json!({ "from": "4430251180" })).await;
    let open = popup(&app.executor).await;
    assert_eq!(
        (open.matched_by, open.followed),
        (Some(MatchedBy::TaxId), true),
        "what was typed goes before the number"
    );
    assert_eq!(open.number.as_deref(), Some("(44) 3025-1180"));
    send_event(&app, "hangup", "h1", json!({ "cause": "noAnswer" })).await;
    // The exchange first; then the service.
    send_event(&app, "newCall", "h2", json!({ "from": "4430251180" })).await;
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
    send_event(&app, "newCall", "l1", json!({})).await;
    let open = popups(&app.executor).await;
    assert!(open.iter().all(|popup| popup.state == CallState::Ringing), "{open:?}");
    send_event(&app, "hangup", "l1", json!({ "cause": "noAnswer" })).await;
    assert!(!popup(&app.executor).await.followed);
    assert_eq!(log(&app.executor, "").await[1].result, Some(CallResult::Missed));
}

async fn a_withheld_number_may_be_told_later(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    for (from, number, withheld) in [("anonymous", None, true), (ANA, Some("(11) 98765-4321"), false)] {
        send_event(&app, "newCall", "n1", json!({ "from": from })).await;
        let open = popup(&app.executor).await;
        assert_eq!((open.number.as_deref(), open.number_withheld), (number, withheld));
    }
    // What was dialled is not told, rather than withheld.
    send_event(&app, "newCall", "n2", json!({ "direction": "out", "from": "200", "to": "" })).await;
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
    send_event(&app, "newCall", "i1", json!({ "from": "4430251180", "queue": "300" })).await;
    let open = popup(&app.executor).await;
    assert_eq!((open.request.unwrap().row.number, open.matched_by), (number, Some(MatchedBy::TaxId)));
}
