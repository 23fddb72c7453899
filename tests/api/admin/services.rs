//! Services: what a change does to requests, and what cannot be.

use contract::catalogue::Catalogue;
use contract::requests::RequestView;
use reqwest::Method;
use serde_json::{Value, json};
use tests::http::Reply;
use tests::time::{assert_near, hours};
use tests::{TestApp, on_both_databases};

on_both_databases![
    targets_hold_for_requests_to_come,
    what_is_inactive_is_not_offered,
    units_limit_who_is_offered_it,
    what_cannot_be_is_refused
];

async fn change(app: &TestApp, id: i64, change: Value) -> Reply {
    let path = format!("/services/{id}");
    let shown = app.administrator.get(&path).await;
    let mut body = shown.json();
    for (key, value) in change.as_object().unwrap() {
        body[key] = value.clone();
    }
    let put = app.administrator.request(Method::PUT, &path).json(&body);
    put.header("if-match", shown.header("etag").unwrap()).send().await
}

async fn open(app: &TestApp, service: i64) -> RequestView {
    app.requester.open(&app.draft(service)).await
}

async fn targets_hold_for_requests_to_come(app: TestApp) {
    let email = app.world.services.email;
    let before = open(&app, email).await;
    assert_near(before.row.sla.deadline_at.unwrap(), app.now() + hours(8));
    let targets = json!([{ "priority": 3, "capture": 1800, "resolve": 2 * 3600 }]);
    change(&app, email, json!({ "targets": targets })).await.done();
    let after = open(&app, email).await;
    assert_near(after.row.sla.deadline_at.unwrap(), app.now() + hours(2));
    assert_eq!(app.requester.show(before.row.number).await.row.sla.deadline_at, before.row.sla.deadline_at);
    change(&app, email, json!({ "targets": [] })).await.done();
    assert_eq!(open(&app, email).await.row.sla.deadline_at, None);
}

/// The services that a person is offered.
async fn offered(app: &TestApp) -> Vec<i64> {
    let catalogue: Catalogue = app.requester.get("/services").await.good();
    catalogue.services.iter().map(|service| service.id).collect()
}

async fn what_is_inactive_is_not_offered(app: TestApp) {
    let email = app.world.services.email;
    assert!(offered(&app).await.contains(&email));
    change(&app, email, json!({ "active": false })).await.done();
    assert!(!offered(&app).await.contains(&email));
    app.requester.post("/requests", &app.draft(email)).await.invalid(&[("service_id", "service-unknown")]);
    change(&app, email, json!({ "active": true })).await.done();
    open(&app, email).await;
}

async fn units_limit_who_is_offered_it(app: TestApp) {
    let (email, units) = (app.world.services.email, &app.world.units);
    change(&app, email, json!({ "unit_ids": [units.branch] })).await.done();
    assert!(!offered(&app).await.contains(&email));
    change(&app, email, json!({ "unit_ids": [units.branch, units.headquarters] })).await.done();
    assert!(offered(&app).await.contains(&email));
}

async fn what_cannot_be_is_refused(app: TestApp) {
    let target = |priority: i32, capture: i64, resolve: i64| json!({ "priority": priority, "capture": capture, "resolve": resolve });
    for (body, errors) in [
        (json!({ "category_id": 999_999 }), vec![("category_id", "unknown")]),
        (json!({ "calendar_id": 999_999 }), vec![("calendar_id", "unknown")]),
        (json!({ "group_id": 999_999 }), vec![("group_id", "unknown")]),
        (json!({ "unit_ids": [999_999] }), vec![("unit_ids.0", "unknown")]),
        (json!({ "fixed_priority": 6 }), vec![("fixed_priority", "priority-invalid")]),
        (json!({ "targets": [target(3, 60, 0)] }), vec![("targets.0.resolve", "target-invalid")]),
        (json!({ "targets": [target(3, 7200, 3600)] }), vec![("targets.0.capture", "capture-after-resolve")]),
        (json!({ "targets": [target(3, 1, 9), target(3, 1, 9)] }), vec![("targets.1.priority", "priority-twice")]),
    ] {
        change(&app, app.world.services.email, body).await.invalid(&errors);
    }
}
