//! Dates and times as the person reads them.
//!
//! The server speaks UTC. The browser knows the time zones, and `locales` knows how each language writes a date; a
//! [`Clock`] brings them together.

use super::language::use_language;
use super::session::use_session;
use super::timing::use_tick;
use crate::api::client::now_ms;
use crate::browser::time_zone;
use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use contract::Language;
use std::rc::Rc;
use yew::prelude::*;

/// The format of `datetime-local` fields.
pub const FIELD_FORMAT: &str = "%Y-%m-%dT%H:%M";

/// Writes dates and times in the person's language and time zone.
#[derive(Clone, PartialEq)]
pub struct Clock {
    /// The language.
    pub language: Language,
    /// The IANA time zone.
    pub zone: Rc<str>,
}

impl Clock {
    /// What the person's wall clock shows at an instant. UTC, if the browser does not know the time zone.
    #[must_use]
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        time_zone::wall_clock(&self.zone, at).unwrap_or_else(|| at.naive_utc())
    }

    /// `24/11/2026`.
    #[must_use]
    pub fn date(&self, at: DateTime<Utc>) -> String {
        locales::date(self.language, self.local(at).date())
    }

    /// `14:10`.
    #[must_use]
    pub fn time(&self, at: DateTime<Utc>) -> String {
        locales::time(self.language, self.local(at).time())
    }

    /// `24/11/2026 14:10`.
    #[must_use]
    pub fn date_time(&self, at: DateTime<Utc>) -> String {
        locales::date_time(self.language, self.local(at))
    }

    /// True when two instants fall on the same day.
    #[must_use]
    pub fn same_day(&self, one: DateTime<Utc>, other: DateTime<Utc>) -> bool {
        self.local(one).date() == self.local(other).date()
    }

    /// The instant at which the person's wall clock shows a time.
    #[must_use]
    pub fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        instant_of(local, |at| self.local(at))
    }

    /// The value of a `datetime-local` field for an instant.
    #[must_use]
    pub fn format_field(&self, at: DateTime<Utc>) -> String {
        self.local(at).format(FIELD_FORMAT).to_string()
    }

    /// The instant of the value of a `datetime-local` field. None when it is empty or no time.
    #[must_use]
    pub fn parse_field(&self, value: &str) -> Option<DateTime<Utc>> {
        NaiveDateTime::parse_from_str(value, FIELD_FORMAT).ok().map(|local| self.instant(local))
    }

    /// Now, by the server's clock.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        #[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970")]
        DateTime::from_timestamp_millis(now_ms() as i64).unwrap_or_default()
    }

    /// Seconds from now until an instant; negative when it has passed.
    #[must_use]
    pub fn until(&self, at: DateTime<Utc>) -> i64 {
        (at - self.now()).num_seconds()
    }
}

/// The instant at which a wall clock shows a time. When the clock is put back it shows an hour twice, and either
/// instant is right.
fn instant_of(local: NaiveDateTime, wall_clock: impl Fn(DateTime<Utc>) -> NaiveDateTime) -> DateTime<Utc> {
    // The offset depends on the instant. Two steps towards the offset in force are enough, also around a change.
    let mut guess = Utc.from_utc_datetime(&local);
    for _ in 0..2 {
        guess += local - wall_clock(guess);
    }
    guess
}

/// The person's clock. It renders once a minute, so that distances of time stay true.
#[hook]
pub fn use_clock() -> Clock {
    let language = use_language();
    let session = use_session();
    use_tick(60_000);
    let zone = session.me().map(|me| me.time_zone.clone()).unwrap_or_else(time_zone::of_browser);
    Clock { language, zone: zone.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use proptest::prelude::*;

    /// A time zone that changes its offset once: minutes before, minutes after, and when (seconds since 1970).
    #[derive(Debug, Clone, Copy)]
    struct Zone {
        before: i64,
        after: i64,
        change: i64,
    }

    impl Zone {
        fn wall_clock(self, at: DateTime<Utc>) -> NaiveDateTime {
            let minutes = if at.timestamp() < self.change { self.before } else { self.after };
            at.naive_utc() + TimeDelta::minutes(minutes)
        }
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn the_offset_is_taken_off() {
        let zone = Zone { before: -180, after: -180, change: 0 };
        let local = NaiveDateTime::parse_from_str("2026-11-24T14:10", FIELD_FORMAT).unwrap();
        let instant = instant_of(local, |at| zone.wall_clock(at));
        assert_eq!(instant.to_rfc3339(), "2026-11-24T17:10:00+00:00");
    }

    /// When the clock is put forward, it never shows one of the hours: the instant is at most an hour away from it.
    #[test]
    fn an_hour_that_does_not_exist_becomes_a_near_one() {
        let zone = Zone { before: -180, after: -120, change: 1_000_000_000 };
        let local = zone.wall_clock(at(zone.change)) - TimeDelta::minutes(30);
        let instant = instant_of(local, |at| zone.wall_clock(at));
        assert!((zone.wall_clock(instant) - local).num_minutes().abs() <= 60);
    }

    proptest! {
        /// Any time that a wall clock shows leads back to that time, also on the days on which the offset changes.
        #[test]
        fn what_a_wall_clock_shows_leads_back(
            before in -720_i64..=840,
            change_by in prop_oneof![Just(-60_i64), Just(-30), Just(0), Just(30), Just(60)],
            seconds in -90_000_i64..90_000,
        ) {
            let zone = Zone { before, after: before + change_by, change: 1_000_000_000 };
            let local = zone.wall_clock(at(zone.change + seconds));
            let instant = instant_of(local, |at| zone.wall_clock(at));
            prop_assert_eq!(zone.wall_clock(instant), local);
        }
    }
}
