//! `/telefonia`: what a PBX or an IVR is answered, byte for byte.

use chrono::TimeDelta;
use contract::telephony::{RequestCount, RequestFacts, RequestNumbers};
use contract::{Language, Situation};
use reqwest::Method;
use serde_json::json;
use tests::http::Reply;
use tests::http::percent_encoded;
use tests::pbx::{TOKEN, pbx};
use tests::personas::Persona;
use tests::world::People;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    how_many_are_in_progress,
    which_are_in_progress,
    what_a_request_is_about,
    every_way_of_asking_is_understood,
    every_way_of_authenticating_works,
    every_service_takes_basic_and_a_line_said_twice,
    refusals_are_told_in_the_manner_asked_for,
    parameter_281_switches_it_off,
    what_is_said_is_good_portuguese_spanish_and_english,
    a_cnpj_may_be_several_peoples,
    what_telephone_systems_say_reaches_no_log,
];

pub const NEW: &str = "/telefonia/novaSolicitacao";
pub const VIEW: &str = "/telefonia/visualizarSolicitacao";
pub const COUNT: &str = "/telefonia/obterQtdeSolicitacoes";
pub const LIST: &str = "/telefonia/listarSolicitacoes";
pub const FACTS: &str = "/telefonia/obterDadosSolicitacao";
pub const CPF: &str = "529.982.247-25";

/// A text, and nothing around it.
pub fn text(reply: &Reply) -> String {
    assert_eq!(reply.header("content-type"), Some("text/plain; charset=utf-8"), "{reply:?}");
    reply.done().text()
}

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

async fn every_way_of_asking_is_understood(app: TestApp) {
    let pbx = pbx(&app);
    let number = app.open_request(app.world.services.email).await;
    let expected = format!("1?{number};");
    let form = "application/x-www-form-urlencoded";
    for (media_type, body) in [
        (form, format!("cpf={CPF}&fim=%3B")),
        (form, "cpf=52998224725&fim=;&numeroOrigem=".to_owned()),
        ("application/json", json!({ "cpf": CPF, "fim": ";" }).to_string()),
        ("application/json; charset=utf-8", json!({ "cpf": 52_998_224_725_i64, "fim": ";" }).to_string()),
        // Asterisk calls every body a form.
        (form, json!({ "cpf": CPF, "fim": ";" }).to_string()),
    ] {
        let reply = pbx.request(Method::POST, COUNT).bytes(media_type, body.clone()).send().await;
        assert_eq!(text(&reply), expected, "{media_type}: {body}");
    }
    // Half in the query, half in the body; nothing in the body.
    let reply = pbx.request(Method::POST, format!("{COUNT}?fim=;")).bytes(form, format!("cpf={CPF}")).send().await;
    assert_eq!(text(&reply), expected);
    let reply = pbx.request(Method::POST, format!("{COUNT}?fim=;&cpf={}", percent_encoded(CPF))).send().await;
    assert_eq!(text(&reply), expected);
    for (media_type, body, status) in [
        ("text/xml", "<cpf/>".to_owned(), 415),
        ("application/json", "{".to_owned(), 400),
        ("application/json", "[1]".to_owned(), 400),
        ("application/json", json!({ "cpf": [CPF] }).to_string(), 400),
        (form, format!("cpf={CPF}&cpf={CPF}"), 400),
        (form, format!("cpf={}", "1".repeat(20_000)), 413),
    ] {
        let reply = pbx.request(Method::POST, format!("{COUNT}?fim=;")).bytes(media_type, body.clone()).send().await;
        let told = format!("ERRO {status};");
        assert_eq!((reply.status, reply.text()), (status, told), "{media_type}: {}", &body[..body.len().min(40)]);
    }
    // Neither GET nor POST: told as the services tell it.
    for service in [
        "novaSolicitacao",
        "visualizarSolicitacao",
        "obterQtdeSolicitacoes",
        "listarSolicitacoes",
        "obterDadosSolicitacao",
        "obterDadosSolicita%C3%A7%C3%A3o",
    ] {
        let asked = format!("/telefonia/{service}?cpf={CPF}&formato=texto&fim=_f");
        let reply = pbx.request(Method::PUT, &asked).send().await;
        assert_eq!((reply.status, reply.text()), (405, "ERRO 405_f".to_owned()), "{service}");
        assert_eq!(reply.header("allow"), Some("GET, POST"), "{service}");
    }
    let reply = pbx.get("/telefonia/obterTudo?formato=texto&fim=_f").await;
    assert_eq!((reply.status, reply.text()), (404, "ERRO 404_f".to_owned()));
    pbx.get("/telefonia/obterTudo").await.refused(404, "not-found");
}

/// base64 of `pbx:sol_token-of-the-pbx`
const BASIC: &str = "Basic cGJ4OnNvbF90b2tlbi1vZi10aGUtcGJ4";

async fn every_way_of_authenticating_works(app: TestApp) {
    let pbx = pbx(&app);
    let ask = |person: &Persona| person.request(Method::GET, format!("{COUNT}?cpf={CPF}&fim=;"));
    let with = |line: &str| ask(&app.anonymous).header("authorization", line);
    let bearer = format!("Bearer {TOKEN}");
    for line in [bearer.as_str(), BASIC, "basic cGJ4OnNvbF90b2tlbi1vZi10aGUtcGJ4"] {
        assert_eq!(text(&with(line).send().await), ";", "{line}");
        // A dialplan that sets the header twice sends it twice.
        assert_eq!(text(&with(line).header("authorization", line).send().await), ";", "{line}");
    }
    for line in ["Bearer sol_nonsense", "Basic cGJ4", "Basic !", "Digest x", "Bearer"] {
        let reply = with(line).send().await;
        assert_eq!((reply.status, reply.text().as_str()), (401, "ERRO 401;"), "{line}");
    }
    let two = with(&bearer).header("authorization", "Bearer sol_nonsense").send().await;
    assert_eq!(two.status, 401);
    let nobody = ask(&app.anonymous).send().await;
    assert_eq!((nobody.status, nobody.text().as_str()), (401, "ERRO 401;"));
    // A session is for people, and other tokens are for other things.
    assert_eq!(ask(&app.administrator).send().await.status, 401);
    let other = ask(&app.integrator).send().await;
    assert_eq!((other.status, other.text().as_str()), (403, "ERRO 403;"));
    // Nor is this one for anything else.
    pbx.get("/requests").await.refused(403, "scope");
}

async fn every_service_takes_basic_and_a_line_said_twice(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    let other = format!("Bearer {}", app.world.people.integrator.secret);
    let bearer = format!("Bearer {TOKEN}");
    for path in [
        format!("{NEW}?cpf={CPF}&ramal=200"),
        format!("{VIEW}?cpf={CPF}&ramal=200&idSolicitacao={number}"),
        format!("{COUNT}?cpf={CPF}"),
        format!("{LIST}?cpf={CPF}"),
        format!("{FACTS}?idSolicitacao={number}"),
    ] {
        let ask = |line: &str| {
            let call = app.anonymous.request(Method::POST, format!("{path}&formato=texto&fim=_fim"));
            call.header("authorization", line)
        };
        let told = text(&ask(&bearer).send().await);
        assert!(told.ends_with("_fim") && told != "_fim", "{path}: {told}");
        assert_eq!(text(&ask(BASIC).send().await), told, "{path}");
        assert_eq!(text(&ask(BASIC).header("authorization", BASIC).send().await), told, "{path}");
        assert_eq!(text(&ask(&bearer).header("authorization", &bearer).send().await), told, "{path}");
        // Two that differ are none, whatever they are.
        for (first, second) in [(bearer.as_str(), BASIC), (BASIC, other.as_str())] {
            let reply = ask(first).header("authorization", second).send().await;
            assert_eq!((reply.status, reply.text().as_str()), (401, "ERRO 401_fim"), "{path}");
        }
        let reply = ask(&other).send().await;
        assert_eq!((reply.status, reply.text().as_str()), (403, "ERRO 403_fim"), "{path}");
    }
}

async fn refusals_are_told_in_the_manner_asked_for(app: TestApp) {
    let pbx = pbx(&app);
    for (query, usual) in [
        ("", "ERRO 400"),
        ("cpf=", "ERRO 400"),
        ("cpf=12345678900", "ERRO 400"),
        ("cpf=11111111111", "ERRO 400"),
        ("cpf=abc&fim=;EOF", "ERRO 400;EOF"),
        ("cpf=52998224725&fim=123", "ERRO 400"),
        ("cpf=52998224725&fim=too-long-", "ERRO 400"),
        ("cpf=52998224725&formato=xml&fim=;", "ERRO 400;"),
        ("cpf=52998224725&idioma=fr&fim=;", "ERRO 400;"),
        ("cpf=52998224725&incluirSuspensas=talvez", "ERRO 400"),
        ("cpf=52998224725&fim=;&cpf=52998224725", "ERRO 400;"),
        ("formato=voz&fim=;", "ERRO 400;"),
    ] {
        let reply = pbx.get(format!("{COUNT}?{query}")).await;
        assert_eq!((reply.status, reply.text().as_str()), (400, usual), "{query}");
        assert_eq!(reply.header("content-type"), Some("text/plain; charset=utf-8"), "{query}");
    }
    let mut told = Vec::new();
    for language in Language::ALL {
        let reply = pbx.get(format!("{COUNT}?formato=json&idioma={language}")).await;
        assert_eq!(reply.header("content-type"), Some("application/problem+json"));
        let problem = reply.refused(400, "argument-missing");
        assert!(problem.title.contains("cpf"), "{problem:?}");
        told.push(problem.title);
    }
    told.dedup();
    assert_eq!(told.len(), 3, "{told:?}");
    let reply = pbx.get(format!("{COUNT}?formato=json&fim=;")).await;
    assert!(reply.text().ends_with("};"), "{reply:?}");
}

async fn parameter_281_switches_it_off(app: TestApp) {
    let pbx = pbx(&app);
    let number = app.open_request(app.world.services.email).await;
    app.set_parameter(ids::TELEPHONY, "N");
    for path in [COUNT, LIST] {
        let reply = pbx.get(format!("{path}?cpf={CPF}&fim=;")).await;
        assert_eq!((reply.status, reply.text().as_str()), (403, "ERRO 403;"), "{path}");
    }
    pbx.get(format!("{FACTS}?idSolicitacao={number}")).await.refused(403, "telephony-off");
}

async fn what_is_said_is_good_portuguese_spanish_and_english(app: TestApp) {
    let pbx = pbx(&app);
    let number = app.open_request(app.world.services.email).await;
    let spoken: String = number.to_string().chars().map(String::from).collect::<Vec<_>>().join(" ");
    for (language, count, facts) in [
        (
            "pt-BR",
            format!("Você tem uma solicitação em andamento, número {spoken}."),
            format!(
                "A solicitação {spoken} está em andamento e foi aberta em 16 de novembro de 2026, às 10 horas. \
                 O prazo vai até 16 de novembro de 2026, às 18 horas."
            ),
        ),
        (
            "es",
            format!("Usted tiene una solicitud en curso, número {spoken}."),
            format!(
                "La solicitud {spoken} está en curso y se abrió el 16 de noviembre de 2026, a las 10 horas. \
                 El plazo va hasta el 16 de noviembre de 2026, a las 18 horas."
            ),
        ),
        (
            "en",
            format!("You have one request in progress, number {spoken}."),
            format!(
                "Request {spoken} is in progress. It was opened on 16 November 2026, at 10 hours. \
                 It is due on 16 November 2026, at 18 hours."
            ),
        ),
    ] {
        let query = format!("formato=voz&idioma={language}");
        assert_eq!(text(&pbx.get(format!("{COUNT}?cpf={CPF}&{query}")).await), count);
        assert_eq!(text(&pbx.get(format!("{FACTS}?idSolicitacao={number}&{query}")).await), facts);
    }
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

/// What nobody else's tests say, and what a telephone system may not find in our log: a
/// CPF, a wrong one, the caller's number, an employee number, the call, tokens.
const SAID: [&str; 11] = [
    "390.533.447-05",
    "39053344705",
    "390.533.447-06",
    "39053344706",
    "31977774242",
    "97777-4242",
    "RH-390533",
    "1795390533.2",
    "sol_token-of-the-pbx",
    "sol_nobodys-390533",
    "cGJ4OnNvbF90b2tlbi1vZi10aGUtcGJ4",
];

async fn what_telephone_systems_say_reaches_no_log(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    let log = tests::log::capture();
    let nobody = app.anonymous.token("sol_nobodys-390533");
    for claim in
        ["cpf=390.533.447-05", "cpf=39053344705", "cpf=390.533.447-06", "cpf=39053344706", "matricula=RH-390533"]
    {
        let call = format!("{claim}&idSolicitacao={number}&numeroOrigem=%2B5531977774242&idChamada=1795390533.2");
        for service in [NEW, VIEW, COUNT, LIST, FACTS] {
            // At an extension that is recorded, and at one that nobody has.
            for form in [format!("{call}&ramal=200"), format!("{call}&ramal=3905")] {
                pbx.get(format!("{service}?{form}")).await;
                pbx.request(Method::POST, service)
                    .bytes("application/x-www-form-urlencoded", form.clone())
                    .send()
                    .await;
                let basic =
                    app.anonymous.request(Method::GET, format!("{service}?{form}")).header("authorization", BASIC);
                assert_ne!(basic.send().await.status, 401, "{service}");
                assert_eq!(nobody.get(format!("{service}?{form}")).await.status, 401, "{service}");
            }
        }
    }
    let written = log.text();
    for service in [NEW, VIEW, COUNT, LIST, FACTS] {
        assert!(written.contains(service), "the log was captured: {service}");
    }
    for said in SAID {
        let line = written.lines().find(|line| line.contains(said));
        assert_eq!(line, None, "{said:?} is in the log");
    }
}
