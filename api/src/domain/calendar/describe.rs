//! Calendars in words: “Monday to Friday, 8:00 to 18:00, except holidays”.

use super::{Calendar, DAY, Exception, Stretch};
use chrono::{DateTime, NaiveDate, Utc};
use locales::{Language, text};

impl Calendar {
    /// The working hours in one sentence, without a full stop: days with the same
    /// hours together, then whether there are dates with other hours.
    #[must_use]
    pub fn describe(&self, language: Language) -> String {
        let mut groups: Vec<(Vec<usize>, Vec<Stretch>)> = Vec::new();
        for (day, hours) in self.week().iter().enumerate().filter(|(_, hours)| !hours.is_empty()) {
            let hours = join_touching(hours);
            match groups.iter_mut().find(|(_, same)| *same == hours) {
                Some((days, _)) => days.push(day),
                None => groups.push((vec![day], hours)),
            }
        }
        let parts = groups
            .iter()
            .map(|(days, hours)| format!("{}, {}", name_days(days, language), name_hours(hours, language)));
        let mut sentence = parts.collect::<Vec<_>>().join("; ");
        if let Some(key) = self.exceptions_key() {
            sentence.push_str(", ");
            sentence.push_str(&text!(language, key));
        }
        sentence
    }

    /// The dates with hours of their own from one instant to another, one line
    /// each: “25/12/2026 – Natal: fechado”.
    #[must_use]
    pub fn describe_exceptions(&self, from: DateTime<Utc>, to: DateTime<Utc>, language: Language) -> Vec<String> {
        let (first, last) = (self.local_date(from), self.local_date(to));
        if first > last {
            return Vec::new();
        }
        self.exceptions()
            .range(first..=last)
            .map(|(date, exception)| describe_date(*date, exception, language))
            .collect()
    }

    /// The text that says which dates are exceptions, if there are any.
    fn exceptions_key(&self) -> Option<&'static str> {
        let closed = self.exceptions().values().any(|exception| exception.hours.is_empty());
        let other = self.exceptions().values().any(|exception| !exception.hours.is_empty());
        match (closed, other) {
            (false, false) => None,
            (true, false) => Some("calendar-except-holidays"),
            (false, true) => Some("calendar-except-dates"),
            (true, true) => Some("calendar-except-holidays-and-dates"),
        }
    }
}

fn describe_date(date: NaiveDate, exception: &Exception, language: Language) -> String {
    let date = locales::date(language, date);
    let hours = join_touching(&exception.hours);
    let hours = if hours.is_empty() { text!(language, "calendar-closed") } else { name_hours(&hours, language) };
    if exception.name.is_empty() {
        format!("{date}: {hours}")
    } else {
        format!("{date} – {}: {hours}", exception.name)
    }
}

/// Stretches that touch as one.
fn join_touching(hours: &[Stretch]) -> Vec<Stretch> {
    let mut joined: Vec<Stretch> = Vec::new();
    for stretch in hours {
        match joined.last_mut() {
            Some(last) if last.to == stretch.from => last.to = stretch.to,
            _ => joined.push(*stretch),
        }
    }
    joined
}

/// Days of the week (0 is Monday) in order: three and more in a row as a range.
fn name_days(days: &[usize], language: Language) -> String {
    if days.len() == 7 {
        return text!(language, "calendar-every-day");
    }
    let name = |day: usize| text!(language, &format!("calendar-day-{}", day + 1));
    let runs = days.chunk_by(|a, b| a + 1 == *b);
    let names = runs.flat_map(|run| match run {
        [first, _, .., last] => vec![text!(language, "calendar-days", first = name(*first), last = name(*last))],
        few => few.iter().map(|day| name(*day)).collect(),
    });
    list(names.collect(), language)
}

fn name_hours(hours: &[Stretch], language: Language) -> String {
    if hours == [Stretch::ALL_DAY] {
        return text!(language, "calendar-all-day");
    }
    let names = hours.iter().map(|stretch| {
        // Portuguese: “da 1h à 1h30”, “das 8h às 12h”.
        let key = |name: &'static str, one: &'static str, minutes: u16| if minutes < 120 { one } else { name };
        let from = key("calendar-from", "calendar-from-one", stretch.from);
        let to = key("calendar-to", "calendar-to-one", stretch.to);
        let from = text!(language, from, time = name_time(stretch.from, language));
        format!("{from} {}", text!(language, to, time = name_time(stretch.to, language)))
    });
    list(names.collect(), language)
}

fn name_time(minutes: u16, language: Language) -> String {
    debug_assert!(minutes <= DAY);
    let hour = (minutes / 60).to_string();
    match minutes % 60 {
        0 => text!(language, "calendar-hour", hour = hour),
        minute => text!(language, "calendar-hour-minute", hour = hour, minute = format!("{minute:02}")),
    }
}

/// “a”, “a and b”, “a, b and c”.
fn list(mut items: Vec<String>, language: Language) -> String {
    match (items.pop(), items.is_empty()) {
        (None, _) => String::new(),
        (Some(only), true) => only,
        (Some(last), false) => text!(language, "calendar-and", first = items.join(", "), last = last),
    }
}
