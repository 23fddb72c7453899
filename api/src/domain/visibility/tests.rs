use super::{ReadableTexts, Relation, RowFacts, SOLUTION_EVENTS, TimelineReader};
use crate::domain::lifecycle::Portal;
use contract::{Category, OccurrenceKind, Side};

const ALL_ON: Portal = Portal { messages: true, notes: true, history: true, cancel: true, solution: true };
const NOBODY: Relation =
    Relation { is_requester: false, opened_as_integrator: false, belongs: false, confidential: false };
const MESSAGE: RowFacts<'_> =
    RowFacts { kind: OccurrenceKind::Message, category: Category::Message, public: true, event: None };
const SOLVED: RowFacts<'_> = RowFacts {
    kind: OccurrenceKind::Event,
    category: Category::Closure,
    public: true,
    event: Some("resolved-in-time"),
};

fn requester(portal: Portal) -> ReadableTexts {
    TimelineReader::requester(portal).texts()
}

#[test]
fn sides() {
    assert_eq!(NOBODY.side(), Side::Desk);
    assert_eq!(Relation { is_requester: true, belongs: true, ..NOBODY }.side(), Side::Requester);
    assert_eq!(Relation { opened_as_integrator: true, ..NOBODY }.side(), Side::Requester);
    assert_eq!(Relation { opened_as_integrator: true, belongs: true, ..NOBODY }.side(), Side::Desk);
}

#[test]
fn confidential_texts_are_for_those_concerned() {
    let confidential = Relation { confidential: true, ..NOBODY };
    assert!(confidential.texts_hidden() && !NOBODY.texts_hidden());
    for concerned in [
        Relation { is_requester: true, ..confidential },
        Relation { opened_as_integrator: true, ..confidential },
        Relation { belongs: true, ..confidential },
    ] {
        assert!(!concerned.texts_hidden(), "{concerned:?}");
    }
    let reader = TimelineReader { texts_hidden: true, ..TimelineReader::desk(ALL_ON) };
    assert_eq!(reader.kinds().len(), OccurrenceKind::ALL.len());
    assert!(!reader.texts().include(MESSAGE) && !reader.texts().include(SOLVED));
}

#[test]
fn parameters_hide_from_requesters() {
    assert!(requester(ALL_ON).include(MESSAGE) && requester(ALL_ON).include(SOLVED));
    assert!(!requester(Portal { messages: false, ..ALL_ON }).include(MESSAGE));
    assert!(!requester(Portal { history: false, ..ALL_ON }).include(SOLVED));
    let no_solution = requester(Portal { solution: false, ..ALL_ON });
    assert!(!no_solution.include(SOLVED) && no_solution.include(MESSAGE));
    let off = Portal { messages: false, notes: false, history: false, cancel: false, solution: false };
    let desk = TimelineReader::desk(off).texts();
    assert!(desk.include(MESSAGE) && desk.include(SOLVED) && desk.include(RowFacts { public: false, ..MESSAGE }));
}

#[test]
fn requesters_read_nothing_internal() {
    assert!(!requester(ALL_ON).include(RowFacts { public: false, ..MESSAGE }));
    assert!(!requester(ALL_ON).include(RowFacts { category: Category::Routing, ..SOLVED }));
}

/// The prefix becomes a `LIKE` pattern, in which these would be wildcards.
#[test]
fn the_prefix_has_no_wildcards() {
    assert!(!SOLUTION_EVENTS.contains(['%', '_', '\\']));
}
