//! Groups: who is in them, and what keeps one from being deactivated.

use contract::admin::GroupView;
use reqwest::Method;
use serde_json::{Value, json};
use tests::http::Reply;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![members_are_active_attendants, a_new_member_serves_at_once, a_group_that_is_needed_stays];

async fn change(app: &TestApp, id: i64, change: Value) -> Reply {
    let shown = app.administrator.get(format!("/groups/{id}")).await;
    let mut body = shown.json();
    let group: GroupView = shown.good();
    let member = |member: &contract::admin::MemberView| json!({ "person_id": member.person.id, "permission": member.permission });
    body["members"] = group.members.iter().map(member).collect();
    for (key, value) in change.as_object().unwrap() {
        body[key] = value.clone();
    }
    let put = app.administrator.request(Method::PUT, format!("/groups/{id}")).json(&body);
    put.header("if-match", shown.header("etag").unwrap()).send().await
}

async fn members_are_active_attendants(app: TestApp) {
    let people = &app.world.people;
    let member = |id: i64| json!({ "person_id": id, "permission": "execute" });
    for (members, errors) in [
        (vec![member(people.requester.id)], vec![("members.0.person_id", "not-attendant")]),
        (vec![member(999_999)], vec![("members.0.person_id", "unknown")]),
        (vec![member(people.executor.id), member(people.executor.id)], vec![("members.1.person_id", "member-twice")]),
    ] {
        change(&app, app.world.groups.networks, json!({ "members": members })).await.invalid(&errors);
    }
    change(&app, app.world.groups.networks, json!({ "email": "não é" })).await.invalid(&[("email", "email-invalid")]);
}

async fn a_new_member_serves_at_once(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    app.outsider.get(format!("/requests/{number}")).await.refused(404, "request-not-found");
    let group: GroupView = app.administrator.get(format!("/groups/{}", app.world.groups.support)).await.good();
    let mut members: Vec<_> =
        group.members.iter().map(|row| json!({ "person_id": row.person.id, "permission": row.permission })).collect();
    members.push(json!({ "person_id": app.world.people.outsider.id, "permission": "execute" }));
    change(&app, group.id, json!({ "members": members })).await.done();
    app.outsider.capture(number).await;
    // And serves no more once out of it; what is theirs by name they keep.
    let other = app.open_request(app.world.services.email).await;
    members.pop();
    change(&app, group.id, json!({ "members": members })).await.done();
    app.outsider.get(format!("/requests/{other}")).await.refused(404, "request-not-found");
    app.outsider.get(format!("/requests/{number}")).await.done();
}

async fn a_group_that_is_needed_stays(app: TestApp) {
    app.set_parameter(ids::PORTAL_CANCEL, "S");
    let number = app.open_request(app.world.services.email).await;
    let off = json!({ "active": false });
    let refused = change(&app, app.world.groups.support, off.clone()).await.refused(409, "group-has-requests");
    assert!(refused.title.contains("uma solicitação"), "{refused:?}");
    app.requester.perform(number, "cancel", &json!({ "reason": "Já não preciso." })).await.done();
    change(&app, app.world.groups.support, off.clone()).await.refused(409, "group-has-services");
    let fresh = json!({ "name": "Facilities", "active": true, "members": [] });
    let id = app.administrator.post("/groups", &fresh).await.json()["id"].as_i64().unwrap();
    app.set_parameter(ids::DEFAULT_GROUP, id);
    change(&app, id, off.clone()).await.refused(409, "group-in-parameter");
    app.set_parameter(ids::DEFAULT_GROUP, app.world.groups.support);
    change(&app, id, off).await.done();
}
