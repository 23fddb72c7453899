//! Sentences about calls, for the pop-ups and for pages.

use crate::hooks::Clock;
use chrono::{DateTime, Utc};
use contract::calls::{CallPopUp, CallRow, CallState, ExtensionLoss, LostExtension, MatchedBy};
use locales::{Language, text};

/// Why the extension is no longer the attendant's.
#[must_use]
pub fn lost(language: Language, lost: &LostExtension) -> String {
    let extension = lost.extension.as_str();
    match (lost.why, &lost.by) {
        (ExtensionLoss::Taken, Some(by)) => {
            text!(language, "calls-lost-to", extension = extension, name = by.name.as_str())
        }
        (ExtensionLoss::Taken, None) => text!(language, "calls-lost-taken", extension = extension),
        (ExtensionLoss::Away, _) => text!(language, "calls-lost-away", extension = extension),
    }
}

/// The number that calls, or a sentence that it is withheld or unknown.
#[must_use]
pub fn number(language: Language, number: Option<&str>, withheld: bool) -> String {
    match number {
        Some(number) => number.to_owned(),
        None if withheld => text!(language, "calls-number-withheld"),
        None => text!(language, "calls-number-untold"),
    }
}

/// How the caller was recognised, for the log: *by CPF*, *chosen among 3*. None when nobody was.
#[must_use]
pub fn match_reason(language: Language, row: &CallRow) -> Option<String> {
    match row.matched_by? {
        MatchedBy::Chosen if row.candidates > 1 => {
            Some(text!(language, "calls-by-chosen-among", count = row.candidates))
        }
        by => Some(text!(language, &crate::text::code("calls-by", by))),
    }
}

/// The state of the call: *Ringing at extension 214*.
#[must_use]
pub fn state(language: Language, call: &CallPopUp) -> String {
    match call.state {
        CallState::Ringing => text!(language, "calls-ringing", extension = call.extension.as_str()),
        CallState::Talking => text!(language, "calls-talking"),
        CallState::Ended => text!(language, "calls-ended"),
    }
}

/// The caller, for the name of the pop-up: the person, the number, or that neither is known.
#[must_use]
pub fn caller(language: Language, call: &CallPopUp) -> String {
    let name = call.caller.as_ref().map(|caller| caller.person.name.clone());
    name.or_else(|| call.number.clone()).unwrap_or_else(|| text!(language, "calls-unknown"))
}

/// The preposition that a [`moment`] takes, as a selector of texts: *at 11:32* (`today`) or *on 21 Nov 2026 11:32*
/// (`other`).
#[must_use]
pub fn day(clock: &Clock, at: DateTime<Utc>) -> &'static str {
    if clock.same_day(at, clock.now()) { "today" } else { "other" }
}

/// The time of an instant of today; date and time of another day.
#[must_use]
pub fn moment(clock: &Clock, at: DateTime<Utc>) -> String {
    if clock.same_day(at, clock.now()) { clock.time(at) } else { clock.date_time(at) }
}
