//! What the services answer: how many requests are in progress, which, and the facts of one.

use super::histories::suspend;
use super::{COUNT, CPF, FACTS, LIST, assert_json, text};
use chrono::TimeDelta;
use contract::Situation;
use contract::telephony::{RequestCount, RequestFacts, RequestNumbers};
use serde_json::json;
use tests::pbx::pbx;
use tests::time::local;
use tests::world::People;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    how_many_are_in_progress,
    which_are_in_progress,
    what_a_request_is_about,
    a_cnpj_may_be_several_peoples,
    nine_are_listed_unless_told_otherwise,
];

async fn how_many_are_in_progress(app: TestApp) {
    let pbx = pbx(&app);
    let ask = async |more: &str| text(&pbx.get(format!("{COUNT}?cpf={CPF}{more}")).await);
    assert_eq!(ask("").await, "");
    assert_eq!(ask("&fim=;EOF").await, ";EOF");
    let first = app.open_request(app.world.services.email).await;
    assert_eq!(ask("").await, format!("1?{first}"));
    assert_eq!(ask("&fim=.").await, format!("1?{first}."));
    let second = app.open_request(app.world.services.laptop).await;
    assert_eq!(ask("").await, "2");
    // Suspended ones count when they are asked for; resolved ones never do.
    app.executor.capture(second).await;
    app.executor.suspend(second, app.world.reasons.supplier, app.now() + TimeDelta::days(2)).await;
    assert_eq!(ask("").await, format!("1?{first}"));
    assert_eq!(ask("&incluirSuspensas=S").await, "2");
    assert_eq!(ask("&incluirSuspensas=N").await, format!("1?{first}"));
    app.executor.resolve(first).await;
    assert_eq!(ask("").await, "");
    app.requester.perform(first, "reopen", &json!({ "reason": "Voltou." })).await.done();
    assert_eq!(ask("").await, format!("1?{first}"));
    let count: RequestCount = pbx.get(format!("{COUNT}?cpf={CPF}&formato=json")).await.good();
    assert_eq!(count, RequestCount { count: 1, number: Some(first) });
    // By employee number; nobody's CPF; nobody's number.
    assert_eq!(text(&pbx.get(format!("{COUNT}?matricula={}", People::REQUESTER_NUMBER)).await), format!("1?{first}"));
    assert_eq!(text(&pbx.get(format!("{COUNT}?cpf=11144477735")).await), "");
    assert_eq!(text(&pbx.get(format!("{COUNT}?matricula=RH-9")).await), "");
}

async fn which_are_in_progress(app: TestApp) {
    let pbx = pbx(&app);
    let mut numbers = Vec::new();
    for service in [app.world.services.laptop, app.world.services.email, app.world.services.agreed] {
        numbers.push(app.open_request(service).await);
    }
    // The oldest deadline first; without one comes last.
    let [laptop, email, agreed] = [numbers[0], numbers[1], numbers[2]];
    let ask = async |more: &str| text(&pbx.get(format!("{LIST}?cpf={CPF}{more}")).await);
    assert_eq!(ask("").await, format!("{email}?{laptop}?{agreed}"));
    assert_eq!(ask("&limite=2&fim=;").await, format!("{email}?{laptop};"));
    let list: RequestNumbers = pbx.get(format!("{LIST}?cpf={CPF}&limite=1&formato=json")).await.good();
    assert_eq!(list, RequestNumbers { count: 3, numbers: vec![email] });
    assert_eq!(text(&pbx.get(format!("{LIST}?cpf=11144477735&fim=;")).await), ";");
    for limit in ["0", "101", "x", "-1"] {
        let reply = pbx.get(format!("{LIST}?cpf={CPF}&limite={limit}")).await;
        assert_eq!((reply.status, reply.text().as_str()), (400, "ERRO 400"), "{limit}");
    }
}

async fn what_a_request_is_about(app: TestApp) {
    let pbx = pbx(&app);
    // Monday at ten; eight working hours.
    let number = app.open_request(app.world.services.email).await;
    let ask = async |more: &str| pbx.get(format!("{FACTS}?idSolicitacao={number}{more}")).await;
    let facts: RequestFacts = ask("").await.good();
    assert_eq!((facts.number, facts.situation.code, facts.within_deadline), (number, Situation::InProgress, true));
    assert_eq!(facts.situation.label, "Em andamento");
    let opened = "2026-11-16 10:00?2026-11-16 18:00";
    assert_eq!(text(&ask("&formato=texto").await), format!("{number}?{opened}?Em andamento?S"));
    assert_eq!(text(&ask("&formato=texto&idioma=es&fim=;").await), format!("{number}?{opened}?En curso?S;"));
    assert_eq!(
        text(&ask(&format!("&formato=texto&idioma=en&cpf={CPF}")).await),
        format!("{number}?{opened}?In progress?S")
    );
    app.advance(TimeDelta::hours(9));
    assert_eq!(text(&ask("&formato=texto").await), format!("{number}?{opened}?Em andamento?N"));
    // Without a target there is no deadline.
    let agreed = app.open_request(app.world.services.agreed).await;
    let reply = pbx.get(format!("{FACTS}?idSolicitacao={agreed}&formato=texto")).await;
    assert_eq!(text(&reply), format!("{agreed}?2026-11-16 19:00??Em andamento?S"));
    // The other spelling, encoded or not.
    for path in ["/telefonia/obterDadosSolicita%C3%A7%C3%A3o", "/telefonia/obterDadosSolicitação"] {
        let facts: RequestFacts = pbx.get(format!("{path}?idSolicitacao={number}")).await.good();
        assert_eq!(facts.number, number);
    }
    // Somebody else's is as good as none.
    let strange = ask("&cpf=11222333000181").await.refused(404, "request-not-found");
    let none = pbx.get(format!("{FACTS}?idSolicitacao=999999")).await.refused(404, "request-not-found");
    assert_eq!(strange.title, none.title);
    pbx.get(format!("{FACTS}?idSolicitacao=99999999999999999999999")).await.refused(404, "request-not-found");
    for id in ["", "abc", "1.5", "-1", "1%00"] {
        let reply = pbx.get(format!("{FACTS}?idSolicitacao={id}&formato=texto&fim=;")).await;
        assert_eq!((reply.status, reply.text().as_str()), (400, "ERRO 400;"), "{id:?}");
    }
    app.set_parameter(ids::TELEPHONY_CLAIM, "S");
    ask("").await.refused(400, "argument-missing");
    ask(&format!("&cpf={CPF}")).await.done();
}

async fn a_cnpj_may_be_several_peoples(app: TestApp) {
    let pbx = pbx(&app);
    let cnpj = People::STRANGER_CNPJ;
    let colleague = json!({
        "name": "Célia Ramos", "tax_id": cnpj, "language": "pt-BR", "time_zone": "America/Sao_Paulo", "active": true,
        "roles": ["requester"], "employee_number": "C-7"
    });
    let id = app.administrator.post("/people", &colleague).await.json()["id"].as_i64().unwrap();
    let own = app.stranger.open(&app.draft(app.world.services.email)).await.row.number;
    assert_eq!(text(&pbx.get(format!("{COUNT}?cpf={cnpj}")).await), format!("1?{own}"));
    let draft = contract::requests::NewRequest { requester_id: Some(id), ..app.draft(app.world.services.email) };
    let theirs = app.executor.open(&draft).await.row.number;
    assert_eq!(text(&pbx.get(format!("{COUNT}?cpf={cnpj}")).await), "2");
    for number in [own, theirs] {
        pbx.get(format!("{FACTS}?idSolicitacao={number}&cpf={cnpj}")).await.done();
    }
    // Each has a number of their own.
    assert_eq!(text(&pbx.get(format!("{COUNT}?matricula=C-7")).await), format!("1?{theirs}"));
}

/// Numbers as `listarSolicitacoes` returns them.
fn joined(numbers: &[i64]) -> String {
    numbers.iter().map(i64::to_string).collect::<Vec<_>>().join("?")
}

async fn nine_are_listed_unless_told_otherwise(app: TestApp) {
    app.set_time(local("2026-11-16 09:00"));
    let pbx = pbx(&app);
    let services = &app.world.services;
    // Without a deadline; twenty working hours, eight; two hours.
    let mut opened = Vec::new();
    for (service, times) in [(services.agreed, 1), (services.laptop, 3), (services.email, 3), (services.outage, 3)] {
        for _ in 0..times {
            opened.push(app.open_request(service).await);
        }
    }
    let all = [&opened[7..], &opened[4..7], &opened[1..4], &opened[..1]].concat();
    let ask = async |more: &str| text(&pbx.get(format!("{LIST}?cpf={CPF}&fim=_fim{more}")).await);
    for (more, listed) in
        [("", &all[..9]), ("&limite=2", &all[..2]), ("&limite=10", &all[..]), ("&limite=1", &all[..1])]
    {
        assert_eq!(ask(more).await, format!("{}_fim", joined(listed)), "{more}");
    }
    let json = format!(r#"{{"count":10,"numbers":{}}}"#, json!(&all[..9]));
    assert_json(&pbx, LIST, &[("cpf", CPF), ("formato", "json")], &json).await;
    // While it is suspended it has no deadline: it comes last, by when it was opened.
    suspend(&app, all[0]).await;
    let running = &all[1..];
    let with = [running, &all[..1]].concat();
    for (more, listed) in [
        ("", running),
        ("&incluirSuspensas=N", running),
        ("&incluirSuspensas=S", &with[..9]),
        ("&incluirSuspensas=S&limite=2", &with[..2]),
        ("&incluirSuspensas=s&limite=10", &with[..]),
    ] {
        assert_eq!(ask(more).await, format!("{}_fim", joined(listed)), "{more}");
    }
}
