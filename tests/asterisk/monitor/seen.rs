//! Each recording, through a real connection into a real database: what the attendants'
//! pages show, and what is in the call log, is written down in `expected/*.calls.txt`.

use tests::Database;
use tests::asterisk::call_center::CallCenter;
use tests::asterisk::lines::expected;
use tests::asterisk::node::run;
use tests::asterisk::peer::Peer;
use tests::asterisk::recording::{Pieces, names};
use tests::asterisk::script::recorded_in;
use tests::wait::until;

/// Plays a recording to its end; gives what was seen.
async fn play(database: Database, name: &str, pieces: Pieces) -> Vec<String> {
    let scenes = recorded_in(name, pieces);
    let (count, silent) = (scenes.len(), scenes.iter().filter(|scene| scene.steps.is_empty()).count());
    let peer = Peer::start(scenes).await;
    let call_center = CallCenter::new(database);
    let node = call_center.node();
    node.watch(&peer);
    until(&format!("{name} is played"), || peer.completed() >= count - silent && peer.logins() >= count).await;
    peer.wait_for_pings(1).await;
    // Where the recording ends in the middle of a call, the call is lost now.
    let mut lines = node.stop().await.lines();
    lines.extend(call_center.call_log());
    lines
}

async fn is_as_written_down(database: Database, pieces: Pieces) {
    for name in names() {
        let got = play(database, &name, pieces).await;
        assert_eq!(got, expected(&format!("{name}.calls")), "{name}, {pieces:?}");
    }
}

mod at_the_recorded_borders {
    use super::*;

    #[test]
    fn sqlite() {
        run(is_as_written_down(Database::Sqlite, Pieces::Recorded));
    }

    #[test]
    fn postgres() {
        run(is_as_written_down(Database::Postgres, Pieces::Recorded));
    }
}

#[test]
fn byte_by_byte() {
    run(is_as_written_down(Database::Sqlite, Pieces::Bytes));
}

#[test]
fn all_at_once() {
    run(is_as_written_down(Database::Sqlite, Pieces::AllAtOnce));
}
