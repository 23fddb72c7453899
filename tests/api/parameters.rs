//! `/parameters`: what administrators set.

use contract::admin::{ParameterChange, ParameterView};
use contract::{Language, Page};
use tests::{TestApp, ids, on_both_databases, parameters};

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

/// The changes of one parameter, the newest first.
async fn changes(app: &TestApp, id: i32) -> Page<ParameterChange> {
    app.administrator.get(format!("{}/changes", parameters::path(id))).await.good()
}

async fn every_parameter_is_told_in_three_languages(app: TestApp) {
    let mut names = Vec::new();
    for language in Language::ALL {
        let parameters: Vec<ParameterView> = app.administrator.speaking(*language).get("/parameters").await.good();
        assert!(parameters.iter().all(|parameter| !parameter.name.is_empty() && !parameter.help.is_empty()));
        names.push(parameters.into_iter().find(|parameter| parameter.id == ids::MESSAGES).unwrap().name);
    }
    names.dedup();
    assert_eq!(names.len(), 3, "{names:?}");
}

async fn a_group_is_saved_whole_or_not_at_all(app: TestApp) {
    let half = [(ids::REOPEN_DAYS, "9"), (ids::MESSAGES, "talvez"), (ids::CLOSING_DAYS, "-1")];
    let problem = app.administrator.set_parameters(&half).await.refused(422, "invalid");
    let fields: Vec<_> = problem.errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(fields, [ids::MESSAGES, ids::CLOSING_DAYS].map(|id| format!("values.{id}")));
    assert_eq!(value(&app, ids::REOPEN_DAYS).await, "5");
    // Messages need a template, which comes after them: order does not matter.
    let template = app.world.templates.message.to_string();
    let whole = [(ids::REOPEN_DAYS, "9"), (ids::MESSAGES, "S"), (ids::MESSAGE_TEMPLATE, &template)];
    app.administrator.set_parameters(&whole).await.done();
    assert_eq!(
        (value(&app, ids::REOPEN_DAYS).await, value(&app, ids::MESSAGES).await),
        ("9".to_owned(), "S".to_owned())
    );
    app.administrator.set_parameter(ids::REOPEN_DAYS, "").await.done();
    assert_eq!(value(&app, ids::REOPEN_DAYS).await, "5", "cleared, the default is in force");
}

async fn values_that_cannot_work_are_refused(app: TestApp) {
    let templates = &app.world.templates;
    for (id, value, good) in [
        (ids::MESSAGE_TEMPLATE, templates.message.to_string(), true),
        (ids::MESSAGE_TEMPLATE, templates.request.to_string(), false),
        (ids::OCCURRENCE_TEMPLATE, templates.message.to_string(), false),
        (ids::OCCURRENCE_TEMPLATE, "999999".to_owned(), false),
        (ids::POOR_GRADE_GROUP, app.world.groups.support.to_string(), true),
        (ids::POOR_GRADE_GROUP, "999999".to_owned(), false),
        (ids::EXPIRING_PERSON, app.world.people.administrator.id.to_string(), true),
        (ids::EXPIRING_PERSON, "999999".to_owned(), false),
        (ids::PORTAL_NOTE_CATEGORY, "closure".to_owned(), false),
        (ids::ATTACHMENT_MEGABYTES, "0".to_owned(), false),
        (ids::REOPEN_DAYS, "366".to_owned(), false),
    ] {
        for language in Language::ALL {
            let helena = app.administrator.speaking(*language);
            let reply = helena.set_parameter(id, &value).await;
            if good {
                reply.done();
            } else {
                let problem = reply.refused(422, "invalid");
                assert!(problem.errors[0].message.contains(' '), "{id} {value}: {problem:?}");
            }
        }
    }
    app.administrator.set_parameter(4711, "1").await.refused(404, "not-found");
}

async fn yes_and_no_are_written_as_in_the_seeds(app: TestApp) {
    for (typed, kept) in [("s", "S"), ("Y", "S"), ("y", "S"), ("n", "N"), (" N ", "N")] {
        app.administrator.set_parameter(ids::MESSAGES, typed).await.done();
        assert_eq!(value(&app, ids::MESSAGES).await, kept);
    }
}

async fn every_change_is_recorded(app: TestApp) {
    for value in ["7", "8", "8"] {
        app.administrator.set_parameter(ids::REOPEN_DAYS, value).await.done();
    }
    let page = changes(&app, ids::REOPEN_DAYS).await;
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
    app.set_parameter(ids::MESSAGES, "S");
    assert_eq!(warned(all(&app).await), [ids::OCCURRENCE_TEMPLATE, ids::PORTAL_NOTES, ids::MESSAGES]);
    app.set_parameter(ids::MESSAGE_TEMPLATE, app.world.templates.message);
    app.set_parameter(ids::OCCURRENCE_TEMPLATE, app.world.templates.request);
    assert_eq!(warned(all(&app).await), [ids::PORTAL_NOTES]);
}

async fn a_secret_is_set_and_cleared_but_never_told(app: TestApp) {
    let kept = |app: &TestApp| app.read(|tx| Ok(tx.parameters.value(ids::ASTERISK_SECRET)));
    for (typed, stored) in [("s3cret-one", "s3cret-one"), ("********", "s3cret-one"), ("s3cret-two", "s3cret-two")] {
        let reply = app.administrator.set_parameter(ids::ASTERISK_SECRET, typed).await;
        assert!(!reply.text().contains("s3cret"), "{}", reply.text());
        reply.done();
        assert_eq!((value(&app, ids::ASTERISK_SECRET).await.as_str(), kept(&app).as_str()), ("********", stored));
    }
    // A form that holds every value is sent back whole.
    let whole = [(ids::REOPEN_DAYS, "9"), (ids::ASTERISK_SECRET, "********")];
    app.administrator.set_parameters(&whole).await.done();
    assert_eq!(kept(&app), "s3cret-two");
    app.administrator.set_parameter(ids::ASTERISK_SECRET, "").await.done();
    assert_eq!((value(&app, ids::ASTERISK_SECRET).await, kept(&app)), (String::new(), String::new()));
    let page = changes(&app, ids::ASTERISK_SECRET).await;
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
