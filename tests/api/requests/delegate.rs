//! Delegating, and giving back to the group.

use contract::desk::{Delegate, DelegationTarget, Justified};
use contract::requests::RequestView;
use tests::{TestApp, on_both_databases};

on_both_databases![to_a_colleague, to_another_group, to_who_cannot_is_refused, targets_are_groups_with_executors];

fn to(group_id: i64, person_id: Option<i64>) -> Delegate {
    Delegate { group_id, person_id, justification: "Ele conhece.".to_owned() }
}

async fn to_a_colleague(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let (support, diego) = (app.world.groups.support, app.world.people.second.id);
    let request: RequestView = app.executor.perform(number, "delegate", &to(support, Some(diego))).await.good();
    assert_eq!(request.row.responsible.as_ref().unwrap().name, "Diego Reis");
    assert!(request.explanation.captured_at.is_some());
    app.executor.perform(number, "delegate", &to(support, Some(diego))).await.invalid(&[("person_id", "no-change")]);
    let row = app.requester.speaking(contract::Language::English).history(number).await.remove(0);
    assert_eq!(row.summary.as_deref(), Some("Carla Dias gave the request to Diego Reis, group Suporte."));
    assert_eq!(row.text, None, "the justification is for the desk");
    let back = Justified { justification: "Não é comigo.".to_owned() };
    let request: RequestView = app.second.perform(number, "return-to-group", &back).await.good();
    assert_eq!(request.row.responsible, None);
    let none = Justified::default();
    app.executor.capture(number).await;
    app.executor.perform(number, "return-to-group", &none).await.invalid(&[("justification", "required")]);
}

async fn to_another_group(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let networks = app.world.groups.networks;
    // It was done, and is out of sight.
    assert_eq!(app.executor.perform(number, "delegate", &to(networks, None)).await.status, 204);
    app.executor.get(format!("/requests/{number}")).await.refused(404, "request-not-found");
    assert_eq!(app.outsider.queue("").await.items[0].number, number);
    app.outsider.capture(number).await;
}

async fn to_who_cannot_is_refused(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let (groups, people) = (&app.world.groups, &app.world.people);
    for (to, field, code) in [
        (to(groups.support, Some(people.watcher.id)), "person_id", "not-executor"),
        (to(groups.support, Some(people.outsider.id)), "person_id", "not-executor"),
        (to(groups.support, Some(people.requester.id)), "person_id", "not-executor"),
        (to(999_999, None), "group_id", "unknown"),
        (to(groups.support, None), "group_id", "no-change"),
    ] {
        app.executor.perform(number, "delegate", &to).await.invalid(&[(field, code)]);
    }
    let silent = Delegate { justification: String::new(), ..to(groups.networks, None) };
    app.executor.perform(number, "delegate", &silent).await.invalid(&[("justification", "required")]);
}

async fn targets_are_groups_with_executors(app: TestApp) {
    let targets: Vec<DelegationTarget> = app.executor.get("/delegation-targets").await.good();
    let support = targets.iter().find(|target| target.group.name == "Suporte").unwrap();
    let names: Vec<_> = support.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Carla Dias", "Diego Reis"]);
    app.requester.get("/delegation-targets").await.refused(403, "role");
}
