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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::fixtures::popup;

    const LANGUAGE: Language = Language::English;

    #[test]
    fn a_number_is_shown_or_said_to_be_missing() {
        assert_eq!(number(LANGUAGE, Some("4021"), true), "4021");
        assert_eq!(number(LANGUAGE, None, true), text!(LANGUAGE, "calls-number-withheld"));
        assert_eq!(number(LANGUAGE, None, false), text!(LANGUAGE, "calls-number-untold"));
    }

    #[test]
    fn a_caller_who_is_not_known_is_called_by_the_number() {
        let mut call = popup(1, CallState::Ringing);
        assert_eq!(caller(LANGUAGE, &call), "(11) 4021-7000");
        call.number = None;
        assert_eq!(caller(LANGUAGE, &call), text!(LANGUAGE, "calls-unknown"));
    }

    #[test]
    fn a_lost_extension_names_who_has_it_now() {
        let at = chrono::DateTime::UNIX_EPOCH;
        let by = contract::identity::PersonRef { id: 7, name: "Bia".to_owned() };
        let taken = LostExtension { extension: "214".to_owned(), why: ExtensionLoss::Taken, by: Some(by), at };
        assert!(lost(LANGUAGE, &taken).contains("Bia"));
        let away = LostExtension { why: ExtensionLoss::Away, ..taken };
        let said = lost(LANGUAGE, &away);
        assert!(said.contains("214") && !said.contains("Bia"), "{said}");
    }
}
