//! Which calls count: those of the queues that the parameter [`ids::WATCHED_QUEUES`] names,
//! and those to and from the extensions that somebody recorded. Other calls are private.

use tests::asterisk::lines::expected;
use tests::asterisk::node::{Cluster, without_times};
use tests::asterisk::peer::Peer;
use tests::asterisk::script::recorded;
use tests::ids;
use tests::on_both_databases;
use tests::wait::until;

on_both_databases![by tests::asterisk::node::on:
    calls_of_other_queues_are_left_out,
    calls_to_recorded_extensions_always_count,
    a_direct_call_to_an_extension_of_nobody_is_private,
    a_call_made_from_a_recorded_extension_counts,
    a_call_that_is_passed_on_is_told_where_it_counts,
];

const DIRECT: &str = "10-direct-answered-caller-hangs-up";
const BUSY: &str = "14-direct-busy";
const NO_PHONE: &str = "16-direct-phone-not-registered";
const FROM_200: &str = "18-outgoing-from-200";
const QUEUE: &str = "20-queue-answered";
const TRANSFER: &str = "40-blind-transfer";

/// The changes that a recording gives, with these watched queues and these recorded extensions.
async fn told(cluster: &Cluster, name: &str, queues: &str, extensions: &[&str]) -> Vec<String> {
    let peer = Peer::start(recorded(name)).await;
    let node = cluster.node();
    let recorded = extensions.iter().map(|&extension| extension.to_owned()).collect();
    node.sink.recorded_extensions.lock().unwrap().replace(recorded);
    node.set_parameters(&[(ids::WATCHED_QUEUES, queues)]);
    node.watch(&peer);
    until("it is played", || peer.completed() == 1).await;
    peer.wait_for_pings(1).await;
    // What was read and not told yet is told before the node has stopped.
    node.set_parameters(&[(ids::WATCH_ASTERISK, "N")]);
    node.stop().await.lines()
}

fn all(name: &str) -> Vec<String> {
    expected(name).iter().map(|line| without_times(line)).collect()
}

/// What is told of a phone, and the end of the call.
fn at(name: &str, extension: &str) -> Vec<String> {
    let place = format!(" at {extension}");
    let counts = |line: &String| line.contains(&place) || line.starts_with("finished");
    let lines: Vec<String> = all(name).into_iter().filter(counts).collect();
    assert!(lines.len() >= 3 && lines.len() < all(name).len(), "{lines:?}");
    lines
}

async fn calls_of_other_queues_are_left_out(cluster: Cluster) {
    assert!(all(QUEUE)[0].contains("queue 300"), "{:?}", all(QUEUE));
    for queues in ["", "300", "7, 300 ,8"] {
        assert_eq!(told(&cluster, QUEUE, queues, &[]).await, all(QUEUE), "{queues:?}");
    }
    assert_eq!(told(&cluster, QUEUE, "301", &[]).await, [""; 0]);
}

async fn calls_to_recorded_extensions_always_count(cluster: Cluster) {
    // 200 and 201 ring; only what happens at 201, and the end of the call, is told.
    assert_eq!(told(&cluster, QUEUE, "301", &["201"]).await, at(QUEUE, "201"));
    for queues in ["", "301"] {
        assert_eq!(told(&cluster, DIRECT, queues, &["200"]).await, all(DIRECT), "{queues:?}");
        // It was busy, and did not ring.
        assert_eq!(told(&cluster, BUSY, queues, &["200"]).await, all(BUSY), "{queues:?}");
    }
}

async fn a_direct_call_to_an_extension_of_nobody_is_private(cluster: Cluster) {
    for queues in ["", "300"] {
        for name in [DIRECT, BUSY, NO_PHONE] {
            assert_eq!(told(&cluster, name, queues, &["201"]).await, [""; 0], "{name} {queues:?}");
        }
    }
}

async fn a_call_made_from_a_recorded_extension_counts(cluster: Cluster) {
    assert_eq!(told(&cluster, FROM_200, "", &["200"]).await, all(FROM_200));
    assert_eq!(told(&cluster, FROM_200, "", &["202"]).await, [""; 0]);
}

async fn a_call_that_is_passed_on_is_told_where_it_counts(cluster: Cluster) {
    assert_eq!(told(&cluster, TRANSFER, "", &["200"]).await, at(TRANSFER, "200"));
    assert_eq!(told(&cluster, TRANSFER, "", &["201"]).await, at(TRANSFER, "201"));
}
