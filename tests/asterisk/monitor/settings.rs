//! Parameters take effect without a restart.

use contract::console::MonitorPhase as Phase;
use contract::console::{Console, MonitorPhase};
use solicita::views::monitor::MonitorReport;
use tests::asterisk::node::Cluster;
use tests::asterisk::peer::Peer;
use tests::wait::until;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![by tests::asterisk::node::on: another_address_is_connected_to, off_is_off, nothing_is_done_while_settings_are_missing];

async fn another_address_is_connected_to(cluster: Cluster) {
    let (first, second) = (Peer::start([]).await, Peer::start([]).await);
    let node = cluster.node();
    node.watch(&first);
    node.wait_for_status("the first", |status| status.phase == Phase::Connected && status.address == first.address())
        .await;
    node.set_parameters(&[(ids::ASTERISK_ADDRESS, &second.address())]);
    node.wait_for_status("the second", |status| status.phase == Phase::Connected && status.address == second.address())
        .await;
    until("the first is left", || first.count("Logoff") == 1).await;
    node.set_parameters(&[(ids::WATCHED_QUEUES, "300, 301"), (ids::REOPEN_DAYS, "9")]);
    // The parameters are read again more often than the node pings ten times.
    second.wait_for_pings(10).await;
    assert_eq!((first.logins(), second.logins()), (1, 1), "what is something else changes nothing");
    node.stop().await;
}

async fn off_is_off(cluster: Cluster) {
    let peer = Peer::start([]).await;
    let node = cluster.node();
    assert_eq!(node.status().phase, Phase::Off);
    let mut last = None;
    for (switch, logins) in [(ids::WATCH_ASTERISK, 1), (ids::TELEPHONY, 2)] {
        node.watch(&peer);
        // Not the last one, which the node may still be taking leave of.
        let new = |status: &MonitorReport| status.phase == Phase::Connected && status.since != last;
        let status = node.wait_for_status("a connection", new).await;
        assert!(status.holder.is_some());
        last = status.since;
        node.set_parameters(&[(switch, "N")]);
        until("it is left", || peer.count("Logoff") == logins).await;
        assert_eq!(node.status().phase, Phase::Off);
    }
    node.stop().await;
    assert_eq!(peer.logins(), 2);
}

async fn nothing_is_done_while_settings_are_missing(cluster: Cluster) {
    let peer = Peer::start([]).await;
    let node = cluster.node();
    node.watch(&peer);
    node.wait_for_status("a connection", |status| status.phase == Phase::Connected).await;
    node.set_parameters(&[(ids::ASTERISK_SECRET, "")]);
    let status = node.wait_for_status("what is missing", |status| status.phase == Phase::Waiting).await;
    assert_eq!(status.reason, "incomplete");
    until("it is left", || peer.count("Logoff") == 1).await;
    node.stop().await;
}

on_both_databases![the_server_itself_watches];

async fn the_server_itself_watches(app: TestApp) {
    let peer = Peer::start([]).await;
    for (parameter, value) in peer.parameters() {
        app.set_parameter(parameter, value);
    }
    until("it logs in", || peer.logins() == 1).await;
    // Another server on the same database waits.
    let other = app.another_node();
    for _ in 0..50 {
        // Meanwhile its monitor has begun, and has found the lease taken.
        let console: Console = other.administrator.get("/telephony/console").await.good();
        assert_eq!(console.monitor.phase, MonitorPhase::Connected);
    }
    assert_eq!((peer.logins(), peer.count("Logoff")), (1, 0));
    app.set_parameter(ids::WATCH_ASTERISK, "N");
    until("it leaves", || peer.count("Logoff") == 1).await;
}
