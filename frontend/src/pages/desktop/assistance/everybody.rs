//! Everybody's calls of today, for administrators: they need no extension, and answer no telephone.

use super::counts::Counts;
use super::log::Log;
use super::{Query, lead, use_day, use_up_to_date};
use crate::hooks::{use_clock, use_query_state};
use crate::route::AdminRoute;
use crate::ui::Page;
use locales::text;
use yew::prelude::*;

/// The page.
#[component]
pub fn EverybodysCalls() -> Html {
    let clock = use_clock();
    let language = clock.language;
    let query = use_query_state::<AdminRoute, Query>();
    let today = clock.local(clock.now()).date();
    let (list, counts) = use_day(&Query { everybody: Some(true), ..(*query.value).clone() }, today);
    let reload = use_callback((list.reload.clone(), counts.reload.clone()), |(), (list, counts)| {
        list.emit(());
        counts.emit(());
    });
    use_up_to_date(&reload);
    html! {
        <Page title={text!(language, "admin-calls-title")} lead={lead(language, today)}>
            <div class="as__all"><Counts counts={counts.clone()} everybody=true /></div>
            <Log {query} {list} counts={counts.data().cloned()} everybody=true onchanged={reload} />
        </Page>
    }
}
