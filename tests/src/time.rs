//! Instants in tests.

use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::America::Sao_Paulo;

/// An instant given as local time in São Paulo, where the company is: `2026-11-16 10:00`.
#[must_use]
#[track_caller]
pub fn local(text: &str) -> DateTime<Utc> {
    let at = NaiveDateTime::parse_from_str(&format!("{text}:00"), "%Y-%m-%d %H:%M:%S").expect("YYYY-MM-DD HH:MM");
    Sao_Paulo.from_local_datetime(&at).single().expect("a local time that exists once").to_utc()
}

/// The time at which tests begin: a Monday morning. The Friday of that week, 20 November, is
/// a holiday.
#[must_use]
pub fn monday() -> DateTime<Utc> {
    local("2026-11-16 10:00")
}

/// A duration of some hours.
#[must_use]
pub fn hours(hours: i64) -> TimeDelta {
    TimeDelta::hours(hours)
}

/// Asserts that two instants are the same, except for the time that a request takes.
#[track_caller]
pub fn assert_near(actual: DateTime<Utc>, expected: DateTime<Utc>) {
    let apart = (actual - expected).abs();
    assert!(apart < TimeDelta::seconds(30), "{actual} is not about {expected}");
}
