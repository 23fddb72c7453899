//! What the tests of calendars and clocks share.

mod counting;
mod edit;
mod words;

use super::*;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::{Africa, America, Asia, Australia, Europe, Pacific};
use proptest::prelude::*;

/// Zones whose clocks change, each with an instant (UTC) near to a change: at
/// 02:00, at midnight both ways, by half an hour, at one minute past midnight,
/// for a week only, by a whole day that was skipped.
pub(crate) const CHANGES: &[(Tz, &str)] = &[
    (America::Sao_Paulo, "2018-11-04T03:00:00"),
    (America::Sao_Paulo, "2019-02-17T02:00:00"),
    (America::Noronha, "2000-10-08T02:00:00"),
    (America::Sao_Paulo, "2026-11-24T14:10:00"),
    (Europe::Lisbon, "2026-03-29T01:00:00"),
    (Europe::Lisbon, "2026-10-25T01:00:00"),
    (America::New_York, "2026-03-08T07:00:00"),
    (America::New_York, "2026-11-01T06:00:00"),
    (America::St_Johns, "2008-11-02T02:31:00"),
    (America::St_Johns, "2008-03-09T03:31:00"),
    (Africa::Cairo, "2026-04-23T22:00:00"),
    (Africa::Cairo, "2026-10-29T21:00:00"),
    (Asia::Kathmandu, "2026-06-01T00:00:00"),
    (Australia::Lord_Howe, "2026-04-04T15:00:00"),
    (Australia::Lord_Howe, "2026-10-03T15:30:00"),
    (Pacific::Apia, "2011-12-30T10:00:00"),
    (Tz::UTC, "2024-02-29T00:00:00"),
];

/// An instant from `YYYY-MM-DDTHH:MM:SS`, UTC.
pub(crate) fn utc(text: &str) -> DateTime<Utc> {
    text.parse::<NaiveDateTime>().unwrap().and_utc()
}

/// A stretch from minutes of the day.
pub(crate) fn stretch(from: u16, to: u16) -> Stretch {
    Stretch::new(from, to).unwrap()
}

/// Monday to Friday, 8:00 to 12:00 and 13:00 to 18:00, but for two dates.
pub(crate) fn office(time_zone: Tz) -> Calendar {
    let day = vec![stretch(13 * 60, 18 * 60), stretch(8 * 60, 12 * 60)];
    let week = std::array::from_fn(|weekday| if weekday < 5 { day.clone() } else { Vec::new() });
    let date = |day| NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
    let exceptions = BTreeMap::from([
        (date(24), Exception { name: "Véspera de Natal".to_owned(), hours: vec![stretch(480, 720)] }),
        (date(25), Exception { name: "Natal".to_owned(), hours: Vec::new() }),
    ]);
    Calendar::new(time_zone, week, exceptions).unwrap()
}

/// All day, every day.
pub(crate) fn all_day(time_zone: Tz) -> Calendar {
    Calendar::new(time_zone, std::array::from_fn(|_| vec![Stretch::ALL_DAY]), BTreeMap::new()).unwrap()
}

/// Hours of a day: cuts of the day, of which every second stretch counts.
fn hours() -> impl Strategy<Value = Vec<Stretch>> {
    let cuts = proptest::collection::btree_set(0..=DAY, 0..6);
    let random = cuts.prop_map(|cuts| {
        let cuts: Vec<u16> = cuts.into_iter().collect();
        cuts.chunks_exact(2).map(|pair| stretch(pair[0], pair[1])).collect()
    });
    prop_oneof![4 => random, 1 => Just(vec![Stretch::ALL_DAY]), 1 => Just(vec![stretch(480, 720), stretch(720, 1080)])]
}

/// A calendar, and an instant within some days of a change of its clocks if it has any.
pub(crate) fn calendar_and_instant() -> impl Strategy<Value = (Calendar, DateTime<Utc>)> {
    let week = proptest::array::uniform7(hours());
    let exceptions = proptest::collection::btree_map(-6_i64..6, hours(), 0..4);
    let change = proptest::sample::select(CHANGES);
    (change, week, exceptions, -4 * 1440_i64..2 * 1440, any::<bool>()).prop_map(
        |((time_zone, at), mut week, exceptions, minutes, all_day)| {
            if all_day || week.iter().all(Vec::is_empty) {
                week[2] = vec![Stretch::ALL_DAY];
            }
            let at = utc(at);
            let exceptions = exceptions.into_iter().map(|(days, hours)| {
                (at.date_naive() + TimeDelta::days(days), Exception { name: "Feriado".to_owned(), hours })
            });
            let calendar = Calendar::new(time_zone, week, exceptions.collect()).unwrap();
            (calendar, at + TimeDelta::minutes(minutes))
        },
    )
}

/// The definition, taken at its word: looks at the wall clock in every minute.
/// Slow, and so simple that it is right. Both instants are whole minutes.
pub(crate) fn slow_working_seconds(calendar: &Calendar, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
    let mut at = from;
    let mut total = 0;
    while at < to {
        let local = at.with_timezone(&calendar.time_zone()).naive_local();
        let minute = local.format("%H%M").to_string().parse::<u16>().unwrap();
        let minute = minute / 100 * 60 + minute % 100;
        let hours = match calendar.exceptions().get(&local.date()) {
            Some(exception) => &exception.hours,
            None => &calendar.week()[local.weekday().num_days_from_monday() as usize],
        };
        total += if hours.iter().any(|s| s.from() <= minute && minute < s.to()) { 60 } else { 0 };
        at += TimeDelta::minutes(1);
    }
    total
}
