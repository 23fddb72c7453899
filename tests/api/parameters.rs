//! `/parameters`: what administrators set.

use contract::admin::{ParameterChange, ParameterView};
use contract::{Language, Page};
use serde_json::json;
use tests::{TestApp, on_both_databases};

on_both_databases![
    every_parameter_is_told_in_three_languages,
    a_group_is_saved_whole_or_not_at_all,
    values_that_cannot_work_are_refused,
    yes_and_no_are_written_as_in_the_seeds,
    every_change_is_recorded,
    what_does_not_work_yet_is_told,
    a_secret_is_set_and_cleared_but_never_told,
];

async fn all(app: &TestApp) -> Vec<ParameterView> {
    app.administrator.get("/parameters").await.good()
}

async fn value(app: &TestApp, id: i32) -> String {
    all(app).await.into_iter().find(|parameter| parameter.id == id).unwrap().value
}

async fn every_parameter_is_told_in_three_languages(app: TestApp) {
    let mut names = Vec::new();
    for language in Language::ALL {
        let parameters: Vec<ParameterView> = app.administrator.speaking(*language).get("/parameters").await.good();
        assert!(parameters.iter().all(|parameter| !parameter.name.is_empty() && !parameter.help.is_empty()));
        names.push(parameters.into_iter().find(|parameter| parameter.id == 299).unwrap().name);
    }
    names.dedup();
    assert_eq!(names.len(), 3, "{names:?}");
}

async fn a_group_is_saved_whole_or_not_at_all(app: TestApp) {
    let half = json!({ "values": { "171": "9", "299": "talvez", "1008": "-1" } });
    let problem = app.administrator.put("/parameters", &half).await.refused(422, "invalid");
    let fields: Vec<_> = problem.errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(fields, ["values.299", "values.1008"]);
    assert_eq!(value(&app, 171).await, "5");
    // 417 names the template that 299 asks for: order does not matter.
    let whole = json!({ "values": { "171": "9", "299": "S", "417": app.world.templates.message.to_string() } });
    app.administrator.put("/parameters", &whole).await.done();
    assert_eq!((value(&app, 171).await, value(&app, 299).await), ("9".to_owned(), "S".to_owned()));
    app.administrator.put("/parameters/171", &json!({ "value": "" })).await.done();
    assert_eq!(value(&app, 171).await, "5", "cleared, the default is in force");
}

async fn values_that_cannot_work_are_refused(app: TestApp) {
    let templates = &app.world.templates;
    for (id, value, good) in [
        (417, templates.message.to_string(), true),
        (417, templates.request.to_string(), false),
        (251, templates.message.to_string(), false),
        (251, "999999".to_owned(), false),
        (138, app.world.groups.support.to_string(), true),
        (138, "999999".to_owned(), false),
        (197, app.world.people.administrator.id.to_string(), true),
        (197, "999999".to_owned(), false),
        (262, "closure".to_owned(), false),
        (1009, "0".to_owned(), false),
        (171, "366".to_owned(), false),
    ] {
        for language in Language::ALL {
            let helena = app.administrator.speaking(*language);
            let reply = helena.put(format!("/parameters/{id}"), &json!({ "value": value })).await;
            if good {
                reply.done();
            } else {
                let problem = reply.refused(422, "invalid");
                assert!(problem.errors[0].message.contains(' '), "{id} {value}: {problem:?}");
            }
        }
    }
    app.administrator.put("/parameters/4711", &json!({ "value": "1" })).await.refused(404, "not-found");
}

async fn yes_and_no_are_written_as_in_the_seeds(app: TestApp) {
    for (typed, kept) in [("s", "S"), ("Y", "S"), ("y", "S"), ("n", "N"), (" N ", "N")] {
        app.administrator.put("/parameters/299", &json!({ "value": typed })).await.done();
        assert_eq!(value(&app, 299).await, kept);
    }
}

async fn every_change_is_recorded(app: TestApp) {
    for value in ["7", "8", "8"] {
        app.administrator.put("/parameters/171", &json!({ "value": value })).await.done();
    }
    let page: Page<ParameterChange> = app.administrator.get("/parameters/171/changes").await.good();
    let told: Vec<_> = page.items.iter().map(|change| (change.from.as_str(), change.to.as_str())).collect();
    assert_eq!(told, [("7", "8"), ("5", "7")], "what changed nothing is no change");
    assert!(page.items.iter().all(|change| change.author.as_ref().unwrap().name == "Helena Castro"));
    let page: Page<ParameterChange> = app.administrator.get("/parameter-changes").await.good();
    assert_eq!(page.items.len(), 2);
}

async fn what_does_not_work_yet_is_told(app: TestApp) {
    let warned = |parameters: Vec<ParameterView>| -> Vec<i32> {
        parameters.into_iter().filter(|parameter| parameter.warning.is_some()).map(|parameter| parameter.id).collect()
    };
    app.set(299, "S");
    assert_eq!(warned(all(&app).await), [251, 252, 299]);
    app.set(417, app.world.templates.message);
    app.set(251, app.world.templates.request);
    assert_eq!(warned(all(&app).await), [252]);
}

async fn a_secret_is_set_and_cleared_but_never_told(app: TestApp) {
    let kept = |app: &TestApp| app.read(|tx| Ok(tx.parameters.value(180)));
    for (typed, stored) in [("s3cret-one", "s3cret-one"), ("********", "s3cret-one"), ("s3cret-two", "s3cret-two")] {
        let reply = app.administrator.put("/parameters/180", &json!({ "value": typed })).await;
        assert!(!reply.text().contains("s3cret"), "{}", reply.text());
        reply.done();
        assert_eq!((value(&app, 180).await.as_str(), kept(&app).as_str()), ("********", stored));
    }
    // A form that holds every value is sent back whole.
    let whole = json!({ "values": { "171": "9", "180": "********" } });
    app.administrator.put("/parameters", &whole).await.done();
    assert_eq!(kept(&app), "s3cret-two");
    app.administrator.put("/parameters/180", &json!({ "value": "" })).await.done();
    assert_eq!((value(&app, 180).await, kept(&app)), (String::new(), String::new()));
    let page: Page<ParameterChange> = app.administrator.get("/parameters/180/changes").await.good();
    let told: Vec<_> = page.items.iter().map(|change| (change.from.as_str(), change.to.as_str())).collect();
    assert_eq!(told, [("********", ""), ("********", "********"), ("", "********")]);
    let stored: i64 = app.read(|tx| {
        use diesel::prelude::*;
        use solicita::db::schema::{audit, parameter_changes};
        let secret = "%s3cret%";
        let changes = parameter_changes::table
            .filter(parameter_changes::old_value.like(secret).or(parameter_changes::new_value.like(secret)));
        let audits = audit::table.filter(audit::detail.like(secret));
        Ok(changes.count().get_result::<i64>(tx.conn)? + audits.count().get_result::<i64>(tx.conn)?)
    });
    assert_eq!(stored, 0);
}
