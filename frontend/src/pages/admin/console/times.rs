//! How the console writes times.

use crate::hooks::Clock;
use chrono::{DateTime, Utc};
use locales::{Language, text};

/// Microseconds as milliseconds: `0,8 ms`, `11 ms`. Below ten there is a digit behind the point.
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

/// *2 s ago*. The future counts as now.
#[must_use]
pub fn ago(clock: &Clock, at: DateTime<Utc>) -> String {
    seconds_ago(clock.language, -clock.until(at))
}

/// *2 s ago*: seconds within a minute, then minutes and more.
fn seconds_ago(language: Language, seconds: i64) -> String {
    let seconds = seconds.max(0);
    let time = if seconds < 60 { format!("{seconds}\u{a0}s") } else { locales::relative(language, seconds) };
    text!(language, "console-ago", time = time)
}

/// `14:10:31`, with the date when it is not today.
#[must_use]
pub fn to_the_second(clock: &Clock, at: DateTime<Utc>) -> String {
    let time = clock.local(at).format("%H:%M:%S");
    if clock.same_day(at, clock.now()) { time.to_string() } else { format!("{} {time}", clock.date(at)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_times_have_a_digit_behind_the_point_of_the_language() {
        let times = [(0, "0,0"), (49, "0,0"), (50, "0,1"), (800, "0,8"), (1_000, "1"), (2_345, "2,3"), (9_940, "9,9")];
        for (microseconds, written) in times {
            assert_eq!(milliseconds(Language::Portuguese, microseconds), format!("{written}\u{a0}ms"));
            let english = format!("{}\u{a0}ms", written.replace(',', "."));
            assert_eq!(milliseconds(Language::English, microseconds), english);
        }
    }

    #[test]
    fn long_times_are_rounded_to_milliseconds() {
        for (microseconds, written) in [(10_000, "10"), (10_499, "10"), (10_500, "11"), (1_234_567, "1235")] {
            assert_eq!(milliseconds(Language::Spanish, microseconds), format!("{written}\u{a0}ms"));
        }
    }

    #[test]
    fn seconds_are_counted_within_a_minute_and_the_future_is_now() {
        for (seconds, written) in [(-5, "0\u{a0}s"), (0, "0\u{a0}s"), (59, "59\u{a0}s")] {
            assert!(seconds_ago(Language::English, seconds).contains(written), "{seconds}");
        }
        assert!(!seconds_ago(Language::English, 60).contains("60"));
    }
}
