//! The person's own calls that nobody answered, and by when they will be called back.

use crate::api;
use crate::calls::{day, moment};
use crate::hooks::{use_clock, use_fetch, use_live, use_refresh};
use crate::ui::icon;
use contract::calls::MyCallBack;
use contract::live::{LiveEvent, LiveKind};
use locales::text;
use yew::prelude::*;

/// How often the list is read again without any event.
const REFRESH_MS: u32 = 120_000;

/// The card of the call-backs. Nothing is shown while there are none. An error is not shown either, because the pages
/// that have this card are about something else.
#[component]
pub fn CallBacks() -> Html {
    let clock = use_clock();
    let list = use_fetch((), |()| async { api::calls::my_call_backs().await });
    let on_event = use_callback(list.reload.clone(), |event: LiveEvent, reload| {
        if matches!(event.kind, LiveKind::CallBack | LiveKind::Reset) {
            reload.emit(());
        }
    });
    use_live(on_event);
    use_refresh(REFRESH_MS, list.reload.clone());
    let Some(call_backs) = list.data().filter(|list| !list.is_empty()) else { return Html::default() };
    let sentence = |call_back: &MyCallBack| {
        let (missed, due) = (moment(&clock, call_back.missed_at), moment(&clock, call_back.due_at));
        let day = day(&clock, call_back.missed_at);
        text!(clock.language, "calls-mine", day = day, missed = missed, due = due, number = call_back.number.as_str())
    };
    html! {
        <section class="sol-card back" aria-label={text!(clock.language, "calls-mine-title")}>
            { icon("phone") }
            <div>
                <h2 class="sol-h3">{ text!(clock.language, "calls-mine-title") }</h2>
                { for call_backs.iter().map(|call_back| html! { <p key={call_back.id}>{ sentence(call_back) }</p> }) }
            </div>
        </section>
    }
}
