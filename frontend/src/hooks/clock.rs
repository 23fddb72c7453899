//! Dates and times as the person reads them.
//!
//! The server speaks UTC. The browser knows the time zones (`Intl`), `locales`
//! knows how each language writes a date; this file brings them together.

use super::session::use_session;
use super::{timing::use_tick, use_language};
use crate::api::client::now_ms;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use contract::Language;
use js_sys::{Array, Function, Intl::DateTimeFormat, Object, Reflect};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

/// How `datetime-local` fields write.
pub const FIELD: &str = "%Y-%m-%dT%H:%M";

thread_local! {
    /// Making a formatter is slow, using it is not. None for a zone that the browser does not know.
    static FORMATTERS: RefCell<HashMap<String, Option<DateTimeFormat>>> = RefCell::default();
}

/// The time zone of the browser.
#[must_use]
pub fn browser_zone() -> String {
    let options = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into())
        .ok()
        .and_then(|zone| zone.as_string())
        .unwrap_or_else(|| "UTC".to_owned())
}

fn formatter(zone: &str) -> Option<DateTimeFormat> {
    let options = Object::new();
    let fields = [
        ("timeZone", zone),
        ("calendar", "gregory"),
        ("numberingSystem", "latn"),
        ("hourCycle", "h23"),
        ("year", "numeric"),
        ("month", "numeric"),
        ("day", "numeric"),
        ("hour", "numeric"),
        ("minute", "numeric"),
        ("second", "numeric"),
    ];
    for (name, value) in fields {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    // By reflection, because an unknown zone throws.
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into::<Function>().ok()?;
    let arguments = Array::of2(&"en-US".into(), &options);
    Some(Reflect::construct(&constructor, &arguments).ok()?.unchecked_into())
}

fn parts(zone: &str, at: DateTime<Utc>) -> Option<NaiveDateTime> {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds fit a float until the year 287396")]
    let date = js_sys::Date::new(&JsValue::from_f64(at.timestamp_millis() as f64));
    let parts = FORMATTERS.with_borrow_mut(|known| {
        let formatter = known.entry(zone.to_owned()).or_insert_with(|| formatter(zone));
        formatter.as_ref().map(|formatter| formatter.format_to_parts(&date))
    })?;
    let number = |wanted: &str| {
        parts.iter().find_map(|part| {
            let kind = Reflect::get(&part, &"type".into()).ok()?.as_string()?;
            let value = Reflect::get(&part, &"value".into()).ok()?.as_string()?;
            (kind == wanted).then(|| value.parse::<u32>().ok())?
        })
    };
    let year = i32::try_from(number("year")?).ok()?;
    let day = NaiveDate::from_ymd_opt(year, number("month")?, number("day")?)?;
    day.and_hms_opt(number("hour")?, number("minute")?, number("second")?)
}

/// Writes dates and times in the person's language and time zone.
#[derive(Clone, PartialEq)]
pub struct Clock {
    /// The language.
    pub language: Language,
    /// The IANA time zone.
    pub zone: Rc<str>,
}

impl Clock {
    /// The instant on the person's wall clock.
    #[must_use]
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        parts(&self.zone, at).unwrap_or_else(|| at.naive_utc())
    }

    /// `24/11/2026`.
    #[must_use]
    pub fn date(&self, at: DateTime<Utc>) -> String {
        locales::date(self.language, self.local(at).date())
    }

    /// `14:10`.
    #[must_use]
    pub fn time(&self, at: DateTime<Utc>) -> String {
        locales::time(self.language, self.local(at).time())
    }

    /// `24/11/2026 14:10`.
    #[must_use]
    pub fn date_time(&self, at: DateTime<Utc>) -> String {
        locales::date_time(self.language, self.local(at))
    }

    /// Whether two instants fall on the same day.
    #[must_use]
    pub fn same_day(&self, one: DateTime<Utc>, other: DateTime<Utc>) -> bool {
        self.local(one).date() == self.local(other).date()
    }

    /// The instant of a wall-clock time in the person's zone (for `datetime-local` fields).
    #[must_use]
    pub fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        // Two steps towards the offset in force then; enough around changes of the clock, too.
        let mut guess = Utc.from_utc_datetime(&local);
        for _ in 0..2 {
            guess += local - self.local(guess);
        }
        guess
    }

    /// What a `datetime-local` field shows.
    #[must_use]
    pub fn field(&self, at: DateTime<Utc>) -> String {
        self.local(at).format(FIELD).to_string()
    }

    /// What a `datetime-local` field says.
    #[must_use]
    pub fn of_field(&self, typed: &str) -> Option<DateTime<Utc>> {
        NaiveDateTime::parse_from_str(typed, FIELD).ok().map(|local| self.instant(local))
    }

    /// Now, by the server's clock.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        #[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970")]
        DateTime::from_timestamp_millis(now_ms() as i64).unwrap_or_default()
    }

    /// Seconds from now until an instant; negative when it has passed.
    #[must_use]
    pub fn until(&self, at: DateTime<Utc>) -> i64 {
        (at - self.now()).num_seconds()
    }
}

/// The person's clock. Ticks once a minute, so that distances of time stay true.
#[hook]
pub fn use_clock() -> Clock {
    let language = use_language();
    let session = use_session();
    use_tick(60_000);
    let zone = session.me().map(|me| me.time_zone.clone()).unwrap_or_else(browser_zone);
    Clock { language, zone: zone.into() }
}
