//! The list of calendars.

use super::week::week_line;
use crate::api::collection;
use crate::hooks::{use_fetch, use_language};
use crate::pages::admin::shared::{ListPage, listing, matches, use_search};
use crate::route::{AdminRoute, Item};
use crate::ui::{Go, Href, TableRow, loaded, skeleton_rows};
use contract::admin::CalendarView;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// All calendars.
#[component]
pub fn Calendars() -> Html {
    let language = use_language();
    let list = use_fetch((), |()| async { collection::list::<CalendarView>().await });
    let search = use_search();
    let view = |calendars: &Rc<Vec<CalendarView>>| {
        let found = calendars.iter().filter(|calendar| matches(&search.0, &calendar.edit.name));
        let row = |calendar: &CalendarView| {
            let to = AdminRoute::Calendar { id: Item::Id(calendar.id) };
            let exceptions = text!(language, "cal-exceptions-count", count = calendar.edit.exceptions.len());
            let cells = vec![
                html! { <><Go {to}>{ &calendar.edit.name }</Go><span class="sol-sub">{ &calendar.edit.time_zone }</span></> },
                html! { { week_line(language, &calendar.edit.week) } },
                html! { { exceptions } },
            ];
            TableRow::new(calendar.id, cells)
        };
        let heads = ["admin-name", "cal-week", "cal-exceptions"];
        listing(
            language,
            &text!(language, "admin-nav-calendars"),
            &heads,
            found.map(row).collect(),
            !search.0.is_empty(),
        )
    };
    let new = (text!(language, "cal-new").into(), Href::to(&AdminRoute::Calendar { id: Item::New }));
    html! {
        <ListPage title={text!(language, "admin-nav-calendars")} lead={Some(AttrValue::from(text!(language, "cal-lead")))} {new}
                  search={search.clone()}>
            { loaded(&list, language, skeleton_rows(4), view) }
        </ListPage>
    }
}
