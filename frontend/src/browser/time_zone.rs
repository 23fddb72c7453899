//! Time zones, which the browser knows (`Intl`).

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use js_sys::{Array, Function, Intl::DateTimeFormat, Object, Reflect};
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// The formatters by time zone, because making one is slow. None for a zone that the browser does not know.
    static FORMATTERS: RefCell<HashMap<String, Option<DateTimeFormat>>> = RefCell::default();
}

/// The IANA time zone of the browser.
#[must_use]
pub fn of_browser() -> String {
    let options = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into())
        .ok()
        .and_then(|zone| zone.as_string())
        .unwrap_or_else(|| "UTC".to_owned())
}

/// What a wall clock in a time zone shows at an instant. None when the browser does not know the zone.
#[must_use]
pub fn wall_clock(zone: &str, at: DateTime<Utc>) -> Option<NaiveDateTime> {
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
    // By reflection, because the constructor throws for an unknown zone.
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into::<Function>().ok()?;
    let arguments = Array::of2(&"en-US".into(), &options);
    Some(Reflect::construct(&constructor, &arguments).ok()?.unchecked_into())
}
