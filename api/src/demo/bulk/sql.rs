//! Rows as the text of `INSERT` statements, many at a time: both databases
//! read them, and none of them is prepared more than once.

use chrono::{DateTime, Datelike, Timelike, Utc};
use std::fmt::Write;

/// Bytes of a statement, about.
const LONG: usize = 200_000;

/// Rows of one table.
#[derive(Debug)]
pub struct Rows {
    head: &'static str,
    statements: Vec<String>,
    open: String,
}

impl Rows {
    /// No rows yet; `head` is `INSERT INTO … (…) VALUES`.
    #[must_use]
    pub const fn new(head: &'static str) -> Self {
        Self { head, statements: Vec::new(), open: String::new() }
    }

    /// Adds a row, value by value.
    pub fn row(&mut self) -> Row<'_> {
        if self.open.len() > LONG {
            self.statements.push(std::mem::take(&mut self.open));
        }
        if self.open.is_empty() {
            self.open.reserve(LONG + 10_000);
            self.open.push_str(self.head);
        } else {
            self.open.push(',');
        }
        self.open.push('(');
        Row { text: &mut self.open, first: true }
    }

    /// The statements that write the rows.
    #[must_use]
    pub fn finish(mut self) -> Vec<String> {
        if !self.open.is_empty() {
            self.statements.push(self.open);
        }
        self.statements
    }
}

/// A row that is being written; ends when it is dropped.
pub struct Row<'a> {
    text: &'a mut String,
    first: bool,
}

impl Row<'_> {
    fn next(&mut self) {
        if !self.first {
            self.text.push(',');
        }
        self.first = false;
    }

    /// A number.
    pub fn int(&mut self, value: i64) -> &mut Self {
        self.next();
        // Writing to a String cannot fail.
        let _ = write!(self.text, "{value}");
        self
    }

    /// A number, or nothing.
    pub fn maybe_int(&mut self, value: Option<i64>) -> &mut Self {
        match value {
            Some(value) => self.int(value),
            None => self.null(),
        }
    }

    /// A text.
    pub fn text(&mut self, value: &str) -> &mut Self {
        self.next();
        self.text.push('\'');
        if value.contains('\'') {
            self.text.push_str(&value.replace('\'', "''"));
        } else {
            self.text.push_str(value);
        }
        self.text.push('\'');
        self
    }

    /// A text, or nothing.
    pub fn maybe_text(&mut self, value: Option<&str>) -> &mut Self {
        match value {
            Some(value) => self.text(value),
            None => self.null(),
        }
    }

    /// Yes or no.
    pub fn yes(&mut self, value: bool) -> &mut Self {
        self.next();
        self.text.push_str(if value { "TRUE" } else { "FALSE" });
        self
    }

    /// Yes or no, or nothing.
    pub fn maybe_yes(&mut self, value: Option<bool>) -> &mut Self {
        match value {
            Some(value) => self.yes(value),
            None => self.null(),
        }
    }

    /// An instant, as rows hold it.
    pub fn at(&mut self, at: DateTime<Utc>) -> &mut Self {
        self.next();
        self.text.push('\'');
        let (date, time) = (at.date_naive(), at.time());
        digits(self.text, date.year().unsigned_abs(), 4);
        for (mark, number) in [('-', date.month()), ('-', date.day()), (' ', time.hour())] {
            self.text.push(mark);
            digits(self.text, number, 2);
        }
        for number in [time.minute(), time.second()] {
            self.text.push(':');
            digits(self.text, number, 2);
        }
        self.text.push('\'');
        self
    }

    /// An instant, or nothing.
    pub fn maybe_at(&mut self, at: Option<DateTime<Utc>>) -> &mut Self {
        match at {
            Some(at) => self.at(at),
            None => self.null(),
        }
    }

    /// Nothing.
    pub fn null(&mut self) -> &mut Self {
        self.next();
        self.text.push_str("NULL");
        self
    }
}

impl Drop for Row<'_> {
    fn drop(&mut self) {
        self.text.push(')');
    }
}

fn digits(text: &mut String, number: u32, places: u32) {
    for place in (0..places).rev() {
        let digit = number / 10_u32.pow(place) % 10;
        text.push(char::from_digit(digit, 10).unwrap_or('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_become_literals() {
        let mut rows = Rows::new("INSERT INTO t (a) VALUES ");
        rows.row().int(-3).text("d'Ávila").yes(true).null();
        rows.row().at("2026-01-02T03:04:05Z".parse().unwrap()).maybe_yes(Some(false)).maybe_text(None);
        let expected =
            "INSERT INTO t (a) VALUES (-3,'d''Ávila',TRUE,NULL),('2026-01-02 03:04:05',FALSE,NULL)".to_owned();
        assert_eq!(rows.finish(), [expected]);
    }

    #[test]
    fn statements_do_not_grow_without_end() {
        let mut rows = Rows::new("INSERT INTO t (a) VALUES ");
        for _ in 0..50_000 {
            rows.row().text("a text of some length");
        }
        let statements = rows.finish();
        assert!(statements.len() > 4);
        assert!(statements.iter().all(|statement| statement.len() < LONG + 100));
    }
}
