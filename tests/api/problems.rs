//! What every answer has in common, above all those that refuse.

use contract::desk::Resolve;
use contract::{Language, Problem};
use reqwest::Method;
use serde_json::json;
use std::collections::BTreeSet;
use tests::http::Reply;
use tests::http::percent_encoded;
use tests::personas::Persona;
use tests::{TestApp, on_both_databases};

on_both_databases![
    a_problem_has_its_shape,
    problems_speak_the_language_asked_for,
    bodies_that_are_no_json_are_refused,
    who_may_not_is_told_before_what_is_wrong,
    a_body_may_not_be_too_large,
    unknown_addresses_are_not_found,
    what_is_no_text_harms_nothing,
    numbers_out_of_range_name_nothing,
    an_old_version_is_refused,
    headers_keep_browsers_from_guessing,
    health_is_told,
];

async fn a_problem_has_its_shape(app: TestApp) {
    let reply = app.requester.get("/requests/999").await;
    let json = reply.json();
    let keys: BTreeSet<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys.into_iter().collect::<Vec<_>>(), ["request_id", "status", "title", "type"]);
    assert_eq!(json["type"], "urn:solicita:problem:request-not-found");
    assert_eq!(json["status"], 404);
    assert_eq!(json["request_id"].as_str(), reply.header("x-request-id"));
    let ok = app.requester.get("/me").await;
    assert_ne!(ok.header("x-request-id"), reply.header("x-request-id"));
}

async fn problems_speak_the_language_asked_for(app: TestApp) {
    for (asked, spoken) in [
        ("en", Language::English),
        ("es-MX, en;q=0.5", Language::Spanish),
        ("fr, de;q=0.9, pt;q=0.2", Language::Portuguese),
        ("fr, es;q=0.5, en;q=0.8", Language::English),
    ] {
        let reply = app.requester.request(Method::GET, "/requests/999").header("accept-language", asked).send().await;
        assert_eq!(reply.header("content-language"), Some(spoken.as_str()), "{asked}");
        let expected = locales::format(spoken, "problem-request-not-found", None);
        assert_eq!(reply.refused(404, "request-not-found").title, expected, "{asked}");
    }
    // Without a wish: the account's language; without an account: Portuguese.
    for (person, spoken) in [(&app.stranger, "es"), (&app.second, "en"), (&app.requester, "pt-BR")] {
        assert_eq!(person.get("/requests/999").await.header("content-language"), Some(spoken));
    }
    assert_eq!(app.anonymous.get("/me").await.header("content-language"), Some("pt-BR"));
}

async fn send(app: &TestApp, media_type: &str, body: &str) -> Reply {
    app.requester.request(Method::POST, "/requests").bytes(media_type, body.to_owned()).send().await
}

async fn bodies_that_are_no_json_are_refused(app: TestApp) {
    let problem = send(&app, "application/json", "{\n  \"title\": }").await.refused(400, "json-malformed");
    assert!(problem.title.contains('2') && problem.title.contains("12"), "{}", problem.title);
    for body in ["", "{", "[1,", "\u{feff}{}", "{\"title\": \"\u{1}\"}"] {
        send(&app, "application/json", body).await.refused(400, "json-malformed");
    }
    for body in [
        "[]",
        "\"x\"",
        "{\"service_id\": \"um\"}",
        "{}",
        "{\"service_id\":1,\"title\":\"a\",\"description\":\"b\",\"urgency\":\"now\"}",
    ] {
        send(&app, "application/json", body).await.refused(422, "json-shape");
    }
    for media_type in ["text/plain", "application/xml", "application/x-www-form-urlencoded"] {
        send(&app, media_type, "{}").await.refused(415, "json-expected");
    }
    let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
    let reply = send(&app, "application/json", &deep).await;
    assert!([400, 422].contains(&reply.status), "{reply:?}");
    let invalid =
        app.requester.request(Method::POST, "/requests").bytes("application/json", vec![b'"', 0xff, 0xfe, b'"']);
    let reply = invalid.send().await;
    assert!([400, 422].contains(&reply.status), "{reply:?}");
}

async fn who_may_not_is_told_before_what_is_wrong(app: TestApp) {
    for (media_type, body) in [("application/json", "{"), ("application/json", "[]"), ("text/plain", "hello")] {
        let put = |person: &Persona| person.request(Method::PUT, "/parameters").bytes(media_type, body.to_owned());
        put(&app.anonymous).send().await.refused(401, "unauthenticated");
        put(&app.requester).send().await.refused(403, "role");
        put(&app.executor).send().await.refused(403, "role");
        put(&app.integrator).send().await.refused(403, "scope");
        assert!([400, 415, 422].contains(&put(&app.administrator).send().await.status), "{body}");
    }
}

async fn a_body_may_not_be_too_large(app: TestApp) {
    let answer = app
        .requester
        .send_raw("POST /api/v1/requests HTTP/1.1\r\nhost: x\r\n{credentials}content-type: application/json\r\ncontent-length: 400000\r\nconnection: close\r\n\r\n")
        .await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(answer.contains("urn:solicita:problem:body-too-large"), "{answer}");
}

async fn unknown_addresses_are_not_found(app: TestApp) {
    for (method, path) in [
        (Method::GET, "/nothing"),
        (Method::POST, "/nothing/at/all"),
        (Method::GET, "/requests/abc"),
        (Method::GET, "/requests/-1"),
        (Method::GET, "/requests/1/attachments/x"),
        (Method::GET, "/requests/%2e%2e/%2e%2e/etc/passwd"),
    ] {
        let reply = app.requester.request(method.clone(), path).send().await;
        let problem: Problem = serde_json::from_slice(&reply.body).unwrap_or_else(|error| panic!("{error}: {reply:?}"));
        assert_eq!((reply.status, problem.status), (404, 404), "{method} {path}");
        assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{method} {path}");
    }
    for (method, path) in [(Method::DELETE, "/requests"), (Method::PUT, "/session"), (Method::PATCH, "/me")] {
        let reply = app.requester.request(method.clone(), path).send().await;
        assert!([404, 405].contains(&reply.status), "{method} {path}: {reply:?}");
        assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{method} {path}");
    }
}

/// U+0000 is no text for PostgreSQL, and half a character is none at all.
async fn what_is_no_text_harms_nothing(app: TestApp) {
    for login in ["a\u{0}na@empresa.test", "\u{0}", "RH\u{0}1"] {
        let credentials = json!({ "login": login, "password": "x\u{0}y" });
        app.anonymous.post("/session", &credentials).await.refused(401, "wrong-credentials");
    }
    for path in ["/requests?search=%00", "/requests?search=a%00b", "/queue?search=%00"] {
        app.executor.get(path).await.done();
    }
    for path in ["/people?search=%00", "/outbox?search=%00", "/outbox?search=a%00b"] {
        app.administrator.get(path).await.done();
    }
    app.requester.get(format!("/requests/similar?text={}", percent_encoded("a\u{0}b"))).await.done();
    app.anonymous.get("/password-links/%00").await.refused(404, "password-link-expired");
    app.anonymous
        .post("/password-links", &json!({ "email": "a\u{0}@empresa.test" }))
        .await
        .invalid(&[("email", "email-invalid")]);
    app.requester.get("/requests?search=%ff%fe").await.done();
    let tax_id = json!({ "tax_id": "529\u{0}982" });
    let reply = app.executor.post("/people/search", &tax_id).await;
    assert!(reply.status == 200 || reply.status == 422, "{reply:?}");
    let person = json!({ "name": "Zé\u{0}", "email": "z\u{0}@x.test", "phone": "1\u{0}", "tax_id": "\u{0}" });
    let draft = app.draft(app.world.services.email);
    let new =
        json!({ "service_id": draft.service_id, "title": "a\u{0}", "description": "b\u{0}", "new_requester": person });
    app.executor.post("/requests", &new).await.refused(422, "invalid");
    let preferences = json!({ "language": "es", "time_zone": "America/\u{0}" });
    app.requester.put("/me/preferences", &preferences).await.invalid(&[("time_zone", "time-zone-unknown")]);
}

async fn numbers_out_of_range_name_nothing(app: TestApp) {
    for number in ["0", "9223372036854775807", "99999999999999999999"] {
        let reply = app.executor.get(format!("/requests/{number}")).await;
        assert_eq!(reply.status, 404, "{reply:?}");
    }
    let number = app.open_request(app.world.services.email).await;
    let read = json!({ "up_to": i64::MAX });
    app.requester.perform(number, "read", &read).await.refused(404, "not-found");
    let call = app.requester.request(Method::POST, format!("/requests/{number}/read"));
    let reply = call.bytes("application/json", "{\"up_to\": 99999999999999999999}").send().await;
    reply.refused(422, "json-shape");
    app.executor.get("/queue?number=9223372036854775808").await.refused(400, "invalid-query");
    let path = format!("/requests/{number}/timeline?before={}", i64::MIN);
    app.requester.get(path).await.done();
}

async fn an_old_version_is_refused(app: TestApp) {
    let request = app.requester.open(&app.draft(app.world.services.email)).await;
    let number = request.row.number;
    let reply = app.executor.get(format!("/requests/{number}")).await;
    assert_eq!(reply.header("etag"), Some(format!("\"{}\"", request.row.version).as_str()));
    app.executor.capture(number).await;
    let how = Resolve { solution: "Feito.".to_owned(), minutes: None };
    let resolve = || app.executor.request(Method::POST, format!("/requests/{number}/resolve")).json(&how);
    resolve().if_match(request.row.version).send().await.refused(412, "version-old");
    resolve().header("if-match", "\"nonsense\"").send().await.refused(412, "version-old");
    let present = app.executor.show(number).await.row.version;
    resolve().header("if-match", &format!("W/\"{present}\"")).send().await.done();
}

async fn headers_keep_browsers_from_guessing(app: TestApp) {
    for reply in [app.requester.get("/me").await, app.anonymous.get("/me").await, app.anonymous.get("/nothing").await] {
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{reply:?}");
        assert_eq!(reply.header("cache-control"), Some("no-store"), "{reply:?}");
        assert_eq!(reply.header("referrer-policy"), Some("same-origin"), "{reply:?}");
        assert!(reply.header("x-frame-options").is_some() && reply.header("access-control-allow-origin").is_none());
    }
}

async fn health_is_told(app: TestApp) {
    for path in ["/health/live", "/health/ready"] {
        let reply = app.anonymous.request_outside_api(Method::GET, path).send().await;
        assert_eq!((reply.status, reply.text().as_str()), (200, "ok"));
    }
    let reply = app.anonymous.request_outside_api(Method::GET, "/docs/").send().await;
    assert_eq!(reply.status, 200);
}
