//! The exceptions of a calendar: dates with hours of their own, such as holidays and short days.

use super::hours::TimeRanges;
use crate::browser;
use crate::hooks::{use_clock, use_language};
use crate::pages::admin::shared::Editor;
use crate::ui::{Button, ButtonKind, IconButton, TextField};
use chrono::NaiveDate;
use contract::admin::{CalendarException, CalendarView, HoursView};
use locales::text;
use yew::prelude::*;

/// Properties of [`Exceptions`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The calendar.
    pub editor: Editor<CalendarView>,
}

/// The list of dates, and the button that adds one.
#[component]
pub fn Exceptions(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let editor = &props.editor;
    let add = {
        let today = clock.local(clock.now()).date();
        editor.on(move |calendar, ()| add_date(&mut calendar.exceptions, today))
    };
    let sort = editor.on(|calendar, ()| calendar.exceptions.sort_by_key(|exception| exception.date));
    let count = editor.value.exceptions.len();
    html! {
        <div class="sol-stack">
            <p class="sol-dense sol-subtle">{ text!(language, "cal-exceptions-help") }</p>
            if count > 0 {
                <ul class="ad-exceptions">
                    { for (0..count).map(|index| html! { <Exception key={index} {index} editor={editor.clone()} /> }) }
                </ul>
            }
            <div class="sol-row sol-row--wrap">
                <Button id="date-add" kind={ButtonKind::Inline} icon="plus" label={text!(language, "cal-add-date")} onclick={add} />
                if count > 1 { <Button kind={ButtonKind::Inline} icon="sort" label={text!(language, "cal-sort")} onclick={sort} /> }
            </div>
        </div>
    }
}

/// Adds the day after the last date, or today when there is none. It has no hours.
fn add_date(exceptions: &mut Vec<CalendarException>, today: NaiveDate) {
    let last = exceptions.iter().map(|exception| exception.date).max();
    let date = last.and_then(|date| date.succ_opt()).unwrap_or(today);
    exceptions.push(CalendarException { date, name: String::new(), hours: Vec::new() });
}

#[derive(Properties, PartialEq)]
struct ExceptionProps {
    index: usize,
    editor: Editor<CalendarView>,
}

/// A date with its name and hours.
#[component]
fn Exception(props: &ExceptionProps) -> Html {
    let language = use_language();
    let (editor, index) = (&props.editor, props.index);
    let Some(exception) = editor.value.exceptions.get(index) else { return Html::default() };
    let date = editor.on(move |calendar, text: String| {
        if let (Some(exception), Ok(date)) =
            (calendar.exceptions.get_mut(index), NaiveDate::parse_from_str(&text, "%Y-%m-%d"))
        {
            exception.date = date;
        }
    });
    let name = editor.on(move |calendar, text: String| {
        if let Some(exception) = calendar.exceptions.get_mut(index) {
            exception.name = text;
        }
    });
    let hours = editor.on(move |calendar, hours: Vec<HoursView>| {
        if let Some(exception) = calendar.exceptions.get_mut(index) {
            exception.hours = hours;
        }
    });
    let remove = editor.on(move |calendar, ()| {
        if index < calendar.exceptions.len() {
            calendar.exceptions.remove(index);
            browser::focus_id("date-add");
        }
    });
    let date_text = locales::date(language, exception.date);
    let field = |part: &str| editor.field(&format!("exceptions.{index}.{part}"));
    html! {
        <li>
            <TextField id={format!("date-{index}")} label={text!(language, "cal-date")} hidden_label=true kind="date" value={exception.date.to_string()}
                       onchange={date} error={field("date")} />
            <TextField id={format!("date-name-{index}")} label={text!(language, "cal-date-name")} hidden_label=true value={exception.name.clone()}
                       onchange={name} error={field("name")} placeholder={Some(AttrValue::from(text!(language, "cal-date-name")))} />
            <TimeRanges id={format!("date-{index}-hours")} name={date_text.clone()} hours={exception.hours.clone()} onchange={hours} editor={editor.clone()}
                       field={Some(format!("exceptions.{index}.hours"))} />
            <IconButton label={text!(language, "cal-remove-date", date = date_text)} icon="trash" onclick={remove} />
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_date_is_today_and_the_next_one_the_day_after_the_last() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut exceptions = Vec::new();
        add_date(&mut exceptions, day("2026-11-24"));
        exceptions.push(CalendarException { date: day("2026-12-31"), name: String::new(), hours: Vec::new() });
        exceptions.push(CalendarException { date: day("2026-12-25"), name: String::new(), hours: Vec::new() });
        add_date(&mut exceptions, day("2026-11-24"));
        let dates: Vec<_> = exceptions.iter().map(|exception| exception.date.to_string()).collect();
        assert_eq!(dates, ["2026-11-24", "2026-12-31", "2026-12-25", "2027-01-01"]);
    }
}
