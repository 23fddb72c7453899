//! The list of calendars.

use super::super::shared::{ListPage, listing, matches, use_search};
use crate::api::collection;
use crate::hooks::{use_fetch, use_language};
use crate::route::{AdminRoute, Item};
use crate::ui::{Go, Href, TableRow, loaded, skeleton_rows};
use contract::admin::{CalendarView, WeekdayHours};
use locales::{Language, text};
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
                html! { { week(language, &calendar.edit.week) } },
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

/// The week in one line: `seg.–sex. 08:00–18:00`; days of the same hours together.
fn week(language: Language, week: &[WeekdayHours]) -> String {
    let hours = |day: &WeekdayHours| {
        day.hours.iter().map(|hours| format!("{}–{}", hours.from, hours.to)).collect::<Vec<_>>().join(", ")
    };
    let name = |weekday: i32| text!(language, &format!("weekday-{weekday}"));
    let mut runs: Vec<(i32, i32, String)> = Vec::new();
    let mut days: Vec<&WeekdayHours> = week.iter().filter(|day| !day.hours.is_empty()).collect();
    days.sort_by_key(|day| day.weekday);
    for day in days {
        let hours = hours(day);
        match runs.last_mut() {
            Some((_, last, known)) if *last + 1 == day.weekday && *known == hours => *last = day.weekday,
            _ => runs.push((day.weekday, day.weekday, hours)),
        }
    }
    let run = |(first, last, hours): &(i32, i32, String)| {
        if first == last {
            format!("{} {hours}", name(*first))
        } else {
            format!("{}–{} {hours}", name(*first), name(*last))
        }
    };
    runs.iter().map(run).collect::<Vec<_>>().join(" · ")
}
