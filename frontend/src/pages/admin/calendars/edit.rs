//! The editor of a calendar.

use super::exceptions::Exceptions;
use super::hours::TimeRanges;
use super::week::{copy_monday, set_day, workdays};
use crate::browser::time_zone;
use crate::hooks::use_language;
use crate::pages::admin::shared::{Editor, EditorPage, FieldName, ItemProps, ZoneField, use_editor};
use crate::route::{AdminRoute, Item};
use crate::ui::{Button, ButtonKind, Card, Href, TextField, use_go};
use contract::admin::{CalendarEdit, CalendarView, HoursView};
use contract::limits;
use locales::{Language, text};
use yew::prelude::*;

/// A new calendar: Monday to Friday, from eight to six.
fn blank() -> CalendarEdit {
    let hours = HoursView { from: "08:00".to_owned(), to: "18:00".to_owned() };
    CalendarEdit {
        name: String::new(),
        time_zone: time_zone::of_browser(),
        week: workdays(&[hours]),
        exceptions: Vec::new(),
    }
}

/// The form.
#[component]
pub fn Calendar(props: &ItemProps) -> Html {
    let language = use_language();
    let go = use_go();
    let oncreated = go.reform(|id| Href::to(&AdminRoute::Calendar { id: Item::Id(id) }));
    let editor = use_editor::<CalendarView>(props.id, blank, oncreated);
    let onsave = {
        let editor = editor.clone();
        Callback::from(move |()| editor.save(&[("name", &editor.value.name)]))
    };
    let label = |key: &str| AttrValue::from(text!(language, key));
    let fields: Vec<FieldName> =
        vec![("name", "calendar-name", label("admin-name")), ("time_zone", "calendar-zone", label("admin-time-zone"))];
    let title = editor.read.as_ref().map_or_else(|| text!(language, "cal-new"), |read| read.data.edit.name.clone());
    html! {
        <EditorPage<CalendarView> {title} list={(label("admin-nav-calendars"), Href::to(&AdminRoute::Calendars))} editor={editor.clone()} {fields}
                    rows={list_fields(language, &editor.value)} {onsave}>
            <Card>
                <div class="dk-pair">
                    <TextField id="calendar-name" label={label("admin-name")} required=true value={editor.value.name.clone()} limit={Some(limits::NAME)}
                               onchange={editor.on(|calendar, text| calendar.name = text)} error={editor.field("name")} />
                    <ZoneField id="calendar-zone" value={editor.value.time_zone.clone()} error={editor.field("time_zone")}
                               onchange={editor.on(|calendar, zone| calendar.time_zone = zone)} />
                </div>
            </Card>
            <Card title={text!(language, "cal-week")}><Week editor={editor.clone()} /></Card>
            <Card title={text!(language, "cal-exceptions")}><Exceptions editor={editor.clone()} /></Card>
        </EditorPage<CalendarView>>
    }
}

/// The fields of days and dates, for the summary of errors: name in the API, identifier of the control, label.
fn list_fields(language: Language, calendar: &CalendarEdit) -> Vec<(AttrValue, AttrValue, AttrValue)> {
    let mut rows = Vec::new();
    let mut add = |field: String, id: String, label: String, hours: usize| {
        for (index, part) in (0..hours).flat_map(|index| [(index, "from"), (index, "to")]) {
            let names = (format!("{field}.hours.{index}.{part}"), format!("{id}-{index}-{part}"));
            rows.push((names.0.into(), names.1.into(), label.clone().into()));
        }
    };
    for (index, day) in calendar.week.iter().enumerate() {
        let label = text!(language, &format!("calendar-day-{}", day.weekday));
        add(format!("week.{index}"), format!("day-{}", day.weekday), label, day.hours.len());
    }
    for (index, date) in calendar.exceptions.iter().enumerate() {
        let label = locales::date(language, date.date);
        add(format!("exceptions.{index}"), format!("date-{index}-hours"), label, date.hours.len());
    }
    for (index, date) in calendar.exceptions.iter().enumerate() {
        let label = AttrValue::from(locales::date(language, date.date));
        rows.push((format!("exceptions.{index}.date").into(), format!("date-{index}").into(), label.clone()));
        rows.push((format!("exceptions.{index}.name").into(), format!("date-name-{index}").into(), label));
    }
    rows
}

#[derive(Properties, PartialEq)]
struct WeekProps {
    editor: Editor<CalendarView>,
}

/// The hours of each day of the week.
#[component]
fn Week(props: &WeekProps) -> Html {
    let language = use_language();
    let editor = &props.editor;
    let day = |weekday: i32| {
        let index = editor.value.week.iter().position(|day| day.weekday == weekday);
        let hours =
            index.and_then(|index| editor.value.week.get(index)).map(|day| day.hours.clone()).unwrap_or_default();
        let name = text!(language, &format!("calendar-day-{weekday}"));
        let onchange = editor.on(move |calendar, hours| set_day(&mut calendar.week, weekday, hours));
        let field = index.map(|index| format!("week.{index}.hours"));
        html! {
            <div class="ad-day" key={weekday} role="group" aria-label={name.clone()}>
                <span class="ad-day__n">{ &name }</span>
                <TimeRanges id={format!("day-{weekday}")} {name} {hours} {onchange} editor={editor.clone()} {field} />
            </div>
        }
    };
    let copy = editor.on(|calendar, ()| copy_monday(&mut calendar.week));
    html! {
        <div>
            if let Some(error) = editor.field("week") { <p class="ad-wrong" role="alert">{ error }</p> }
            { for (1..=7).map(day) }
            <div class="ad-day__copy"><Button kind={ButtonKind::Inline} icon="copy" label={text!(language, "cal-copy-monday")} onclick={copy} /></div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::admin::CalendarException;

    #[test]
    fn every_field_of_a_list_names_its_control() {
        let range = HoursView { from: "08:00".to_owned(), to: "18:00".to_owned() };
        let exception = CalendarException {
            date: "2026-12-25".parse().unwrap(),
            name: String::new(),
            hours: vec![range.clone(), range.clone()],
        };
        let calendar = CalendarEdit {
            name: String::new(),
            time_zone: "UTC".to_owned(),
            week: workdays(&[range]).split_off(4),
            exceptions: vec![exception],
        };
        let fields = list_fields(Language::English, &calendar);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(field, id, _)| (field.as_str(), id.as_str())).collect();
        let expected = [
            ("week.0.hours.0.from", "day-5-0-from"),
            ("week.0.hours.0.to", "day-5-0-to"),
            ("exceptions.0.hours.0.from", "date-0-hours-0-from"),
            ("exceptions.0.hours.0.to", "date-0-hours-0-to"),
            ("exceptions.0.hours.1.from", "date-0-hours-1-from"),
            ("exceptions.0.hours.1.to", "date-0-hours-1-to"),
            ("exceptions.0.date", "date-0"),
            ("exceptions.0.name", "date-name-0"),
        ];
        assert_eq!(fields, expected);
    }
}
