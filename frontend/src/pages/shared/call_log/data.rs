//! Reading the calls of a day, and keeping them up to date.

use super::query::CallLogQuery;
use crate::api;
use crate::hooks::{Fetch, use_fetch, use_live, use_refresh, use_throttled};
use chrono::NaiveDate;
use contract::Page;
use contract::calls::{CallCounts, CallRow};
use contract::live::{LiveEvent, LiveKind};
use locales::Language;
use yew::prelude::*;

/// At most one reading in this time, however many events arrive.
const THROTTLE_MS: u32 = 400;
/// How often it is read again without any event.
const REFRESH_MS: u32 = 30_000;

/// The calls of a day, and their counts.
#[hook]
pub fn use_calls_of_day(query: &CallLogQuery, day: NaiveDate) -> (Fetch<Page<CallRow>>, Fetch<CallCounts>) {
    let list = use_fetch(query.filter(day), |filter| async move { api::calls::log(&filter).await });
    let counts = use_fetch(query.count_filter(day), |filter| async move { api::calls::counts(&filter).await });
    (list, counts)
}

/// Calls `reload` when something happens to a call or a call-back, and every half minute.
#[hook]
pub fn use_calls_refresh(reload: &Callback<()>) {
    let throttled = use_throttled(THROTTLE_MS, reload.clone());
    let on_event = use_callback(throttled, |event: LiveEvent, throttled| {
        if matches!(event.kind, LiveKind::Call | LiveKind::CallBack | LiveKind::Reset) {
            throttled.emit(());
        }
    });
    use_live(on_event);
    use_refresh(REFRESH_MS, reload.clone());
}

/// *Monday, 24 November 2026*.
pub fn day_line(language: Language, day: NaiveDate) -> Html {
    html! { { format!("{}, {}", locales::weekday(language, day), locales::date(language, day)) } }
}
