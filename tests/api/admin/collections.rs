//! What all collections of the administration have in common: names are unique,
//! edits carry the version they were made from, every change is audited.

use contract::admin::AuditView;
use contract::{Language, Page};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{TestApp, on_both_databases};

on_both_databases![
    one_adds_reads_and_changes,
    names_are_unique,
    edits_meet_what_was_changed_meanwhile,
    a_creation_sent_twice_is_one,
    what_is_not_there_is_not_found
];

/// Collections, with something new for each.
fn collections(app: &TestApp) -> Vec<(&'static str, Value)> {
    let world = &app.world;
    let hours = |weekday: i32| if weekday < 6 { json!([{ "from": "08:00", "to": "12:00" }]) } else { json!([]) };
    let week: Vec<Value> = (1..=7).map(|weekday| json!({ "weekday": weekday, "hours": hours(weekday) })).collect();
    vec![
        ("/units", json!({ "name": "Filial Sul", "active": true })),
        ("/groups", json!({ "name": "Facilities", "active": true, "members": [] })),
        ("/service-categories", json!({ "name": "Prédio", "icon": "building", "position": 9 })),
        (
            "/services",
            json!({
                "name": "Trocar lâmpada", "request_type": "service_request", "active": true, "impact": "low",
                "category_id": world.categories.other, "calendar_id": world.calendars.office
            }),
        ),
        ("/calendars", json!({ "name": "Manhãs", "time_zone": "America/Sao_Paulo", "week": week })),
        ("/suspension-reasons", json!({ "names": { "pt-BR": "Peça" }, "waits_requester": false, "active": true })),
        (
            "/email-templates",
            json!({
                "name": "Aviso curto", "kind": "request", "active": true,
                "texts": { "pt-BR": { "subject": "Nº ${NUMERO}", "body": "<p>${TITULO}</p>" } }
            }),
        ),
    ]
}

/// The same under another name.
fn renamed(body: &Value, name: &str) -> Value {
    let mut body = body.clone();
    if body.get("names").is_some() {
        body["names"]["pt-BR"] = json!(name);
    } else {
        body["name"] = json!(name);
    }
    body
}

fn name(body: &Value) -> &str {
    body.get("name").or_else(|| body["names"].get("pt-BR")).and_then(Value::as_str).unwrap()
}

async fn one_adds_reads_and_changes(app: TestApp) {
    for (path, body) in collections(&app) {
        let created = app.administrator.post(path, &body).await;
        assert_eq!(created.status, 201, "{created:?}");
        let id = created.json()["id"].as_i64().unwrap();
        let one = format!("{path}/{id}");
        let shown = app.administrator.get(&one).await;
        assert_eq!(shown.json(), created.json(), "{path}");
        assert_eq!(shown.header("etag"), created.header("etag"), "{path}");
        for (key, value) in body.as_object().unwrap() {
            assert_eq!(&shown.json()[key], value, "{path} {key}");
        }
        let put = app.administrator.request(Method::PUT, &one).json(&renamed(&body, "Outro nome"));
        let changed = put.header("if-match", shown.header("etag").unwrap()).send().await;
        assert_eq!(name(&changed.done().json()), "Outro nome");
        assert_ne!(changed.header("etag"), shown.header("etag"), "{path}");
        let whole = if path == "/services" { "/services/all" } else { path };
        let listed = app.administrator.get(whole).await.json();
        let listed = listed.as_array().unwrap().iter().find(|one| one["id"] == json!(id)).cloned();
        assert_eq!(listed.as_ref().map(name), Some("Outro nome"), "{path}");
        audited_in_three_languages(&app, "Outro nome").await;
    }
}

/// The newest two rows of the trail say who added and who changed something.
async fn audited_in_three_languages(app: &TestApp, name: &str) {
    let mut told = Vec::new();
    for language in Language::ALL {
        let trail: Page<AuditView> = app.administrator.speaking(*language).get("/audit?page_size=2").await.good();
        let [changed, created] = trail.items.as_slice() else { panic!("{trail:?}") };
        assert!(changed.action.ends_with("-changed") && created.action.ends_with("-created"), "{trail:?}");
        assert_eq!(changed.subject_id, created.subject_id);
        assert_eq!(changed.author.as_ref().map(|author| author.id), Some(app.world.people.administrator.id));
        assert!(changed.summary.contains(name), "{changed:?}");
        told.push(changed.summary.clone());
    }
    told.dedup();
    assert_eq!(told.len(), 3, "{told:?}");
}

async fn names_are_unique(app: TestApp) {
    for (path, body) in collections(&app) {
        app.administrator.post(path, &body).await.done();
        let field = if path == "/suspension-reasons" { "names.pt-BR" } else { "name" };
        app.administrator.post(path, &body).await.invalid(&[(field, "taken")]);
        app.administrator.post(path, &renamed(&body, "   ")).await.invalid(&[(field, "required")]);
        let long = "x".repeat(contract::limits::NAME + 1);
        app.administrator.post(path, &renamed(&body, &long)).await.invalid(&[(field, "too-long")]);
    }
}

async fn edits_meet_what_was_changed_meanwhile(app: TestApp) {
    for (path, body) in collections(&app) {
        let created = app.administrator.post(path, &body).await;
        let (id, tag) = (created.json()["id"].as_i64().unwrap(), created.header("etag").unwrap().to_owned());
        let put =
            |name: &str| app.administrator.request(Method::PUT, format!("{path}/{id}")).json(&renamed(&body, name));
        put("Um").send().await.refused(428, "if-match-missing");
        put("Um").header("if-match", &tag).send().await.done();
        put("Dois").header("if-match", &tag).send().await.refused(412, "version-old");
        assert_eq!(name(&app.administrator.get(format!("{path}/{id}")).await.json()), "Um");
    }
}

async fn a_creation_sent_twice_is_one(app: TestApp) {
    for (path, body) in collections(&app) {
        let post = || app.administrator.request(Method::POST, path).json(&body).idempotency_key("the-same").send();
        let (first, second) = (post().await, post().await);
        assert_eq!((first.status, first.json()), (201, second.json()), "{path}");
        let other = app
            .administrator
            .request(Method::POST, path)
            .json(&renamed(&body, "Diferente"))
            .idempotency_key("the-same");
        other.send().await.refused(422, "idempotency-mismatch");
    }
}

async fn what_is_not_there_is_not_found(app: TestApp) {
    for (path, body) in collections(&app) {
        app.administrator.get(format!("{path}/999999")).await.refused(404, "not-found");
        let put = app.administrator.request(Method::PUT, format!("{path}/999999")).json(&body);
        put.header("if-match", "\"1\"").send().await.refused(404, "not-found");
    }
}
