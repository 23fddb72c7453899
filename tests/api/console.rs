//! The telephony console: what the web services answered, and the simulator.

use crate::calls::{log, popup, popups};
use chrono::TimeDelta;
use contract::calls::MatchedBy;
use contract::console::{
    Console, MonitorPhase, MonitorView, ServiceCall, SimulationResult, SimulationStepKind as Kind,
};
use serde_json::{Value, json};
use solicita::db::{instant, stored};
use solicita::domain::telephony::monitoring::DisconnectReason;
use solicita::models;
use solicita::models::monitor_state::MonitorState;
use tests::pbx::pbx;
use tests::world::People;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    the_last_calls_are_shown_without_tax_ids,
    a_pretend_call_changes_nothing,
    a_pretend_call_may_be_shown,
    what_is_in_the_way_is_said,
    a_pop_up_is_spoken_of_where_there_is_one,
    the_monitor_says_why_it_does_not_watch,
    the_exchange_that_is_watched_is_shown,
    a_refused_connection_is_shown_with_its_reason,
    what_was_written_of_another_exchange_is_not_shown,
];

/// Where the exchange listens.
const EXCHANGE: &str = "pbx.test:5038";

async fn simulate(app: &TestApp, service: &str, arguments: Value) -> SimulationResult {
    let body = json!({ "service": service, "arguments": arguments });
    app.administrator.post("/telephony/simulations", &body).await.good()
}

fn kinds(result: &SimulationResult) -> Vec<Kind> {
    result.steps.iter().map(|step| step.kind).collect()
}

async fn the_last_calls_are_shown_without_tax_ids(app: TestApp) {
    let pbx = pbx(&app);
    for query in ["cpf=529.982.247-25", "cpf=52998224724", "matricula=RH-9", "cpf=529.982.247-25&segredo=52998224725"] {
        pbx.get(format!("/telefonia/obterQtdeSolicitacoes?{query}&fim=.")).await;
    }
    app.anonymous.token("sol_nobodys").get("/telefonia/obterQtdeSolicitacoes?cpf=529.982.247-25").await;
    solicita::jobs::write_service_calls(&app.app).await;
    let reply = app.administrator.get("/telephony/service-calls").await;
    let calls: Vec<ServiceCall> = reply.good();
    assert!(!reply.text().contains("52998224") && !reply.text().contains("529.982.247-2"), "{reply:?}");
    let seen: Vec<_> = calls.iter().map(|call| (call.status, call.answer.as_str(), call.token.is_some())).collect();
    let expected =
        [(401, "ERRO 401", false), (200, ".", true), (200, ".", true), (400, "ERRO 400.", true), (200, ".", true)];
    assert_eq!(seen, expected);
    assert_eq!(calls[4].arguments["cpf"], "***.982.247-**");
    assert_eq!(calls[3].arguments["cpf"], "*".repeat(11));
    let unknown = &calls[1].arguments["*******"];
    assert_eq!(unknown, &"*".repeat(11), "an argument that we do not know may be one, and so may its name");
    assert_eq!((calls[2].arguments["matricula"].as_str(), calls[2].arguments["fim"].as_str()), ("RH-9", "."));
    let console: Console = app.administrator.get("/telephony/console").await.good();
    assert_eq!((console.services.calls, console.services.refused), (5, 2));
    assert!(console.services.p99_microseconds >= console.services.median_microseconds);
    assert!(console.services.median_microseconds > 0);
}

async fn a_pretend_call_changes_nothing(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    let page = app.executor.listen(None).await;
    let arguments = json!({
        "cpf": People::REQUESTER_CPF, "ramal": "200", "idSolicitacao": number.to_string(),
        "numeroOrigem": "11987654321", "formato": "texto", "fim": ".fim",
    });
    let result = simulate(&app, "visualizarSolicitacao", arguments).await;
    assert_eq!((result.status, result.answer.as_deref()), (Some(200), Some("S.fim")));
    assert_eq!(kinds(&result), [Kind::Good, Kind::Good, Kind::Good, Kind::Good, Kind::Note]);
    assert!(result.steps[0].text.contains(app.world.people.requester.name), "{result:?}");
    assert!(result.steps[1].text.contains(app.world.people.executor.name), "{result:?}");
    assert_eq!(result.by_number[0].person.id, app.world.people.requester.id);
    assert_eq!(result.by_number_matched, Some(MatchedBy::Telephone));
    drop(page);
    assert_eq!(popups(&app.executor).await, []);
    assert_eq!(log(&app.administrator, "").await, []);
    // The other services, as they answer.
    let count = simulate(&app, "obterQtdeSolicitacoes", json!({ "cpf": People::REQUESTER_CPF })).await;
    assert_eq!(count.answer, Some(format!("1?{number}")));
    let call = simulate(&app, "chamada", json!({ "ramal": "200", "numeroOrigem": "11987654321" })).await;
    assert_eq!((call.status, call.answer.as_deref()), (None, None));
    assert_eq!(kinds(&call).last(), Some(&Kind::Good));
    assert_eq!(log(&app.administrator, "").await, []);
}

async fn a_pretend_call_may_be_shown(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let body = json!({ "service": "chamada", "show": true, "arguments": { "ramal": "200", "numeroOrigem": "11987654321", "fila": "300" } });
    app.administrator.post("/telephony/simulations", &body).await.done();
    let open = popup(&app.executor).await;
    assert_eq!((open.matched_by, open.queue.as_deref()), (Some(MatchedBy::Telephone), Some("300")));
    app.executor.post(format!("/calls/{}/end", open.call_id), &json!({})).await.done();
}

async fn what_is_in_the_way_is_said(app: TestApp) {
    let with = async |service: &str, arguments: Value| simulate(&app, service, arguments).await;
    let off =
        with("novaSolicitacao", json!({ "cpf": People::REQUESTER_CPF, "ramal": "200", "formato": "texto" })).await;
    assert_eq!((off.answer.as_deref(), kinds(&off)), (Some("ERRO 403"), vec![Kind::Problem]));
    pbx(&app);
    let nobody =
        with("novaSolicitacao", json!({ "cpf": People::REQUESTER_CPF, "ramal": "200", "formato": "texto" })).await;
    assert_eq!((nobody.answer.as_deref(), kinds(&nobody)), (Some("ERRO 404"), vec![Kind::Good, Kind::Problem]));
    app.executor.answer_at("200").await;
    let away = with("novaSolicitacao", json!({ "cpf": "11144477735", "ramal": "200", "formato": "texto" })).await;
    assert_eq!((away.answer.as_deref(), kinds(&away)), (Some("N"), vec![Kind::Note, Kind::Problem]));
    let wrong = with("obterQtdeSolicitacoes", json!({ "cpf": "123" })).await;
    assert_eq!((wrong.answer.as_deref(), kinds(&wrong)), (Some("ERRO 400"), vec![Kind::Problem]));
    let theirs = app.stranger.open(&app.draft(app.world.services.email)).await.row.number;
    let arguments = json!({ "cpf": People::REQUESTER_CPF, "ramal": "200", "idSolicitacao": theirs.to_string(), "formato": "texto" });
    let theirs = with("visualizarSolicitacao", arguments).await;
    assert_eq!((theirs.answer.as_deref(), kinds(&theirs).last()), (Some("ERRO 404"), Some(&Kind::Problem)));
    let unknown = json!({ "service": "outro" });
    app.administrator.post("/telephony/simulations", &unknown).await.invalid(&[("service", "unknown")]);
}

async fn a_pop_up_is_spoken_of_where_there_is_one(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let number = app.stranger.open(&app.draft(app.world.services.email)).await.row.number.to_string();
    let arguments = json!({ "cpf": "11144477735", "ramal": "200", "idSolicitacao": number });
    for (service, pop_up) in [
        ("novaSolicitacao", true),
        ("visualizarSolicitacao", false),
        ("obterQtdeSolicitacoes", false),
        ("listarSolicitacoes", false),
        ("obterDadosSolicitacao", false),
    ] {
        let told = simulate(&app, service, arguments.clone()).await;
        assert_eq!(told.steps[0].text.contains("pop-up"), pop_up, "{service}: {told:?}");
    }
}

async fn the_monitor_says_why_it_does_not_watch(app: TestApp) {
    let monitor = async || app.administrator.get("/telephony/console").await.good::<Console>().monitor;
    assert_eq!(monitor().await.phase, MonitorPhase::Off);
    app.set_parameter(ids::TELEPHONY, "S");
    app.set_parameter(ids::WATCH_ASTERISK, "S");
    let incomplete = monitor().await;
    assert_eq!((incomplete.phase, incomplete.reason.as_deref()), (MonitorPhase::Waiting, Some("incomplete")));
    assert!(incomplete.explanation.unwrap().contains(&ids::ASTERISK_ADDRESS.to_string()));
    let text = app.executor.get("/me/extension").await.json();
    assert_eq!(text["exchange_connected"], false);
    app.administrator.post("/telephony/reconnect", &json!({})).await.done();
    let audit: Value = app.administrator.get("/audit").await.good();
    assert_eq!(audit["items"][0]["action"], "exchange-reconnected");
}

/// The node that watches, while this one stands by.
const WATCHER: &str = "node-a1b2c3";

/// The parameters ask for watching an exchange; another node than ours does.
fn wanted(app: &TestApp) {
    app.write(|tx| {
        let now = tx.db_now();
        assert!(models::leases::take(tx.conn, models::leases::ASTERISK, WATCHER, now, now + TimeDelta::hours(1))?);
        Ok(())
    });
    for (parameter, value) in [
        (ids::TELEPHONY, "S"),
        (ids::WATCH_ASTERISK, "S"),
        (ids::ASTERISK_ADDRESS, EXCHANGE),
        (ids::ASTERISK_USER, "solicita"),
        (ids::ASTERISK_SECRET, "s3cret"),
    ] {
        app.set_parameter(parameter, value);
    }
}

/// A state as the node writes it that watches.
fn state(app: &TestApp, phase: MonitorPhase) -> MonitorState {
    let now = stored(app.now());
    MonitorState {
        holder: WATCHER.to_owned(),
        phase: phase.as_str().to_owned(),
        reason: String::new(),
        since: now,
        next_try_at: None,
        address: EXCHANGE.to_owned(),
        last_event_at: None,
        missing_rights: String::new(),
        calls: 0,
        undelivered: 0,
    }
}

/// The node that watches writes how it goes.
fn write(app: &TestApp, state: &MonitorState) {
    app.write(|tx| Ok(models::monitor_state::save(tx.conn, state.clone())?));
}

async fn shown(app: &TestApp) -> MonitorView {
    app.administrator.get("/telephony/console").await.good::<Console>().monitor
}

async fn the_exchange_that_is_watched_is_shown(app: TestApp) {
    wanted(&app);
    let (since, heard) = (stored(app.now()), stored(app.now() + TimeDelta::seconds(7)));
    app.advance(TimeDelta::seconds(10));
    let connected =
        MonitorState { since, last_event_at: Some(heard), calls: 3, ..state(&app, MonitorPhase::Connected) };
    write(&app, &connected);
    let expected = MonitorView {
        phase: MonitorPhase::Connected,
        reason: None,
        explanation: None,
        since: Some(instant(since)),
        next_try_at: None,
        address: EXCHANGE.to_owned(),
        last_event_at: Some(instant(heard)),
        missing_rights: Vec::new(),
        calls: 3,
    };
    assert_eq!(shown(&app).await, expected);
    assert_eq!(app.executor.get("/me/extension").await.json()["exchange_connected"], true);
    // What the account may not do is said with the word that its settings have for it.
    write(&app, &MonitorState { missing_rights: "agent,call,reporting".to_owned(), ..connected });
    let missing = shown(&app).await.missing_rights;
    assert_eq!(missing.len(), 3);
    for (sentence, right) in missing.iter().zip(["agent", "call", "reporting"]) {
        assert!(sentence.contains(right) && sentence.contains(' '), "{right}: {sentence}");
    }
}

async fn a_refused_connection_is_shown_with_its_reason(app: TestApp) {
    wanted(&app);
    let next = stored(app.now() + TimeDelta::seconds(60));
    for reason in DisconnectReason::ALL {
        let waiting = MonitorState {
            reason: reason.code().to_owned(),
            next_try_at: Some(next),
            ..state(&app, MonitorPhase::Waiting)
        };
        write(&app, &waiting);
        let monitor = shown(&app).await;
        assert_eq!((monitor.phase, monitor.reason.as_deref()), (MonitorPhase::Waiting, Some(reason.code())));
        assert_eq!((monitor.next_try_at, monitor.address.as_str()), (Some(instant(next)), EXCHANGE));
        assert!(monitor.explanation.unwrap().contains(' '), "{reason:?}");
    }
    for (reason, parameter) in
        [(DisconnectReason::Refused, ids::ASTERISK_ADDRESS), (DisconnectReason::WrongSecret, ids::ASTERISK_SECRET)]
    {
        write(&app, &MonitorState { reason: reason.code().to_owned(), ..state(&app, MonitorPhase::Waiting) });
        assert!(shown(&app).await.explanation.unwrap().contains(&parameter.to_string()), "{reason:?}");
    }
    assert_eq!(app.executor.get("/me/extension").await.json()["exchange_connected"], false);
    let reply = app.administrator.get("/telephony/console").await;
    assert!(!reply.text().contains("s3cret"), "{reply:?}");
}

async fn what_was_written_of_another_exchange_is_not_shown(app: TestApp) {
    wanted(&app);
    let of_nobody = async || {
        let monitor = shown(&app).await;
        assert_eq!((monitor.phase, monitor.reason.as_deref()), (MonitorPhase::Waiting, Some("no-node")));
        assert_eq!((monitor.since, monitor.last_event_at, monitor.calls), (None, None, 0));
    };
    of_nobody().await;
    write(&app, &state(&app, MonitorPhase::Connected));
    assert_eq!(shown(&app).await.phase, MonitorPhase::Connected);
    // Of another exchange than the parameters name now.
    app.set_parameter(ids::ASTERISK_ADDRESS, "other.test:5038");
    of_nobody().await;
    app.set_parameter(ids::ASTERISK_ADDRESS, EXCHANGE);
    assert_eq!(shown(&app).await.phase, MonitorPhase::Connected);
}
