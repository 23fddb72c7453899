//! Everybody's calls of today. Administrators have no extension and answer no calls, so that the page has the log alone.

use crate::hooks::{use_clock, use_query_state};
use crate::pages::shared::call_log::{CallLogQuery, Counts, Log, day_line, use_calls_of_day, use_calls_refresh};
use crate::route::AdminRoute;
use crate::ui::Page;
use locales::text;
use yew::prelude::*;

/// The calls of everybody, and their counts.
#[component]
pub fn EverybodysCalls() -> Html {
    let clock = use_clock();
    let language = clock.language;
    let query = use_query_state::<AdminRoute, CallLogQuery>();
    let today = clock.local(clock.now()).date();
    let (list, counts) = use_calls_of_day(&CallLogQuery { everybody: Some(true), ..(*query.value).clone() }, today);
    let reload = use_callback((list.reload.clone(), counts.reload.clone()), |(), (list, counts)| {
        list.emit(());
        counts.emit(());
    });
    use_calls_refresh(&reload);
    html! {
        <Page title={text!(language, "admin-calls-title")} lead={day_line(language, today)}>
            <div class="as__all"><Counts counts={counts.clone()} everybody=true /></div>
            <Log {query} {list} counts={counts.data().cloned()} everybody=true onchanged={reload} />
        </Page>
    }
}
