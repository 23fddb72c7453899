//! How dates, durations and sizes are written in each language.
//!
//! Dates and times arrive in the reader's time zone already.

use crate::text;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use contract::Language;

/// A date: `24/11/2026`, `24 Nov 2026`.
#[must_use]
pub fn date(language: Language, date: NaiveDate) -> String {
    match language {
        Language::Portuguese | Language::Spanish => date.format("%d/%m/%Y").to_string(),
        Language::English => date.format("%-d %b %Y").to_string(),
    }
}

/// A time of day: `14:10`.
#[must_use]
pub fn time(_language: Language, time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// A date with the time of day.
#[must_use]
pub fn date_time(language: Language, at: NaiveDateTime) -> String {
    format!("{} {}", date(language, at.date()), time(language, at.time()))
}

/// The short name of the day of the week.
#[must_use]
pub fn weekday(language: Language, date: NaiveDate) -> String {
    text!(language, &format!("weekday-{}", date.weekday().number_from_monday()))
}

/// A duration, to the minute: `42 min`, `4 h 15 min`, `3 h`. The sign is dropped.
#[must_use]
pub fn duration(_language: Language, seconds: i64) -> String {
    let minutes = (seconds.unsigned_abs() + 30) / 60;
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// How long a call lasts, to the second: `8 s`, `3 min 12 s`, `1 h 2 min`. Nothing is below zero.
#[must_use]
pub fn talk(_language: Language, seconds: i64) -> String {
    let seconds = seconds.max(0);
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, seconds) => format!("{minutes} min {seconds} s"),
        (hours, minutes, _) => format!("{hours} h {minutes} min"),
    }
}

/// A wall-clock distance, coarser the longer it is: `42 min`, `5 h 10 min`, `3 days`.
#[must_use]
pub fn relative(language: Language, seconds: i64) -> String {
    let hours = seconds.unsigned_abs() / 3600;
    if hours >= 48 { text!(language, "days", count = hours / 24) } else { duration(language, seconds) }
}

/// A file size in decimal units: `188 kB`, `3,1 MB`.
#[must_use]
pub fn file_size(language: Language, bytes: i64) -> String {
    let decimal = |value: f64| {
        let written = if value < 10.0 { format!("{value:.1}") } else { format!("{value:.0}") };
        let written = written.strip_suffix(".0").unwrap_or(&written).to_owned();
        if language == Language::English { written } else { written.replace('.', ",") }
    };
    #[allow(clippy::cast_precision_loss, reason = "a rounded size is shown")]
    let size = bytes as f64;
    match bytes {
        ..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", decimal(size / 1e3)),
        1_000_000..1_000_000_000 => format!("{} MB", decimal(size / 1e6)),
        _ => format!("{} GB", decimal(size / 1e9)),
    }
}
