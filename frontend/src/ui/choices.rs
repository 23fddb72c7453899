//! Filters whose values are chosen in a menu.

use super::menu::{Menu, MenuEntry};
use yew::prelude::*;

/// Properties of [`Choices`].
#[derive(Properties, PartialEq)]
pub struct ChoicesProps<T: Clone + PartialEq + 'static> {
    /// The name of the filter: *Situation*.
    pub title: AttrValue,
    /// The chosen values in the button: *4 chosen*, *All*.
    pub summary: AttrValue,
    /// The values with their names.
    pub options: Vec<(T, AttrValue)>,
    /// The chosen value.
    pub chosen: Vec<T>,
    /// Several may be chosen.
    #[prop_or_default]
    pub many: bool,
    /// A value was clicked.
    pub onselect: Callback<T>,
    /// An icon in the button.
    #[prop_or_default]
    pub icon: Option<&'static str>,
    /// Opens towards the start of the line.
    #[prop_or_default]
    pub end: bool,
    /// No outline around the button.
    #[prop_or_default]
    pub plain: bool,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A filter: the button *Situation: 4 chosen*, and a menu of its values.
#[component]
pub fn Choices<T: Clone + PartialEq + 'static>(props: &ChoicesProps<T>) -> Html {
    let entries = props.options.iter().map(|(value, label)| MenuEntry::Choice {
        label: label.clone(),
        checked: props.chosen.contains(value),
        many: props.many,
        onselect: {
            let value = value.clone();
            props.onselect.reform(move |()| value.clone())
        },
    });
    let toggle =
        html! { <><span class="sol-choice">{ &props.title }{ ": " }</span><strong>{ &props.summary }</strong></> };
    html! {
        <Menu {toggle} entries={entries.collect::<Vec<_>>()} icon={props.icon} end={props.end} plain={props.plain}
              class={props.class.clone()} />
    }
}
