//! Recordings with bytes changed, removed, repeated and stretched, cut anywhere.

use std::collections::BTreeMap;

use proptest::prelude::*;
use solicita::domain::telephony::ami::calls::{Change, Tracker, VerificationMode, WithdrawReason};
use solicita::domain::telephony::ami::protocol::{Classifier, MAX_BLOCK_BYTES, MAX_LINE_BYTES, Message, Parser};
use tests::asterisk::recording::{Entry, action_ids, at, load, names};

/// What to do to the bytes of a recording.
#[derive(Clone, Debug)]
enum Damage {
    Flip(prop::sample::Index, u8),
    Remove(prop::sample::Index, usize),
    Repeat(prop::sample::Index, usize),
    Stretch(prop::sample::Index, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let place = any::<prop::sample::Index>;
    prop_oneof![
        (place(), 1_u8..).prop_map(|(place, mask)| Damage::Flip(place, mask)),
        (place(), 1_usize..3_000).prop_map(|(place, length)| Damage::Remove(place, length)),
        (place(), 1_usize..3_000).prop_map(|(place, length)| Damage::Repeat(place, length)),
        (place(), 60_000_usize..70_000).prop_map(|(place, length)| Damage::Stretch(place, length)),
    ]
}

fn spoil(bytes: &mut Vec<u8>, damage: &Damage) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    match damage {
        Damage::Flip(place, mask) => bytes[place.index(length)] ^= mask,
        Damage::Remove(place, count) => {
            let from = place.index(length);
            bytes.drain(from..(from + count).min(length));
        }
        Damage::Repeat(place, count) => {
            let from = place.index(length);
            let piece = bytes[from..(from + count).min(length)].to_vec();
            bytes.splice(from..from, piece);
        }
        Damage::Stretch(place, count) => {
            let from = place.index(length);
            bytes.splice(from..from, vec![b'x'; *count]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn damaged_recordings_do_no_harm(
        recording in any::<prop::sample::Index>(),
        damages in prop::collection::vec(damage(), 1..20),
        cuts in prop::collection::vec(1_usize..4_000, 1..50),
        trusts_events in any::<bool>(),
    ) {
        let name = recording.get(&names()).clone();
        let mut bytes = Vec::new();
        let mut classifier = Classifier::new();
        for (_, step) in load(&name) {
            match step {
                Entry::Server(_, piece) => bytes.extend(piece),
                Entry::Client(_, piece) => action_ids(&piece).iter().for_each(|id| assert!(classifier.expect(id))),
                _ => {}
            }
        }
        for damage in &damages {
            spoil(&mut bytes, damage);
        }
        let mut tracker = Tracker::new(if trusts_events { VerificationMode::Events } else { VerificationMode::Listing });
        let mut parser = Parser::new();
        let mut legs = BTreeMap::new();
        let mut rest = &bytes[..];
        for (time, cut) in (0_i64..).zip(cuts.iter().cycle()) {
            let (piece, left) = rest.split_at((*cut).min(rest.len()));
            rest = left;
            let messages: Vec<Message> = parser.push(piece).into_iter().map(|block| classifier.classify(block)).collect();
            prop_assert!(parser.held_bytes() <= MAX_LINE_BYTES + MAX_BLOCK_BYTES);
            let changes = messages.iter().flat_map(|message| tracker.feed(message, at(time * 100))).collect::<Vec<_>>();
            in_order(&changes, &mut legs);
            if rest.is_empty() {
                in_order(&tracker.reset(at(time * 100)), &mut legs);
                break;
            }
        }
        prop_assert_eq!(tracker.sizes(), (0, 0));
        prop_assert!(legs.values().all(|leg| leg.ended), "{:?}", legs);
    }
}

/// What was told of a leg so far.
#[derive(Debug, Default)]
struct Told {
    rang: bool,
    answered: bool,
    confirmed: bool,
    ended: bool,
}

/// Checks what the description of `Change` promises about their order.
fn in_order(changes: &[Change], legs: &mut BTreeMap<String, Told>) {
    for change in changes {
        match change {
            Change::Ringing(leg) => {
                let told = legs.entry(leg.leg.clone()).or_default();
                assert!(!told.rang && !told.answered && !told.ended, "{change:?} {told:?}");
                told.rang = true;
            }
            Change::Answered(leg) => {
                let told = legs.entry(leg.leg.clone()).or_default();
                assert!(!told.answered, "{change:?} {told:?}");
                told.answered = true;
                told.ended = false;
            }
            Change::Confirmed { leg, .. } => {
                let told = legs.get_mut(leg).unwrap();
                assert!(!told.confirmed && !told.ended, "{change:?} {told:?}");
                told.confirmed = true;
            }
            Change::Withdrawn { leg, reason: WithdrawReason::CallerGaveUp, .. } => assert!(!legs[leg].ended),
            Change::Withdrawn { leg, .. } => {
                let told = legs.get_mut(leg).unwrap();
                assert!(!told.ended, "{change:?} {told:?}");
                told.ended = true;
            }
            Change::Ended { leg, .. } => {
                let told = legs.entry(leg.clone()).or_default();
                assert!(!told.ended, "{change:?} {told:?}");
                told.ended = true;
            }
            Change::Finished(_) => {}
        }
    }
}
