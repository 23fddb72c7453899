//! Toasts about requests that are not on the screen.

use crate::api;
use crate::hooks::{use_language, use_live, use_me};
use crate::route::{Route, notification_href};
use crate::ui::{Toast, Toaster, use_toaster};
use contract::admin::ListQuery;
use contract::live::{LiveEvent, LiveKind};
use locales::{Language, text};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

/// Shows a toast when there is a notification about another request. It never takes the focus.
#[component]
pub fn News() -> Html {
    let language = use_language();
    let toaster = use_toaster();
    let me = use_me();
    let path = use_location().map(|location| location.path().to_owned()).unwrap_or_default();
    let shown = match Route::recognize(&path) {
        Some(Route::Request { number }) => Some(number),
        _ => path.strip_prefix("/desk/requests/").and_then(|rest| rest.parse().ok()),
    };
    let heard = use_callback((language, toaster, me.id, shown), |event: LiveEvent, (language, toaster, me, shown)| {
        let mine = event.actor_id == Some(*me);
        if event.kind == LiveKind::Notification && !mine && (event.number.is_none() || event.number != *shown) {
            spawn_local(show_newest(*language, toaster.clone(), event.number));
        }
    });
    use_live(heard);
    Html::default()
}

/// Shows the newest unread notification, about a request if its number is given.
async fn show_newest(language: Language, toaster: Toaster, number: Option<i64>) {
    let newest = ListQuery { page_size: Some(3), ..ListQuery::default() };
    let Ok(page) = api::notifications::list(&newest).await else { return };
    let about = page.items.into_iter().find(|item| !item.read && number.is_none_or(|number| number == item.number));
    let Some(item) = about else { return };
    let toast = Toast::news(item.summary.clone())
        .text(format!("{} {}", item.number, item.title))
        .leads(text!(language, "nav-news-open"), notification_href(&item))
        .key(format!("request-{}", item.number));
    toaster.show(toast);
}
