//! The time ranges in which one day is worked.

use crate::browser;
use crate::hooks::use_language;
use crate::pages::admin::shared::Editor;
use crate::ui::{Button, ButtonKind, IconButton, TextField};
use contract::admin::{CalendarView, HoursView};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`TimeRanges`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The beginning of the controls' identifiers.
    pub id: String,
    /// The day, for screen readers.
    pub name: String,
    /// The ranges. On a day without any nobody works.
    pub hours: Vec<HoursView>,
    /// Called with the ranges after a change.
    pub onchange: Callback<Vec<HoursView>>,
    /// The calendar, which knows the errors.
    pub editor: Editor<CalendarView>,
    /// The name of the ranges in the API; none for a day that is not in the week.
    pub field: Option<String>,
}

/// The ranges, and the button that adds one.
#[component]
pub fn TimeRanges(props: &Props) -> Html {
    let language = use_language();
    let hours = Rc::new(props.hours.clone());
    let add = change(props, &hours, |hours, ()| add_range(hours));
    html! {
        <div class="ad-stretches">
            if hours.is_empty() { <span class="sol-subtle">{ text!(language, "cal-closed") }</span> }
            { for (0..hours.len()).map(|index| range(language, props, &hours, index)) }
            <Button id={add_id(props)} kind={ButtonKind::Inline} small=true icon="plus" label={text!(language, "cal-add-stretch")} onclick={add} />
        </div>
    }
}

/// Adds a range that begins when the last one ends, at eight when there is none, and lasts until six.
fn add_range(hours: &mut Vec<HoursView>) {
    let from = hours.last().map_or_else(|| "08:00".to_owned(), |last| last.to.clone());
    hours.push(HoursView { from, to: "18:00".to_owned() });
}

/// The identifier of the button that adds a range.
fn add_id(props: &Props) -> String {
    format!("{}-add", props.id)
}

/// A callback that changes the ranges when a control reports a value.
fn change<V: 'static>(
    props: &Props,
    hours: &Rc<Vec<HoursView>>,
    change: impl Fn(&mut Vec<HoursView>, V) + 'static,
) -> Callback<V> {
    let (hours, onchange) = (hours.clone(), props.onchange.clone());
    Callback::from(move |value: V| {
        let mut next = (*hours).clone();
        change(&mut next, value);
        onchange.emit(next);
    })
}

/// A range: from, to, and the button that removes it.
fn range(language: Language, props: &Props, hours: &Rc<Vec<HoursView>>, index: usize) -> Html {
    let Some(range) = hours.get(index) else { return Html::default() };
    let name = props.name.as_str();
    let error = |part: &str| {
        let field = props.field.as_ref()?;
        props.editor.field(&format!("{field}.{index}.{part}"))
    };
    let from = change(props, hours, move |hours, text: String| {
        if let Some(range) = hours.get_mut(index) {
            range.from = text;
        }
    });
    let to = change(props, hours, move |hours, text: String| {
        if let Some(range) = hours.get_mut(index) {
            range.to = text;
        }
    });
    let add = add_id(props);
    let remove = change(props, hours, move |hours, ()| {
        hours.remove(index);
        browser::focus_id(&add);
    });
    html! {
        <div class="ad-stretch" key={index}>
            <TextField id={format!("{}-{index}-from", props.id)} label={text!(language, "cal-from", day = name)} hidden_label=true
                       value={range.from.clone()} onchange={from} error={error("from")} placeholder={Some(AttrValue::Static("08:00"))} />
            <span aria-hidden="true">{ "–" }</span>
            <TextField id={format!("{}-{index}-to", props.id)} label={text!(language, "cal-to", day = name)} hidden_label=true
                       value={range.to.clone()} onchange={to} error={error("to")} placeholder={Some(AttrValue::Static("18:00"))} />
            <IconButton label={text!(language, "cal-remove-stretch", day = name)} icon="trash" onclick={remove} />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_begins_when_the_last_one_ends() {
        let mut hours = Vec::new();
        add_range(&mut hours);
        hours[0].to = "12:00".to_owned();
        add_range(&mut hours);
        let ranges: Vec<_> = hours.iter().map(|range| (range.from.as_str(), range.to.as_str())).collect();
        assert_eq!(ranges, [("08:00", "12:00"), ("12:00", "18:00")]);
    }
}
