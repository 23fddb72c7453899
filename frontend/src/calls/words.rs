//! Sentences about calls.

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

/// The number that calls; or that it is withheld, or was not told.
#[must_use]
pub fn number(language: Language, number: Option<&str>, withheld: bool) -> String {
    match number {
        Some(number) => number.to_owned(),
        None if withheld => text!(language, "calls-number-withheld"),
        None => text!(language, "calls-number-untold"),
    }
}

/// Why the caller was recognised, for the log: *by CPF*, *chosen among 3*.
#[must_use]
pub fn why(language: Language, row: &CallRow) -> Option<String> {
    match row.matched_by? {
        MatchedBy::Chosen if row.candidates > 1 => {
            Some(text!(language, "calls-by-chosen-among", count = row.candidates))
        }
        by => Some(text!(language, &crate::text::code("calls-by", by))),
    }
}

/// How the call stands: *Ringing at extension 214*.
#[must_use]
pub fn state(language: Language, call: &CallPopUp) -> String {
    match call.state {
        CallState::Ringing => text!(language, "calls-ringing", extension = call.extension.as_str()),
        CallState::Talking => text!(language, "calls-talking"),
        CallState::Ended => text!(language, "calls-ended"),
    }
}

/// Who calls, for the name of the pop-up: a person, or that it is not known.
#[must_use]
pub fn who(language: Language, call: &CallPopUp) -> String {
    let name = call.caller.as_ref().map(|caller| caller.person.name.clone());
    name.or_else(|| call.number.clone()).unwrap_or_else(|| text!(language, "calls-unknown"))
}

/// Which of two prepositions a [`moment`] takes: *at 11:32*, *on 21 Nov 2026 11:32*.
#[must_use]
pub fn day(clock: &Clock, at: DateTime<Utc>) -> &'static str {
    if clock.same_day(at, clock.now()) { "today" } else { "other" }
}

/// A time of today, or date and time of another day.
#[must_use]
pub fn moment(clock: &Clock, at: DateTime<Utc>) -> String {
    if clock.same_day(at, clock.now()) { clock.time(at) } else { clock.date_time(at) }
}
