//! The hours of a week: writing them in a line, and changing them.

use contract::admin::{HoursView, WeekdayHours};
use locales::{Language, text};

/// Monday, as the API counts weekdays; Sunday is 7.
const MONDAY: i32 = 1;
/// Friday.
const FRIDAY: i32 = 5;

/// The same hours from Monday to Friday.
#[must_use]
pub fn workdays(hours: &[HoursView]) -> Vec<WeekdayHours> {
    (MONDAY..=FRIDAY).map(|weekday| WeekdayHours { weekday, hours: hours.to_vec() }).collect()
}

/// Sets the hours of a day. A day without hours is left out of the week.
pub fn set_day(week: &mut Vec<WeekdayHours>, weekday: i32, hours: Vec<HoursView>) {
    week.retain(|day| day.weekday != weekday);
    if !hours.is_empty() {
        week.push(WeekdayHours { weekday, hours });
        week.sort_by_key(|day| day.weekday);
    }
}

/// Gives Tuesday to Friday the hours of Monday. Saturday and Sunday stay as they are.
pub fn copy_monday(week: &mut Vec<WeekdayHours>) {
    let monday = week.iter().find(|day| day.weekday == MONDAY).map(|day| day.hours.clone()).unwrap_or_default();
    week.retain(|day| day.weekday > FRIDAY);
    if !monday.is_empty() {
        week.extend(workdays(&monday));
    }
    week.sort_by_key(|day| day.weekday);
}

/// The week in one line: `seg.–sex. 08:00–18:00`. Days that follow each other with the same hours are written together.
#[must_use]
pub fn week_line(language: Language, week: &[WeekdayHours]) -> String {
    let hours = |day: &WeekdayHours| {
        day.hours.iter().map(|hours| format!("{}–{}", hours.from, hours.to)).collect::<Vec<_>>().join(", ")
    };
    let name = |weekday: i32| text!(language, &format!("weekday-{weekday}"));
    let mut runs: Vec<(i32, i32, String)> = Vec::new();
    let mut days: Vec<&WeekdayHours> = week.iter().filter(|day| !day.hours.is_empty()).collect();
    days.sort_by_key(|day| day.weekday);
    for day in days {
        let hours = hours(day);
        match runs.last_mut() {
            Some((_, last, known)) if *last + 1 == day.weekday && *known == hours => *last = day.weekday,
            _ => runs.push((day.weekday, day.weekday, hours)),
        }
    }
    let run = |(first, last, hours): &(i32, i32, String)| {
        if first == last {
            format!("{} {hours}", name(*first))
        } else {
            format!("{}–{} {hours}", name(*first), name(*last))
        }
    };
    runs.iter().map(run).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(parts: &[(&str, &str)]) -> Vec<HoursView> {
        parts.iter().map(|(from, to)| HoursView { from: (*from).to_owned(), to: (*to).to_owned() }).collect()
    }

    fn line(week: &[WeekdayHours]) -> String {
        week_line(Language::Portuguese, week)
    }

    fn weekdays(week: &[WeekdayHours]) -> Vec<i32> {
        week.iter().map(|day| day.weekday).collect()
    }

    #[test]
    fn days_with_the_same_hours_are_written_together() {
        let mut week = workdays(&hours(&[("08:00", "18:00")]));
        let names = |weekday: i32| text!(Language::Portuguese, &format!("weekday-{weekday}"));
        assert_eq!(line(&week), format!("{}–{} 08:00–18:00", names(1), names(5)));
        set_day(&mut week, 3, hours(&[("08:00", "12:00"), ("13:00", "17:00")]));
        let expected = format!(
            "{}–{} 08:00–18:00 · {} 08:00–12:00, 13:00–17:00 · {}–{} 08:00–18:00",
            names(1),
            names(2),
            names(3),
            names(4),
            names(5)
        );
        assert_eq!(line(&week), expected);
    }

    #[test]
    fn a_gap_ends_a_run() {
        let mut week = workdays(&hours(&[("08:00", "18:00")]));
        set_day(&mut week, 3, Vec::new());
        assert_eq!(weekdays(&week), [1, 2, 4, 5]);
        assert_eq!(line(&week).matches(" · ").count(), 1);
        assert_eq!(line(&[]), "");
    }

    #[test]
    fn a_day_is_put_in_its_place() {
        let mut week = Vec::new();
        for weekday in [5, 1, 7, 3] {
            set_day(&mut week, weekday, hours(&[("08:00", "12:00")]));
        }
        assert_eq!(weekdays(&week), [1, 3, 5, 7]);
    }

    #[test]
    fn monday_is_copied_to_the_other_workdays_only() {
        let (short, long) = (hours(&[("08:00", "12:00")]), hours(&[("08:00", "18:00")]));
        let mut week = Vec::new();
        set_day(&mut week, 1, short.clone());
        set_day(&mut week, 2, long.clone());
        set_day(&mut week, 6, long.clone());
        copy_monday(&mut week);
        assert_eq!(weekdays(&week), [1, 2, 3, 4, 5, 6]);
        assert!(week[..5].iter().all(|day| day.hours == short));
        assert_eq!(week[5].hours, long);
    }

    #[test]
    fn a_monday_without_hours_closes_the_workdays() {
        let mut week = workdays(&hours(&[("08:00", "18:00")]));
        set_day(&mut week, 7, hours(&[("10:00", "12:00")]));
        set_day(&mut week, 1, Vec::new());
        copy_monday(&mut week);
        assert_eq!(weekdays(&week), [7]);
    }
}
