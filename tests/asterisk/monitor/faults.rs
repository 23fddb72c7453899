//! What can go wrong with a connection: each has a reason of its own, and a node that
//! comes back.

use super::{call, line};
use chrono::TimeDelta;
use contract::console::MonitorPhase as Phase;
use solicita::monitor::Timing;
use std::time::{Duration, Instant};
use tests::Database;
use tests::asterisk::node::{Cluster, on, short_timeouts};
use tests::asterisk::peer::Peer;
use tests::asterisk::script::{Script, Step, send};
use tests::ids;
use tests::on_both_databases;
use tests::wait::until;

/// Short time-outs, and a pause between two connections that is long enough for the test to
/// see why the node waits.
fn long_pauses() -> Timing {
    let pause = Duration::from_secs(1);
    Timing { first_pause: pause, longest_pause: pause, ..short_timeouts() }
}

/// The first connection goes wrong in a way that has a reason; the next works.
fn fails_with(reason: &'static str, scene: Script, told: &'static [&'static str]) {
    on(Database::Sqlite, async |cluster| {
        let peer = Peer::start([scene]).await;
        let node = cluster.node_with(long_pauses());
        node.watch(&peer);
        let waiting =
            node.wait_for_status(reason, |status| status.phase == Phase::Waiting && status.reason != "no-node").await;
        assert_eq!(waiting.reason, reason);
        assert_eq!(waiting.address, peer.address());
        assert!(waiting.next_try_at.unwrap() > waiting.since.unwrap() && waiting.calls == 0);
        let connected = node.wait_for_status("a connection", |status| status.phase == Phase::Connected).await;
        assert_eq!((connected.reason.as_str(), connected.next_try_at), ("", None));
        assert!(connected.since >= waiting.since);
        assert_eq!(node.stop().await.lines(), told);
    });
}

#[test]
fn an_exchange_that_closes_in_the_middle_of_a_line() {
    let half = call(0)[1].split_at(40).0.to_owned();
    let steps = [send(call(0)[0].clone()), Step::Pause(Duration::from_millis(50)), send(half), Step::Close];
    const TOLD: &[&str] = &[
        "ringing 10000/10001 at 20000 from +33199001234 \"Marie Martin\" queue - dialled 0199000200",
        "withdrawn 10000/10001 at 20000 lost",
        "finished 10000 missed from +33199001234 queue - dialled 0199000200 tried 20000 by - LOST",
    ];
    fails_with("closed", Script::new(steps).denied(), TOLD);
}

#[test]
fn an_exchange_that_closes_before_the_login() {
    fails_with("closed", Script { closes: true, ..Script::default() }, &[]);
}

#[test]
fn a_half_open_connection() {
    let steps = [send(call(0)[0].clone()), Step::StopAnswering];
    const TOLD: &[&str] = &[
        "ringing 10000/10001 at 20000 from +33199001234 \"Marie Martin\" queue - dialled 0199000200",
        "withdrawn 10000/10001 at 20000 lost",
        "finished 10000 missed from +33199001234 queue - dialled 0199000200 tried 20000 by - LOST",
    ];
    fails_with("silent", Script::new(steps).denied(), TOLD);
}

#[test]
fn a_server_that_says_nothing() {
    fails_with("no-answer", Script { greeting: Vec::new(), mute: true, ..Script::default() }, &[]);
}

#[test]
fn an_exchange_that_does_not_answer_the_login() {
    fails_with("no-answer", Script { mute: true, ..Script::default() }, &[]);
}

#[test]
fn a_server_that_is_no_exchange() {
    for greeting in ["SSH-2.0-OpenSSH_9.2\r\n".as_bytes().to_vec(), vec![b'x'; 40_000]] {
        fails_with("not-asterisk", Script { greeting, ..Script::default() }, &[]);
    }
}

#[test]
fn an_exchange_that_refuses_the_account_is_not_asked_again_soon() {
    on(Database::Sqlite, async |cluster| {
        let peer = Peer::start([Script { refuses: true, ..Script::default() }]).await;
        let node = cluster.node();
        node.watch(&peer);
        let waiting = node.wait_for_status("a refusal", |status| status.reason == "login-refused").await;
        assert!(waiting.next_try_at.unwrap() - waiting.since.unwrap() >= TimeDelta::seconds(60));
        node.stop().await;
        assert_eq!(peer.count("Login"), 1);
    });
}

#[test]
fn a_wrong_secret_does_not_hammer_and_the_right_one_works_at_once() {
    on(Database::Sqlite, async |cluster| {
        let peer = Peer::start([]).await;
        let node = cluster.node();
        node.watch(&peer);
        node.set_parameters(&[(ids::ASTERISK_SECRET, "another")]);
        let waiting = node.wait_for_status("a refusal", |status| status.reason == "wrong-secret").await;
        assert!(waiting.next_try_at.unwrap() - waiting.since.unwrap() >= TimeDelta::seconds(60));
        let logins = peer.count("Login");
        node.set_parameters(&[(ids::ASTERISK_SECRET, tests::asterisk::peer::SECRET)]);
        node.wait_for_status("a connection", |status| status.phase == Phase::Connected).await;
        node.stop().await;
        assert_eq!(peer.count("Login"), logins + 1, "no more attempts than the one that works");
    });
}

#[test]
fn an_exchange_without_challenge_gets_the_secret_itself() {
    on(Database::Sqlite, async |cluster| {
        let peer = Peer::start([Script { no_challenge: true, ..Script::default() }]).await;
        let node = cluster.node();
        node.watch(&peer);
        node.wait_for_status("a connection", |status| status.phase == Phase::Connected).await;
        node.stop().await;
        assert_eq!(peer.logins(), 1);
    });
}

#[test]
fn a_name_that_nobody_knows() {
    on(Database::Sqlite, async |cluster| {
        let node = cluster.node();
        node.set_parameters(&[
            (ids::TELEPHONY, "S"),
            (ids::WATCH_ASTERISK, "S"),
            (ids::ASTERISK_ADDRESS, "pbx.invalid:5038"),
            (ids::ASTERISK_USER, "x"),
            (ids::ASTERISK_SECRET, "y"),
        ]);
        node.wait_for_status("no such host", |status| status.reason == "unknown-host").await;
        node.stop().await;
    });
}

on_both_databases![by tests::asterisk::node::on: an_exchange_that_restarts_in_the_middle_of_a_call, what_makes_no_sense_does_no_harm];

async fn an_exchange_that_restarts_in_the_middle_of_a_call(cluster: Cluster) {
    let mut peer = Peer::start([Script::new([send(call(0)[0].clone())]).denied()]).await;
    let node = cluster.node_with(long_pauses());
    node.watch(&peer);
    until("it rings", || node.sink.lines().len() == 1).await;
    node.wait_for_status("a call", |status| status.calls == 1 && status.last_event_at.is_some()).await;
    peer.shut_down().await;
    let waiting = node.wait_for_status("a refusal", |status| status.reason == "refused").await;
    assert_eq!((waiting.phase, waiting.calls), (Phase::Waiting, 0));
    until("it is lost", || node.sink.lines().len() == 3).await;
    peer.add(Script::new(call(1).map(send)).denied());
    peer.restart().await;
    until("the next call is told", || node.sink.lines().len() == 7).await;
    let lines = node.stop().await.lines();
    let starts = [
        line("ringing", 0),
        line("withdrawn", 0),
        "finished 10000 missed".to_owned(),
        line("ringing", 1),
        line("answered", 1),
        line("ended", 1),
        "finished 10002 answered".to_owned(),
    ];
    for (got, start) in lines.iter().zip(&starts) {
        assert!(got.starts_with(start), "{got} {start}");
    }
    assert!(lines[2].ends_with("LOST") && lines.len() == 7, "{lines:?}");
}

async fn what_makes_no_sense_does_no_harm(cluster: Cluster) {
    let long = format!("Event: Long\r\nPrivilege: call,all\r\nX: {}\r\n\r\n", "x".repeat(64 * 1024));
    let unknown = "Event: FromTheFuture\r\nPrivilege: call,all\r\nChannel: PJSIP/200-1\r\nUniqueid: 1.1\r\n\r\n";
    let latin1 = b"Event: Newexten\r\nPrivilege: call,all\r\nCallerIDName: Jos\xe9\r\n\r\n".to_vec();
    let torn = "Privilege: call,all\r\nno colon\n\n\r\n\r\nEvent: Hangup\r\n\r\n";
    let [ring, answer, end] = call(0);
    let steps = [
        send(ring),
        send(long.clone()),
        send(unknown),
        send(latin1),
        send(answer),
        send(long.repeat(5)),
        send(torn),
        send(end),
    ];
    let peer = Peer::start([Script::new(steps).denied()]).await;
    let node = cluster.node();
    node.watch(&peer);
    until("the call is over", || node.sink.lines().len() == 4).await;
    assert_eq!(node.status().phase, Phase::Connected);
    assert!(node.stop().await.lines()[3].starts_with("finished 10000 answered"));
    assert_eq!(peer.logins(), 1, "on one connection");
}

#[test]
fn a_silent_exchange_that_answers_pings_is_kept() {
    on(Database::Sqlite, async |cluster| {
        let peer = Peer::start([]).await;
        let timing = short_timeouts();
        let node = cluster.node_with(timing.clone());
        node.watch(&peer);
        node.wait_for_status("a connection", |status| status.phase == Phase::Connected).await;
        // Longer than a silence that ends a connection.
        let start = Instant::now();
        until("the silence", || start.elapsed() > timing.silence * 3 / 2).await;
        peer.wait_for_pings(1).await;
        assert_eq!(node.status().phase, Phase::Connected);
        node.stop().await;
        until("the good-bye", || peer.count("Logoff") == 1).await;
        assert_eq!(peer.logins(), 1);
    });
}

#[test]
fn what_rings_when_the_server_stops_is_withdrawn() {
    on(Database::Sqlite, async |cluster| {
        let peer = Peer::start([Script::new([send(call(0)[0].clone())]).denied()]).await;
        let node = cluster.node();
        node.watch(&peer);
        until("it rings", || node.sink.lines().len() == 1).await;
        let lines = node.stop().await.lines();
        assert_eq!(lines[1], format!("{} lost", line("withdrawn", 0)));
        assert!(lines.len() == 3 && lines[2].ends_with("LOST"), "{lines:?}");
        until("the good-bye", || peer.count("Logoff") == 1).await;
    });
}

#[test]
fn neither_secrets_nor_numbers_reach_the_log() {
    let secret = "secret-that-only-this-test-has";
    on(Database::Sqlite, async |cluster| {
        let log = tests::log::capture();
        let number = "+5511987650123";
        let ring = call(0)[0].replace("+33199001234", number).replace("Marie Martin", "Nobody Else");
        let peer = Peer::start([Script::new([send(ring)]).denied()]).await;
        let node = cluster.node();
        node.watch(&peer);
        until("it rings", || node.sink.lines().len() == 1).await;
        assert!(node.sink.lines()[0].contains(number));
        node.set_parameters(&[(ids::ASTERISK_SECRET, secret)]);
        node.wait_for_status("a refusal", |status| status.reason == "wrong-secret").await;
        node.stop().await;
        let text = log.text();
        assert!(text.contains(&peer.address()) && text.contains("wrong-secret"), "{text}");
        for private in [secret, tests::asterisk::peer::SECRET, number, "Nobody Else"] {
            assert!(!text.contains(private), "{private}");
        }
    });
}
