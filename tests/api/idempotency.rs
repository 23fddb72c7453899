//! `Idempotency-Key`: the same call twice is done once.

use chrono::TimeDelta;
use contract::desk::Resolve;
use contract::timeline::NewMessage;
use reqwest::Method;
use tests::http::ApiRequest;
use tests::{Persona, TestApp, ids, on_both_databases};

on_both_databases![
    the_same_call_gives_the_same_answer,
    another_body_is_refused,
    two_at_once_are_one,
    a_key_belongs_to_its_caller_and_route,
    a_key_is_forgotten_after_a_day,
    what_was_refused_is_not_kept,
    a_key_has_a_length,
    actions_take_keys_too,
];

fn opening(app: &TestApp, person: &Persona, key: &str) -> ApiRequest {
    person.request(Method::POST, "/requests").idempotency_key(key).json(&app.draft(app.world.services.email))
}

async fn the_same_call_gives_the_same_answer(app: TestApp) {
    let first = opening(&app, &app.requester, "k-1").send().await;
    let again = opening(&app, &app.requester, "k-1").send().await;
    assert_eq!((first.status, again.status), (201, 201));
    assert_eq!((first.header("idempotent-replay"), again.header("idempotent-replay")), (None, Some("true")));
    assert_eq!(first.text(), again.text());
    assert_eq!(app.requester.list("").await.total, 1);
    // Without a key, twice is twice.
    app.requester.open(&app.draft(app.world.services.email)).await;
    app.requester.open(&app.draft(app.world.services.email)).await;
    assert_eq!(app.requester.list("").await.total, 3);
}

async fn another_body_is_refused(app: TestApp) {
    opening(&app, &app.requester, "k-1").send().await.done();
    let other = app.draft(app.world.services.laptop);
    let call = app.requester.request(Method::POST, "/requests").idempotency_key("k-1").json(&other);
    call.send().await.refused(422, "idempotency-mismatch");
    assert_eq!(app.requester.list("").await.total, 1);
}

async fn two_at_once_are_one(app: TestApp) {
    let other = app.another_node();
    for round in 0..12 {
        let key = format!("k-{round}");
        let node = if round % 2 == 0 { &app } else { &other };
        let (one, two) =
            tokio::join!(opening(&app, &app.requester, &key).send(), opening(&app, &node.requester, &key).send());
        let mut done = 0;
        for reply in [one, two] {
            match reply.status {
                201 => done += 1,
                409 => {
                    assert!(reply.header("retry-after").is_some());
                    reply.refused(409, "idempotency-running");
                }
                _ => panic!("{reply:?}"),
            }
        }
        assert!(done >= 1);
        let again = opening(&app, &other.requester, &key).send().await;
        assert_eq!(again.header("idempotent-replay"), Some("true"));
        assert_eq!(app.requester.list("").await.total, round + 1, "round {round}");
    }
}

async fn a_key_belongs_to_its_caller_and_route(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let first: contract::requests::RequestView = opening(&app, &app.requester, "k-1").send().await.good();
    let second: contract::requests::RequestView = opening(&app, &app.stranger, "k-1").send().await.good();
    assert_ne!(first.row.number, second.row.number);
    let new = NewMessage { text: "Olá".to_owned(), upload_ids: Vec::new() };
    for request in [&first, &first] {
        let path = format!("/requests/{}/messages", request.row.number);
        app.requester.request(Method::POST, path).idempotency_key("k-1").json(&new).send().await.done();
    }
    assert_eq!(app.requester.messages(first.row.number).await.len(), 1);
}

async fn a_key_is_forgotten_after_a_day(app: TestApp) {
    opening(&app, &app.requester, "k-1").send().await.done();
    app.advance(TimeDelta::hours(23));
    let again = opening(&app, &app.requester, "k-1").send().await;
    assert_eq!(again.header("idempotent-replay"), Some("true"));
    app.advance(TimeDelta::hours(2));
    let fresh = opening(&app, &app.requester, "k-1").send().await;
    assert_eq!((fresh.status, fresh.header("idempotent-replay")), (201, None));
    assert_eq!(app.requester.list("").await.total, 2);
}

async fn what_was_refused_is_not_kept(app: TestApp) {
    let wrong = contract::requests::NewRequest::default();
    let call = app.requester.request(Method::POST, "/requests").idempotency_key("k-1").json(&wrong);
    call.send().await.refused(422, "invalid");
    assert_eq!(opening(&app, &app.requester, "k-1").send().await.status, 201);
}

async fn a_key_has_a_length(app: TestApp) {
    opening(&app, &app.requester, &"k".repeat(200)).send().await.done();
    for key in ["", &"k".repeat(201)] {
        opening(&app, &app.requester, key).send().await.refused(400, "idempotency-key-invalid");
    }
}

async fn actions_take_keys_too(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let how = Resolve { solution: "Feito.".to_owned(), minutes: None };
    for replay in [None, Some("true")] {
        let call =
            app.executor.request(Method::POST, format!("/requests/{number}/resolve")).idempotency_key("k-1").json(&how);
        let reply = call.send().await;
        assert_eq!((reply.status, reply.header("idempotent-replay")), (200, replay));
        assert!(reply.header("etag").is_some());
    }
    let call =
        app.executor.request(Method::POST, format!("/requests/{number}/resolve")).idempotency_key("k-2").json(&how);
    call.send().await.refused(409, "illegal-action");
}
