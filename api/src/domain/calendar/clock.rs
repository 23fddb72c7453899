//! Counting working time.
//!
//! Both functions walk the time line in pieces that lie in one local day and under
//! one UTC offset, in which local time is simply UTC plus that offset; whole weeks
//! without exceptions and changes of the clock are taken in one step.

use super::{Calendar, CalendarError, Stretch};
use chrono::{DateTime, NaiveDate, Offset, TimeDelta, TimeZone, Utc};

/// How far ahead [`Calendar::add`] looks: ten years.
pub const HORIZON: TimeDelta = TimeDelta::days(3_653);

const DAY: i64 = 86_400;
const WEEK: i64 = 7 * DAY;

/// A piece of the time line in one local day and under one UTC offset.
struct Piece<'a> {
    /// Where it begins and ends, in seconds since 1970 (UTC).
    start: i64,
    end: i64,
    /// Second of the local day at its start.
    second: i64,
    /// Hours of its local day.
    hours: &'a [Stretch],
}

impl Piece<'_> {
    /// Working time in it, as (from, to) in seconds since 1970 (UTC), in order.
    fn working(&self) -> impl Iterator<Item = (i64, i64)> {
        let midnight = self.start - self.second;
        self.hours.iter().filter_map(move |stretch| {
            let from = self.start.max(midnight + i64::from(stretch.from()) * 60);
            let to = self.end.min(midnight + i64::from(stretch.to()) * 60);
            (from < to).then_some((from, to))
        })
    }
}

impl Calendar {
    /// Seconds of working time from one instant to another; 0 when `to` is not
    /// after `from`.
    #[must_use]
    pub fn working_seconds(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        let (mut at, to) = (from.timestamp(), to.timestamp());
        let mut total = 0;
        while at < to {
            if self.is_plain_week(at, to) {
                total += self.week_seconds;
                at += WEEK;
            } else {
                let piece = self.piece(at, to);
                total += piece.working().map(|(from, to)| to - from).sum::<i64>();
                at = piece.end;
            }
        }
        total
    }

    /// The first instant at which `seconds` of working time have passed since
    /// `from`: with hours until 18:00, what is due at the end of the day is due at
    /// 18:00 and not at the opening of the next day. `from` itself for zero or less.
    ///
    /// # Errors
    ///
    /// [`CalendarError::TooFar`] when that is not within [`HORIZON`].
    pub fn add(&self, from: DateTime<Utc>, seconds: i64) -> Result<DateTime<Utc>, CalendarError> {
        if seconds <= 0 {
            return Ok(from);
        }
        let (mut at, mut left) = (from.timestamp(), seconds);
        let limit = at + HORIZON.num_seconds();
        while at < limit {
            if left > self.week_seconds && self.is_plain_week(at, limit) {
                left -= self.week_seconds;
                at += WEEK;
                continue;
            }
            let piece = self.piece(at, limit);
            for (from, to) in piece.working() {
                if left <= to - from {
                    return DateTime::from_timestamp(from + left, 0).ok_or(CalendarError::TooFar);
                }
                left -= to - from;
            }
            at = piece.end;
        }
        Err(CalendarError::TooFar)
    }

    /// The local date at an instant.
    #[must_use]
    pub fn local_date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.time_zone).date_naive()
    }

    /// Whether the seven days from an instant on end before `limit`, are counted by
    /// the days of the week alone, and see no change of the clock. Since 1970 the
    /// shortest time that any zone kept another offset is a week less an hour
    /// (Recife in October 2000), so looking in the middle, too, is enough.
    fn is_plain_week(&self, at: i64, limit: i64) -> bool {
        if at + WEEK > limit {
            return false;
        }
        let offset = self.offset(at);
        if offset != self.offset(at + WEEK / 2) || offset != self.offset(at + WEEK) {
            return false;
        }
        let (first, last) = (date(at + offset), date(at + offset + WEEK));
        self.exceptions.range(first..=last).next().is_none()
    }

    /// The piece that begins at an instant and ends at `limit` at the latest.
    fn piece(&self, start: i64, limit: i64) -> Piece<'_> {
        let offset = self.offset(start);
        let second = (start + offset).rem_euclid(DAY);
        let end = limit.min(start - second + DAY);
        let end = self.first_change(start, end, offset).unwrap_or(end);
        Piece { start, end, second, hours: self.hours(date(start + offset)) }
    }

    /// The first instant before `end` with another offset than at `start`, a day
    /// before at most.
    fn first_change(&self, start: i64, end: i64, offset: i64) -> Option<i64> {
        let (mut same, mut other) = (start, end - 1);
        if self.offset(other) == offset {
            return None;
        }
        while other - same > 1 {
            let middle = same + (other - same) / 2;
            if self.offset(middle) == offset { same = middle } else { other = middle }
        }
        Some(other)
    }

    /// Seconds that local time is ahead of UTC at an instant.
    fn offset(&self, at: i64) -> i64 {
        let utc = DateTime::from_timestamp(at, 0).unwrap_or_default().naive_utc();
        i64::from(self.time_zone.offset_from_utc_datetime(&utc).fix().local_minus_utc())
    }
}

/// The date of a local time in seconds since 1970.
fn date(local: i64) -> NaiveDate {
    DateTime::from_timestamp(local, 0).unwrap_or_default().date_naive()
}
