//! *Assistance*: the extension that the attendant answers at, today's calls, and the missed calls to call back.

mod call_backs;
mod extension;

use crate::api;
use crate::calls::{Calls, use_calls};
use crate::hooks::{use_clock, use_fetch, use_language, use_query_state};
use crate::pages::shared::NotFound;
use crate::pages::shared::call_log::{CallLogQuery, Counts, Log, day_line, use_calls_of_day, use_calls_refresh};
use crate::route::DeskRoute;
use crate::ui::Page;
use call_backs::CallBacks;
use extension::Extension;
use locales::text;
use yew::prelude::*;

/// The page. While parameter 281 switches telephony off, there is no such page.
#[component]
pub fn Assistance() -> Html {
    match use_calls() {
        Some(calls) => html! { <TodaysCalls {calls} /> },
        None => html! { <NotFound /> },
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    /// The attendant's calls.
    calls: Calls,
}

#[component]
fn TodaysCalls(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let query = use_query_state::<DeskRoute, CallLogQuery>();
    let today = clock.local(clock.now()).date();
    let (list, counts) = use_calls_of_day(&query.value, today);
    let call_backs = use_fetch((), |()| async { api::calls::call_backs().await });
    let reloads = (list.reload.clone(), counts.reload.clone(), call_backs.reload.clone());
    let reload = use_callback(reloads, |(), (list, counts, call_backs)| {
        list.emit(());
        counts.emit(());
        call_backs.emit(());
    });
    use_calls_refresh(&reload);
    let connected = props.calls.extension.exchange_connected;
    let exchange = connected.map(|connected| html! { <ExchangeState {connected} /> });
    html! {
        <Page title={text!(language, "calls-nav")} lead={day_line(language, today)} actions={exchange.unwrap_or_default()}>
            <div class="as__top">
                <Extension calls={props.calls.clone()} />
                <Counts counts={counts.clone()} everybody={query.value.everybody == Some(true)} />
            </div>
            <div class="as">
                <Log {query} {list} counts={counts.data().cloned()} onchanged={reload.clone()} />
                <CallBacks {call_backs} onchanged={reload} />
            </div>
        </Page>
    }
}

#[derive(Properties, PartialEq)]
struct ExchangeProps {
    connected: bool,
}

/// Whether the telephone exchange is connected.
#[component]
fn ExchangeState(props: &ExchangeProps) -> Html {
    let language = use_language();
    let (class, key) =
        if props.connected { ("", "calls-exchange-on") } else { ("calls__dot--busy", "calls-exchange-off") };
    html! {
        <span class="sol-row sol-subtle" role="status">
            <span class={classes!("calls__dot", class)}></span>{ text!(language, key) }
        </span>
    }
}
