//! Calendars as they travel in the REST API.

use super::{Calendar, CalendarError, Exception, Stretch};
use crate::domain::text::clean_line;
use chrono::NaiveDate;
use chrono_tz::Tz;
use contract::admin::{CalendarEdit, CalendarException, HoursView, WeekdayHours};
use contract::{FieldError, Language, limits};
use locales::text;
use std::collections::BTreeMap;

/// What is wrong with one field of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFault {
    /// Name of the field as in the request: `week.0.hours.1.from`.
    pub field: String,
    /// What is wrong with it.
    pub error: CalendarError,
}

impl CalendarFault {
    /// The same, for an answer to a person.
    #[must_use]
    pub fn to_field_error(&self, language: Language) -> FieldError {
        let code = self.error.code();
        FieldError { field: self.field.clone(), code: code.to_owned(), message: self.error.message(language) }
    }
}

impl CalendarError {
    /// The stable code of `errors[].code`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnknownTimeZone => "unknown-time-zone",
            Self::BadTime => "bad-time",
            Self::Reversed => "reversed",
            Self::Overlap => "overlap",
            Self::NoHours => "no-hours",
            Self::BadWeekday => "bad-weekday",
            Self::RepeatedWeekday => "repeated-weekday",
            Self::RepeatedDate => "repeated-date",
            Self::BadName(_) => "bad-name",
            Self::TooFar => "too-far",
        }
    }

    /// A sentence that says what to do.
    #[must_use]
    pub fn message(self, language: Language) -> String {
        text!(language, &format!("calendar-error-{}", self.code()), max = limits::NAME)
    }
}

impl Calendar {
    /// A calendar from what was typed. The calendar's own name is not looked at.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, field by field.
    pub fn from_edit(edit: &CalendarEdit) -> Result<Self, Vec<CalendarFault>> {
        let mut faults = Faults(Vec::new());
        let time_zone = edit.time_zone.trim().parse::<Tz>().map_err(|_| CalendarError::UnknownTimeZone);
        let time_zone = faults.keep("time_zone", time_zone);
        let week = read_week(&edit.week, &mut faults);
        let exceptions = read_exceptions(&edit.exceptions, &mut faults);
        if let (Some(time_zone), true) = (time_zone, faults.0.is_empty()) {
            let calendar = Self::new(time_zone, week, exceptions);
            return calendar.map_err(|error| vec![CalendarFault { field: "week".to_owned(), error }]);
        }
        Err(faults.0)
    }

    /// The calendar as it travels, under a name that it does not know itself. Days
    /// of the week without hours are listed, too.
    #[must_use]
    pub fn to_edit(&self, name: &str) -> CalendarEdit {
        let week = (1..).zip(self.week()).map(|(weekday, hours)| WeekdayHours { weekday, hours: write_hours(hours) });
        let exceptions = self.exceptions().iter().map(|(date, exception)| CalendarException {
            date: *date,
            name: exception.name.clone(),
            hours: write_hours(&exception.hours),
        });
        CalendarEdit {
            name: name.to_owned(),
            time_zone: self.time_zone().name().to_owned(),
            week: week.collect(),
            exceptions: exceptions.collect(),
        }
    }
}

/// Faults found so far.
struct Faults(Vec<CalendarFault>);

impl Faults {
    /// The value, or nothing and one fault more.
    fn keep<T>(&mut self, field: &str, result: Result<T, CalendarError>) -> Option<T> {
        result.map_err(|error| self.0.push(CalendarFault { field: field.to_owned(), error })).ok()
    }
}

fn read_week(days: &[WeekdayHours], faults: &mut Faults) -> [Vec<Stretch>; 7] {
    let mut week: [Option<Vec<Stretch>>; 7] = Default::default();
    for (index, day) in days.iter().enumerate() {
        let place = day
            .weekday
            .checked_sub(1)
            .and_then(|place| usize::try_from(place).ok())
            .and_then(|place| week.get_mut(place));
        let place = match place {
            None => Err(CalendarError::BadWeekday),
            Some(Some(_)) => Err(CalendarError::RepeatedWeekday),
            Some(place) => Ok(place),
        };
        let hours = read_hours(&format!("week.{index}.hours"), &day.hours, faults);
        if let Some(place) = faults.keep(&format!("week.{index}.weekday"), place) {
            *place = Some(hours);
        }
    }
    week.map(Option::unwrap_or_default)
}

fn read_exceptions(dates: &[CalendarException], faults: &mut Faults) -> BTreeMap<NaiveDate, Exception> {
    let mut exceptions = BTreeMap::new();
    for (index, given) in dates.iter().enumerate() {
        let field = format!("exceptions.{index}");
        let hours = read_hours(&format!("{field}.hours"), &given.hours, faults);
        let name = clean_line(&given.name, limits::NAME).map_err(CalendarError::BadName);
        let name = faults.keep(&format!("{field}.name"), name).unwrap_or_default();
        if exceptions.insert(given.date, Exception { name, hours }).is_some() {
            faults.keep::<()>(&format!("{field}.date"), Err(CalendarError::RepeatedDate));
        }
    }
    exceptions
}

/// The stretches of a day; one that overlaps an earlier one is a fault of its own.
fn read_hours(field: &str, hours: &[HoursView], faults: &mut Faults) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (index, given) in hours.iter().enumerate() {
        let from = faults.keep(&format!("{field}.{index}.from"), read_time(&given.from, false));
        let to = faults.keep(&format!("{field}.{index}.to"), read_time(&given.to, true));
        let (Some(from), Some(to)) = (from, to) else { continue };
        let stretch = Stretch::new(from, to).and_then(|new| {
            let overlaps = stretches.iter().any(|other| new.from < other.to && other.from < new.to);
            if overlaps { Err(CalendarError::Overlap) } else { Ok(new) }
        });
        stretches.extend(faults.keep(&format!("{field}.{index}.to"), stretch));
    }
    stretches
}

/// Minutes of the day from `HH:MM` or `H:MM`; 24:00 only at the end.
fn read_time(text: &str, end: bool) -> Result<u16, CalendarError> {
    let number = |digits: &str, longest: usize| {
        let is_number = (1..=longest).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| digits.parse::<u16>().ok()).flatten()
    };
    let (hour, minute) = text.trim().split_once(':').ok_or(CalendarError::BadTime)?;
    let hour = number(hour, 2);
    let minute = if minute.len() == 2 { number(minute, 2) } else { None };
    match (hour, minute) {
        (Some(hour @ 0..24), Some(minute @ 0..60)) => Ok(hour * 60 + minute),
        (Some(24), Some(0)) if end => Ok(super::DAY),
        _ => Err(CalendarError::BadTime),
    }
}

fn write_hours(hours: &[Stretch]) -> Vec<HoursView> {
    let time = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    hours.iter().map(|stretch| HoursView { from: time(stretch.from), to: time(stretch.to) }).collect()
}
