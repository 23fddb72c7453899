//! How times are written here.

use crate::hooks::Clock;
use chrono::{DateTime, Utc};
use locales::{Language, text};

/// `0,8 ms`, `11 ms`: in the symbol that every language has for it.
#[must_use]
pub fn milliseconds(language: Language, microseconds: i64) -> String {
    if microseconds >= 10_000 {
        return format!("{}\u{a0}ms", (microseconds + 500) / 1000);
    }
    let tenths = (microseconds + 50) / 100;
    let point = if language == Language::English { '.' } else { ',' };
    match (tenths / 10, tenths % 10) {
        (whole, 0) if whole > 0 => format!("{whole}\u{a0}ms"),
        (whole, tenth) => format!("{whole}{point}{tenth}\u{a0}ms"),
    }
}

/// *2 s ago*, to the second within a minute.
#[must_use]
pub fn ago(clock: &Clock, at: DateTime<Utc>) -> String {
    let seconds = (-clock.until(at)).max(0);
    let time = if seconds < 60 { format!("{seconds}\u{a0}s") } else { locales::relative(clock.language, seconds) };
    text!(clock.language, "console-ago", time = time)
}

/// `14:10:31`; with the date when it was not today.
#[must_use]
pub fn to_the_second(clock: &Clock, at: DateTime<Utc>) -> String {
    let time = clock.local(at).format("%H:%M:%S");
    if clock.same_day(at, clock.now()) { time.to_string() } else { format!("{} {time}", clock.date(at)) }
}
