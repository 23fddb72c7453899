//! `/queue`: what the desk serves, and who sees what.

use contract::desk::QueueCounts;
use contract::requests::NewRequest;
use contract::{Level, Situation};
use diesel::prelude::*;
use solicita::db::schema::requests;
use tests::operations::numbers;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    one_sees_ones_groups_requests,
    confidential_requests_are_kept_from_who_oversees,
    filters_narrow,
    counts_follow_the_other_filters,
    what_is_finished_is_out_of_the_way,
];

async fn one_sees_ones_groups_requests(app: TestApp) {
    let support = app.open_request(app.world.services.email).await;
    let networks = app.open_request(app.world.services.network).await;
    let nobodys = app.open_request(app.world.services.unassigned).await;
    for (person, expected) in [
        (&app.executor, vec![support]),
        (&app.watcher, vec![support]),
        (&app.outsider, vec![networks]),
        (&app.overseer, vec![support, networks, nobodys]),
        (&app.administrator, vec![support, networks, nobodys]),
    ] {
        assert_eq!(numbers(&person.queue("sort=number").await), expected);
    }
    app.requester.get("/queue").await.refused(403, "role");
    // Delegated to a person of another group, it is theirs to serve.
    let to = contract::desk::Delegate {
        group_id: app.world.groups.networks,
        person_id: Some(app.world.people.outsider.id),
        justification: "É rede.".to_owned(),
    };
    app.executor.perform(support, "delegate", &to).await.done();
    assert_eq!(numbers(&app.outsider.queue("sort=number").await), [support, networks]);
}

async fn confidential_requests_are_kept_from_who_oversees(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.confidential).await;
    app.requester.send_message(number, "Meu salário é 1234").await;
    let note = contract::timeline::NewNote {
        text: "O líquido é 87654".to_owned(),
        ..contract::timeline::NewNote::default()
    };
    app.requester.add_note(number, &note).await;
    assert_eq!(app.overseer.queue("").await.total, 0);
    app.overseer.get(format!("/requests/{number}")).await.refused(404, "request-not-found");
    assert_eq!(app.executor.messages(number).await[0].text.as_deref(), Some("Meu salário é 1234"));
    // An administrator sees the request, and no text of it.
    let seen = app.administrator.show(number).await;
    assert!(seen.messages_hidden);
    let timeline = app.administrator.timeline(number).await;
    assert_eq!((timeline.counts.messages, timeline.counts.notes), (1, 1));
    let reply = app.administrator.get(format!("/requests/{number}/timeline")).await;
    assert!(!reply.text().contains("1234") && !reply.text().contains("87654"), "{reply:?}");
    // Nor do they find it by searching for it.
    assert_eq!(app.administrator.queue("search=1234").await.total, 0);
    assert_eq!(app.administrator.queue("search=87654").await.total, 0);
    assert_eq!(app.administrator.queue(&format!("search={number}")).await.total, 1);
    assert_eq!(app.executor.queue("search=1234").await.total, 1);
    assert_eq!(app.executor.queue("search=87654").await.total, 1);
    // Not even one who is still responsible for it from the time when they attended.
    app.write(|tx| {
        let helena = app.world.people.administrator.id;
        diesel::update(requests::table.filter(requests::number.eq(number)))
            .set(requests::responsible_id.eq(helena))
            .execute(tx.conn)?;
        Ok(())
    });
    assert!(app.administrator.show(number).await.messages_hidden);
    assert_eq!(app.administrator.queue("search=1234").await.total, 0);
}

async fn filters_narrow(app: TestApp) {
    let email = app.open_request(app.world.services.email).await;
    let laptop = app.stranger.open(&app.draft(app.world.services.laptop)).await.row.number;
    let urgent = NewRequest { urgency: Some(Level::High), ..app.draft(app.world.services.email) };
    let urgent = app.stranger.open(&urgent).await.row.number;
    app.executor.capture(laptop).await;
    app.second.capture(urgent).await;
    app.second.suspend(urgent, app.world.reasons.supplier, app.now() + chrono::TimeDelta::days(1)).await;
    let (bruno, diego) = (app.world.people.stranger.id, app.world.people.second.id);
    let support = app.world.groups.support;
    for (query, expected) in [
        (format!("number={laptop}"), vec![laptop]),
        (format!("requester_id={bruno}"), vec![laptop, urgent]),
        ("type=service_request".to_owned(), vec![laptop]),
        ("situation=suspended".to_owned(), vec![urgent]),
        ("responsible=me".to_owned(), vec![laptop]),
        ("responsible=none".to_owned(), vec![email]),
        (format!("responsible={diego}"), vec![urgent]),
        (format!("group={support}"), vec![email, laptop, urgent]),
        (format!("group={}", app.world.groups.networks), vec![]),
        ("search=bruno".to_owned(), vec![laptop, urgent]),
        ("search=4321".to_owned(), vec![email]),
        ("sla=paused".to_owned(), vec![urgent]),
        ("sla=on_time&responsible=me".to_owned(), vec![laptop]),
    ] {
        let found = numbers(&app.executor.queue(&format!("sort=number&{query}")).await);
        assert_eq!(found, expected, "{query}");
    }
}

async fn counts_follow_the_other_filters(app: TestApp) {
    let services = &app.world.services;
    let mut opened = Vec::new();
    for service in [services.email, services.email, services.laptop, services.agreed] {
        opened.push(app.open_request(service).await);
    }
    app.executor.capture(opened[0]).await;
    app.executor.suspend(opened[0], app.world.reasons.supplier, app.now() + chrono::TimeDelta::days(9)).await;
    app.advance(chrono::TimeDelta::days(1) + chrono::TimeDelta::hours(1));
    let counts: QueueCounts = app.executor.get("/queue/counts").await.good();
    let expected =
        QueueCounts { all: 4, overdue: 1, expiring: 0, on_time: 1, paused: 1, no_target: 1, unassigned: 3, mine: 1 };
    assert_eq!(counts, expected);
    let counts: QueueCounts = app.executor.get("/queue/counts?type=incident&sla=paused").await.good();
    assert_eq!((counts.all, counts.paused, counts.overdue, counts.on_time), (2, 1, 1, 0));
}

async fn what_is_finished_is_out_of_the_way(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    app.executor.resolve(number).await;
    assert_eq!(app.executor.queue("").await.total, 0);
    assert_eq!(app.executor.queue("situation=all").await.items[0].situation, Situation::Resolved);
    let counts: QueueCounts = app.executor.get("/queue/counts").await.good();
    assert_eq!(counts.all, 0);
}
