//! Answers to telephone systems, as docs/telephony.md describes them. The same facts are given as JSON, as text that a
//! dialplan can split, or as sentences for a speech synthesiser.

pub mod ami;
pub mod monitoring;
#[cfg(test)]
mod tests;

use crate::domain::tax_id::TaxId;
use chrono::{DateTime, NaiveDateTime, Timelike, Utc};
use chrono_tz::Tz;
use contract::telephony::{RequestCount, RequestFacts, RequestNumbers};
use contract::{Language, Situation};
use locales::text;

/// Who a caller says they are.
#[derive(Clone, PartialEq, Eq)]
pub enum CallerId {
    /// By CPF or CNPJ.
    TaxId(TaxId),
    /// By employee number.
    EmployeeNumber(String),
}

/// The format of an answer (`formato`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    Json,
    /// Fields joined by `?`.
    Text,
    /// Sentences for a speech synthesiser.
    Voice,
}

impl std::str::FromStr for Format {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "json" => Ok(Self::Json),
            "texto" => Ok(Self::Text),
            "voz" => Ok(Self::Voice),
            _ => Err(()),
        }
    }
}

/// Whether a text may end every answer (`fim`). A dialplan that does not find it at the
/// end knows that the connection was cut.
#[must_use]
pub fn is_ending(text: &str) -> bool {
    (1..=8).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b';' | b'_' | b'.' | b'-'))
}

/// The number of requests in progress, as text: nothing without any, `1?` and the request's number for one, otherwise
/// the count.
#[must_use]
pub fn count_text(found: &RequestCount) -> String {
    match (found.count, found.number) {
        (0, _) => String::new(),
        (1, Some(number)) => format!("1?{number}"),
        (count, _) => count.to_string(),
    }
}

/// The number of requests in progress, as a sentence.
#[must_use]
pub fn count_voice(found: &RequestCount, language: Language) -> String {
    let number = found.number.map(digits).unwrap_or_default();
    text!(language, "telephony-count", count = found.count, number = number)
}

/// The numbers of the requests in progress, as text, joined by `?`.
#[must_use]
pub fn list_text(found: &RequestNumbers) -> String {
    found.numbers.iter().map(i64::to_string).collect::<Vec<_>>().join("?")
}

/// The numbers of the requests in progress, as a sentence. It says how many there are when it lists only the first.
#[must_use]
pub fn list_voice(found: &RequestNumbers, language: Language) -> String {
    let spoken: Vec<String> = found.numbers.iter().copied().map(digits).collect();
    let (read, numbers) = (spoken.len(), spoken.join("; "));
    if read < found.count {
        return text!(language, "telephony-list-first", count = found.count, read = read, numbers = numbers);
    }
    text!(language, "telephony-list", count = found.count, numbers = numbers)
}

/// A request's facts as text, joined by `?`: number, opening time, deadline, situation, and `N` when the deadline has
/// passed, otherwise `S`. Times are those of `time_zone`, as `2026-11-22 14:10`.
#[must_use]
pub fn facts_text(facts: &RequestFacts, time_zone: Tz) -> String {
    let at = |at: DateTime<Utc>| at.with_timezone(&time_zone).format("%Y-%m-%d %H:%M").to_string();
    let within = if facts.within_deadline { "S" } else { "N" };
    let deadline = facts.deadline_at.map(at).unwrap_or_default();
    format!("{}?{}?{deadline}?{}?{within}", facts.number, at(facts.opened_at), facts.situation.label)
}

/// A request's facts as sentences: its situation, and whether its deadline is met.
#[must_use]
pub fn facts_voice(facts: &RequestFacts, time_zone: Tz, language: Language) -> String {
    let at = |at: DateTime<Utc>| spoken(language, at.with_timezone(&time_zone).naive_local());
    let situation = facts.situation.label.to_lowercase();
    let first = text!(
        language,
        "telephony-facts",
        number = digits(facts.number),
        situation = situation,
        opened = at(facts.opened_at)
    );
    let key = match (facts.situation.code, facts.deadline_at, facts.within_deadline) {
        (Situation::Cancelled, ..) | (_, None, true) => return first,
        (Situation::Resolved | Situation::Closed, _, true) => "telephony-deadline-met",
        (Situation::Resolved | Situation::Closed, _, false) => "telephony-deadline-missed",
        (_, _, true) => "telephony-deadline-ahead",
        (_, None, false) => "telephony-deadline-late",
        (_, Some(_), false) => "telephony-deadline-passed",
    };
    let deadline = facts.deadline_at.map(at).unwrap_or_default();
    format!("{first} {}", text!(language, key, deadline = deadline))
}

/// A number digit by digit, because a synthesiser would read `34534` as thirty-four thousand.
fn digits(number: i64) -> String {
    let written = number.to_string();
    written.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

/// A local time as a phrase.
fn spoken(language: Language, at: NaiveDateTime) -> String {
    use chrono::Datelike;
    text!(
        language,
        "telephony-instant",
        day = at.day(),
        month = at.month(),
        year = at.year().to_string(),
        hour = at.hour(),
        minute = at.minute()
    )
}
