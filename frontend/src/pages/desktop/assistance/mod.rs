//! *Assistance*: the extension that the attendant answers at, today's calls, what is to be called back.

mod backs;
mod counts;
mod everybody;
mod extension;
mod link;
mod log;

pub use everybody::EverybodysCalls;

use crate::api;
use crate::calls::{Calls, use_calls};
use crate::hooks::{Clock, Fetch, use_clock, use_fetch, use_live, use_query_state, use_refresh, use_throttled};
use crate::pages::access::NotFound;
use crate::route::DeskRoute;
use crate::ui::Page;
use backs::Backs;
use chrono::NaiveDate;
use contract::Page as Rows;
use contract::calls::{CallCounts, CallFilter, CallRow};
use contract::live::{LiveEvent, LiveKind};
use counts::Counts;
use extension::Extension;
use locales::{Language, text};
use log::Log;
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// How often events may have it read again at most, and how often it is read without any.
const CALM_MS: u32 = 400;
const REFRESH_MS: u32 = 30_000;

/// What the URL says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// `missed` or `unlinked`; all when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<String>,
    /// What is searched for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Everybody's calls; only those of one's own extension when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub everybody: Option<bool>,
    /// The page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

impl Query {
    /// The same for the API, of a day.
    fn filter(&self, day: NaiveDate) -> CallFilter {
        CallFilter {
            day: Some(day),
            everybody: self.everybody,
            show: self.show.clone(),
            search: self.search.clone(),
            cursor: self.cursor.clone(),
            page_size: Some(20),
        }
    }

    /// What the tabs are counted within.
    fn counted(&self, day: NaiveDate) -> CallFilter {
        CallFilter { day: Some(day), everybody: self.everybody, ..CallFilter::default() }
    }
}

/// The page; while telephony is off (parameter 281) there is none.
#[component]
pub fn Assistance() -> Html {
    match use_calls() {
        Some(calls) => html! { <Attending {calls} /> },
        None => html! { <NotFound /> },
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    calls: Calls,
}

#[component]
fn Attending(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let query = use_query_state::<DeskRoute, Query>();
    let today = clock.local(clock.now()).date();
    let (list, counts) = use_day(&query.value, today);
    let backs = use_fetch((), |()| async { api::calls::call_backs().await });
    let reloads = (list.reload.clone(), counts.reload.clone(), backs.reload.clone());
    let reload = use_callback(reloads, |(), (list, counts, backs)| {
        list.emit(());
        counts.emit(());
        backs.emit(());
    });
    use_up_to_date(&reload);
    html! {
        <Page title={text!(language, "calls-nav")} lead={lead(language, today)} actions={exchange(&clock, props.calls.extension.exchange_connected)}>
            <div class="as__top">
                <Extension calls={props.calls.clone()} />
                <Counts counts={counts.clone()} everybody={query.value.everybody == Some(true)} />
            </div>
            <div class="as">
                <Log {query} {list} counts={counts.data().cloned()} onchanged={reload.clone()} />
                <Backs {backs} onchanged={reload} />
            </div>
        </Page>
    }
}

/// The calls of a day, and their numbers.
#[hook]
fn use_day(query: &Query, day: NaiveDate) -> (Fetch<Rows<CallRow>>, Fetch<CallCounts>) {
    let list = use_fetch(query.filter(day), |filter| async move { api::calls::log(&filter).await });
    let counts = use_fetch(query.counted(day), |filter| async move { api::calls::counts(&filter).await });
    (list, counts)
}

/// Reads again when something happens to a call or a call-back, and every half minute.
#[hook]
fn use_up_to_date(reload: &Callback<()>) {
    let calm = use_throttled(CALM_MS, reload.clone());
    let heard = use_callback(calm, |event: LiveEvent, calm| {
        if matches!(event.kind, LiveKind::Call | LiveKind::CallBack | LiveKind::Reset) {
            calm.emit(());
        }
    });
    use_live(heard);
    use_refresh(REFRESH_MS, reload.clone());
}

/// *Monday, 24 November 2026*.
fn lead(language: Language, day: NaiveDate) -> Html {
    html! { { format!("{}, {}", locales::weekday(language, day), locales::date(language, day)) } }
}

/// Whether the telephone exchange is connected, while it is watched.
fn exchange(clock: &Clock, connected: Option<bool>) -> Html {
    let Some(connected) = connected else { return Html::default() };
    let (dot, key) = if connected { ("", "calls-exchange-on") } else { ("calls__dot--busy", "calls-exchange-off") };
    html! {
        <span class="sol-row sol-subtle" role="status">
            <span class={classes!("calls__dot", dot)}></span>{ text!(clock.language, key) }
        </span>
    }
}
