//! The audit trail.

use super::shared::{ListPage, listing};
use crate::api;
use crate::hooks::{use_clock, use_fetch, use_query_state};
use crate::route::AdminRoute;
use crate::ui::{Paging, Shown, TableRow, loaded, skeleton_rows};
use contract::Page;
use contract::admin::{AuditView, ListQuery};
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// What was done, by whom, when.
#[component]
pub fn Audit() -> Html {
    let clock = use_clock();
    let language = clock.language;
    let query = use_query_state::<AdminRoute, ListQuery>();
    let list = use_fetch((*query.value).clone(), |query| async move {
        api::audit::list(&ListQuery { page_size: Some(50), ..query }).await
    });
    let onsearch = {
        let query = query.clone();
        Callback::from(move |text: String| {
            query.adjust(|query| {
                query.search = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
                query.cursor = None;
            });
        })
    };
    let onpage = {
        let query = query.clone();
        Callback::from(move |cursor: String| query.update(|query| query.cursor = Some(cursor)))
    };
    let view = |page: &Rc<Page<AuditView>>| {
        let row = |entry: &AuditView| {
            let author =
                entry.author.as_ref().map_or_else(|| text!(language, "ui-system"), |author| author.name.clone());
            let subject = entry
                .subject_id
                .map(|id| format!("{} {id}", entry.subject_kind))
                .unwrap_or_else(|| entry.subject_kind.clone());
            TableRow::new(
                entry.id,
                vec![
                    html! { <time class="sol-mono" datetime={entry.at.to_rfc3339()}>{ clock.date_time(entry.at) }</time> },
                    html! { { author } },
                    html! { <>{ &entry.summary }<span class="sol-sub">{ &entry.action }{ " · " }{ subject }</span></> },
                ],
            )
        };
        let heads = ["trail-when", "trail-who", "trail-what"];
        let rows = page.items.iter().map(row).collect();
        html! {
            <>
                { listing(language, &text!(language, "admin-nav-audit"), &heads, rows, query.value.search.is_some()) }
                if !page.items.is_empty() { <Paging shown={Shown::from(&**page)} onpage={onpage.clone()} /> }
            </>
        }
    };
    let search = (AttrValue::from(query.value.search.clone().unwrap_or_default()), onsearch);
    html! {
        <ListPage title={text!(language, "admin-nav-audit")} lead={Some(AttrValue::from(text!(language, "trail-lead")))} {search}
                  search_label={Some(AttrValue::from(text!(language, "trail-search")))}>
            { loaded(&list, language, skeleton_rows(6), view) }
        </ListPage>
    }
}
