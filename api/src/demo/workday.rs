//! Working hours, forwards and backwards.

use crate::domain::calendar::Calendar;
use chrono::{DateTime, TimeDelta, Utc};

/// How far back working time is looked for: more than the demo's 90 days.
const FURTHEST: TimeDelta = TimeDelta::days(400);

/// The instant at which so much working time has passed since `from`.
#[must_use]
pub fn after(calendar: &Calendar, from: DateTime<Utc>, seconds: i64) -> DateTime<Utc> {
    calendar.add(from, seconds).unwrap_or(from)
}

/// The last working instant from which so much working time passes until `to`.
#[must_use]
pub fn before(calendar: &Calendar, to: DateTime<Utc>, seconds: i64) -> DateTime<Utc> {
    let (mut enough, mut short) = ((to - FURTHEST).timestamp(), to.timestamp());
    while short - enough > 1 {
        let middle = enough + (short - enough) / 2;
        let at = DateTime::from_timestamp(middle, 0).unwrap_or(to);
        if calendar.working_seconds(at, to) >= seconds { enough = middle } else { short = middle }
    }
    DateTime::from_timestamp(enough, 0).unwrap_or(to)
}

/// Whether work is done at an instant.
#[must_use]
pub fn is_open(calendar: &Calendar, at: DateTime<Utc>) -> bool {
    calendar.working_seconds(at, at + TimeDelta::seconds(1)) == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::data;

    #[test]
    fn backwards_undoes_forwards() {
        let company = data::company().unwrap();
        let calendar = Calendar::from_edit(&company.business_calendar()).unwrap();
        let noon = "2026-11-16T15:00:00Z".parse().unwrap();
        for seconds in [1, 59, 3600, 36_000, 400_000] {
            let start = before(&calendar, noon, seconds);
            assert_eq!(calendar.working_seconds(start, noon), seconds);
            assert!(is_open(&calendar, start));
            assert_eq!(after(&calendar, start, seconds), noon);
        }
        // From a Sunday it leads to the Friday before.
        let sunday: DateTime<Utc> = "2026-11-22T04:00:00Z".parse().unwrap();
        // Friday, 20 November, is a holiday.
        assert_eq!(before(&calendar, sunday, 60).to_rfc3339(), "2026-11-19T20:59:00+00:00");
    }
}
