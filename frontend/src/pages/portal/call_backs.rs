//! One's own calls that nobody answered: somebody will call back.

use crate::api;
use crate::calls::{day, moment};
use crate::hooks::{use_clock, use_fetch, use_live, use_refresh};
use crate::ui::icon;
use contract::calls::MyCallBack;
use contract::live::{LiveEvent, LiveKind};
use locales::text;
use yew::prelude::*;

/// What is to come; nothing is shown while there is none, nor when that cannot be read: it is no reason to
/// complain on a page about something else.
#[component]
pub fn CallBacks() -> Html {
    let clock = use_clock();
    let list = use_fetch((), |()| async { api::calls::my_call_backs().await });
    let heard = use_callback(list.reload.clone(), |event: LiveEvent, reload| {
        if matches!(event.kind, LiveKind::CallBack | LiveKind::Reset) {
            reload.emit(());
        }
    });
    use_live(heard);
    use_refresh(120_000, list.reload.clone());
    let Some(backs) = list.data().filter(|backs| !backs.is_empty()) else { return Html::default() };
    let said = |back: &MyCallBack| {
        let (missed, due) = (moment(&clock, back.missed_at), moment(&clock, back.due_at));
        let day = day(&clock, back.missed_at);
        text!(clock.language, "calls-mine", day = day, missed = missed, due = due, number = back.number.as_str())
    };
    html! {
        <section class="sol-card back" aria-label={text!(clock.language, "calls-mine-title")}>
            { icon("phone") }
            <div>
                <h2 class="sol-h3">{ text!(clock.language, "calls-mine-title") }</h2>
                { for backs.iter().map(|back| html! { <p key={back.id}>{ said(back) }</p> }) }
            </div>
        </section>
    }
}
