//! Requests in every situation, in time and too late.

use contract::requests::Cancel;
use tests::TestApp;
use tests::time::{hours, local};

/// The numbers of requests that were opened on Monday at nine and are due at five. The present
/// time is half past five.
pub(super) struct Histories {
    pub running: i64,
    pub resolved: i64,
    pub resolved_late: i64,
    pub closed: i64,
    pub closed_late: i64,
    pub cancelled: i64,
    pub suspended: i64,
    pub suspended_late: i64,
}

pub(super) async fn suspend(app: &TestApp, number: i64) {
    app.executor.capture(number).await;
    app.executor.suspend(number, app.world.reasons.supplier, app.now() + hours(72)).await;
}

pub(super) async fn resolve_and_close(app: &TestApp, number: i64) {
    app.executor.resolve(number).await;
    app.requester.perform_without_body(number, "close").await.done();
}

pub(super) async fn histories(app: &TestApp) -> Histories {
    app.set_time(local("2026-11-16 09:00"));
    let email = app.world.services.email;
    let these = Histories {
        running: app.open_request(email).await,
        resolved: app.open_request(email).await,
        resolved_late: app.open_request(email).await,
        closed: app.open_request(email).await,
        closed_late: app.open_request(email).await,
        cancelled: app.open_request(email).await,
        suspended: app.open_request(email).await,
        suspended_late: app.open_request(email).await,
    };
    app.executor.resolve(these.resolved).await;
    resolve_and_close(app, these.closed).await;
    app.executor.perform(these.cancelled, "cancel", &Cancel { reason: "Engano.".to_owned() }).await.done();
    suspend(app, these.suspended).await;
    app.set_time(local("2026-11-16 17:30"));
    app.executor.resolve(these.resolved_late).await;
    resolve_and_close(app, these.closed_late).await;
    suspend(app, these.suspended_late).await;
    these
}
