//! Further courses of calls that a telephone system tells of by events.

use crate::calls::{log, popup, popups};
use crate::cti::{missed, tell};
use chrono::TimeDelta;
use contract::calls::{CallBack, CallResult, CallState};
use serde_json::json;
use tests::pbx::pbx;
use tests::{TestApp, on_both_databases};

on_both_databases![
    a_busy_telephone_is_in_the_log,
    somebody_is_called_by_name_if_nobody_else_bears_it,
    what_ended_is_not_missed_twice,
    a_call_back_is_no_request,
];

async fn a_busy_telephone_is_in_the_log(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    tell(&app, "newCall", "w1", json!({})).await;
    assert_eq!(popup(&app.executor).await.state, CallState::Ringing);
    app.advance(TimeDelta::seconds(8));
    tell(&app, "hangup", "w1", json!({ "cause": "busy" })).await;
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
    tell(&app, "newCall", "x1", called.clone()).await;
    assert_eq!(popup(&app.executor).await.extension, "200");
    tell(&app, "hangup", "x1", called.clone()).await;
    let namesake = app.world.people.second.id;
    app.write(|tx| {
        use diesel::prelude::*;
        use solicita::db::schema::people as table;
        diesel::update(table::table.find(namesake)).set(table::name.eq(name)).execute(tx.conn)?;
        Ok(())
    });
    app.second.answer_at("201").await;
    tell(&app, "newCall", "x2", called).await;
    assert_eq!((popups(&app.executor).await, popups(&app.second).await), (vec![], vec![]), "never a guess");
    let row = log(&app.administrator, "everybody=true").await.remove(0);
    assert_eq!((row.state, row.extension, row.attendant), (CallState::Ringing, None, None));
    // By what only one of them has it rings.
    tell(&app, "newCall", "x2", json!({ "to": "1130001000", "user": app.world.people.second.email })).await;
    assert_eq!((popups(&app.executor).await, popup(&app.second).await.extension.as_str()), (vec![], "201"));
}

async fn what_ended_is_not_missed_twice(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let back = missed(&app, "y1", &app.executor).await;
    app.advance(TimeDelta::minutes(1));
    for (event, cause) in
        [("hangup", "noAnswer"), ("hangup", "busy"), ("newCall", ""), ("answer", ""), ("hangup", "cancel")]
    {
        tell(&app, event, "y1", json!({ "cause": cause })).await;
        assert_eq!(popups(&app.executor).await, [], "{event} {cause}");
        assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>(), back, "{event} {cause}");
        let rows = log(&app.executor, "").await;
        assert_eq!((rows.len(), rows[0].result, rows[0].seconds), (1, Some(CallResult::Missed), Some(20)));
    }
    // The end of a call that nobody knew of is all that is known of it.
    tell(&app, "hangup", "y2", json!({ "cause": "noAnswer" })).await;
    let back: Vec<CallBack> = app.executor.get("/call-backs").await.good();
    assert_eq!((back.len(), back[0].calls), (1, 2));
    tell(&app, "newCall", "y2", json!({})).await;
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
    assert_eq!(missed(&app, "z1", &app.executor).await.len(), 1);
    for service in ["obterQtdeSolicitacoes", "listarSolicitacoes"] {
        assert_eq!(ask(service).await, ";", "{service}");
    }
    let number = app.open_request(app.world.services.email).await;
    assert_eq!(ask("obterQtdeSolicitacoes").await, format!("1?{number};"));
    assert_eq!(ask("listarSolicitacoes").await, format!("{number};"));
}
