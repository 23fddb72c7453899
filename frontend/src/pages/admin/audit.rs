//! The audit trail.

use super::shared::{Columns, ListPage, page_of};
use crate::api;
use crate::hooks::{Clock, use_clock, use_fetch, use_query_state};
use crate::pages::shared::paged_query::on_search;
use crate::route::AdminRoute;
use crate::ui::{TableRow, loaded, skeleton_rows};
use contract::Page;
use contract::admin::{AuditView, ListQuery};
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// What was done, by whom, and when.
#[component]
pub fn Audit() -> Html {
    let clock = use_clock();
    let language = clock.language;
    let query = use_query_state::<AdminRoute, ListQuery>();
    let list = use_fetch((*query.value).clone(), |query| async move {
        api::audit::list(&ListQuery { page_size: Some(50), ..query }).await
    });
    let label = text!(language, "admin-nav-audit");
    let columns = Columns { label: &label, heads: &["trail-when", "trail-who", "trail-what"] };
    let view = |page: &Rc<Page<AuditView>>| page_of(language, &query, columns, page, |entry| row(&clock, entry));
    let search = (AttrValue::from(query.value.search.clone().unwrap_or_default()), on_search(&query));
    html! {
        <ListPage title={text!(language, "admin-nav-audit")} lead={Some(AttrValue::from(text!(language, "trail-lead")))} {search}
                  search_label={Some(AttrValue::from(text!(language, "trail-search")))}>
            { loaded(&list, language, skeleton_rows(6), view) }
        </ListPage>
    }
}

fn row(clock: &Clock, entry: &AuditView) -> TableRow {
    let author = entry.author.as_ref().map_or_else(|| text!(clock.language, "ui-system"), |author| author.name.clone());
    TableRow::new(
        entry.id,
        vec![
            html! { <time class="sol-mono" datetime={entry.at.to_rfc3339()}>{ clock.date_time(entry.at) }</time> },
            html! { { author } },
            html! { { &entry.summary } },
        ],
    )
}
