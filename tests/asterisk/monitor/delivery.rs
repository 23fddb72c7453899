//! A database that is away: nothing is lost, nothing changes places.

use super::call;
use contract::console::MonitorPhase as Phase;
use solicita::monitor::Timing;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tests::asterisk::node::{Cluster, test_timing};
use tests::asterisk::peer::Peer;
use tests::asterisk::script::{Script, Step, send};
use tests::on_both_databases;
use tests::wait::until;

on_both_databases![by tests::asterisk::node::on: changes_wait_for_the_database_in_their_order, what_waits_has_a_limit];

/// Calls one after the other, each in reads of its own.
fn calls(count: usize) -> impl Iterator<Item = Step> {
    let pause = Step::Pause(Duration::from_millis(2));
    (0..count).flat_map(call).flat_map(move |part| [send(part), pause.clone()])
}

async fn changes_wait_for_the_database_in_their_order(cluster: Cluster) {
    let peer = Peer::start([Script::new(calls(10)).denied()]).await;
    let node = cluster.node();
    node.sink.unavailable.store(true, Ordering::SeqCst);
    node.watch(&peer);
    until("all is played", || peer.completed() == 1).await;
    node.wait_for_status("what waits", |status| status.undelivered > 10 && status.phase == Phase::Connected).await;
    assert_eq!((node.sink.sessions(), node.sink.changes().len()), (0, 0));
    node.sink.unavailable.store(false, Ordering::SeqCst);
    until("all is told", || node.sink.changes().len() == 40).await;
    node.wait_for_status("nothing waits", |status| status.undelivered == 0).await;
    let lines = node.stop().await.lines();
    let words: Vec<&str> = lines.iter().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(words, ["ringing", "answered", "ended", "finished"].repeat(10));
    assert_eq!(peer.logins(), 1);
}

async fn what_waits_has_a_limit(cluster: Cluster) {
    // More than the sockets hold.
    let padding = format!("Event: X\r\nPrivilege: call,all\r\nX: {}\r\n\r\n", "x".repeat(60_000)).repeat(10);
    let steps = calls(10).flat_map(|act| [act, send(padding.clone())]);
    let peer = Peer::start([Script::new(steps).denied()]).await;
    let node = cluster.node_with(Timing { buffered: 5, ..test_timing() });
    node.sink.unavailable.store(true, Ordering::SeqCst);
    node.watch(&peer);
    node.wait_for_status("what waits", |status| status.undelivered >= 5).await;
    // The database is tried again and again; meanwhile no more is read.
    let failures = node.sink.failures();
    until("more attempts", || node.sink.failures() >= failures + 3).await;
    assert!(node.status().undelivered <= 6, "{:?}", node.status());
    assert_eq!(peer.completed(), 0, "no more is read");
    node.sink.unavailable.store(false, Ordering::SeqCst);
    until("all is told", || node.sink.changes().len() == 40).await;
    let lines = node.stop().await.lines();
    let words: Vec<&str> = lines.iter().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(words, ["ringing", "answered", "ended", "finished"].repeat(10));
}
