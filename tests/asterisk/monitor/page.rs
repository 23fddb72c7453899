//! What attendants see when a node dies, and when a caller forges events.

use super::{at, call, ringing};
use crate::hostile::series;
use tests::asterisk::call_center::CallCenter;
use tests::asterisk::node::run;
use tests::asterisk::peer::Peer;
use tests::asterisk::script::{CallList, Script, Step, send};
use tests::ids;
use tests::wait::until;
use tests::{Database, on_both_databases};

on_both_databases![
    by super::in_a_call_center:
    another_node_gives_up_what_is_over_and_raises_what_rings,
    a_caller_who_forges_a_call_is_not_believed,
];

fn in_a_call_center<F: Future<Output = ()>>(database: Database, test: impl FnOnce(CallCenter) -> F) {
    run(async move { test(CallCenter::new(database)).await });
}

/// Ana's number as the recordings have it.
const NUMBER: &str = "+33199001234";
/// The same, in a forged event.
const NUMBER_LINE: &str = "ConnectedLineNum: +33199001234";

async fn another_node_gives_up_what_is_over_and_raises_what_rings(call_center: CallCenter) {
    // Ana rings at Carla's and at Diego's; the node dies; when the next one comes, only
    // the call to Carla is there.
    let [rings, _, ends] = at(call(0), 0, "200");
    let [other, ..] = at(call(1), 1, "201");
    let listed = CallList::Items(at(ringing(0), 0, "200").to_vec());
    let first = Script { calls: CallList::Denied, ..Script::new([send(rings), send(other)]) };
    let second = Script { calls: listed, ..Script::new([Step::AwaitListRequest(1), send(ends)]) };
    let peer = Peer::start([first, second]).await;
    let node = call_center.node();
    node.watch(&peer);
    let from = format!("from {} \"Marie Martin\" queue -: Ana by telephone", tests::asterisk::call_center::ANA_NUMBER);
    // The first account may not ask the exchange, the second may.
    let verified = format!("200 Carla: call 10000 pops up ringing, {from}");
    let up = [format!("{verified}, UNVERIFIED"), format!("201 Diego: call 10002 pops up ringing, {from}, UNVERIFIED")];
    until("both ring", || node.sink.lines().len() == 2).await;
    assert_eq!(node.kill().await.lines(), up);
    call_center.expire_lease();
    let next = call_center.node();
    until("the call is over", || next.sink.lines().len() == 6).await;
    let lines = next.stop().await.lines();
    let closed = |page: &str, call: usize| format!("{page}: call {call} closes");
    assert_eq!(lines[..2], up, "what the dead one left");
    assert_eq!(lines[2..4], [closed("200 Carla", 10_000), closed("201 Diego", 10_002)], "is given up");
    assert_eq!(lines[4], verified, "what rings pops up again");
    assert_eq!(lines[5], closed("200 Carla", 10_000));
    let log = call_center.call_log();
    assert_eq!(log.len(), 2 + log.iter().filter(|line| line.starts_with("call back")).count(), "{log:?}");
    assert_eq!(log[1], format!("log: call 10002 ended at 201 Diego, {from}"), "nobody saw how it ended");
}

async fn a_caller_who_forges_a_call_is_not_believed(call_center: CallCenter) {
    // A perfect series of a call from Ana at 201, inside the number of a call at 200.
    let series = series().replace("PJSIP/999-", "PJSIP/201-").replace("ConnectedLineNum: 666", NUMBER_LINE);
    let attack = format!("1\r\n\r\n{series}Event: Newexten\r\nPrivilege: dialplan,all\r\nCallerIDNum: 1");
    let [rings, _, ends] = at(call(0), 0, "200").map(|text| text.replace(NUMBER, &attack));
    let listed = CallList::Items(at(ringing(0), 0, "200").to_vec());
    for (calls, lists) in [(listed, 2), (CallList::Denied, 1)] {
        let steps =
            [Step::SetCalls(calls.clone()), send(rings.clone()), Step::AwaitListRequest(lists), send(ends.clone())];
        let peer = Peer::start([Script { calls, ..Script::new(steps) }]).await;
        let node = call_center.node();
        node.watch(&peer);
        until("it is played", || peer.completed() == 1).await;
        peer.wait_for_pings(1).await;
        node.set_parameters(&[(ids::WATCH_ASTERISK, "N")]);
        let lines = node.stop().await.lines();
        let forged: Vec<&String> = lines.iter().filter(|line| line.starts_with("201 ")).collect();
        assert!(!forged.is_empty(), "the attack arrived: {lines:?}");
        for line in &forged {
            assert!(line.ends_with(", UNVERIFIED") || line.ends_with(" closes"), "{lines:?}");
        }
        assert!(forged.last().unwrap().ends_with(" closes"), "{lines:?}");
    }
    let log = call_center.call_log();
    assert!(log.iter().all(|line| !line.starts_with("call back")), "nobody is called back for it: {log:?}");
}
