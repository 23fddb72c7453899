//! Stretches of working hours of one day.

use super::super::shared::Editor;
use crate::browser;
use crate::hooks::use_language;
use crate::ui::{Button, ButtonKind, IconButton, TextField};
use contract::admin::{CalendarView, HoursView};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

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
    let hours = Rc::new(props.hours.clone());
    let add = change(props, &hours, |hours, ()| {
        let from = hours.last().map_or_else(|| "08:00".to_owned(), |last| last.to.clone());
        hours.push(HoursView { from, to: "18:00".to_owned() });
    });
    html! {
        <div class="ad-stretches">
            if hours.is_empty() { <span class="sol-subtle">{ text!(language, "cal-closed") }</span> }
            { for (0..hours.len()).map(|index| stretch(language, props, &hours, index)) }
            <Button id={add_id(props)} kind={ButtonKind::Inline} small=true icon="plus" label={text!(language, "cal-add-stretch")} onclick={add} />
        </div>
    }
}

/// The identifier of the button that adds a stretch.
fn add_id(props: &Props) -> String {
    format!("{}-add", props.id)
}

/// What a control changes.
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

fn stretch(language: Language, props: &Props, hours: &Rc<Vec<HoursView>>, index: usize) -> Html {
    let Some(stretch) = hours.get(index) else { return Html::default() };
    let name = props.name.as_str();
    let error = |part: &str| {
        let field = props.field.as_ref()?;
        props.editor.field(&format!("{field}.{index}.{part}"))
    };
    let from = change(props, hours, move |hours, text: String| {
        if let Some(stretch) = hours.get_mut(index) {
            stretch.from = text;
        }
    });
    let to = change(props, hours, move |hours, text: String| {
        if let Some(stretch) = hours.get_mut(index) {
            stretch.to = text;
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
                       value={stretch.from.clone()} onchange={from} error={error("from")} placeholder={Some(AttrValue::Static("08:00"))} />
            <span aria-hidden="true">{ "–" }</span>
            <TextField id={format!("{}-{index}-to", props.id)} label={text!(language, "cal-to", day = name)} hidden_label=true
                       value={stretch.to.clone()} onchange={to} error={error("to")} placeholder={Some(AttrValue::Static("18:00"))} />
            <IconButton label={text!(language, "cal-remove-stretch", day = name)} icon="trash" onclick={remove} />
        </div>
    }
}
