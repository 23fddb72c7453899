//! The workspace: queue, request and requester as three columns that scroll separately.

use super::query::DeskQuery;
use super::queue::{Queue, QueueToolbar};
use super::request::Request;
use crate::api;
use crate::hooks::{
    use_fetch, use_language, use_live, use_me, use_page_title, use_query_state, use_refresh, use_throttled,
};
use crate::route::DeskRoute;
use crate::ui::Empty;
use contract::live::LiveEvent;
use locales::text;
use yew::prelude::*;

/// At most one reading of the queue in this time, however many events arrive.
const THROTTLE_MS: u32 = 900;
/// How often the queue is read again without any event.
const REFRESH_MS: u32 = 60_000;

/// Properties of [`Workspace`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The number of the request beside the queue, if any.
    pub number: Option<i64>,
}

/// The queue, and the request that was chosen from it.
#[component]
pub fn Workspace(props: &Props) -> Html {
    let query = use_query_state::<DeskRoute, DeskQuery>();
    let me = use_me();
    let list = use_fetch(query.value.filter(&me.groups), |filter| async move { api::desk::queue(&filter).await });
    let counts =
        use_fetch(query.value.count_filter(&me.groups), |filter| async move { api::desk::counts(&filter).await });
    let reload = use_callback((list.reload.clone(), counts.reload.clone()), |(), (list, counts)| {
        list.emit(());
        counts.emit(());
    });
    let throttled = use_throttled(THROTTLE_MS, reload.clone());
    let on_event = use_callback(throttled, |event: LiveEvent, throttled| {
        if event.kind.is_about_requests() {
            throttled.emit(());
        }
    });
    use_live(on_event);
    use_refresh(REFRESH_MS, reload.clone());
    let number = props.number;
    html! {
        <div class={classes!("dk", number.map(|_| "dk--open"))}>
            <QueueToolbar query={query.clone()} counts={counts.data().cloned()} list={list.clone()} />
            <div class="dk__cols">
                <Queue {number} query={query.clone()} {list} />
                if let Some(number) = number {
                    <Request key={number} {number} {query} onchanged={reload} />
                } else {
                    <NoRequest />
                }
            </div>
        </div>
    }
}

/// What stands beside the queue while no request is open.
#[component]
fn NoRequest() -> Html {
    let language = use_language();
    use_page_title(&text!(language, "desk-nav-queue"));
    html! {
        <section class="dk__nothing">
            <Empty icon="inbox" title={text!(language, "desk-nothing-open")}>{ text!(language, "desk-nothing-open-text") }</Empty>
        </section>
    }
}
