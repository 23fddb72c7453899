//! `/events`: what changes, while it changes.

use chrono::TimeDelta;
use contract::Scope;
use contract::live::{LiveEvent, LiveKind};
use contract::timeline::NewNote;
use solicita::tx::Made;
use std::collections::BTreeMap;
use tests::operations::new_token;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    news_reach_those_concerned_only,
    what_is_internal_stays_on_the_desk,
    confidential_news_do_not_reach_who_oversees,
    who_was_away_gets_what_they_missed,
    who_was_away_too_long_reads_anew,
    events_come_in_commit_order_from_every_node,
    nobody_listens_without_a_session,
    a_stream_ends_with_its_session,
    a_stream_ends_with_its_token,
];

fn kinds(events: &[LiveEvent]) -> Vec<LiveKind> {
    let mut kinds: Vec<_> = events.iter().map(|event| event.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

async fn news_reach_those_concerned_only(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let mut ana = app.requester.listen(None).await;
    let mut bruno = app.stranger.listen(None).await;
    let mut carla = app.executor.listen(None).await;
    let mut elisa = app.watcher.listen(None).await;
    let mut fabio = app.overseer.listen(None).await;
    let mut gabriela = app.outsider.listen(None).await;
    let mut helena = app.administrator.listen(None).await;
    let number = app.open_request(app.world.services.email).await;
    app.requester.send_message(number, "Segredo de Ana").await;
    let first = carla.next().await;
    assert_eq!(
        first.live(),
        LiveEvent { kind: LiveKind::Opened, number: Some(number), actor_id: Some(app.world.people.requester.id) }
    );
    let marker = app.send_marker();
    for (name, listener) in [
        ("carla", &mut carla),
        ("elisa", &mut elisa),
        ("fabio", &mut fabio),
        ("helena", &mut helena),
        ("ana", &mut ana),
    ] {
        let events = listener.events_before(marker).await;
        assert!(events.iter().any(|event| event.kind == LiveKind::Message), "{name}: {events:?}");
        assert!(events.iter().all(|event| event.number == Some(number)), "{name}");
    }
    for (name, listener) in [("bruno", &mut bruno), ("gabriela", &mut gabriela)] {
        assert_eq!(listener.events_before(marker).await, [], "{name}");
    }
    // The notification is each executor's own.
    app.executor.capture(number).await;
    app.requester.send_message(number, "Mais uma").await;
    let marker = app.send_marker();
    let to_carla = carla.events_before(marker).await;
    assert!(kinds(&to_carla).contains(&LiveKind::Notification), "{to_carla:?}");
    assert!(!kinds(&elisa.events_before(marker).await).contains(&LiveKind::Notification));
}

async fn what_is_internal_stays_on_the_desk(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let mut ana = app.requester.listen(None).await;
    let mut carla = app.executor.listen(None).await;
    let note = NewNote { text: "Só nós".to_owned(), internal: true, ..NewNote::default() };
    app.second.add_note(number, &note).await;
    let marker = app.send_marker();
    assert_eq!(kinds(&carla.events_before(marker).await), [LiveKind::Note]);
    assert_eq!(ana.events_before(marker).await, []);
    app.second.add_note(number, &NewNote { internal: false, ..note }).await;
    assert!(kinds(&ana.events_before(app.send_marker()).await).contains(&LiveKind::Note));
}

async fn confidential_news_do_not_reach_who_oversees(app: TestApp) {
    let mut fabio = app.overseer.listen(None).await;
    let mut carla = app.executor.listen(None).await;
    app.requester.open(&app.draft(app.world.services.confidential)).await;
    let marker = app.send_marker();
    assert!(!carla.events_before(marker).await.is_empty());
    assert_eq!(fabio.events_before(marker).await, []);
}

async fn who_was_away_gets_what_they_missed(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.email).await;
    let mut ana = app.requester.listen(None).await;
    app.executor.capture(number).await;
    assert_eq!(ana.next().await.live().kind, LiveKind::Changed);
    let last = ana.last_id.clone();
    drop(ana);
    app.executor.send_message(number, "Um").await;
    app.executor.resolve(number).await;
    let mut ana = app.requester.listen(Some(&last)).await;
    let missed = ana.events_before(app.send_marker()).await;
    let told: Vec<_> = missed.iter().map(|event| event.kind).filter(|kind| *kind != LiveKind::Notification).collect();
    assert_eq!(told, [LiveKind::Message, LiveKind::Changed]);
    // From where they stand now, nothing.
    let mut again = app.requester.listen(Some(&ana.last_id)).await;
    assert_eq!(again.events_before(app.send_marker()).await, []);
}

async fn who_was_away_too_long_reads_anew(app: TestApp) {
    app.set_parameter(ids::LIVE_EVENT_DAYS, 1);
    let number = app.open_request(app.world.services.email).await;
    let mut ana = app.requester.listen(None).await;
    app.executor.capture(number).await;
    ana.next().await;
    let last = ana.last_id.clone();
    drop(ana);
    app.executor
        .perform(number, "return-to-group", &contract::desk::Justified { justification: "x".to_owned() })
        .await
        .done();
    app.advance(TimeDelta::days(2));
    app.second.capture(number).await;
    app.run_jobs().await;
    for id in [last.as_str(), "nonsense", "999999999-999999999"] {
        let mut ana = app.requester.listen(Some(id)).await;
        assert_eq!(ana.next().await.live().kind, LiveKind::Reset, "{id}");
        assert_eq!(ana.events_before(app.send_marker()).await, [], "{id}");
    }
}

async fn events_come_in_commit_order_from_every_node(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    // On SQLite there is one node.
    let other = if app.app.db.is_sqlite() { None } else { Some(app.another_node()) };
    let other = other.as_ref().unwrap_or(&app);
    let mut numbers = Vec::new();
    for _ in 0..4 {
        numbers.push(app.open_request(app.world.services.email).await);
    }
    let mut ana = app.requester.listen(None).await;
    let mut said: BTreeMap<i64, usize> = BTreeMap::new();
    for _ in 0..10 {
        let [a, b, c, d] = [numbers[0], numbers[1], numbers[2], numbers[3]];
        tokio::join!(
            app.executor.send_message(a, "a"),
            other.executor.send_message(b, "b"),
            app.second.send_message(c, "c"),
            other.second.send_message(d, "d")
        );
        for number in &numbers {
            *said.entry(*number).or_default() += 1;
        }
    }
    let mut heard: BTreeMap<i64, usize> = BTreeMap::new();
    let mut ids = Vec::new();
    // Sent by the other node: the stream finds it by reading the database once a second.
    for frame in ana.frames_before(other.send_marker()).await {
        let position: Vec<i64> = frame.id.split('-').map(|part| part.parse().unwrap()).collect();
        ids.push(position);
        if frame.live().kind == LiveKind::Message {
            *heard.entry(frame.live().number.unwrap()).or_default() += 1;
        }
    }
    assert!(ids.is_sorted() && ids.windows(2).all(|pair| pair[0] != pair[1]), "in order, once: {ids:?}");
    assert_eq!(heard, said);
}

async fn nobody_listens_without_a_session(app: TestApp) {
    app.anonymous.get("/events").await.refused(401, "unauthenticated");
}

async fn a_stream_ends_with_its_session(app: TestApp) {
    // On SQLite there is one node.
    let other = if app.app.db.is_sqlite() { None } else { Some(app.another_node()) };
    let mut here = app.executor.listen(None).await;
    let mut there = other.as_ref().unwrap_or(&app).executor.listen(None).await;
    let mut somebody = app.second.listen(None).await;
    app.administrator.delete(format!("/people/{}/sessions", app.world.people.executor.id)).await.done();
    here.wait_for_end().await;
    there.wait_for_end().await;
    app.executor.get("/events").await.refused(401, "unauthenticated");
    // Others listen on.
    let number = app.open_request(app.world.services.email).await;
    assert_eq!(somebody.next().await.live().number, Some(number));
    // So it does when one logs out, ...
    app.second.delete("/session").await.done();
    somebody.wait_for_end().await;
    // ... and when nothing happens but that time passes.
    let mut ana = app.requester.listen(None).await;
    app.app.clock.set(app.now() + TimeDelta::days(2));
    app.app.node.signals.committed(Made { logged_out: true, ..Made::default() });
    ana.wait_for_end().await;
}

async fn a_stream_ends_with_its_token(app: TestApp) {
    let new = new_token("Painel", &[Scope::RequestsRead]);
    let created = app.administrator.create_token(&new).await;
    let mut listener = app.anonymous.token(&created.secret).listen(None).await;
    app.administrator.delete(format!("/tokens/{}", created.token.id)).await.done();
    listener.wait_for_end().await;
}
