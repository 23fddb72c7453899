//! Suspension reasons: their names in each language, and which may be chosen.

use contract::Language;
use contract::desk::Suspend;
use reqwest::Method;
use serde_json::json;
use tests::{TestApp, on_both_databases};

on_both_databases![each_reads_the_name_in_their_language, what_is_inactive_cannot_be_chosen];

async fn each_reads_the_name_in_their_language(app: TestApp) {
    let body = json!({ "names": { "pt-BR": "Aguardando peça", "es": "Esperando pieza" }, "waits_requester": false, "active": true });
    let id = app.administrator.post("/suspension-reasons", &body).await.json()["id"].as_i64().unwrap();
    // Without a name of its own, English reads the Portuguese one.
    for (language, expected) in [
        (Language::Portuguese, "Aguardando peça"),
        (Language::Spanish, "Esperando pieza"),
        (Language::English, "Aguardando peça"),
    ] {
        let rows = app.executor.speaking(language).get("/suspension-reasons").await.json();
        let row = rows.as_array().unwrap().iter().find(|row| row["id"] == json!(id)).cloned().unwrap();
        assert_eq!(row["name"], json!(expected), "{language}");
    }
    let french = json!({ "names": { "pt-BR": "Outro", "fr": "Autre" }, "waits_requester": false, "active": true });
    app.administrator.post("/suspension-reasons", &french).await.invalid(&[("names.fr", "language-unknown")]);
}

async fn what_is_inactive_cannot_be_chosen(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    app.executor.capture(number).await;
    let id = app.world.reasons.supplier;
    let path = format!("/suspension-reasons/{id}");
    let shown = app.administrator.get(&path).await;
    let mut body = shown.json();
    body["active"] = json!(false);
    let put = app.administrator.request(Method::PUT, &path).json(&body);
    put.header("if-match", shown.header("etag").unwrap()).send().await.done();
    let how =
        Suspend { reason_id: id, resumes_at: app.now() + chrono::TimeDelta::days(1), complement: "Peça.".to_owned() };
    app.executor.perform(number, "suspend", &how).await.invalid(&[("reason_id", "unknown")]);
}
