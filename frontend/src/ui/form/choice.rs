//! Fields in which something is chosen.

use super::frame::{FieldFrame, standing};
use crate::hooks::use_language;
use crate::ui::badge::SCREEN_READER_ONLY;
use crate::ui::icon::icon;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// One line of a [`SelectField`]: value and text.
pub type SelectOption = (AttrValue, AttrValue);

/// Properties of [`SelectField`].
#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// The identifier of the control.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The chosen value.
    pub value: AttrValue,
    /// The options.
    pub options: Vec<SelectOption>,
    /// Another option was chosen.
    pub onchange: Callback<String>,
    /// The complaint about it.
    #[prop_or_default]
    pub error: Option<String>,
    /// Help: what should be chosen.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// It must be filled in.
    #[prop_or_default]
    pub required: bool,
    /// The label is for screen readers only.
    #[prop_or_default]
    pub hidden_label: bool,
}

/// A list in which one line is chosen: the browser's own, which every telephone and screen reader knows.
#[component]
pub fn SelectField(props: &SelectProps) -> Html {
    let language = use_language();
    let frame = FieldFrame {
        id: &props.id,
        label: &props.label,
        required: props.required,
        optional: false,
        hidden_label: props.hidden_label,
        help: props.help.as_deref(),
        error: standing(language, props.error.as_deref(), &props.value),
        counter: None,
    };
    let onchange = props.onchange.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let option = |(value, label): &SelectOption| {
        html! { <option value={value.clone()} selected={*value == props.value}>{ label }</option> }
    };
    let control = html! {
        <span class={classes!("pf-v6-c-form-control", frame.error.is_some().then_some("pf-m-error"))}>
            <select id={props.id.clone()} name={props.id.clone()} {onchange}
                aria-required={props.required.then_some("true")}
                    aria-invalid={frame.error.is_some().then_some("true")} aria-describedby={frame.described_by()}>
                { for props.options.iter().map(option) }
            </select>
            <span class="pf-v6-c-form-control__utilities">
                <span class="pf-v6-c-form-control__toggle-icon">{ icon("caret-down") }</span>
            </span>
        </span>
    };
    frame.wrap(language, control)
}

/// Properties of [`CheckField`].
#[derive(Properties, PartialEq)]
pub struct CheckProps {
    /// The identifier of the control.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// Ticked.
    pub checked: bool,
    /// It was clicked.
    pub onchange: Callback<bool>,
    /// Help.
    #[prop_or_default]
    pub help: Option<AttrValue>,
}

/// A box to tick.
#[component]
pub fn CheckField(props: &CheckProps) -> Html {
    let onchange = props.onchange.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <div class="pf-v6-c-check">
            <input class="pf-v6-c-check__input" type="checkbox" id={props.id.clone()} checked={props.checked} {onchange}
                   aria-describedby={props.help.as_ref().map(|_| format!("{}-help", props.id))} />
            <label class="pf-v6-c-check__label" for={props.id.clone()}>{ &props.label }</label>
            if let Some(help) = &props.help {
                <span class="pf-v6-c-check__description" id={format!("{}-help", props.id)}>{ help }</span>
            }
        </div>
    }
}

/// One choice of [`RadioCards`].
#[derive(Debug, Clone, PartialEq)]
pub struct RadioCard<T> {
    /// The value.
    pub value: T,
    /// The text.
    pub label: AttrValue,
    /// When it is the right one.
    pub help: Option<AttrValue>,
    /// A large icon above the text.
    pub icon: Option<&'static str>,
}

/// Properties of [`RadioCards`].
#[derive(Properties, PartialEq)]
pub struct RadioProps<T: Clone + PartialEq + 'static> {
    /// The name of the group.
    pub name: AttrValue,
    /// The chosen value.
    pub legend: AttrValue,
    /// The legend is for screen readers only.
    #[prop_or_default]
    pub hidden_legend: bool,
    /// The choices.
    pub cards: Vec<RadioCard<T>>,
    /// The one that is chosen, if any.
    pub selected: Option<T>,
    /// Another option was chosen.
    pub onselect: Callback<T>,
    /// Side by side, with large icons.
    #[prop_or_default]
    pub wide: bool,
    /// The complaint about it.
    #[prop_or_default]
    pub error: Option<String>,
}

/// A few choices as cards, of which one is chosen.
#[component]
pub fn RadioCards<T: Clone + PartialEq + 'static>(props: &RadioProps<T>) -> Html {
    let card = |(index, card): (usize, &RadioCard<T>)| {
        let chosen = props.selected.as_ref() == Some(&card.value);
        let value = card.value.clone();
        let onchange = props.onselect.reform(move |_: Event| value.clone());
        let id = if index == 0 { props.name.to_string() } else { format!("{}-{index}", props.name) };
        html! {
            <label class={classes!("sol-option", chosen.then_some("is-on"))} for={id.clone()}>
                <input type="radio" {id} name={props.name.clone()} checked={chosen} {onchange}
                       class={if props.wide { "sol-option__hidden" } else { "pf-v6-c-radio__input" }}
                       aria-describedby={props.error.as_ref().map(|_| format!("{}-error", props.name))} />
                if let Some(name) = card.icon { { icon(name) } }
                <span>
                    <span class="sol-option__label">{ &card.label }</span>
                    if let Some(help) = &card.help { <span class="sol-option__help">{ help }</span> }
                </span>
            </label>
        }
    };
    html! {
        <fieldset class={classes!("sol-options", props.wide.then_some("sol-options--wide"))}>
            <legend
                class={if props.hidden_legend { SCREEN_READER_ONLY } else { "sol-h3" }}>{ &props.legend }</legend>
            { for props.cards.iter().enumerate().map(card) }
            if let Some(error) = &props.error {
                <div class="pf-v6-c-helper-text">
                    <div class="pf-v6-c-helper-text__item pf-m-error" id={format!("{}-error", props.name)}>
                        <span class="pf-v6-c-helper-text__item-icon">{ icon("exclamation-circle") }</span>
                        <span class="pf-v6-c-helper-text__item-text">{ error }</span>
                    </div>
                </div>
            }
        </fieldset>
    }
}
