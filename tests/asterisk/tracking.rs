//! What the recordings do not show: lists against events, confirmation, queue rounds, late and repeated events.

use solicita::domain::telephony::ami::calls::{Tracker, VerificationMode};
use solicita::domain::telephony::ami::protocol::{ActionId, Classifier, Message, Parser};
use tests::asterisk::lines::line;
use tests::asterisk::recording::{Entry, at, feed, load};

struct Pbx {
    tracker: Tracker,
    classifier: Classifier,
    time: i64,
}

impl Pbx {
    fn new(trust: VerificationMode) -> Self {
        Self { tracker: Tracker::new(trust), classifier: Classifier::new(), time: 0 }
    }

    fn send(&mut self, text: &str) -> Vec<String> {
        self.time += 1_000;
        let changes = feed(&mut self.tracker, &mut self.classifier, text.as_bytes(), self.time);
        changes.iter().map(|change| line(self.time, change).split_once(' ').unwrap().1.to_owned()).collect()
    }

    fn ask(&mut self, id: &str) {
        assert!(self.classifier.expect(&ActionId::new(id).unwrap()));
    }
}

/// An event of a channel; the caller's leg is `1.1`, all are in call `1.1`.
fn event(name: &str, channel: &str, leg: &str, more: &str) -> String {
    format!(
        "Event: {name}\r\nPrivilege: call,all\r\nChannel: {channel}\r\nCallerIDNum: 5551\r\nCallerIDName: Ana\r\n\
         ConnectedLineNum: 5551\r\nConnectedLineName: Ana\r\nExten: 300\r\nUniqueid: 1.{leg}\r\nLinkedid: 1.1\r\n{more}\r\n"
    )
}

fn caller() -> String {
    event("Newchannel", "PJSIP/trunk-01", "1", "")
}

fn phone(leg: &str) -> String {
    format!("PJSIP/200-0{leg}")
}

fn rings(leg: &str) -> String {
    event("Newstate", &phone(leg), leg, "ChannelState: 5\r\n")
}

fn dial(name: &str, leg: &str, status: &str) -> String {
    let dest = format!(
        "DestChannel: {}\r\nDestCallerIDNum: 200\r\nDestCallerIDName: x\r\nDestConnectedLineNum: 5551\r\n\
         DestConnectedLineName: Ana\r\nDestUniqueid: 1.{leg}\r\nDestLinkedid: 1.1\r\nDialStatus: {status}\r\n",
        phone(leg)
    );
    event(name, "PJSIP/trunk-01", "1", &dest)
}

fn list(id: &str, items: &[(&str, &str, &str)], count: usize) -> String {
    let mut text = format!("Response: Success\r\nActionID: {id}\r\nEventList: start\r\n\r\n");
    for (channel, leg, state) in items {
        let more = format!(
            "ChannelState: {state}\r\nApplication: AppDial\r\nApplicationData: x\r\nDuration: 00:01:00\r\nBridgeId: {}\r\n",
            if *state == "6" { "b" } else { "" }
        );
        text +=
            &event("CoreShowChannel", channel, leg, &more).replace("Privilege: call,all", &format!("ActionID: {id}"));
    }
    text += &format!(
        "Event: CoreShowChannelsComplete\r\nActionID: {id}\r\nEventList: Complete\r\nListItems: {count}\r\n\r\n"
    );
    text
}

const RINGING: &str = "ringing 1/2 at 200 from 5551 \"Ana\" queue - dialled -";

#[test]
fn a_channel_that_was_never_created_rings_unverified_until_a_list_has_it() {
    let mut pbx = Pbx::new(VerificationMode::Events);
    assert_eq!(pbx.send(&rings("2")), [format!("{RINGING} UNVERIFIED")]);
    assert_eq!(pbx.send(&dial("DialState", "2", "RINGING")), [""; 0], "told once");
    pbx.ask("l");
    let items = [(&*phone("2"), "2", "5"), ("PJSIP/trunk-01", "1", "4")];
    assert_eq!(pbx.send(&list("l", &items, 2)), ["confirmed 1/2 at 200"]);
    pbx.ask("m");
    assert_eq!(pbx.send(&list("m", &items, 2)), [""; 0], "confirmed once");
}

#[test]
fn nothing_is_confirmed_of_a_channel_that_was_not_reported() {
    let mut pbx = Pbx::new(VerificationMode::Listing);
    // Announced as the first channel of a call of its own (the line was damaged), so it is no phone that is called.
    let first = event("Newchannel", &phone("2"), "2", "").replace("Linkedid: 1.1", "Linkedid: 1.2");
    assert_eq!(pbx.send(&first), [""; 0]);
    assert_eq!(pbx.send(&rings("2")), [""; 0]);
    pbx.ask("l");
    let items = [(&*phone("2"), "2", "5"), ("PJSIP/trunk-01", "1", "4")];
    assert_eq!(pbx.send(&list("l", &items, 2)), [""; 0]);
}

#[test]
fn trust_can_change_while_connected() {
    let mut pbx = Pbx::new(VerificationMode::Listing);
    pbx.send(&event("Newchannel", &phone("2"), "2", ""));
    pbx.tracker.set_mode(VerificationMode::Events);
    pbx.send(&event("Newchannel", &phone("3"), "3", ""));
    assert!(pbx.send(&rings("2"))[0].ends_with(" UNVERIFIED"));
    assert!(!pbx.send(&rings("3"))[0].ends_with(" UNVERIFIED"));
}

#[test]
fn a_dial_that_comes_after_the_ringing_confirms_it() {
    let mut pbx = Pbx::new(VerificationMode::Events);
    pbx.send(&rings("2"));
    assert_eq!(pbx.send(&dial("DialBegin", "2", "")), ["confirmed 1/2 at 200"]);
}

#[test]
fn what_a_complete_later_list_lacks_is_withdrawn() {
    let forged = |pbx: &mut Pbx| {
        assert_eq!(pbx.send(&rings("2")).len(), 1);
        pbx.ask("l");
    };
    let mut pbx = Pbx::new(VerificationMode::Listing);
    forged(&mut pbx);
    let gone = pbx.send(&list("l", &[], 0));
    assert_eq!(gone[0], "withdrawn 1/2 at 200 not-listed");
    assert_eq!(gone.len(), 2, "and its call is over: {gone:?}");
    // A list that says it has more than came proves nothing.
    let mut pbx = Pbx::new(VerificationMode::Listing);
    forged(&mut pbx);
    assert_eq!(pbx.send(&list("l", &[], 1)), [""; 0]);
    // Nor does one that began before the phone rang.
    let mut pbx = Pbx::new(VerificationMode::Listing);
    pbx.ask("l");
    let text = list("l", &[], 0);
    let (start, end) = text.split_at(text.find("Event: ").unwrap());
    pbx.send(start);
    assert_eq!(pbx.send(&rings("2")).len(), 1);
    assert_eq!(pbx.send(end), [""; 0]);
}

#[test]
fn a_list_and_the_events_of_the_same_call_are_one() {
    let mut pbx = Pbx::new(VerificationMode::Listing);
    pbx.send(&caller());
    pbx.ask("l");
    let learnt = pbx.send(&list("l", &[("PJSIP/trunk-01", "1", "4"), (&phone("2"), "2", "5")], 2));
    assert_eq!(learnt, ["ringing 1/2 at 200 from 5551 \"Ana\" queue - dialled 300"]);
    for event in [event("Newchannel", &phone("2"), "2", ""), dial("DialBegin", "2", ""), rings("2")] {
        assert_eq!(pbx.send(&event), [""; 0], "{event}");
    }
    pbx.ask("m");
    let talking = [("PJSIP/trunk-01", "1", "6"), (&*phone("2"), "2", "6")];
    assert_eq!(pbx.send(&list("m", &talking, 2)).len(), 1, "the answer was learnt from the list");
    assert_eq!(pbx.send(&dial("DialEnd", "2", "ANSWER")), [""; 0]);
    let hangup = event("Hangup", &phone("2"), "2", "Cause: 16\r\n");
    assert_eq!(pbx.send(&hangup), ["ended 1/2 at 200 answered talked 2 cause 16"]);
    pbx.ask("n");
    assert_eq!(pbx.send(&list("n", &talking, 2)), [""; 0], "a list taken before the hang-up does not bring it back");
    assert_eq!(pbx.tracker.suspicious(), 0);
}

#[test]
fn each_round_of_a_queue_rings_anew_and_is_missed_by_itself() {
    let mut pbx = Pbx::new(VerificationMode::Events);
    pbx.send(&caller());
    pbx.send(&event("QueueCallerJoin", "PJSIP/trunk-01", "1", "Queue: 300\r\n"));
    for leg in ["2", "3"] {
        pbx.send(&event("Newchannel", &phone(leg), leg, ""));
        assert_eq!(pbx.send(&rings(leg)), [format!("ringing 1/{leg} at 200 from 5551 \"Ana\" queue 300 dialled 300")]);
        assert_eq!(pbx.send(&dial("DialEnd", leg, "NOANSWER")), [""; 0]);
        pbx.send(&event("Hangup", &phone(leg), leg, "Cause: 0\r\n"));
        assert_eq!(pbx.send(&rings(leg)), [""; 0], "what hung up does not ring");
    }
    pbx.send(&event("QueueCallerAbandon", "PJSIP/trunk-01", "1", "Queue: 300\r\n"));
    let end = pbx.send(&event("Hangup", "PJSIP/trunk-01", "1", "Cause: 0\r\n"));
    assert_eq!(end, ["finished 1 abandoned from 5551 queue 300 dialled 300 tried 200 by - talked 0"]);
}

#[test]
fn a_round_of_a_queue_that_is_cancelled_after_its_time_is_not_given_up() {
    let mut pbx = Pbx::new(VerificationMode::Events);
    pbx.send(&caller());
    pbx.send(&event("QueueCallerJoin", "PJSIP/trunk-01", "1", "Queue: 300\r\n"));
    pbx.send(&event("Newchannel", &phone("2"), "2", ""));
    pbx.send(&rings("2"));
    for status in ["NOANSWER", "CANCEL"] {
        assert_eq!(pbx.send(&dial("DialEnd", "2", status)), [""; 0], "{status}");
    }
    let end = pbx.send(&event("Hangup", &phone("2"), "2", "Cause: 127\r\n"));
    assert_eq!(end, ["ended 1/2 at 200 missed talked 0 cause 127"]);
    // The queue gives the caller back to the dialplan, which says good-bye.
    let end = pbx.send(&event("Hangup", "PJSIP/trunk-01", "1", "Cause: 16\r\n"));
    assert_eq!(end, ["finished 1 missed from 5551 queue 300 dialled 300 tried 200 by - talked 0"]);
}

#[test]
fn one_telephone_of_an_extension_declines_and_the_other_rings_on() {
    let mut pbx = Pbx::new(VerificationMode::Events);
    pbx.send(&caller());
    for leg in ["2", "3"] {
        pbx.send(&event("Newchannel", &phone(leg), leg, ""));
        pbx.send(&rings(leg));
    }
    let told = pbx.send(&event("Hangup", &phone("3"), "3", "Cause: 21\r\n"));
    let rings_on = "ringing 1/2 at 200 from 5551 \"Ana\" queue - dialled 300";
    assert_eq!(told, ["ended 1/3 at 200 declined talked 0 cause 21", rings_on]);
    pbx.send(&event("Newstate", &phone("2"), "2", "ChannelState: 6\r\n"));
    // A third one that is busy does not end the talk.
    pbx.send(&event("Newchannel", &phone("4"), "4", ""));
    let told = pbx.send(&event("Hangup", &phone("4"), "4", "Cause: 17\r\n"));
    let talks_on = "answered 1/2 at 200 from 5551 \"Ana\" queue - dialled 300";
    assert_eq!(told, ["ended 1/4 at 200 busy talked 0 cause 17", talks_on]);
}

#[test]
fn a_caller_thought_to_have_given_up_is_corrected() {
    let mut pbx = Pbx::new(VerificationMode::Events);
    pbx.send(&caller());
    pbx.send(&event("Newchannel", &phone("2"), "2", ""));
    pbx.send(&rings("2"));
    assert_eq!(pbx.send(&dial("DialEnd", "2", "CANCEL")), ["withdrawn 1/2 at 200 caller-gave-up"]);
    let hangup = event("Hangup", &phone("2"), "2", "Cause: 26\r\n");
    assert_eq!(pbx.send(&hangup), ["withdrawn 1/2 at 200 answered-elsewhere"]);
}

#[test]
fn after_a_reset_nothing_is_known_and_the_same_ids_can_come_again() {
    let mut pbx = Pbx::new(VerificationMode::Events);
    for _ in 0..2 {
        pbx.send(&caller());
        pbx.send(&event("Newchannel", &phone("2"), "2", ""));
        assert_eq!(pbx.send(&rings("2")).len(), 1);
        assert_eq!(pbx.tracker.reset(at(pbx.time)).len(), 2);
        assert_eq!(pbx.tracker.sizes(), (0, 0));
    }
}

#[test]
fn repeating_every_block_of_a_call_changes_nothing() {
    let mut once = Vec::new();
    let mut twice = Vec::new();
    for (times, got) in [(1, &mut once), (2, &mut twice)] {
        let mut tracker = Tracker::new(VerificationMode::Events);
        let (mut classifier, mut parser) = (Classifier::new(), Parser::new());
        for (time, step) in load("20-queue-answered") {
            let Entry::Server(_, bytes) = step else { continue };
            for block in parser.push(&bytes) {
                let message: Message = classifier.classify(block);
                for _ in 0..times {
                    let changes = tracker.feed(&message, at(time));
                    got.extend(changes.iter().map(|change| line(time, change).replace(" UNVERIFIED", "")));
                }
            }
        }
    }
    assert!(once.len() > 5);
    assert_eq!(once, twice);
}

#[test]
fn events_that_contradict_a_known_channel_are_not_believed() {
    let mut pbx = Pbx::new(VerificationMode::Events);
    pbx.send(&caller());
    pbx.send(&event("Newchannel", &phone("2"), "2", ""));
    let elsewhere = |text: String| text.replace("PJSIP/200-02", "PJSIP/999-09");
    for forged in
        [rings("2"), dial("DialState", "2", "RINGING"), dial("DialEnd", "2", "ANSWER"), dial("DialBegin", "2", "")]
    {
        let before = pbx.tracker.suspicious();
        assert_eq!(pbx.send(&elsewhere(forged.clone())), [""; 0], "{forged}");
        assert_eq!(pbx.tracker.suspicious(), before + 1, "{forged}");
    }
    assert_eq!(pbx.send(&rings("2")), ["ringing 1/2 at 200 from 5551 \"Ana\" queue - dialled 300"]);

    // A list item with another name does not confirm.
    let mut pbx = Pbx::new(VerificationMode::Listing);
    pbx.send(&elsewhere(rings("2")));
    pbx.ask("l");
    assert_eq!(pbx.send(&list("l", &[(&phone("2"), "2", "5")], 1)), [""; 0]);
}

#[test]
fn after_an_event_that_was_cut_short_new_phones_ring_unverified_for_five_seconds() {
    let line = event("NewConnectedLine", &phone("9"), "9", "");
    let cut = |text: &str, place: &str| format!("{}\r\n", &text[..text.find(place).unwrap()]);
    let cdr = "Event: Cdr\r\nPrivilege: cdr,all\r\nAccountCode: \r\nSource: 1\r\n\r\n";
    let twice = event("NewConnectedLine", &phone("9"), "9", "Uniqueid: 1.8\r\n");
    let channels = event("NewConnectedLine", &phone("9"), "9", "Channel: PJSIP/999-1\r\n");
    for torn in [&cut(&line, "Uniqueid"), &cut(&line, "CallerIDName"), &cut(&line, "Linkedid"), cdr, &twice, &channels]
    {
        let mut pbx = Pbx::new(VerificationMode::Events);
        pbx.send(torn);
        assert_eq!(pbx.tracker.suspicious(), 1, "{torn}");
        pbx.send(&event("Newchannel", &phone("2"), "2", ""));
        assert!(pbx.send(&rings("2"))[0].ends_with(" UNVERIFIED"), "{torn}");
        pbx.time += 3_000;
        pbx.send(&event("Newchannel", &phone("3"), "3", ""));
        assert!(!pbx.send(&rings("3"))[0].ends_with(" UNVERIFIED"), "{torn}");
    }
}
