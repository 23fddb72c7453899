//! Stretches of working hours of one day.

use super::super::shared::Editor;
use crate::hooks::use_language;
use crate::ui::{Button, ButtonKind, IconButton, TextField};
use contract::admin::{CalendarView, HoursView};
use locales::text;
use yew::prelude::*;

/// What a click does to the hours.
type Change = Box<dyn Fn(&mut Vec<HoursView>)>;

/// Properties of [`Stretches`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Begins the identifiers of the controls.
    pub id: String,
    /// The day, for screen readers.
    pub name: String,
    /// The stretches; none: closed.
    pub hours: Vec<HoursView>,
    /// They were changed.
    pub onchange: Callback<Vec<HoursView>>,
    /// The calendar, for what is wrong.
    pub editor: Editor<CalendarView>,
    /// The field in the API that holds them.
    pub field: Option<String>,
}

/// From, to, and one more.
#[component]
pub fn Stretches(props: &Props) -> Html {
    let language = use_language();
    let changed = |change: Change| {
        let (hours, onchange) = (props.hours.clone(), props.onchange.clone());
        Callback::from(move |()| {
            let mut next = hours.clone();
            change(&mut next);
            onchange.emit(next);
        })
    };
    let time = |index: usize, end: bool| {
        let (hours, onchange) = (props.hours.clone(), props.onchange.clone());
        Callback::from(move |text: String| {
            let mut next = hours.clone();
            if let Some(stretch) = next.get_mut(index) {
                if end { stretch.to = text } else { stretch.from = text }
            }
            onchange.emit(next);
        })
    };
    let error = |index: usize, part: &str| {
        props.field.as_ref().and_then(|field| props.editor.field(&format!("{field}.{index}.{part}")))
    };
    let stretch = |(index, stretch): (usize, &HoursView)| {
        let remove = changed(Box::new(move |hours| {
            hours.remove(index);
        }));
        let name = props.name.as_str();
        html! {
            <div class="ad-stretch" key={index}>
                <TextField id={format!("{}-{index}-from", props.id)} label={text!(language, "cal-from", day = name)} hidden_label=true
                           value={stretch.from.clone()} onchange={time(index, false)} error={error(index, "from")}
                           placeholder={Some(AttrValue::Static("08:00"))} />
                <span aria-hidden="true">{ "–" }</span>
                <TextField id={format!("{}-{index}-to", props.id)} label={text!(language, "cal-to", day = name)} hidden_label=true
                           value={stretch.to.clone()} onchange={time(index, true)} error={error(index, "to")}
                           placeholder={Some(AttrValue::Static("18:00"))} />
                <IconButton label={text!(language, "cal-remove-stretch", day = name)} icon="trash" onclick={remove} />
            </div>
        }
    };
    let add = changed(Box::new(|hours| {
        let from = hours.last().map_or_else(|| "08:00".to_owned(), |last| last.to.clone());
        hours.push(HoursView { from, to: "18:00".to_owned() });
    }));
    html! {
        <div class="ad-stretches">
            if props.hours.is_empty() { <span class="sol-subtle">{ text!(language, "cal-closed") }</span> }
            { for props.hours.iter().enumerate().map(stretch) }
            <Button kind={ButtonKind::Inline} small=true icon="plus" label={text!(language, "cal-add-stretch")} onclick={add} />
        </div>
    }
}
