//! Each recording, through a real connection.

use tests::Database;
use tests::asterisk::lines::expected;
use tests::asterisk::node::{Cluster, on, without_times};
use tests::asterisk::peer::Peer;
use tests::asterisk::recording::names;
use tests::asterisk::script::recorded;
use tests::ids;
use tests::wait::until;

/// Plays a recording to its end; gives what was told until then.
async fn play(cluster: &Cluster, name: &str) -> Vec<String> {
    let scenes = recorded(name);
    let (count, silent) = (scenes.len(), scenes.iter().filter(|scene| scene.steps.is_empty()).count());
    assert!(count > silent || expected(name).is_empty(), "{name} has changes, but nothing happens in it");
    let wanted = expected(name).len();
    let peer = Peer::start(scenes).await;
    let node = cluster.node();
    node.watch(&peer);
    until(&format!("{name} is played"), || peer.completed() >= count - silent && peer.logins() >= count).await;
    until(&format!("{name} is told"), || node.sink.changes().len() >= wanted).await;
    // More may come, and be wrong, until everything was read.
    peer.wait_for_pings(1).await;
    node.set_parameters(&[(ids::WATCH_ASTERISK, "N")]);
    node.stop().await.lines()
}

#[test]
fn every_recording_gives_what_is_written_down() {
    on(Database::Sqlite, async |cluster| {
        for name in names() {
            let got = play(&cluster, &name).await;
            let wanted: Vec<String> = expected(&name).iter().map(|line| without_times(line)).collect();
            let (told, lost) = got.split_at(wanted.len().min(got.len()));
            assert_eq!(told, wanted, "{name}");
            // Where the recording ends in the middle of a call, the stop does.
            assert!(lost.iter().all(|line| line.to_lowercase().ends_with("lost")), "{name}: {lost:?}");
        }
    });
}
