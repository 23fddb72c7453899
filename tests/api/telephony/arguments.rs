//! How arguments are given, and how it is told that they are wrong.

use super::{ACCENTED, COUNT, CPF, FACTS, LIST, ask_in_every_way, text};
use contract::Language;
use reqwest::Method;
use serde_json::json;
use tests::http::percent_encoded;
use tests::pbx::pbx;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    every_way_of_asking_is_understood,
    refusals_are_told_in_the_manner_asked_for,
    parameter_281_switches_it_off,
    a_request_that_there_is_not_is_an_error_of_eight_bytes,
];

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

async fn a_request_that_there_is_not_is_an_error_of_eight_bytes(app: TestApp) {
    let pbx = pbx(&app);
    let theirs = app.stranger.open(&app.draft(app.world.services.email)).await.row.number.to_string();
    for (id, cpf) in [("999999", None), (theirs.as_str(), Some(CPF)), ("99999999999999999999999", Some(CPF))] {
        let claim = cpf.map(|cpf| ("cpf", cpf));
        let arguments: Vec<_> = std::iter::once(("idSolicitacao", id)).chain(claim).collect();
        for (path, format) in [(FACTS, "texto"), (FACTS, "voz"), (ACCENTED, "texto")] {
            let arguments = [arguments.clone(), vec![("formato", format), ("fim", "_fim")]].concat();
            for reply in ask_in_every_way(&pbx, path, &arguments).await {
                assert_eq!((reply.status, reply.text().as_str()), (404, "ERRO 404_fim"), "{reply:?}");
                assert_eq!(reply.header("content-type"), Some("text/plain; charset=utf-8"), "{reply:?}");
            }
        }
    }
}
