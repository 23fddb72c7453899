//! Reopening: in time, with a new cycle of the clock.

use chrono::TimeDelta;
use contract::requests::{Reopen, RequestView};
use contract::{Action, Situation};
use tests::time::{assert_near, local};
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    a_requester_reopens_within_the_days_of_parameter_171,
    nobody_reopens_when_the_parameter_is_zero,
    each_reopening_begins_a_cycle_and_keeps_the_earlier,
    a_reason_is_needed,
];

fn why() -> Reopen {
    Reopen { reason: "Voltou a falhar.".to_owned() }
}

async fn a_requester_reopens_within_the_days_of_parameter_171(app: TestApp) {
    app.set_parameter(ids::REOPEN_DAYS, 3);
    app.set_parameter(ids::CLOSING_DAYS, 0);
    let (in_time, late) = (app.resolved_request().await, app.resolved_request().await);
    let until = app.requester.show(in_time).await.row.reopen_until.unwrap();
    assert_near(until, app.now() + TimeDelta::days(3));
    app.advance(TimeDelta::days(3) - TimeDelta::minutes(2));
    let back: RequestView = app.requester.perform(in_time, "reopen", &why()).await.good();
    assert_eq!(back.row.situation, Situation::Reopened);
    app.advance(TimeDelta::minutes(4));
    assert!(!app.requester.show(late).await.row.actions.contains(&Action::Reopen));
    app.requester.perform(late, "reopen", &why()).await.refused(409, "too-late-to-reopen");
    // The desk any time.
    app.executor.perform(late, "reopen", &why()).await.done();
}

async fn nobody_reopens_when_the_parameter_is_zero(app: TestApp) {
    app.set_parameter(ids::REOPEN_DAYS, 0);
    let number = app.resolved_request().await;
    let seen = app.requester.show(number).await.row;
    assert_eq!((seen.reopen_until, seen.actions.contains(&Action::Reopen)), (None, false));
    app.requester.perform(number, "reopen", &why()).await.refused(409, "too-late-to-reopen");
}

async fn each_reopening_begins_a_cycle_and_keeps_the_earlier(app: TestApp) {
    app.set_time(local("2026-11-16 09:00"));
    let number = app.open_request(app.world.services.email).await;
    app.set_time(local("2026-11-16 11:00"));
    app.executor.resolve(number).await;
    app.set_time(local("2026-11-17 09:00"));
    let back: RequestView = app.requester.perform(number, "reopen", &why()).await.good();
    assert_near(back.row.sla.deadline_at.unwrap(), local("2026-11-17 17:00"));
    assert_eq!((back.solution, back.resolved_at, back.closes_at), (None, None, None));
    assert_eq!(back.row.responsible.as_ref().unwrap().name, "Carla Dias");
    // The second cycle is missed; both results stay.
    app.set_time(local("2026-11-18 09:00"));
    app.executor.resolve(number).await;
    let back: RequestView = app.executor.perform(number, "reopen", &why()).await.good();
    let met: Vec<_> = back.explanation.earlier_cycles.iter().map(|cycle| (cycle.number, cycle.met)).collect();
    assert_eq!(met, [(1, Some(true)), (2, Some(false))]);
    assert_near(back.explanation.earlier_cycles[0].deadline_at.unwrap(), local("2026-11-16 17:00"));
    assert_near(back.explanation.earlier_cycles[1].started_at, local("2026-11-17 09:00"));
}

async fn a_reason_is_needed(app: TestApp) {
    let number = app.resolved_request().await;
    let none = Reopen { reason: "  ".to_owned() };
    app.requester.perform(number, "reopen", &none).await.invalid(&[("reason", "required")]);
}
