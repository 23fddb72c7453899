//! Calendars of working hours: which seconds count against a deadline.
//!
//! A calendar says, for every local day of its time zone, during which stretches
//! work is done: by the day of the week, or by the date where that date has hours
//! of its own (a holiday, a half day, a Saturday that makes up for one).
//!
//! # What counts
//!
//! **An instant is working time if, and only if, a wall clock in the calendar's
//! time zone shows a time inside one of that local day's stretches.** Durations are
//! real, elapsed seconds. So, when the clocks change:
//!
//! - a time that is skipped (forward in spring) does not exist and counts nothing:
//!   a day of 24 hours then has 23;
//! - a time that is shown twice (back in autumn) counts both times if it is working
//!   time at all: a day of 24 hours then has 25.
//!
//! Instants are taken in whole seconds; fractions are cut off.

mod clock;
mod describe;
mod edit;
#[cfg(test)]
pub(crate) mod tests;

pub use clock::HORIZON;
pub use edit::CalendarFault;

use super::text::TextError;
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// Minutes of a day: where a stretch up to midnight ends.
pub const DAY: u16 = 24 * 60;

/// What is wrong with a calendar, or with what was asked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// No IANA time zone has that name.
    #[error("unknown time zone")]
    UnknownTimeZone,
    /// Not a time of day as `HH:MM` (24:00 only at the end of a stretch).
    #[error("not a time of day as HH:MM")]
    BadTime,
    /// A stretch that ends before it begins, or at once. One that passes midnight
    /// is two: up to 24:00, and from 00:00 of the next day.
    #[error("a stretch ends before it begins")]
    Reversed,
    /// Two stretches of the same day have time in common.
    #[error("two stretches overlap")]
    Overlap,
    /// No hours on any day of the week: nothing would ever be due.
    #[error("the week has no working hours")]
    NoHours,
    /// Not 1 (Monday) to 7 (Sunday).
    #[error("not a day of the week")]
    BadWeekday,
    /// The same day of the week twice.
    #[error("a day of the week is given twice")]
    RepeatedWeekday,
    /// The same date twice.
    #[error("a date is given twice")]
    RepeatedDate,
    /// The name of a date cannot be used.
    #[error("bad name of a date: {0}")]
    BadName(TextError),
    /// So much working time does not pass within [`HORIZON`].
    #[error("not reached within the horizon")]
    TooFar,
}

/// Working time from one minute of the local day to another, the latter excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stretch {
    from: u16,
    to: u16,
}

impl Stretch {
    /// The whole day.
    pub const ALL_DAY: Self = Self { from: 0, to: DAY };

    /// From one minute of the day (0 to 1439) to another (up to 1440, midnight).
    ///
    /// # Errors
    ///
    /// [`CalendarError::BadTime`] beyond the day; [`CalendarError::Reversed`] when
    /// it does not end after it begins.
    pub const fn new(from: u16, to: u16) -> Result<Self, CalendarError> {
        if from >= DAY || to > DAY {
            Err(CalendarError::BadTime)
        } else if from >= to {
            Err(CalendarError::Reversed)
        } else {
            Ok(Self { from, to })
        }
    }

    /// First minute of the day that counts.
    #[must_use]
    pub const fn from(self) -> u16 {
        self.from
    }

    /// First minute of the day that does not count any more; 1440 is midnight.
    #[must_use]
    pub const fn to(self) -> u16 {
        self.to
    }

    /// Its length by the wall clock, in seconds.
    const fn seconds(self) -> i64 {
        (self.to - self.from) as i64 * 60
    }
}

/// A date with hours of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// Its name: the holiday's.
    pub name: String,
    /// Its hours; none: closed.
    pub hours: Vec<Stretch>,
}

/// A calendar of working hours. One that exists is valid: stretches in order and
/// apart, and some hours in the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    time_zone: Tz,
    week: [Vec<Stretch>; 7],
    exceptions: BTreeMap<NaiveDate, Exception>,
    /// Working seconds of a week without exceptions and changes of the clock.
    week_seconds: i64,
}

impl Calendar {
    /// A calendar from its parts. `week` begins on Monday; stretches may come in
    /// any order and may touch.
    ///
    /// # Errors
    ///
    /// [`CalendarError::Overlap`]; [`CalendarError::NoHours`] when no day of the
    /// week has any.
    pub fn new(
        time_zone: Tz,
        mut week: [Vec<Stretch>; 7],
        mut exceptions: BTreeMap<NaiveDate, Exception>,
    ) -> Result<Self, CalendarError> {
        for hours in week.iter_mut().chain(exceptions.values_mut().map(|exception| &mut exception.hours)) {
            hours.sort_unstable();
            if hours.windows(2).any(|pair| pair[0].to > pair[1].from) {
                return Err(CalendarError::Overlap);
            }
        }
        let week_seconds = week.iter().flatten().map(|stretch| stretch.seconds()).sum();
        if week_seconds == 0 {
            return Err(CalendarError::NoHours);
        }
        Ok(Self { time_zone, week, exceptions, week_seconds })
    }

    /// Every second of every day, in UTC: for what is counted on the wall clock.
    #[must_use]
    pub fn always() -> Self {
        let week = std::array::from_fn(|_| vec![Stretch::ALL_DAY]);
        let week_seconds = 7 * Stretch::ALL_DAY.seconds();
        Self { time_zone: Tz::UTC, week, exceptions: BTreeMap::new(), week_seconds }
    }

    /// The time zone that its times of day are in.
    #[must_use]
    pub const fn time_zone(&self) -> Tz {
        self.time_zone
    }

    /// Hours by the day of the week, Monday first, each day's in order.
    #[must_use]
    pub const fn week(&self) -> &[Vec<Stretch>; 7] {
        &self.week
    }

    /// The dates with hours of their own.
    #[must_use]
    pub const fn exceptions(&self) -> &BTreeMap<NaiveDate, Exception> {
        &self.exceptions
    }

    /// The hours of a local date, in order.
    #[must_use]
    pub fn hours(&self, date: NaiveDate) -> &[Stretch] {
        match self.exceptions.get(&date) {
            Some(exception) => &exception.hours,
            None => &self.week[date.weekday().num_days_from_monday() as usize],
        }
    }
}
