//! Each recording, replayed in three ways, against the list a person wrote down.

use solicita::domain::telephony::ami::calls::{Change, Verification, VerificationMode};
use tests::asterisk::lines::{expected, line};
use tests::asterisk::recording::{Input, Pieces, load, names, parse, track};

#[test]
fn every_recording_gives_what_is_written_down_however_it_is_cut() {
    let mut wrong = Vec::new();
    for name in names() {
        let steps = load(&name);
        let wanted = expected(&name);
        for pieces in [Pieces::Recorded, Pieces::Bytes, Pieces::AllAtOnce] {
            let (changes, suspicious) = track(parse(&steps, pieces), VerificationMode::Events);
            let got: Vec<String> = changes.iter().map(|(time, change)| line(*time, change)).collect();
            if got != wanted {
                wrong.push(format!(
                    "{name} {pieces:?}\n  got\n    {}\n  wanted\n    {}",
                    got.join("\n    "),
                    wanted.join("\n    ")
                ));
                break;
            }
            if !name.starts_with("05") {
                assert_eq!(suspicious, 0, "{name}: nothing in it is suspicious");
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_recording_has_a_list_and_each_list_a_recording() {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/asterisk/expected")).unwrap();
    let mut lists: Vec<String> = files
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().replace(".txt", ""))
        .filter(|name| name != "README")
        .collect();
    lists.sort();
    let (calls, lists): (Vec<String>, Vec<String>) = lists.into_iter().partition(|name| name.ends_with(".calls"));
    assert_eq!(lists, names());
    assert_eq!(calls, names().iter().map(|name| format!("{name}.calls")).collect::<Vec<_>>());
    assert_eq!(lists.len(), 41);
}

#[test]
fn nothing_rings_verified_without_a_list_when_only_lists_are_trusted() {
    let mut verified = 0;
    for name in names() {
        let (changes, _) = track(parse(&load(&name), Pieces::Recorded), VerificationMode::Listing);
        for (time, change) in changes {
            if let Change::Ringing(leg) = &change {
                assert_eq!(
                    leg.verification == Verification::Exchange,
                    name.starts_with("60"),
                    "{name}: {}",
                    line(time, &change)
                );
                verified += usize::from(leg.verification == Verification::Exchange);
            }
        }
    }
    assert!(verified > 0, "recording 60 has a list");
}

#[test]
fn the_three_ways_give_the_same_blocks() {
    for name in names() {
        let steps = load(&name);
        let blocks = |pieces| {
            let inputs = parse(&steps, pieces).into_iter();
            inputs
                .filter_map(|input| if let Input::Received(time, block) = input { Some((time, block)) } else { None })
                .collect::<Vec<_>>()
        };
        let recorded = blocks(Pieces::Recorded);
        assert!(!recorded.is_empty());
        assert!(recorded.iter().all(|(_, block)| block.is_ok()), "{name}");
        assert_eq!(recorded, blocks(Pieces::Bytes), "{name}");
        assert_eq!(recorded, blocks(Pieces::AllAtOnce), "{name}");
    }
}
