//! Priority, deadline and SLA status, as time passes.

use chrono::TimeDelta;
use contract::desk::{ChangeDeadline, ChangePriority, Reclassify};
use contract::requests::NewRequest;
use contract::{Level, SlaStatus};
use tests::time::{assert_near, hours, local};
use tests::{Reply, TestApp, on_both_databases};

on_both_databases![
    priority_comes_from_impact_and_urgency,
    deadlines_skip_nights_weekends_and_holidays,
    the_status_follows_the_clock,
    the_outcome_is_kept,
    a_fixed_priority_stays,
    a_change_of_priority_counts_from_the_opening,
    reclassifying_counts_from_the_opening,
    a_deadline_by_hand_stands,
];

use Level::{High, Low, Medium};

async fn priority_comes_from_impact_and_urgency(app: TestApp) {
    app.set_time(local("2026-11-16 09:00"));
    for (impact, urgency, priority, target) in [
        (High, High, 1, 2),
        (High, Medium, 2, 4),
        (Medium, High, 2, 4),
        (High, Low, 3, 8),
        (Medium, Medium, 3, 8),
        (Low, High, 3, 8),
        (Medium, Low, 4, 16),
        (Low, Medium, 4, 16),
        (Low, Low, 5, 40),
    ] {
        let new = NewRequest { impact: Some(impact), urgency: Some(urgency), ..app.draft(app.world.services.email) };
        let request = app.executor.open(&new).await;
        assert_eq!(request.row.priority, priority, "{impact} {urgency}");
        assert_eq!(request.row.sla.target, Some(target * 3600), "{impact} {urgency}");
    }
}

async fn deadlines_skip_nights_weekends_and_holidays(app: TestApp) {
    for (opened, urgency, impact, deadline) in [
        ("2026-11-16 09:00", Medium, Medium, "2026-11-16 17:00"),
        // Before and after hours count from the next opening of the doors.
        ("2026-11-16 06:30", Medium, Medium, "2026-11-16 16:00"),
        ("2026-11-16 22:00", Medium, Medium, "2026-11-17 16:00"),
        ("2026-11-16 14:00", Medium, Medium, "2026-11-17 12:00"),
        // 40 hours, with the holiday of Friday the 20th and a weekend between.
        ("2026-11-16 09:00", Low, Low, "2026-11-23 09:00"),
        ("2026-11-19 17:00", High, High, "2026-11-23 09:00"),
        // Saturday.
        ("2026-11-21 11:00", High, High, "2026-11-23 10:00"),
    ] {
        app.set_time(local(opened));
        let new = NewRequest { impact: Some(impact), urgency: Some(urgency), ..app.draft(app.world.services.email) };
        let request = app.executor.open(&new).await;
        assert_near(request.row.sla.deadline_at.unwrap(), local(deadline));
    }
    app.set_time(local("2026-11-21 23:30"));
    let request = app.requester.open(&app.draft(app.world.services.outage)).await;
    assert_near(request.row.sla.deadline_at.unwrap(), local("2026-11-22 01:30"));
    let request = app.requester.open(&app.draft(app.world.services.agreed)).await;
    assert_eq!((request.row.sla.deadline_at, request.row.sla.status), (None, SlaStatus::None));
}

async fn the_status_follows_the_clock(app: TestApp) {
    app.set_time(local("2026-11-16 09:00"));
    let number = app.open_request(app.world.services.email).await;
    // 8 hours until 17:00; 20 % are 96 minutes.
    for (at, status) in [
        ("2026-11-16 09:01", SlaStatus::OnTime),
        ("2026-11-16 15:23", SlaStatus::OnTime),
        ("2026-11-16 15:26", SlaStatus::Expiring),
        ("2026-11-16 16:58", SlaStatus::Expiring),
        ("2026-11-16 17:02", SlaStatus::Overdue),
        ("2026-11-18 12:00", SlaStatus::Overdue),
    ] {
        app.set_time(local(at));
        let sla = app.requester.show(number).await.row.sla;
        assert_eq!(sla.status, status, "{at}");
        // The list, the filter and the counts agree with the page.
        assert_eq!(app.requester.list("").await.items[0].sla.status, status, "{at}");
        let found = app.executor.queue(&format!("sla={status}")).await.total;
        assert_eq!(found, 1, "{at} {status}");
        let counts: contract::desk::QueueCounts = app.executor.get("/queue/counts").await.good();
        let by_status = [
            (SlaStatus::OnTime, counts.on_time),
            (SlaStatus::Expiring, counts.expiring),
            (SlaStatus::Overdue, counts.overdue),
        ];
        for (other, count) in by_status {
            assert_eq!(count, i64::from(other == status), "{at} {other}");
        }
    }
    let sla = app.requester.show(number).await.row.sla;
    assert!((sla.left.unwrap() + 15 * 3600).abs() < 60, "Tuesday's 10 hours, 1 on Monday and 4 today: {sla:?}");
}

async fn the_outcome_is_kept(app: TestApp) {
    for (resolved, status) in [("2026-11-16 16:59", SlaStatus::Met), ("2026-11-16 17:02", SlaStatus::Missed)] {
        app.set_time(local("2026-11-16 09:00"));
        let number = app.open_request(app.world.services.email).await;
        app.set_time(local(resolved));
        let request = app.executor.resolve(number).await;
        assert_eq!(request.row.sla.status, status);
        assert_near(request.row.sla.ended_at.unwrap(), local(resolved));
        app.set_time(local("2026-11-30 12:00"));
        assert_eq!(app.requester.show(number).await.row.sla.status, status);
        assert_eq!(app.executor.queue(&format!("situation=all&sla={status}")).await.total, 1);
    }
}

async fn a_fixed_priority_stays(app: TestApp) {
    let new = NewRequest { urgency: Some(Low), ..app.draft(app.world.services.outage) };
    let number = app.requester.open(&new).await.row.number;
    let to = ChangePriority { impact: Low, urgency: Medium, justification: "Teste.".to_owned() };
    app.executor.capture(number).await;
    let reply = app.executor.perform(number, "priority", &to).await;
    assert_eq!(reply.good::<contract::requests::RequestView>().row.priority, 1);
}

async fn prioritise(app: &TestApp, number: i64, impact: Level, urgency: Level) -> Reply {
    let to = ChangePriority { impact, urgency, justification: "Diretoria.".to_owned() };
    app.executor.perform(number, "priority", &to).await
}

async fn a_change_of_priority_counts_from_the_opening(app: TestApp) {
    app.set_time(local("2026-11-16 09:00"));
    let number = app.open_request(app.world.services.email).await;
    app.set_time(local("2026-11-16 10:00"));
    let request: contract::requests::RequestView = prioritise(&app, number, High, High).await.good();
    assert_eq!((request.row.priority, request.impact, request.urgency), (1, High, High));
    assert_near(request.row.sla.deadline_at.unwrap(), local("2026-11-16 11:00"));
    prioritise(&app, number, High, High).await.invalid(&[("urgency", "no-change")]);
    let none = ChangePriority { impact: Low, urgency: Low, justification: " ".to_owned() };
    app.executor.perform(number, "priority", &none).await.invalid(&[("justification", "required")]);
    // Old and new are kept, for the desk with the reason.
    let row = app.executor.speaking(contract::Language::English).history(number).await.remove(0);
    assert_eq!(row.summary.as_deref(), Some("Carla Dias changed the priority from 3 to 1."));
    assert_eq!(row.text.as_deref(), Some("Diretoria."));
    assert_eq!(app.requester.history(number).await[0].text, None);
}

async fn reclassifying_counts_from_the_opening(app: TestApp) {
    app.set_time(local("2026-11-16 09:00"));
    let number = app.open_request(app.world.services.laptop).await;
    app.executor.capture(number).await;
    app.set_time(local("2026-11-17 09:00"));
    let to = |service_id| Reclassify { service_id, justification: "É incidente.".to_owned() };
    let services = &app.world.services;
    let request: contract::requests::RequestView =
        app.executor.perform(number, "reclassify", &to(services.email)).await.good();
    assert_eq!((request.row.service.id, request.row.priority), (services.email, 3));
    assert_eq!(request.row.request_type, contract::RequestType::Incident);
    assert_near(request.row.sla.deadline_at.unwrap(), local("2026-11-16 17:00"));
    assert_eq!(request.row.sla.status, SlaStatus::Overdue);
    assert_eq!(request.row.responsible.unwrap().name, "Carla Dias", "the group is the same");
    for (service, code) in [(services.email, "no-change"), (services.inactive, "service-unknown")] {
        app.executor.perform(number, "reclassify", &to(service)).await.invalid(&[("service_id", code)]);
    }
    // To another group: it is theirs now, and nobody's.
    assert_eq!(app.executor.perform(number, "reclassify", &to(services.network)).await.status, 204);
    app.executor.get(format!("/requests/{number}")).await.refused(404, "request-not-found");
    let row = app.outsider.show(number).await.row;
    assert_eq!((row.responsible, row.group.unwrap().name.as_str()), (None, "Redes"));
    let seen = app.requester.history(number).await.remove(0);
    assert_eq!(seen.text.as_deref(), Some("É incidente."), "the requester is told why");
}

async fn a_deadline_by_hand_stands(app: TestApp) {
    app.set_time(local("2026-11-16 09:00"));
    for service in [app.world.services.email, app.world.services.agreed] {
        let number = app.open_request(service).await;
        let at = local("2026-11-21 15:00");
        let to = ChangeDeadline { deadline_at: at, justification: "Combinado.".to_owned() };
        let request: contract::requests::RequestView = app.executor.perform(number, "deadline", &to).await.good();
        assert_eq!(request.row.sla.deadline_at, Some(at));
        assert!(request.explanation.set_by_hand);
        assert_eq!(request.row.sla.status, SlaStatus::OnTime);
        let past = ChangeDeadline { deadline_at: app.now() - hours(1), ..to.clone() };
        app.executor.perform(number, "deadline", &past).await.invalid(&[("deadline_at", "in-the-past")]);
        let far = ChangeDeadline { deadline_at: app.now() + TimeDelta::days(4000), ..to.clone() };
        app.executor.perform(number, "deadline", &far).await.invalid(&[("deadline_at", "too-far")]);
        let why = ChangeDeadline { justification: String::new(), ..to };
        app.executor.perform(number, "deadline", &why).await.invalid(&[("justification", "required")]);
    }
}
