use super::*;

fn days(calendar: &Calendar, from: &str, to: &str) -> i64 {
    calendar.working_seconds(utc(from), utc(to))
}

#[test]
fn an_office_week_has_its_hours() {
    let office = office(America::Sao_Paulo);
    // Monday 2026-11-23, 00:00 in São Paulo is 03:00 in UTC.
    assert_eq!(days(&office, "2026-11-23T03:00:00", "2026-11-30T03:00:00"), 5 * 9 * 3600);
    assert_eq!(days(&office, "2026-11-23T11:00:00", "2026-11-23T11:00:01"), 1);
    assert_eq!(days(&office, "2026-11-23T10:59:59", "2026-11-23T11:00:00"), 0);
    assert_eq!(days(&office, "2026-11-23T14:30:00", "2026-11-23T16:30:00"), 3600);
    // Christmas: a morning on the 24th, nothing on the 25th.
    assert_eq!(days(&office, "2026-12-21T03:00:00", "2026-12-28T03:00:00"), (3 * 9 + 4) * 3600);
    assert_eq!(days(&office, "2026-11-24T00:00:00", "2026-11-23T00:00:00"), 0);
}

#[test]
fn what_is_due_at_the_end_of_the_day_is_due_at_closing_time() {
    let office = office(America::Sao_Paulo);
    let add = |from, seconds| office.add(utc(from), seconds);
    assert_eq!(add("2026-11-23T11:00:00", 9 * 3600), Ok(utc("2026-11-23T21:00:00")));
    assert_eq!(add("2026-11-23T11:00:00", 9 * 3600 + 1), Ok(utc("2026-11-24T11:00:01")));
    assert_eq!(add("2026-11-28T05:00:00", 3600), Ok(utc("2026-11-30T12:00:00")));
    assert_eq!(add("2026-11-28T05:00:00", 0), Ok(utc("2026-11-28T05:00:00")));
    assert_eq!(add("2026-11-28T05:00:00", -5), Ok(utc("2026-11-28T05:00:00")));
    assert_eq!(add("2026-12-24T14:00:00", 3600 + 1), Ok(utc("2026-12-28T11:00:01")));
}

#[test]
fn a_day_has_its_real_hours_when_the_clocks_change() {
    let lisbon = all_day(Europe::Lisbon);
    assert_eq!(days(&lisbon, "2026-03-29T00:00:00", "2026-03-29T23:00:00"), 23 * 3600);
    assert_eq!(days(&lisbon, "2026-10-24T23:00:00", "2026-10-26T00:00:00"), 25 * 3600);
    let night = |time_zone| {
        let week = std::array::from_fn(|_| vec![stretch(60, 120)]);
        Calendar::new(time_zone, week, BTreeMap::new()).unwrap()
    };
    // 01:00 to 02:00: skipped in March, shown twice in October.
    assert_eq!(days(&night(Europe::Lisbon), "2026-03-28T12:00:00", "2026-03-29T12:00:00"), 0);
    assert_eq!(days(&night(Europe::Lisbon), "2026-10-24T12:00:00", "2026-10-25T12:00:00"), 2 * 3600);
    // São Paulo went back from midnight to 23:00 of the same day.
    let evening = std::array::from_fn(|_| vec![stretch(22 * 60, 23 * 60 + 30)]);
    let evening = Calendar::new(America::Sao_Paulo, evening, BTreeMap::new()).unwrap();
    assert_eq!(days(&evening, "2019-02-16T12:00:00", "2019-02-17T12:00:00"), 2 * 3600);
    // Noronha had summer time for one week in 2000.
    let noronha =
        Calendar::new(America::Noronha, std::array::from_fn(|_| vec![stretch(0, 60)]), BTreeMap::new()).unwrap();
    assert_eq!(days(&noronha, "2000-10-08T00:00:00", "2000-10-17T00:00:00"), 8 * 3600);
    // Samoa had no 30 December 2011.
    assert_eq!(days(&all_day(Pacific::Apia), "2011-12-29T10:00:00", "2011-12-31T10:00:00"), 48 * 3600);
}

#[test]
fn a_search_without_end_ends() {
    let office = office(America::Sao_Paulo);
    assert_eq!(office.add(utc("2026-11-23T11:00:00"), 24_000 * 3600), Err(CalendarError::TooFar));
    assert_eq!(office.add(utc("2026-11-23T11:00:00"), i64::MAX), Err(CalendarError::TooFar));
    assert!(office.add(utc("2026-11-23T11:00:00"), 23_000 * 3600).is_ok());
    assert_eq!(office.add(DateTime::<Utc>::MAX_UTC, 60), Err(CalendarError::TooFar));
}

#[test]
fn long_spans_are_quick() {
    let calendars = [office(America::Sao_Paulo), office(Europe::Lisbon)];
    let (from, to) = (utc("2026-01-01T00:00:00"), utc("2035-12-31T00:00:00"));
    let started = std::time::Instant::now();
    for calendar in calendars.iter().cycle().take(100) {
        let seconds = calendar.working_seconds(from, to);
        assert!(calendar.add(from, seconds).is_ok());
    }
    // A few milliseconds each in a debug build on a slow machine; minute by minute it is minutes.
    assert!(started.elapsed() < std::time::Duration::from_secs(10), "{:?}", started.elapsed());
}

#[test]
fn impossible_calendars_are_refused() {
    let week = |day: Vec<Stretch>| std::array::from_fn(|weekday| if weekday == 3 { day.clone() } else { Vec::new() });
    let new = |day| Calendar::new(Tz::UTC, week(day), BTreeMap::new());
    assert_eq!(new(vec![]), Err(CalendarError::NoHours));
    assert_eq!(new(vec![stretch(60, 121), stretch(0, 30), stretch(120, 180)]), Err(CalendarError::Overlap));
    assert!(new(vec![stretch(60, 120), stretch(0, 30), stretch(120, 180)]).is_ok());
    assert_eq!(Stretch::new(60, 60), Err(CalendarError::Reversed));
    assert_eq!(Stretch::new(61, 60), Err(CalendarError::Reversed));
    assert_eq!(Stretch::new(0, 1441), Err(CalendarError::BadTime));
    assert_eq!(Stretch::new(1440, 1440), Err(CalendarError::BadTime));
    let holiday = Exception { name: String::new(), hours: vec![stretch(0, 90), stretch(60, 120)] };
    let exceptions = BTreeMap::from([(NaiveDate::default(), holiday)]);
    assert_eq!(Calendar::new(Tz::UTC, week(vec![Stretch::ALL_DAY]), exceptions), Err(CalendarError::Overlap));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn counting_equals_looking_at_the_clock_every_minute(
        (calendar, from) in calendar_and_instant(),
        minutes in 0_i64..9 * 1440,
    ) {
        let to = from + TimeDelta::minutes(minutes);
        prop_assert_eq!(calendar.working_seconds(from, to), slow_working_seconds(&calendar, from, to));
    }

    #[test]
    fn adding_stops_at_the_first_instant_that_counts_enough(
        (calendar, from) in calendar_and_instant(),
        seconds in 1_i64..12 * 86_400,
    ) {
        let to = calendar.add(from, seconds).unwrap();
        prop_assert_eq!(calendar.working_seconds(from, to), seconds);
        prop_assert_eq!(calendar.working_seconds(from, to - TimeDelta::seconds(1)), seconds - 1);
    }

    #[test]
    fn spans_add_up(
        (calendar, from) in calendar_and_instant(),
        first in 0_i64..40 * 86_400,
        second in 0_i64..40 * 86_400,
    ) {
        let middle = from + TimeDelta::seconds(first);
        let to = middle + TimeDelta::seconds(second);
        let whole = calendar.working_seconds(from, to);
        prop_assert_eq!(whole, calendar.working_seconds(from, middle) + calendar.working_seconds(middle, to));
        prop_assert!((0..=first + second).contains(&whole));
    }

    #[test]
    fn all_day_every_day_is_the_time_that_passes(zone in 0..chrono_tz::TZ_VARIANTS.len(), at in 0_i64..2_000_000_000, span in 0_i64..400 * 86_400) {
        let calendar = all_day(chrono_tz::TZ_VARIANTS[zone]);
        let from = DateTime::from_timestamp(at, 0).unwrap();
        prop_assert_eq!(calendar.working_seconds(from, from + TimeDelta::seconds(span)), span);
        prop_assert_eq!(calendar.add(from, span), Ok(from + TimeDelta::seconds(span)));
        prop_assert_eq!(Calendar::always().add(from, span), Ok(from + TimeDelta::seconds(span)));
    }
}
