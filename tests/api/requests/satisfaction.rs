//! `POST /requests/{number}/satisfaction`: the survey.

use contract::live::{NotificationKind, NotificationView};
use contract::requests::{Reopen, RequestView, Satisfaction};
use contract::{Grade, Page, Situation};
use tests::{TestApp, ids, on_both_databases};

on_both_databases![a_grade_is_given_once, accepting_closes, a_poor_grade_alerts_the_group, reopening_asks_again];

fn grade(grade: Grade) -> Satisfaction {
    Satisfaction { grade, comment: "Demorou.".to_owned(), accept: false }
}

async fn a_grade_is_given_once(app: TestApp) {
    let number = app.resolved_request().await;
    let rated: RequestView = app.requester.perform(number, "satisfaction", &grade(Grade::Good)).await.good();
    let answer = rated.satisfaction.unwrap();
    assert_eq!(
        (answer.grade, answer.comment.as_str(), rated.row.situation),
        (Grade::Good, "Demorou.", Situation::Resolved)
    );
    app.requester.perform(number, "satisfaction", &grade(Grade::Poor)).await.refused(409, "already-rated");
    assert_eq!(app.executor.show(number).await.satisfaction.unwrap().grade, Grade::Good);
    let long = Satisfaction { comment: "x".repeat(2001), ..grade(Grade::Good) };
    app.requester
        .perform(app.resolved_request().await, "satisfaction", &long)
        .await
        .invalid(&[("comment", "too-long")]);
}

async fn accepting_closes(app: TestApp) {
    let number = app.resolved_request().await;
    let answer = Satisfaction { accept: true, ..grade(Grade::Excellent) };
    let closed: RequestView = app.requester.perform(number, "satisfaction", &answer).await.good();
    assert_eq!(closed.row.situation, Situation::Closed);
}

async fn alerts(person: &tests::Persona) -> usize {
    let page: Page<NotificationView> = person.get("/notifications").await.good();
    page.items.iter().filter(|row| row.kind == NotificationKind::PoorGrade).count()
}

async fn a_poor_grade_alerts_the_group(app: TestApp) {
    // Nobody is to be told.
    app.requester.perform(app.resolved_request().await, "satisfaction", &grade(Grade::Poor)).await.done();
    assert_eq!(app.emails().iter().filter(|email| email.parameter == Some(ids::POOR_GRADE_TEMPLATE)).count(), 0);
    app.set_parameter(ids::POOR_GRADE_TEMPLATE, app.world.templates.request);
    app.set_parameter(ids::POOR_GRADE_GROUP, app.world.groups.first_level);
    for (given, told) in [(Grade::Excellent, 0), (Grade::Good, 0), (Grade::Fair, 1), (Grade::Poor, 2)] {
        app.requester.perform(app.resolved_request().await, "satisfaction", &grade(given)).await.done();
        assert_eq!(alerts(&app.overseer).await, told, "{given}");
        let mailed: Vec<_> =
            app.emails().into_iter().filter(|email| email.parameter == Some(ids::POOR_GRADE_TEMPLATE)).collect();
        assert_eq!(mailed.len(), told, "{given}");
        assert!(mailed.iter().all(|email| email.address.as_deref() == Some("fabio@empresa.test")));
        assert!(mailed.iter().all(|email| email.value("OCORRENCIA").as_deref() == Some("Demorou.")));
    }
    assert_eq!(alerts(&app.executor).await, 0);
}

async fn reopening_asks_again(app: TestApp) {
    let number = app.resolved_request().await;
    app.requester.perform(number, "satisfaction", &grade(Grade::Poor)).await.done();
    app.requester.perform(number, "reopen", &Reopen { reason: "Não resolveu.".to_owned() }).await.done();
    assert_eq!(app.requester.show(number).await.satisfaction, None);
    app.executor.resolve(number).await;
    app.requester.perform(number, "satisfaction", &grade(Grade::Good)).await.done();
}
