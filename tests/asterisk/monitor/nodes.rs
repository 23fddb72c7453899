//! Several nodes on one database: one watches.

use super::{call, line};
use contract::console::MonitorPhase as Phase;
use solicita::models::leases;
use tests::asterisk::node::{Cluster, LEASE};
use tests::asterisk::peer::Peer;
use tests::asterisk::script::{Script, send};
use tests::on_both_databases;
use tests::wait::until;

on_both_databases![by tests::asterisk::node::on:
    one_watches_and_another_takes_over_when_it_stops,
    another_takes_over_from_one_that_died,
    one_that_lost_the_lease_leaves_and_tells_nothing,
];

async fn one_watches_and_another_takes_over_when_it_stops(cluster: Cluster) {
    let peer = Peer::start([]).await;
    let nodes = [cluster.node(), cluster.node()];
    nodes[0].watch(&peer);
    let status = nodes[0].wait_for_status("a connection", |status| status.phase == Phase::Connected).await;
    assert_eq!(nodes[1].status(), status, "any node can tell");
    // The other tries to take the lease more often than this one pings ten times.
    peer.wait_for_pings(10).await;
    assert_eq!(peer.logins(), 1, "the other does not connect");
    let [first, second] = nodes;
    let (watching, waiting) = if first.sink.sessions() == 1 { (first, second) } else { (second, first) };
    assert_eq!(waiting.sink.sessions(), 0);
    watching.stop().await;
    // Long before the lease would have run out: it was given back.
    until("the other connects", || peer.logins() == 2).await;
    let after = waiting.wait_for_status("a connection", |status| status.phase == Phase::Connected).await;
    assert_ne!(after.holder, status.holder);
    waiting.stop().await;
}

async fn another_takes_over_from_one_that_died(cluster: Cluster) {
    let peer = Peer::start([Script::new([send(call(0)[0].clone())]).denied()]).await;
    let first = cluster.node();
    first.watch(&peer);
    until("it rings", || first.sink.lines().len() == 1).await;
    let second = cluster.node();
    assert_eq!(first.kill().await.lines().len(), 1, "nothing is told any more");
    second.app.clock.advance(chrono::TimeDelta::from_std(LEASE).unwrap());
    until("the other connects", || second.sink.sessions() == 1).await;
    let lines = second.stop().await.lines();
    assert_eq!(lines, [""; 0], "it begins anew: {lines:?}");
}

async fn one_that_lost_the_lease_leaves_and_tells_nothing(cluster: Cluster) {
    let peer = Peer::start([Script::new([send(call(0)[0].clone())]).denied()]).await;
    let node = cluster.node();
    node.watch(&peer);
    until("it rings", || node.sink.lines().len() == 1).await;
    let taken = node.app.write_now(|tx| {
        let later = tx.db_now() + chrono::TimeDelta::hours(1);
        Ok(leases::take(tx.conn, "asterisk", "somebody else", later, later)?)
    });
    assert!(taken.unwrap());
    until("it leaves", || peer.count("Logoff") == 1).await;
    let status = node.status();
    assert_eq!((status.phase, status.reason.as_str()), (Phase::Waiting, "no-node"), "the other has not begun");
    let lines = node.stop().await.lines();
    assert_eq!(lines.len(), 1, "what it lost is the other's to tell: {lines:?}");
    assert!(lines[0].starts_with(&line("ringing", 0)));
}
