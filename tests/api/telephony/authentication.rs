//! How a telephone system authenticates.

use super::{BASIC, COUNT, CPF, FACTS, LIST, NEW, VIEW, text};
use reqwest::Method;
use tests::pbx::{TOKEN, pbx};
use tests::{Persona, TestApp, on_both_databases};

on_both_databases![every_way_of_authenticating_works, every_service_takes_basic_and_a_line_said_twice,];

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
