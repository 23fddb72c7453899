//! A database that is away: nothing is lost, nothing changes places.

use super::call;
use solicita::monitor::{Phase, Timing};
use std::sync::atomic::Ordering;
use std::time::Duration;
use tests::asterisk::peer::Peer;
use tests::asterisk::scene::{Act, Scene, send};
use tests::asterisk::watch::{Stage, quick};
use tests::wait::until;
use tests::watched_on_both_databases;

watched_on_both_databases![changes_wait_for_the_database_in_their_order, what_waits_has_a_limit];

/// Calls one after the other, each in reads of its own.
fn calls(count: usize) -> impl Iterator<Item = Act> {
    let pause = Act::Pause(Duration::from_millis(2));
    (0..count).flat_map(call).flat_map(move |part| [send(part), pause.clone()])
}

async fn changes_wait_for_the_database_in_their_order(stage: Stage) {
    let peer = Peer::start([Scene::of(calls(10)).denied()]).await;
    let node = stage.node();
    node.sink.away.store(true, Ordering::SeqCst);
    node.watch(&peer);
    until("all is played", || peer.played() == 1).await;
    node.sees("what waits", |status| status.undelivered > 10 && status.phase == Phase::Connected).await;
    assert_eq!((node.sink.begun(), node.sink.changes().len()), (0, 0));
    node.sink.away.store(false, Ordering::SeqCst);
    until("all is told", || node.sink.changes().len() == 40).await;
    node.sees("nothing waits", |status| status.undelivered == 0).await;
    let lines = node.stop().await.lines();
    let words: Vec<&str> = lines.iter().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(words, ["ringing", "answered", "ended", "finished"].repeat(10));
    assert_eq!(peer.logins(), 1);
}

async fn what_waits_has_a_limit(stage: Stage) {
    // More than the sockets hold.
    let padding = format!("Event: X\r\nPrivilege: call,all\r\nX: {}\r\n\r\n", "x".repeat(60_000)).repeat(10);
    let acts = calls(10).flat_map(|act| [act, send(padding.clone())]);
    let peer = Peer::start([Scene::of(acts).denied()]).await;
    let node = stage.node_with(Timing { buffered: 5, ..quick() });
    node.sink.away.store(true, Ordering::SeqCst);
    node.watch(&peer);
    node.sees("what waits", |status| status.undelivered >= 5).await;
    // The database is tried again and again; meanwhile no more is read.
    let refusals = node.sink.refusals();
    until("more attempts", || node.sink.refusals() >= refusals + 3).await;
    assert!(node.status().undelivered <= 6, "{:?}", node.status());
    assert_eq!(peer.played(), 0, "no more is read");
    node.sink.away.store(false, Ordering::SeqCst);
    until("all is told", || node.sink.changes().len() == 40).await;
    let lines = node.stop().await.lines();
    let words: Vec<&str> = lines.iter().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(words, ["ringing", "answered", "ended", "finished"].repeat(10));
}
