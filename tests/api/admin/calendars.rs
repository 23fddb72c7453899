//! Calendars: a holiday moves deadlines to come; what cannot be is told by its field.

use chrono::Datelike;
use contract::{Language, SlaStatus};
use reqwest::Method;
use serde_json::{Value, json};
use tests::http::Reply;
use tests::operations::numbers;
use tests::time::{assert_near, hours};
use tests::{TestApp, on_both_databases};

on_both_databases![a_day_off_moves_deadlines_to_come, faults_are_told_by_field_and_language];

async fn change(app: &TestApp, language: Language, id: i64, change: Value) -> Reply {
    let path = format!("/calendars/{id}");
    let shown = app.administrator.get(&path).await;
    let mut body = shown.json();
    for (key, value) in change.as_object().unwrap() {
        body[key] = value.clone();
    }
    let put = app.administrator.speaking(language).request(Method::PUT, &path).json(&body);
    put.header("if-match", shown.header("etag").unwrap()).send().await
}

/// Monday at ten: eight working hours end at six, unless the rest of the day is off.
async fn a_day_off_moves_deadlines_to_come(app: TestApp) {
    let before = app.requester.open(&app.draft(app.world.services.email)).await;
    assert_near(before.row.sla.deadline_at.unwrap(), app.now() + hours(8));
    let today = app.now().date_naive();
    assert_eq!(today.weekday(), chrono::Weekday::Mon);
    let morning = json!([{ "from": "08:00", "to": "12:00" }]);
    let exceptions = json!([{ "date": today, "name": "Ponto facultativo", "hours": morning }]);
    change(&app, Language::Portuguese, app.world.calendars.office, json!({ "exceptions": exceptions })).await.done();
    let after = app.requester.open(&app.draft(app.world.services.email)).await;
    // Two hours today, six tomorrow from eight on.
    assert_near(after.row.sla.deadline_at.unwrap(), app.now() + hours(28));
    // What was promised holds, in the list, in the queue and for the result.
    let number = before.row.number;
    assert_eq!(app.requester.show(number).await.row.sla.deadline_at, before.row.sla.deadline_at);
    app.advance(hours(9));
    assert_eq!(app.executor.show(number).await.row.sla.status, SlaStatus::Overdue);
    assert_eq!(numbers(&app.executor.queue("sla=overdue").await), [number]);
    assert_eq!(app.executor.resolve(number).await.row.sla.status, SlaStatus::Missed);
    assert_eq!(app.executor.resolve(after.row.number).await.row.sla.status, SlaStatus::Met);
}

async fn faults_are_told_by_field_and_language(app: TestApp) {
    let day = |weekday: i32, from: &str, to: &str| json!({ "weekday": weekday, "hours": [{ "from": from, "to": to }] });
    for (body, field, code) in [
        (json!({ "time_zone": "Mars/Olympus" }), "time_zone", "unknown-time-zone"),
        (json!({ "week": [day(1, "25:00", "26:00")] }), "week.0.hours.0.from", "bad-time"),
        (json!({ "week": [day(1, "12:00", "08:00")] }), "week.0.hours.0.to", "reversed"),
        (json!({ "week": [day(9, "08:00", "12:00")] }), "week.0.weekday", "bad-weekday"),
        (json!({ "week": [day(1, "08:00", "12:00"), day(1, "13:00", "14:00")] }), "week.1.weekday", "repeated-weekday"),
        (json!({ "week": [] }), "week", "no-hours"),
    ] {
        let mut told = Vec::new();
        for language in Language::ALL {
            let problem =
                change(&app, *language, app.world.calendars.office, body.clone()).await.refused(422, "invalid");
            let Some(error) = problem.errors.iter().find(|error| error.field == field) else { panic!("{problem:?}") };
            assert_eq!(error.code, code);
            told.push(error.message.clone());
        }
        told.dedup();
        assert_eq!(told.len(), 3, "{told:?}");
    }
}
