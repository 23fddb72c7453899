//! The outgoing mail account and the outbox.

use contract::admin::{AuditView, MailAccountView, MailTestResult, OutboxCounts};
use contract::timeline::EmailView;
use contract::{EmailState, Language, Page};
use reqwest::Method;
use serde_json::{Value, json};
use tests::closed_port::ClosedPort;
use tests::http::Reply;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    the_password_goes_in_and_never_comes_out,
    what_cannot_work_is_refused,
    a_test_message_tells_what_happened,
    the_outbox_is_searched_and_tried_again
];

async fn set(app: &TestApp, body: Value) -> Reply {
    let tag = app.administrator.get("/mail-account").await.header("etag").unwrap().to_owned();
    app.administrator.request(Method::PUT, "/mail-account").json(&body).header("if-match", &tag).send().await
}

fn smtp(port: u16) -> Value {
    json!({
        "transport": "smtp", "host": "127.0.0.1", "port": port, "security": "plain", "username": "solicita",
        "from_name": "Solicita", "from_address": "solicita@empresa.test"
    })
}

async fn the_password_goes_in_and_never_comes_out(app: TestApp) {
    let mut body = smtp(2525);
    body["password"] = json!("segredo-1234");
    let reply = set(&app, body.clone()).await;
    assert!(reply.good::<MailAccountView>().password_set && !reply.text().contains("segredo"), "{reply:?}");
    let reply = app.administrator.get("/mail-account").await;
    assert!(reply.good::<MailAccountView>().password_set && !reply.text().contains("segredo"), "{reply:?}");
    // Left out it stays, empty it goes.
    body.as_object_mut().unwrap().remove("password");
    assert!(set(&app, body.clone()).await.good::<MailAccountView>().password_set);
    body["password"] = json!("");
    assert!(!set(&app, body).await.good::<MailAccountView>().password_set);
    for language in Language::ALL {
        let trail: Page<AuditView> = app.administrator.speaking(*language).get("/audit").await.good();
        let told: Vec<_> = trail.items.iter().map(|row| row.summary.as_str()).collect();
        assert!(told.iter().all(|summary| !summary.contains("segredo")), "{told:?}");
        let actions: Vec<_> = trail.items.iter().map(|row| row.action.as_str()).collect();
        let expected = [
            "mail-password-cleared",
            "mail-account-changed",
            "mail-account-changed",
            "mail-password-set",
            "mail-account-changed",
        ];
        assert_eq!(actions, expected);
    }
}

async fn what_cannot_work_is_refused(app: TestApp) {
    for (key, value, field, code) in [
        ("host", json!(""), "host", "required"),
        ("host", json!("não é"), "host", "host-invalid"),
        ("port", json!(0), "port", "port-invalid"),
        ("port", json!(70_000), "port", "port-invalid"),
        ("from_address", json!("ninguém"), "from_address", "email-invalid"),
        ("from_address", json!(""), "from_address", "required"),
    ] {
        let mut body = smtp(2525);
        body[key] = value;
        set(&app, body).await.invalid(&[(field, code)]);
    }
    app.administrator
        .request(Method::PUT, "/mail-account")
        .json(&smtp(25))
        .send()
        .await
        .refused(428, "if-match-missing");
}

async fn a_test_message_tells_what_happened(app: TestApp) {
    let to = json!({ "to": "helena@empresa.test" });
    let result: MailTestResult = app.administrator.post("/mail-account/test", &to).await.good();
    assert!(result.delivered, "{result:?}");
    assert_eq!(app.delivered_emails().await.len(), 1);
    let closed = ClosedPort::reserve();
    set(&app, smtp(closed.number())).await.done();
    let mut told = Vec::new();
    for language in Language::ALL {
        let person = app.administrator.speaking(*language);
        let result: MailTestResult = person.post("/mail-account/test", &to).await.good();
        assert!(!result.delivered, "{result:?}");
        told.push(result.detail);
    }
    told.dedup();
    assert_eq!(told.len(), 3, "{told:?}");
    app.administrator.post("/mail-account/test", &json!({ "to": "" })).await.invalid(&[("to", "required")]);
}

async fn the_outbox_is_searched_and_tried_again(app: TestApp) {
    app.set_parameter(ids::OPENED_TEMPLATE, app.world.templates.request);
    let closed = ClosedPort::reserve();
    set(&app, smtp(closed.number())).await.done();
    app.requester.open(&app.draft(app.world.services.email)).await;
    app.stranger.open(&app.draft(app.world.services.email)).await;
    app.run_jobs().await;
    let counts: OutboxCounts = app.administrator.get("/outbox/counts").await.good();
    assert_eq!((counts.pending, counts.sent, counts.failed), (2, 0, 0));
    let found: Page<EmailView> = app.administrator.get("/outbox?search=bruno").await.good();
    assert_eq!((found.total, found.items[0].state, found.items[0].attempts), (1, EmailState::Pending, 1));
    assert!(found.items[0].last_error.is_some() && found.items[0].next_attempt_at.is_some(), "{found:?}");
    assert_eq!(app.administrator.get("/outbox?state=sent").await.good::<Page<EmailView>>().total, 0);
    app.administrator.get("/outbox?state=lost").await.refused(400, "unknown-filter");
    // The account is mended: what waited goes out without waiting longer.
    let folder = json!({
        "transport": "folder", "security": "plain", "from_name": "Solicita", "from_address": "solicita@empresa.test"
    });
    set(&app, folder).await.done();
    let retry = format!("/outbox/{}/retry", found.items[0].id);
    app.administrator.post(&retry, &json!({})).await.done();
    // The server's own worker may be at it, too.
    app.delivered_emails().await;
    let counts: OutboxCounts = app.administrator.get("/outbox/counts").await.good();
    assert_eq!((counts.pending, counts.sent, counts.failed), (0, 2, 0));
    app.administrator.post(&retry, &json!({})).await.refused(409, "email-not-retryable");
    app.administrator.post("/outbox/999999/retry", &json!({})).await.refused(404, "not-found");
}
