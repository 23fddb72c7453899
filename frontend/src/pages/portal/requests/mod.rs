//! *My requests*: the list of one's own requests. Its view and filters are in the URL.

mod actions;
mod query;
mod row;
mod toolbar;

use crate::api;
use crate::hooks::{Fetch, QueryState, use_fetch, use_language, use_live, use_me, use_query_state, use_refresh};
use crate::pages::portal::call_backs::CallBacks;
use crate::pages::portal::request::{CancelDialog, ReopenDialog, situation_toast};
use crate::pages::shared::paged_query::on_page;
use crate::route::Route;
use crate::ui::{
    Button, ButtonKind, Empty, Href, LinkButton, Page, Paging, Shown, Tab, Tabs, loaded, skeleton_rows, use_toaster,
};
use contract::live::LiveEvent;
use contract::requests::{RequestRow, RequestSummary, RequestView};
use contract::{Action, Page as Rows};
use locales::{Language, text};
use query::{RequestsQuery, View};
use row::Row;
use std::rc::Rc;
use toolbar::Toolbar;
use yew::prelude::*;

/// How often the list is read again without any event.
const REFRESH_MS: u32 = 120_000;

/// The page.
#[component]
pub fn Requests() -> Html {
    let language = use_language();
    let me = use_me();
    let query = use_query_state::<Route, RequestsQuery>();
    let filter = query.value.filter(me.portal.start_in_progress);
    let list = use_fetch(filter, |filter| async move { api::requests::list(&filter).await });
    let summary = use_fetch((), |()| async { api::requests::summary().await });
    use_list_refresh(&list, &summary);
    let view = query.value.view();
    let tabs = tabs(language, summary.data().map(|summary| &**summary));
    let onselect = {
        let query = query.clone();
        Callback::from(move |view: View| query.update(|query| *query = RequestsQuery::of(view)))
    };
    let actions = html! {
        <LinkButton kind={ButtonKind::Primary} icon="plus" class="sol-show-s" to={Href::to(&Route::Catalogue)}
                    label={text!(language, "nav-new-short")} />
    };
    html! {
        <Page title={text!(language, "nav-requests")} {actions}
            lead={html! { <span class="sol-hide-s">{ text!(language, "mine-lead") }</span> }}>
            <CallBacks />
            <div class="sol-card sol-card--flush mr-card">
                <Tabs<View> id="mine" label={text!(language, "mine-views")} {tabs} selected={view} {onselect}
                    class="mr__tabs">
                    <List query={query.clone()} {list} onchanged={summary.reload.clone()} />
                </Tabs<View>>
            </div>
        </Page>
    }
}

fn tabs(language: Language, summary: Option<&RequestSummary>) -> Vec<Tab<View>> {
    let tab = |view: View, count: Option<i64>| Tab::new(view, text!(language, view.key())).count(count);
    vec![
        tab(View::Active, summary.map(|summary| summary.active)),
        tab(View::Waiting, summary.map(|summary| summary.waiting_for_you)),
        tab(View::Ended, summary.map(|summary| summary.ended)),
        tab(View::All, summary.map(|summary| summary.all)),
    ]
}

/// Reads list and counts again when something happened to a request, and every two minutes.
#[hook]
fn use_list_refresh(list: &Fetch<Rows<RequestRow>>, summary: &Fetch<RequestSummary>) {
    let both = use_callback((list.reload.clone(), summary.reload.clone()), |(), (list, summary)| {
        list.emit(());
        summary.emit(());
    });
    let on_event = use_callback(both.clone(), |event: LiveEvent, both| {
        if event.kind.is_about_requests() {
            both.emit(());
        }
    });
    use_live(on_event);
    use_refresh(REFRESH_MS, both);
}

#[derive(Properties, PartialEq)]
struct ListProps {
    query: QueryState<RequestsQuery>,
    list: Fetch<Rows<RequestRow>>,
    onchanged: Callback<()>,
}

/// Toolbar, rows and pages of the view that is shown.
#[component]
fn List(props: &ListProps) -> Html {
    let language = use_language();
    let toaster = use_toaster();
    let confirming = use_state_eq(|| None::<(Action, i64)>);
    let onconfirm = {
        let confirming = confirming.setter();
        Callback::from(move |action| confirming.set(Some(action)))
    };
    let onclose = {
        let confirming = confirming.setter();
        Callback::from(move |()| confirming.set(None))
    };
    let ondone = {
        let (onclose, reload, changed) = (onclose.clone(), props.list.reload.clone(), props.onchanged.clone());
        Callback::from(move |view: RequestView| {
            toaster.show(situation_toast(language, &view));
            onclose.emit(());
            reload.emit(());
            changed.emit(());
        })
    };
    let view = |page: &Rc<Rows<RequestRow>>| {
        if page.items.is_empty() {
            return html! { <EmptyList query={props.query.clone()} /> };
        }
        html! {
            <>
                <ul class="mr" aria-label={text!(language, "nav-requests")}>
                    { for page.items.iter().map(|row| html! { <Row key={row.number} row={row.clone()} onconfirm={onconfirm.clone()} /> }) }
                </ul>
                <Paging shown={Shown::from(&**page)} onpage={on_page(&props.query)} />
            </>
        }
    };
    html! {
        <>
            <Toolbar query={props.query.clone()} shown={props.list.data().map(|page| Shown::from(&**page))} />
            { loaded(&props.list, language, skeleton_rows(5), view) }
            if let Some((action, number)) = *confirming {
                if action == Action::Reopen {
                    <ReopenDialog {number} onclose={onclose.clone()} ondone={ondone.clone()} />
                } else {
                    <CancelDialog {number} onclose={onclose.clone()} ondone={ondone.clone()} />
                }
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct EmptyProps {
    query: QueryState<RequestsQuery>,
}

/// Says that no request matches the filters, or that the view is empty.
#[component]
fn EmptyList(props: &EmptyProps) -> Html {
    let language = use_language();
    let me = use_me();
    let query = &props.query;
    if query.value.is_filtered(me.portal.start_in_progress) {
        let onclick = {
            let query = query.clone();
            Callback::from(move |()| query.update(RequestsQuery::clear_filters))
        };
        let actions = html! { <Button label={text!(language, "ui-clear-filters")} {onclick} /> };
        return html! {
            <Empty icon="filter" title={text!(language, "mine-none-found")}
                {actions}>{ text!(language, "mine-none-found-text") }</Empty>
        };
    }
    let actions = html! {
        <LinkButton kind={ButtonKind::Primary} icon="search" to={Href::to(&Route::Catalogue)}
            label={text!(language, "mine-choose-service")} />
    };
    let (title, explanation) = match query.value.view() {
        View::Waiting => ("mine-none-waiting", "mine-none-waiting-text"),
        View::Ended => ("mine-none-ended", "mine-none-ended-text"),
        View::Active | View::All => ("mine-none", "mine-none-text"),
    };
    html! { <Empty icon="inbox" title={text!(language, title)} {actions}>{ text!(language, explanation) }</Empty> }
}
