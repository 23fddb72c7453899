//! Queue, request, requester: three columns that scroll separately.

use super::query::DeskQuery;
use super::queue::{Queue, Strip};
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

/// How often the queue follows live events at most.
const CALM_MS: u32 = 900;
const REFRESH_MS: u32 = 60_000;

/// Properties of [`Workspace`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request beside the queue, if any.
    pub number: Option<i64>,
}

/// The queue, and the request that was chosen from it.
#[component]
pub fn Workspace(props: &Props) -> Html {
    let query = use_query_state::<DeskRoute, DeskQuery>();
    let me = use_me();
    let list = use_fetch(query.value.filter(&me.groups), |filter| async move { api::desk::queue(&filter).await });
    let counts = use_fetch(query.value.counted(&me.groups), |filter| async move { api::desk::counts(&filter).await });
    let reload = use_callback((list.reload.clone(), counts.reload.clone()), |(), (list, counts)| {
        list.emit(());
        counts.emit(());
    });
    let calm = use_throttled(CALM_MS, reload.clone());
    let heard = use_callback(calm, |event: LiveEvent, calm| {
        if event.kind.is_about_requests() {
            calm.emit(());
        }
    });
    use_live(heard);
    use_refresh(REFRESH_MS, reload.clone());
    let number = props.number;
    html! {
        <div class={classes!("dk", number.map(|_| "dk--open"))}>
            <Strip query={query.clone()} counts={counts.data().cloned()} list={list.clone()} />
            <div class="dk__cols">
                <Queue {number} query={query.clone()} {list} />
                if let Some(number) = number {
                    <Request key={number} {number} {query} onchanged={reload} />
                } else {
                    <Nothing />
                }
            </div>
        </div>
    }
}

/// Beside the queue while no request is open.
#[component]
fn Nothing() -> Html {
    let language = use_language();
    use_page_title(&text!(language, "desk-nav-queue"));
    html! {
        <section class="dk__nothing">
            <Empty icon="inbox" title={text!(language, "desk-nothing-open")}>{ text!(language, "desk-nothing-open-text") }</Empty>
        </section>
    }
}
