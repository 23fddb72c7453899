//! What is verified, and what the account may not do.

use super::{call, line, ringing};
use contract::console::MonitorPhase as Phase;
use solicita::monitor::Timing;
use std::time::Duration;
use tests::Database;
use tests::asterisk::node::{on, short_timeouts, test_timing};
use tests::asterisk::peer::Peer;
use tests::asterisk::script::{CallList, Script, Step, send};
use tests::wait::until;

#[test]
fn what_rings_is_confirmed_by_the_exchange_at_once() {
    on(Database::Sqlite, async |cluster| {
        let steps = [Step::SetCalls(CallList::Items(ringing(0).to_vec())), send(call(0)[0].clone())];
        let peer = Peer::start([Script::new(steps)]).await;
        let node = cluster.node();
        node.watch(&peer);
        until("it is confirmed", || node.sink.lines().len() == 2).await;
        assert!(node.status().missing_rights.is_empty());
        let lines = node.stop().await.lines();
        assert!(lines[0].starts_with(&line("ringing", 0)) && lines[0].ends_with("UNVERIFIED"), "{lines:?}");
        assert_eq!(lines[1], line("confirmed", 0));
    });
}

#[test]
fn what_the_exchange_does_not_know_is_withdrawn() {
    on(Database::Sqlite, async |cluster| {
        let peer = Peer::start([Script::new([send(call(0)[0].clone())])]).await;
        let node = cluster.node();
        node.watch(&peer);
        until("it is withdrawn", || node.sink.lines().len() == 3).await;
        let lines = node.stop().await.lines();
        assert!(lines[0].ends_with("UNVERIFIED"), "{lines:?}");
        assert_eq!(lines[1], format!("{} not-listed", line("withdrawn", 0)));
    });
}

#[test]
fn an_account_that_may_not_ask_says_so_and_works() {
    on(Database::Sqlite, async |cluster| {
        let peer = Peer::start([Script::new(call(0).map(send)).denied()]).await;
        let node = cluster.node();
        node.watch(&peer);
        until("the call is over", || node.sink.lines().len() == 4).await;
        node.wait_for_status("the missing right", |status| status.missing_rights == ["reporting"]).await;
        assert!(!node.stop().await.lines()[0].contains("UNVERIFIED"));
        until("the good-bye", || peer.count("Logoff") == 1).await;
        let asked: Vec<String> = peer.actions().into_iter().filter(|action| action != "Ping").collect();
        assert_eq!(asked, ["Challenge", "Login", "Events", "CoreShowChannels", "QueueStatus", "Logoff"]);
    });
}

#[test]
fn an_account_that_hears_no_calls_says_so() {
    on(Database::Sqlite, async |cluster| {
        // A channel that began after the connection, and of which no event told.
        let items = ringing(0).map(|item| item.replace("Duration: 00:00:01", "Duration: 00:00:00"));
        let steps = [Step::SetCalls(CallList::Items(items.to_vec()))];
        let peer = Peer::start([Script::new(steps)]).await;
        let node = cluster.node_with(Timing { listing_every: Duration::from_millis(500), ..test_timing() });
        node.watch(&peer);
        node.wait_for_status("the missing right", |status| status.missing_rights == ["call"]).await;
        node.stop().await;
    });
}

#[test]
fn an_account_that_hears_of_no_queue_says_so() {
    on(Database::Sqlite, async |cluster| {
        // Its calls are told, but not that a queue rings this phone.
        let young = |item: String| {
            item.replace("Duration: 00:00:01", "Duration: 00:00:00")
                .replace("Application: AppDial", "Application: AppQueue")
        };
        let items = ringing(0).map(young);
        assert!(items.iter().any(|item| item.contains("AppQueue")), "{items:?}");
        let [rings, ..] = call(0);
        let told = rings.split_inclusive("\r\n\r\n").filter(|event| !event.contains("Privilege: agent"));
        let steps = [Step::SetCalls(CallList::Items(items.to_vec())), send(told.collect::<String>())];
        let peer = Peer::start([Script::new(steps)]).await;
        let node = cluster.node_with(Timing { listing_every: Duration::from_millis(500), ..test_timing() });
        node.watch(&peer);
        node.wait_for_status("the missing right", |status| status.missing_rights == ["agent"]).await;
        node.stop().await;
    });
}

#[test]
fn five_hundred_calls_ring_at_once() {
    on(Database::Sqlite, async |cluster| {
        let calls: Vec<[String; 3]> = (0..500).map(call).collect();
        let part = |part: usize| send(calls.iter().map(|call| call[part].as_str()).collect::<String>());
        let listed = (0..500).flat_map(ringing).collect();
        let steps = [Step::SetCalls(CallList::Items(listed)), part(0), Step::AwaitListRequest(3), part(1), part(2)];
        let peer = Peer::start([Script::new(steps)]).await;
        let node = cluster.node();
        node.watch(&peer);
        until("all are over", || node.sink.lines().iter().filter(|line| line.starts_with("finished")).count() == 500)
            .await;
        let sink = node.stop().await;
        let lines = sink.lines();
        for what in ["ringing", "confirmed", "answered", "ended"] {
            assert_eq!(lines.iter().filter(|line| line.starts_with(what)).count(), 500, "{what}");
        }
        assert_eq!(lines.len(), 2_500);
        assert!(sink.transactions() < 1_000, "what one read gives is told together: {}", sink.transactions());
        let asked = peer.count("CoreShowChannels");
        assert!((3..30).contains(&asked), "questions are asked together: {asked}");
    });
}

#[test]
fn a_list_that_is_never_answered_is_given_up() {
    on(Database::Sqlite, async |cluster| {
        let steps = [Step::SetCalls(CallList::Unanswered), send(call(0)[0].clone()), Step::AwaitListRequest(2)];
        let more = [Step::SetCalls(CallList::Items(ringing(0).to_vec())), send(call(1)[0].clone())];
        let peer = Peer::start([Script::new(steps.into_iter().chain(more))]).await;
        let node = cluster.node_with(short_timeouts());
        node.watch(&peer);
        until("the next answer confirms it", || node.sink.lines().contains(&line("confirmed", 0))).await;
        assert_eq!(node.status().phase, Phase::Connected);
        node.stop().await;
    });
}
