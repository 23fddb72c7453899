//! Parameter 270: which calls count.

use tests::asterisk::lines::expected;
use tests::asterisk::peer::Peer;
use tests::asterisk::scene::recorded;
use tests::asterisk::watch::{Stage, timeless, until};
use tests::watched_on_both_databases;

watched_on_both_databases![
    calls_of_other_queues_are_left_out,
    calls_to_recorded_extensions_always_count,
    direct_calls_always_count,
];

/// What is told of a recording with a value of 270 and recorded extensions.
async fn told(stage: &Stage, name: &str, queues: &str, extensions: &[&str]) -> Vec<String> {
    let peer = Peer::start(recorded(name)).await;
    let node = stage.node();
    node.sink.recorded.lock().unwrap().extend(extensions.iter().map(|&extension| extension.to_owned()));
    node.set(&[(270, queues)]);
    node.watch(&peer);
    until("it is played", || peer.played() == 1).await;
    tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    node.set(&[(177, "N"), (270, "")]);
    node.stop().await.lines()
}

fn all(name: &str) -> Vec<String> {
    expected(name).iter().map(|line| timeless(line)).collect()
}

async fn calls_of_other_queues_are_left_out(stage: Stage) {
    let name = "20-queue-answered";
    assert!(all(name)[0].contains("queue 300"), "{:?}", all(name));
    for queues in ["", "300", "7, 300 ,8"] {
        assert_eq!(told(&stage, name, queues, &[]).await, all(name), "{queues:?}");
    }
    assert_eq!(told(&stage, name, "301", &[]).await, [""; 0]);
}

async fn calls_to_recorded_extensions_always_count(stage: Stage) {
    // 200 and 201 ring; only what happens at 201, and the end of the call, is told.
    let name = "20-queue-answered";
    let wanted: Vec<String> =
        all(name).into_iter().filter(|line| line.contains(" at 201") || line.starts_with("finished")).collect();
    assert!(wanted.len() >= 3, "{wanted:?}");
    assert_eq!(told(&stage, name, "301", &["201"]).await, wanted);
}

async fn direct_calls_always_count(stage: Stage) {
    let name = "10-direct-answered-caller-hangs-up";
    assert_eq!(told(&stage, name, "301", &[]).await, all(name));
    // A busy phone that nobody recorded is told by the end of its call.
    let name = "14-direct-busy";
    let end: Vec<String> = all(name).into_iter().filter(|line| line.starts_with("finished")).collect();
    assert_eq!(told(&stage, name, "301", &[]).await, end);
    assert_eq!(told(&stage, name, "301", &["200"]).await, all(name));
}
