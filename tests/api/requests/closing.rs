//! Accepting, closing automatically, cancelling.

use chrono::TimeDelta;
use contract::requests::{Cancel, RequestView};
use contract::{Language, Situation, Task};
use tests::time::assert_near;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    the_requester_accepts,
    what_nobody_accepts_closes_by_itself,
    nothing_closes_by_itself_when_the_parameter_is_zero,
    an_executor_cancels_with_a_reason,
];

async fn the_requester_accepts(app: TestApp) {
    let number = app.resolved_request().await;
    assert_eq!(app.requester.show(number).await.row.task, Task::WaitingAcceptance);
    let closed: RequestView = app.requester.perform_without_body(number, "close").await.good();
    assert_eq!((closed.row.situation, closed.row.task), (Situation::Closed, Task::Finished));
    assert_eq!(closed.ended_at.map(|at| at > closed.resolved_at.unwrap()), Some(true));
}

async fn what_nobody_accepts_closes_by_itself(app: TestApp) {
    app.set_parameter(ids::CLOSING_DAYS, 2);
    let number = app.resolved_request().await;
    assert_near(app.requester.show(number).await.closes_at.unwrap(), app.now() + TimeDelta::days(2));
    app.advance(TimeDelta::days(2) - TimeDelta::minutes(2));
    app.run_jobs().await;
    assert_eq!(app.requester.show(number).await.row.situation, Situation::Resolved);
    app.advance(TimeDelta::minutes(4));
    app.run_jobs().await;
    app.run_jobs().await;
    let closed = app.requester.show(number).await;
    assert_eq!((closed.row.situation, closed.closes_at), (Situation::Closed, None));
    let history = app.requester.speaking(Language::English).history(number).await;
    assert_eq!(history[0].summary.as_deref(), Some("Closed automatically: nobody reopened it in time."));
    assert_eq!(history.iter().filter(|row| row.summary == history[0].summary).count(), 1);
}

async fn nothing_closes_by_itself_when_the_parameter_is_zero(app: TestApp) {
    app.set_parameter(ids::CLOSING_DAYS, 0);
    let number = app.resolved_request().await;
    app.advance(TimeDelta::days(400));
    app.run_jobs().await;
    let still = app.requester.show(number).await;
    assert_eq!((still.row.situation, still.closes_at), (Situation::Resolved, None));
}

async fn an_executor_cancels_with_a_reason(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let none = Cancel::default();
    app.executor.perform(number, "cancel", &none).await.invalid(&[("reason", "required")]);
    app.set_parameter(ids::PORTAL_CANCEL, "S");
    // The requester needs none.
    let cancelled: RequestView = app.requester.perform(number, "cancel", &none).await.good();
    assert_eq!(cancelled.row.situation, Situation::Cancelled);
}
