use super::*;
use contract::Language;
use contract::admin::{CalendarEdit, CalendarException, HoursView, WeekdayHours};

/// Stretches as (from, to).
type Spans<'a> = &'a [(&'a str, &'a str)];

fn hours(spans: Spans<'_>) -> Vec<HoursView> {
    spans.iter().map(|(from, to)| HoursView { from: (*from).to_owned(), to: (*to).to_owned() }).collect()
}

fn edit(week: &[(i32, Spans<'_>)], dates: &[(u32, &str, Spans<'_>)]) -> CalendarEdit {
    CalendarEdit {
        name: "Comercial".to_owned(),
        time_zone: "America/Sao_Paulo".to_owned(),
        week: week.iter().map(|(weekday, spans)| WeekdayHours { weekday: *weekday, hours: hours(spans) }).collect(),
        exceptions: dates
            .iter()
            .map(|(day, name, spans)| CalendarException {
                date: NaiveDate::from_ymd_opt(2026, 12, *day).unwrap(),
                name: (*name).to_owned(),
                hours: hours(spans),
            })
            .collect(),
    }
}

fn faults(edit: &CalendarEdit) -> Vec<(String, &'static str)> {
    let faults = Calendar::from_edit(edit).unwrap_err();
    faults.into_iter().map(|fault| (fault.field, fault.error.code())).collect()
}

#[test]
fn what_was_typed_becomes_a_calendar() {
    let week: Vec<(i32, Spans<'_>)> = (1..=5).map(|day| (day, &[("13:00", "18:00"), ("8:00", "12:00")][..])).collect();
    let typed = edit(&week, &[(24, "Véspera de Natal", &[("08:00", "12:00")]), (25, " Natal ", &[])]);
    let calendar = Calendar::from_edit(&typed).unwrap();
    assert_eq!(calendar, office(America::Sao_Paulo));
    let written = calendar.to_edit("Comercial");
    assert_eq!(written.week.len(), 7);
    assert_eq!(written.week[0].hours, hours(&[("08:00", "12:00"), ("13:00", "18:00")]));
    assert_eq!(written.exceptions[1].name, "Natal");
}

#[test]
fn midnight_is_24_at_the_end_and_0_at_the_beginning() {
    let calendar = Calendar::from_edit(&edit(&[(7, &[("00:00", "24:00")])], &[])).unwrap();
    assert_eq!(calendar.week()[6], [Stretch::ALL_DAY]);
    let wrong = edit(&[(7, &[("24:00", "24:00")]), (6, &[("22:00", "00:00")])], &[]);
    assert_eq!(faults(&wrong), [("week.0.hours.0.from".into(), "bad-time"), ("week.1.hours.0.to".into(), "reversed")]);
}

#[test]
fn every_field_that_is_wrong_is_named() {
    let mut wrong = edit(
        &[
            (1, &[("08:00", "12:00"), ("11:59", "18:00"), ("18:00", "19:00")]),
            (1, &[]),
            (8, &[("8", "12h00")]),
            (i32::MIN, &[]),
            (2, &[("12:60", "1:5"), ("", "25:00"), ("-1:00", "+1:00"), ("008:00", "24:01")]),
        ],
        &[(25, "Natal", &[]), (25, "", &[("10:00", "09:00")])],
    );
    wrong.time_zone = "Brasília".to_owned();
    let expected = [
        ("time_zone", "unknown-time-zone"),
        ("week.0.hours.1.to", "overlap"),
        ("week.1.weekday", "repeated-weekday"),
        ("week.2.hours.0.from", "bad-time"),
        ("week.2.hours.0.to", "bad-time"),
        ("week.2.weekday", "bad-weekday"),
        ("week.3.weekday", "bad-weekday"),
        ("week.4.hours.0.from", "bad-time"),
        ("week.4.hours.0.to", "bad-time"),
        ("week.4.hours.1.from", "bad-time"),
        ("week.4.hours.1.to", "bad-time"),
        ("week.4.hours.2.from", "bad-time"),
        ("week.4.hours.2.to", "bad-time"),
        ("week.4.hours.3.from", "bad-time"),
        ("week.4.hours.3.to", "bad-time"),
        ("exceptions.1.hours.0.to", "reversed"),
        ("exceptions.1.name", "bad-name"),
        ("exceptions.1.date", "repeated-date"),
    ];
    assert_eq!(faults(&wrong), expected.map(|(field, code)| (field.to_owned(), code)));
    assert_eq!(faults(&edit(&[(1, &[])], &[(25, "Natal", &[("08:00", "09:00")])])), [("week".into(), "no-hours")]);
}

#[test]
fn every_complaint_has_a_sentence_in_each_language() {
    for error in [
        CalendarError::UnknownTimeZone,
        CalendarError::BadTime,
        CalendarError::Reversed,
        CalendarError::Overlap,
        CalendarError::NoHours,
        CalendarError::BadWeekday,
        CalendarError::RepeatedWeekday,
        CalendarError::RepeatedDate,
        CalendarError::BadName(TextError::Required),
        CalendarError::TooFar,
    ] {
        for language in Language::ALL {
            let fault = CalendarFault { field: "week".to_owned(), error }.to_field_error(*language);
            assert!(fault.message.contains(' ') && !fault.message.contains(['{', '$']), "{fault:?}");
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again((calendar, _) in calendar_and_instant()) {
        prop_assert_eq!(Calendar::from_edit(&calendar.to_edit("x")), Ok(calendar));
    }

    #[test]
    fn nothing_typed_makes_it_panic(from in "\\PC{0,6}", to in "[0-9:]{0,6}", weekday in any::<i32>(), zone in "[A-Za-z/_]{0,12}") {
        let mut typed = edit(&[(weekday, &[(&from, &to), (&to, &from)])], &[]);
        typed.time_zone = zone;
        let _ = Calendar::from_edit(&typed);
    }
}
