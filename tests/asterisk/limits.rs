//! Memory, damaged streams, and many calls at once.

use std::collections::BTreeMap;

use solicita::domain::telephony::ami::calls::{
    Change, MAX_CALLS, MAX_CHANNELS, MAX_CHANNELS_PER_CALL, Tracker, Verification, VerificationMode, WithdrawReason,
};
use solicita::domain::telephony::ami::protocol::{
    Block, Classifier, Damaged, MAX_BLOCK_BYTES, MAX_HEADERS, MAX_LINE_BYTES, Parser,
};
use tests::asterisk::generated::call;
use tests::asterisk::recording::{at, feed};

fn blocks(text: &str) -> Vec<Result<Block, Damaged>> {
    Parser::new().push(text.as_bytes())
}

fn values(block: &Block, name: &str) -> Vec<String> {
    block.all(name).map(str::to_owned).collect()
}

#[test]
fn lines_blocks_and_headers_up_to_the_limits_are_read_and_above_are_dropped_whole() {
    let good = "Event: Good\r\n\r\n";
    let line = |length: usize| format!("A: {}\r\nEvent: Rest\r\n\r\n{good}", "x".repeat(length - 4));
    assert!(blocks(&line(MAX_LINE_BYTES))[0].is_ok());
    assert_eq!(blocks(&line(MAX_LINE_BYTES + 1))[0], Err(Damaged::LineTooLong));
    let headers = |count: usize| format!("{}\r\n{good}", "A: b\r\n".repeat(count));
    assert!(blocks(&headers(MAX_HEADERS))[0].is_ok());
    assert_eq!(blocks(&headers(MAX_HEADERS + 1))[0], Err(Damaged::TooManyHeaders));
    let block = |more: usize| {
        let line = format!("A: {}\r\n", "x".repeat(MAX_BLOCK_BYTES / 8 - 3));
        format!("{}{}\r\n{good}", line.repeat(8), "B:\r\n".repeat(more))
    };
    assert!(blocks(&block(0))[0].is_ok());
    assert_eq!(blocks(&block(1))[0], Err(Damaged::BlockTooLarge));
    assert_eq!(blocks(&format!("Event: x\r\nno colon\r\n\r\n{good}"))[0], Err(Damaged::NoColon));
    for text in [line(MAX_LINE_BYTES + 1), headers(MAX_HEADERS + 1), block(1)] {
        let all = blocks(&text);
        assert_eq!(all.len(), 2, "goes on with the next block");
        assert_eq!(all[1].as_ref().unwrap().one("Event"), Some("Good"));
        assert_eq!(
            text.bytes()
                .collect::<Vec<_>>()
                .chunks(1000)
                .scan(Parser::new(), |parser, piece| {
                    let got = parser.push(piece);
                    assert!(parser.held_bytes() <= MAX_LINE_BYTES + MAX_BLOCK_BYTES);
                    Some(got)
                })
                .flatten()
                .collect::<Vec<_>>(),
            all
        );
    }
}

#[test]
fn an_endless_line_is_not_kept() {
    let mut parser = Parser::new();
    for _ in 0..1_000 {
        assert_eq!(parser.push(&[b'x'; 10_000]), vec![]);
        assert!(parser.held_bytes() <= MAX_LINE_BYTES);
    }
    assert_eq!(parser.push(b"\r\n\r\n"), vec![Err(Damaged::LineTooLong)]);
}

#[test]
fn details_of_the_form() {
    let mut parser = Parser::new();
    let got = parser.push(b"Asterisk Call Manager/13.0.0\r\nA:  b: c\r\nA:\nb:x\r\n\n\r\n\r\nX: \xff\xfe\n\n");
    assert_eq!(parser.banner(), Some("Asterisk Call Manager/13.0.0"));
    assert_eq!(got.len(), 2);
    let first = got[0].as_ref().unwrap();
    assert_eq!(values(first, "a"), [" b: c", ""], "one leading space only; names without case; duplicates kept");
    assert_eq!(first.one("A"), None);
    assert_eq!(first.one("B"), Some("x"));
    assert_eq!(got[1].as_ref().unwrap().one("X"), Some("\u{fffd}\u{fffd}"));
    // Only the first line of a connection can be a banner.
    assert_eq!(parser.push(b"Asterisk Call Manager/13.0.0\r\n\r\n"), vec![Err(Damaged::NoColon)]);
}

#[test]
fn five_hundred_calls_ring_at_once() {
    let mut tracker = Tracker::new(VerificationMode::Events);
    let mut classifier = Classifier::new();
    let calls: Vec<[String; 3]> = (0..500).map(call).collect();
    let begin = std::time::Instant::now();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for part in 0..3 {
        for call in &calls {
            let time = 1_000 + 10_000 * i64::try_from(part).unwrap();
            for change in feed(&mut tracker, &mut classifier, call[part].as_bytes(), time) {
                let name = match change {
                    Change::Ringing(leg) => {
                        assert_eq!(leg.verification, Verification::Events);
                        "ringing"
                    }
                    Change::Answered(_) => "answered",
                    Change::Ended { talked_seconds: 10, .. } => "ended",
                    Change::Finished(_) => "finished",
                    other => panic!("{other:?}"),
                };
                *counts.entry(name).or_default() += 1;
            }
        }
    }
    assert_eq!(counts, BTreeMap::from([("answered", 500), ("ended", 500), ("finished", 500), ("ringing", 500)]));
    assert_eq!(tracker.suspicious(), 0);
    // It takes less than a second on a machine that is not busy.
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
}

#[test]
fn what_ended_first_is_forgotten_first_then_the_oldest() {
    let mut tracker = Tracker::new(VerificationMode::Events);
    let mut classifier = Classifier::new();
    let newchannel = |number: usize| {
        format!(
            "Event: Newchannel\r\nPrivilege: call,all\r\nChannel: PJSIP/trunk-{number:08x}\r\nCallerIDNum: 1\r\nCallerIDName: x\r\n\
             ConnectedLineNum: \r\nConnectedLineName: \r\nExten: 5\r\nUniqueid: 1.{number}\r\nLinkedid: 1.{number}\r\n\r\n"
        )
    };
    let mut time = 0;
    let mut send = |tracker: &mut Tracker, text: &str| {
        time += 1;
        feed(tracker, &mut classifier, text.as_bytes(), time)
    };
    for number in 0..MAX_CALLS {
        assert_eq!(send(&mut tracker, &newchannel(number)), vec![]);
    }
    let hangup = "Event: Hangup\r\nPrivilege: call,all\r\nChannel: PJSIP/x-1\r\nUniqueid: 1.77\r\nLinkedid: 1.77\r\nCause: 16\r\n\r\n";
    assert_eq!(send(&mut tracker, hangup).len(), 1);
    assert_eq!(send(&mut tracker, &newchannel(MAX_CALLS)), vec![], "room is made by the call that ended");
    let lost = send(&mut tracker, &newchannel(MAX_CALLS + 1));
    assert!(matches!(&lost[..], [Change::Finished(summary)] if summary.call == "1.0" && summary.lost), "{lost:?}");
    assert_eq!(tracker.sizes(), (MAX_CALLS, MAX_CALLS));
}

#[test]
fn legs_are_limited_in_one_call_and_in_all() {
    let mut tracker = Tracker::new(VerificationMode::Events);
    let mut classifier = Classifier::new();
    let mut add = |tracker: &mut Tracker, call: usize, number: usize| {
        let text = format!(
            "Event: Newchannel\r\nPrivilege: call,all\r\nChannel: PJSIP/1-{number}\r\nCallerIDNum: 1\r\nCallerIDName: x\r\n\
             ConnectedLineNum: \r\nConnectedLineName: \r\nExten: 5\r\nUniqueid: {call}.{number}\r\nLinkedid: {call}.0\r\n\r\n"
        );
        feed(tracker, &mut classifier, text.as_bytes(), 0);
        assert!(tracker.sizes().1 <= MAX_CHANNELS);
    };
    for number in 0..MAX_CHANNELS_PER_CALL + 10 {
        add(&mut tracker, 0, number);
    }
    assert_eq!(tracker.sizes(), (1, MAX_CHANNELS_PER_CALL));
    for call in 1..=MAX_CHANNELS / MAX_CHANNELS_PER_CALL {
        for number in 0..MAX_CHANNELS_PER_CALL {
            add(&mut tracker, call, number);
        }
    }
    assert_eq!(tracker.sizes(), (MAX_CHANNELS / MAX_CHANNELS_PER_CALL, MAX_CHANNELS), "the oldest call went");
}

#[test]
fn a_leg_that_never_ends_is_dropped_after_six_hours() {
    let mut tracker = Tracker::new(VerificationMode::Events);
    let mut classifier = Classifier::new();
    feed(&mut tracker, &mut classifier, call(0)[0].as_bytes(), 0);
    let six_hours = 6 * 3_600_000;
    assert_eq!(tracker.expire(at(six_hours - 1)), vec![]);
    let changes = tracker.expire(at(six_hours));
    assert!(
        matches!(&changes[..], [
        Change::Withdrawn { reason: WithdrawReason::Lost, .. },
        Change::Finished(summary),
    ] if summary.lost),
        "{changes:?}"
    );
    tracker.expire(at(six_hours + 60_000));
    assert_eq!(tracker.sizes(), (0, 0));
}
