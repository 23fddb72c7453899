//! `/people`: finding somebody, and what is masked.

use contract::desk::{PersonHit, RevealedTaxId};
use contract::{Page, Role};
use diesel::prelude::*;
use serde_json::json;
use solicita::db::schema::audit;
use tests::world::People;
use tests::{TestApp, on_both_databases};

on_both_databases![
    somebody_is_found,
    a_tax_id_is_searched_exactly,
    revealing_is_audited,
    a_person_is_edited_with_their_version
];

async fn somebody_is_found(app: TestApp) {
    for (query, expected) in [
        ("search=ana+souza", vec!["Ana Souza"]),
        ("search=SOUZA", vec!["Ana Souza"]),
        ("search=fabio", vec!["Fábio Nunes"]),
        ("search=4321", vec!["Ana Souza"]),
        ("search=rh-1042", vec!["Ana Souza"]),
        ("search=bruno@empresa.test", vec!["Bruno Lima"]),
        ("role=administrator", vec!["Helena Castro"]),
        ("search=52998224725", vec![]),
        ("active=false", vec![]),
    ] {
        let page: Page<PersonHit> = app.executor.get(format!("/people?{query}")).await.good();
        let names: Vec<_> = page.items.iter().map(|hit| hit.name.as_str()).collect();
        assert_eq!(names, expected, "{query}");
    }
    let page: Page<PersonHit> = app.executor.get("/people?search=ana+souza").await.good();
    let hit = &page.items[0];
    assert_eq!((hit.roles.as_slice(), hit.unit.as_ref().unwrap().name.as_str()), (&[Role::Requester][..], "Matriz"));
    let masked = hit.tax_id_masked.as_deref().unwrap();
    assert!(masked.contains('*') && !masked.contains("529.982"), "{masked}");
    app.executor.get("/people?role=king").await.refused(400, "unknown-filter");
}

async fn a_tax_id_is_searched_exactly(app: TestApp) {
    for (tax_id, expected) in [
        ("529.982.247-25", vec!["Ana Souza"]),
        (People::REQUESTER_CPF, vec!["Ana Souza"]),
        ("11.222.333/0001-81", vec!["Bruno Lima"]),
        ("111.444.777-35", vec![]),
    ] {
        let hits: Vec<PersonHit> = app.executor.post("/people/search", &json!({ "tax_id": tax_id })).await.good();
        assert_eq!(hits.iter().map(|hit| hit.name.as_str()).collect::<Vec<_>>(), expected, "{tax_id}");
    }
}

async fn revealing_is_audited(app: TestApp) {
    let ana = app.world.people.requester.id;
    let revealed: RevealedTaxId = app.executor.post(format!("/people/{ana}/reveal"), &json!({})).await.good();
    assert_eq!(revealed.tax_id.as_deref(), Some("529.982.247-25"));
    let rows: Vec<(Option<i64>, String, Option<i64>, String)> = app.read(|tx| {
        let columns = (audit::author_id, audit::action, audit::subject_id, audit::detail);
        Ok(audit::table.order(audit::id.desc()).select(columns).limit(1).load(tx.conn)?)
    });
    assert_eq!((rows[0].0, rows[0].2), (Some(app.world.people.executor.id), Some(ana)));
    assert!(rows[0].1.contains("reveal") && !rows[0].3.contains("529"), "{rows:?}");
    app.requester.post(format!("/people/{ana}/reveal"), &json!({})).await.refused(403, "role");
    app.executor.post("/people/999999/reveal", &json!({})).await.refused(404, "not-found");
}

async fn a_person_is_edited_with_their_version(app: TestApp) {
    let path = format!("/people/{}", app.world.people.stranger.id);
    let reply = app.administrator.get(&path).await;
    let mut person = reply.json();
    let tag = reply.header("etag").unwrap().to_owned();
    person["name"] = json!("Bruno de Lima");
    let put = || app.administrator.request(reqwest::Method::PUT, &path).json(&person);
    put().send().await.refused(428, "if-match-missing");
    put().header("if-match", "\"99\"").send().await.refused(412, "version-old");
    put().header("if-match", &tag).send().await.done();
    put().header("if-match", &tag).send().await.refused(412, "version-old");
    let me: contract::identity::Me = app.stranger.get("/me").await.good();
    assert_eq!((me.name.as_str(), me.tax_id.as_deref()), ("Bruno de Lima", Some("11.222.333/0001-81")));
}
