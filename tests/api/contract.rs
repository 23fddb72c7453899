//! The contract of the five services: however they are asked, each answers byte for byte
//! the same; what is spoken is compared by the sentence.

use crate::telephony::{COUNT, CPF, FACTS, LIST, NEW, VIEW, text};
use chrono::{DateTime, SecondsFormat, Utc};
use contract::requests::Cancel;
use contract::telephony::Raised;
use reqwest::Method;
use serde_json::{Value, json};
use tests::http::percent_encoded;
use tests::pbx::pbx;
use tests::personas::Persona;
use tests::time::{hours, local};
use tests::world::People;
use tests::{Reply, TestApp, on_both_databases};

on_both_databases![
    every_service_is_asked_in_every_way,
    json_is_the_same_to_the_byte,
    json_of_a_pop_up_is_the_same_to_the_byte,
    an_employee_number_is_as_good_as_a_cpf,
    texts_tell_what_became_of_a_request,
    nine_are_listed_unless_told_otherwise,
    a_request_that_there_is_not_is_an_error_of_eight_bytes,
    counts_and_lists_are_said,
    deadlines_ahead_are_said,
    what_became_of_a_request_is_said,
];

const ACCENTED: &str = "/telefonia/obterDadosSolicita%C3%A7%C3%A3o";
const LANGUAGES: [&str; 3] = ["pt-BR", "es", "en"];
const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";

/// The telephone system, and somebody at extension 200 who has no page open.
async fn system(app: &TestApp) -> Persona {
    let system = pbx(app);
    app.executor.answer_at("200").await;
    system
}

fn form(arguments: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        arguments.iter().map(|(name, value)| format!("{name}={}", percent_encoded(value))).collect();
    pairs.join("&")
}

fn object(arguments: &[(&str, &str)]) -> String {
    Value::Object(arguments.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect()).to_string()
}

/// The answer to the same arguments by GET, and by POST in each way.
async fn asked(pbx: &Persona, path: &str, arguments: &[(&str, &str)]) -> Vec<Reply> {
    let (form, object) = (form(arguments), object(arguments));
    let mut replies = vec![pbx.get(format!("{path}?{form}")).await];
    // Asterisk calls every body a form.
    for (media_type, body) in [(FORM, &form), (JSON, &object), (FORM, &object)] {
        replies.push(pbx.request(Method::POST, path).bytes(media_type, body.clone()).send().await);
    }
    replies
}

async fn every_service_is_asked_in_every_way(app: TestApp) {
    app.set_time(local("2026-11-16 09:00"));
    let pbx = system(&app).await;
    let number = app.open_request(app.world.services.email).await;
    let id = number.to_string();
    let facts = format!("{number}?2026-11-16 09:00?2026-11-16 17:00?Em andamento?S");
    let manner = [("formato", "texto"), ("fim", "_fim")];
    let call = [("ramal", "200"), ("numeroOrigem", "+5511987654321"), ("idChamada", "1795311109.2")];
    for (path, own, expected) in [
        (COUNT, vec![("cpf", CPF)], format!("1?{number}")),
        (LIST, vec![("cpf", CPF)], id.clone()),
        (FACTS, vec![("idSolicitacao", id.as_str())], facts.clone()),
        (FACTS, vec![("idSolicitacao", id.as_str()), ("cpf", CPF)], facts.clone()),
        (ACCENTED, vec![("idSolicitacao", id.as_str()), ("cpf", "52998224725")], facts),
        (NEW, [vec![("cpf", CPF)], call.to_vec()].concat(), "N".to_owned()),
        (VIEW, [vec![("cpf", CPF), ("idSolicitacao", id.as_str())], call.to_vec()].concat(), "N".to_owned()),
    ] {
        for reply in asked(&pbx, path, &[own, manner.to_vec()].concat()).await {
            assert_eq!(text(&reply), format!("{expected}_fim"), "{reply:?}");
        }
    }
    assert_eq!(crate::calls::log(&app.executor, "").await.len(), 1, "said eight times, it is one call");
}

/// Whatever way it is asked in, the answer is this JSON.
async fn is_json(pbx: &Persona, path: &str, arguments: &[(&str, &str)], expected: &str) {
    for (ending, marker) in [("", vec![]), ("_fim", vec![("fim", "_fim")])] {
        for reply in asked(pbx, path, &[arguments.to_vec(), marker].concat()).await {
            assert_eq!(reply.done().text(), format!("{expected}{ending}"), "{reply:?}");
            assert_eq!(reply.header("content-type"), Some(JSON), "{reply:?}");
        }
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

async fn json_is_the_same_to_the_byte(app: TestApp) {
    let pbx = pbx(&app);
    let of_ana = [("cpf", CPF), ("formato", "json")];
    is_json(&pbx, COUNT, &of_ana, r#"{"count":0,"number":null}"#).await;
    is_json(&pbx, LIST, &of_ana, r#"{"count":0,"numbers":[]}"#).await;
    let first = app.requester.open(&app.draft(app.world.services.email)).await.row;
    let (number, opened) = (first.number, instant(first.opened_at));
    is_json(&pbx, COUNT, &of_ana, &format!(r#"{{"count":1,"number":{number}}}"#)).await;
    is_json(&pbx, LIST, &of_ana, &format!(r#"{{"count":1,"numbers":[{number}]}}"#)).await;
    let deadline = instant(first.sla.deadline_at.unwrap());
    let facts = format!(
        r#"{{"number":{number},"opened_at":"{opened}","deadline_at":"{deadline}","situation":{{"code":"in_progress","label":"En curso"}},"within_deadline":true}}"#
    );
    is_json(&pbx, FACTS, &[("idSolicitacao", number.to_string().as_str()), ("idioma", "es")], &facts).await;
    let agreed = app.requester.open(&app.draft(app.world.services.agreed)).await.row;
    let (other, opened) = (agreed.number, instant(agreed.opened_at));
    is_json(&pbx, COUNT, &of_ana, r#"{"count":2,"number":null}"#).await;
    let only = [of_ana.to_vec(), vec![("limite", "1")]].concat();
    is_json(&pbx, LIST, &only, &format!(r#"{{"count":2,"numbers":[{number}]}}"#)).await;
    let facts = format!(
        r#"{{"number":{other},"opened_at":"{opened}","deadline_at":null,"situation":{{"code":"in_progress","label":"Em andamento"}},"within_deadline":true}}"#
    );
    is_json(&pbx, ACCENTED, &[("idSolicitacao", other.to_string().as_str()), ("cpf", CPF)], &facts).await;
}

async fn json_of_a_pop_up_is_the_same_to_the_byte(app: TestApp) {
    let pbx = system(&app).await;
    let id = app.open_request(app.world.services.email).await.to_string();
    let ana = format!(r#"{{"id":{},"name":"Ana Souza"}}"#, app.world.people.requester.id);
    for (call, path, own, requester) in [
        ("7.1", NEW, vec![("cpf", CPF)], ana.as_str()),
        ("7.2", NEW, vec![("cpf", "111.444.777-35")], "null"),
        ("7.3", VIEW, vec![("cpf", CPF), ("idSolicitacao", id.as_str())], ana.as_str()),
    ] {
        let arguments = [own, vec![("ramal", "200"), ("idChamada", call)]].concat();
        let raised: Raised = pbx.get(format!("{path}?{}", form(&arguments))).await.good();
        let expected = format!(r#"{{"delivered":false,"requester":{requester},"call_id":{}}}"#, raised.call_id);
        is_json(&pbx, path, &arguments, &expected).await;
    }
}

async fn an_employee_number_is_as_good_as_a_cpf(app: TestApp) {
    let pbx = system(&app).await;
    let number = app.open_request(app.world.services.email).await;
    let view = format!("{VIEW}?idSolicitacao={number}&ramal=200&formato=texto");
    let facts = format!("{FACTS}?idSolicitacao={number}&formato=voz");
    let heard = text(&pbx.get(format!("{facts}&cpf={CPF}")).await);
    let only = format!("1?{number}");
    let id = number.to_string();
    for (path, hers, nobodys) in [
        (format!("{COUNT}?formato=texto"), only.as_str(), ""),
        (format!("{LIST}?formato=texto"), id.as_str(), ""),
        (facts, heard.as_str(), "ERRO 404"),
        (format!("{NEW}?ramal=200&formato=texto"), "N", "N"),
        (view, "N", "ERRO 404"),
    ] {
        for (claimed, expected) in [(People::REQUESTER_NUMBER, hers), ("RH-9", nobodys)] {
            let reply = pbx.get(format!("{path}&matricula={claimed}&fim=_fim")).await;
            assert_eq!(reply.text(), format!("{expected}_fim"), "{reply:?}");
        }
    }
    let raised: Raised = pbx.get(format!("{NEW}?ramal=200&matricula={}", People::REQUESTER_NUMBER)).await.good();
    assert_eq!(raised.requester.unwrap().id, app.world.people.requester.id);
}

/// Requests that were opened on Monday at nine, and due at five. It is half past five.
struct Histories {
    running: i64,
    resolved: i64,
    resolved_late: i64,
    closed: i64,
    closed_late: i64,
    cancelled: i64,
    suspended: i64,
    suspended_late: i64,
}

async fn suspend(app: &TestApp, number: i64) {
    app.executor.capture(number).await;
    app.executor.suspend(number, app.world.reasons.supplier, app.now() + hours(72)).await;
}

async fn resolve_and_close(app: &TestApp, number: i64) {
    app.executor.resolve(number).await;
    app.requester.perform_without_body(number, "close").await.done();
}

async fn histories(app: &TestApp) -> Histories {
    app.set_time(local("2026-11-16 09:00"));
    let email = app.world.services.email;
    let these = Histories {
        running: app.open_request(email).await,
        resolved: app.open_request(email).await,
        resolved_late: app.open_request(email).await,
        closed: app.open_request(email).await,
        closed_late: app.open_request(email).await,
        cancelled: app.open_request(email).await,
        suspended: app.open_request(email).await,
        suspended_late: app.open_request(email).await,
    };
    app.executor.resolve(these.resolved).await;
    resolve_and_close(app, these.closed).await;
    app.executor.perform(these.cancelled, "cancel", &Cancel { reason: "Engano.".to_owned() }).await.done();
    suspend(app, these.suspended).await;
    app.set_time(local("2026-11-16 17:30"));
    app.executor.resolve(these.resolved_late).await;
    resolve_and_close(app, these.closed_late).await;
    suspend(app, these.suspended_late).await;
    these
}

async fn texts_tell_what_became_of_a_request(app: TestApp) {
    let pbx = pbx(&app);
    let these = histories(&app).await;
    let due = "2026-11-16 17:00";
    for (number, deadline, labels, within) in [
        (these.running, due, ["Em andamento", "En curso", "In progress"], "N"),
        (these.resolved, due, ["Resolvida", "Resuelta", "Resolved"], "S"),
        (these.resolved_late, due, ["Resolvida", "Resuelta", "Resolved"], "N"),
        (these.closed, due, ["Fechada", "Cerrada", "Closed"], "S"),
        (these.closed_late, due, ["Fechada", "Cerrada", "Closed"], "N"),
        (these.cancelled, "", ["Cancelada", "Cancelada", "Cancelled"], "S"),
        // The clock stands still: there is no deadline, but time was left, or was not.
        (these.suspended, "", ["Suspensa", "Suspendida", "Suspended"], "S"),
        (these.suspended_late, "", ["Suspensa", "Suspendida", "Suspended"], "N"),
    ] {
        for (language, label) in LANGUAGES.iter().zip(labels) {
            let path = format!("{FACTS}?idSolicitacao={number}&cpf={CPF}&formato=texto&idioma={language}&fim=_fim");
            let expected = format!("{number}?2026-11-16 09:00?{deadline}?{label}?{within}_fim");
            assert_eq!(text(&pbx.get(path).await), expected);
        }
    }
}

/// Numbers as `listarSolicitacoes` has them.
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
    is_json(&pbx, LIST, &[("cpf", CPF), ("formato", "json")], &json).await;
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

async fn a_request_that_there_is_not_is_an_error_of_eight_bytes(app: TestApp) {
    let pbx = pbx(&app);
    let theirs = app.stranger.open(&app.draft(app.world.services.email)).await.row.number.to_string();
    for (id, cpf) in [("999999", None), (theirs.as_str(), Some(CPF)), ("99999999999999999999999", Some(CPF))] {
        let claim = cpf.map(|cpf| ("cpf", cpf));
        let arguments: Vec<_> = std::iter::once(("idSolicitacao", id)).chain(claim).collect();
        for (path, format) in [(FACTS, "texto"), (FACTS, "voz"), (ACCENTED, "texto")] {
            let arguments = [arguments.clone(), vec![("formato", format), ("fim", "_fim")]].concat();
            for reply in asked(&pbx, path, &arguments).await {
                assert_eq!((reply.status, reply.text().as_str()), (404, "ERRO 404_fim"), "{reply:?}");
                assert_eq!(reply.header("content-type"), Some("text/plain; charset=utf-8"), "{reply:?}");
            }
        }
    }
}

/// What is said in each language is this sentence, or these.
async fn is_said(pbx: &Persona, path: &str, sentences: [String; 3]) {
    for (language, sentence) in LANGUAGES.iter().zip(sentences) {
        let reply = pbx.get(format!("{path}&formato=voz&idioma={language}&fim=_fim")).await;
        assert_eq!(text(&reply), format!("{sentence}_fim"), "{path} {language}");
    }
}

/// `34534` as `3 4 5 3 4`.
fn spelt(number: i64) -> String {
    number.to_string().chars().map(String::from).collect::<Vec<_>>().join(" ")
}

async fn counts_and_lists_are_said(app: TestApp) {
    let pbx = pbx(&app);
    let (count, list) = (format!("{COUNT}?cpf={CPF}"), format!("{LIST}?cpf={CPF}"));
    for path in [&count, &list] {
        let none = [
            "Você não tem solicitação em andamento.",
            "Usted no tiene solicitudes en curso.",
            "You have no request in progress.",
        ];
        is_said(&pbx, path, none.map(str::to_owned)).await;
    }
    let first = spelt(app.open_request(app.world.services.email).await);
    let one = [
        "Você tem uma solicitação em andamento, número",
        "Usted tiene una solicitud en curso, número",
        "You have one request in progress, number",
    ];
    is_said(&pbx, &count, one.map(|words| format!("{words} {first}."))).await;
    let one = ["A sua solicitação em andamento é a", "Su solicitud en curso es la", "Your request in progress is"];
    is_said(&pbx, &list, one.map(|words| format!("{words} {first}."))).await;
    let second = spelt(app.open_request(app.world.services.laptop).await);
    let two = [
        "Você tem 2 solicitações em andamento.",
        "Usted tiene 2 solicitudes en curso.",
        "You have 2 requests in progress.",
    ];
    is_said(&pbx, &count, two.map(str::to_owned)).await;
    let two =
        ["As suas solicitações em andamento são:", "Sus solicitudes en curso son:", "Your requests in progress are:"];
    is_said(&pbx, &list, two.map(|words| format!("{words} {first}; {second}."))).await;
}

/// What is said of a request that was opened on Monday at nine.
fn told(number: i64, situation: [&str; 3], ending: [&str; 3]) -> [String; 3] {
    let (number, [pt, es, en], [end_pt, end_es, end_en]) = (spelt(number), situation, ending);
    [
        format!("A solicitação {number} está {pt} e foi aberta em 16 de novembro de 2026, às 9 horas.{end_pt}"),
        format!("La solicitud {number} está {es} y se abrió el 16 de noviembre de 2026, a las 9 horas.{end_es}"),
        format!("Request {number} is {en}. It was opened on 16 November 2026, at 9 hours.{end_en}"),
    ]
}

const IN_PROGRESS: [&str; 3] = ["em andamento", "en curso", "in progress"];

async fn deadlines_ahead_are_said(app: TestApp) {
    let pbx = pbx(&app);
    app.set_time(local("2026-11-16 09:00"));
    let due = app.open_request(app.world.services.email).await;
    let agreed = app.open_request(app.world.services.agreed).await;
    let ahead = [
        " O prazo vai até 16 de novembro de 2026, às 17 horas.",
        " El plazo va hasta el 16 de noviembre de 2026, a las 17 horas.",
        " It is due on 16 November 2026, at 17 hours.",
    ];
    for (number, ending) in [(due, ahead), (agreed, [""; 3])] {
        is_said(&pbx, &format!("{FACTS}?idSolicitacao={number}"), told(number, IN_PROGRESS, ending)).await;
    }
}

async fn what_became_of_a_request_is_said(app: TestApp) {
    let pbx = pbx(&app);
    let these = histories(&app).await;
    let passed = [
        " O prazo terminou em 16 de novembro de 2026, às 17 horas.",
        " El plazo terminó el 16 de noviembre de 2026, a las 17 horas.",
        " Its deadline passed on 16 November 2026, at 17 hours.",
    ];
    let met = [" Terminou dentro do prazo.", " Terminó dentro del plazo.", " It ended within its deadline."];
    let missed = [" Terminou fora do prazo.", " Terminó fuera del plazo.", " It ended after its deadline."];
    let late = [" O prazo já passou.", " El plazo ya pasó.", " Its deadline has passed."];
    let (resolved, closed) = (["resolvida", "resuelta", "resolved"], ["fechada", "cerrada", "closed"]);
    let (cancelled, suspended) = (["cancelada", "cancelada", "cancelled"], ["suspensa", "suspendida", "suspended"]);
    for (number, situation, ending) in [
        (these.running, IN_PROGRESS, passed),
        (these.resolved, resolved, met),
        (these.resolved_late, resolved, missed),
        (these.closed, closed, met),
        (these.closed_late, closed, missed),
        (these.cancelled, cancelled, [""; 3]),
        (these.suspended, suspended, [""; 3]),
        (these.suspended_late, suspended, late),
    ] {
        is_said(&pbx, &format!("{FACTS}?idSolicitacao={number}"), told(number, situation, ending)).await;
    }
}
