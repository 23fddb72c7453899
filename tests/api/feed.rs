//! Live events are read once for all open streams of a node; each stream gets each of its events once, in order.

use contract::live::LiveKind;
use solicita::models::live_events::{self, Audience};
use tests::live::Listener;
use tests::{TestApp, on_both_databases};

on_both_databases![
    many_streams_get_each_event_once_in_order,
    who_is_far_behind_reads_the_table,
    streams_that_begin_and_end_meanwhile_miss_nothing,
];

/// Events more than one node holds in memory.
const MANY: i64 = 2_500;

/// Tells everybody of `count` notices, numbered from `first`.
fn tell(app: &TestApp, first: i64, count: i64) {
    app.write(|tx| {
        for number in first..first + count {
            live_events::add(tx, LiveKind::Notice, Some(number), None, Audience::default())?;
        }
        Ok(())
    });
}

/// The numbers of the next events.
async fn numbers(listener: &mut Listener, count: i64) -> Vec<i64> {
    let mut numbers = Vec::new();
    for _ in 0..count {
        numbers.push(listener.next().await.live().number.unwrap_or_default());
    }
    numbers
}

async fn many_streams_get_each_event_once_in_order(app: TestApp) {
    // On SQLite there is one node.
    let other = if app.app.db.is_sqlite() { None } else { Some(app.another_node()) };
    let people = [&app.requester, &app.stranger, &app.executor, &app.administrator];
    let mut listeners = Vec::new();
    for _ in 0..5 {
        for persona in people {
            listeners.push(persona.listen(None).await);
        }
        if let Some(other) = &other {
            listeners.push(other.executor.listen(None).await);
        }
    }
    for batch in 0..20 {
        let node = if batch % 2 == 0 { &app } else { other.as_ref().unwrap_or(&app) };
        tell(node, batch * 10, 10);
    }
    for listener in &mut listeners {
        assert_eq!(numbers(listener, 200).await, (0..200).collect::<Vec<_>>());
    }
    // Nothing came twice: what comes next is new.
    tell(&app, 1_000, 1);
    for listener in &mut listeners {
        assert_eq!(numbers(listener, 1).await, [1_000]);
    }
}

async fn who_is_far_behind_reads_the_table(app: TestApp) {
    let before = app.requester.listen(None).await.last_id.clone();
    let mut held = app.stranger.listen(None).await;
    tell(&app, 0, MANY);
    assert_eq!(numbers(&mut held, MANY).await, (0..MANY).collect::<Vec<_>>());
    let mut behind = app.requester.listen(Some(&before)).await;
    tell(&app, MANY, 10);
    assert_eq!(numbers(&mut behind, MANY + 10).await, (0..MANY + 10).collect::<Vec<_>>());
}

async fn streams_that_begin_and_end_meanwhile_miss_nothing(app: TestApp) {
    let mut position = app.requester.listen(None).await.last_id.clone();
    for round in 0..20 {
        // Nobody listens while these are told; then somebody begins where they stopped.
        tell(&app, round * 10, 5);
        let mut listener = app.requester.listen(Some(&position)).await;
        tell(&app, round * 10 + 5, 5);
        assert_eq!(numbers(&mut listener, 10).await, (round * 10..round * 10 + 10).collect::<Vec<_>>());
        position.clone_from(&listener.last_id);
    }
}
