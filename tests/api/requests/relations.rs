//! Children and duplicates.

use chrono::TimeDelta;
use contract::desk::Relate;
use contract::requests::{NewRequest, RequestView};
use contract::{Language, RelationKind, Situation};
use tests::{TestApp, on_both_databases};

on_both_databases![duplicates_are_resolved_with_the_original, a_child_lives_its_own_life, relations_make_no_circles];

async fn three(app: &TestApp) -> [i64; 3] {
    let draft = app.draft(app.world.services.email);
    let first = app.requester.open(&draft).await.row.number;
    let second = app.stranger.open(&draft).await.row.number;
    [first, second, app.stranger.open(&draft).await.row.number]
}

fn duplicate_of(number: i64) -> Relate {
    Relate { kind: RelationKind::DuplicateOf, number }
}

async fn duplicates_are_resolved_with_the_original(app: TestApp) {
    let [original, running, suspended] = three(&app).await;
    app.executor.suspend(suspended, app.world.reasons.supplier, app.now() + TimeDelta::days(3)).await;
    for number in [running, suspended] {
        app.executor.perform(number, "relations", &duplicate_of(original)).await.done();
    }
    let seen = app.executor.show(original).await.related;
    let brief: Vec<_> = seen.iter().map(|other| (other.number, other.kind, other.inverse)).collect();
    assert_eq!(brief, [(running, RelationKind::DuplicateOf, true), (suspended, RelationKind::DuplicateOf, true)]);
    // Neither requester learns of the other's.
    assert_eq!(app.requester.show(original).await.related, []);
    assert_eq!(app.stranger.show(running).await.related, []);

    app.executor.resolve(original).await;
    for number in [running, suspended] {
        let request = app.stranger.speaking(Language::English).show(number).await;
        assert_eq!(request.row.situation, Situation::Resolved);
        assert_eq!(request.solution.as_deref(), Some("Trocado o cabo de força."));
        assert_eq!(request.row.responsible.unwrap().name, "Carla Dias");
        let history = app.stranger.speaking(Language::English).history(number).await;
        assert_eq!(history[0].summary, Some(format!("Resolved together with request {original}.")));
    }
}

async fn a_child_lives_its_own_life(app: TestApp) {
    let parent = app.open_request(app.world.services.email).await;
    let new = NewRequest { parent: Some(parent), ..app.draft(app.world.services.network) };
    let child = app.executor.open(&new).await;
    let seen = app.executor.show(parent).await.related;
    assert_eq!((seen[0].number, seen[0].kind, seen[0].inverse), (child.row.number, RelationKind::ChildOf, true));
    assert_eq!((child.related[0].number, child.related[0].inverse), (parent, false));
    app.executor.resolve(parent).await;
    assert_eq!(app.outsider.show(child.row.number).await.row.situation, Situation::InProgress);
    let nowhere = NewRequest { parent: Some(999_999), ..app.draft(app.world.services.email) };
    app.executor.post("/requests", &nowhere).await.invalid(&[("parent", "unknown")]);
}

async fn relations_make_no_circles(app: TestApp) {
    let [one, two, three] = three(&app).await;
    let child_of = |number| Relate { kind: RelationKind::ChildOf, number };
    app.executor.perform(one, "relations", &child_of(one)).await.invalid(&[("number", "itself")]);
    app.executor.perform(two, "relations", &child_of(one)).await.done();
    app.executor.perform(three, "relations", &child_of(two)).await.done();
    app.executor.perform(one, "relations", &child_of(three)).await.invalid(&[("number", "circle")]);
    app.executor.perform(one, "relations", &child_of(999_999)).await.invalid(&[("number", "unknown")]);
    // Somebody else's request does not exist.
    let foreign = app.open_request(app.world.services.network).await;
    app.executor.perform(one, "relations", &child_of(foreign)).await.invalid(&[("number", "unknown")]);
    let request: RequestView = app.executor.perform(one, "relations", &duplicate_of(two)).await.good();
    assert_eq!(request.related[0].number, two);
}
