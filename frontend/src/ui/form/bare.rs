//! Controls without a frame, for lists whose lines are choices.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Radio`].
#[derive(Properties, PartialEq)]
pub struct RadioProps {
    /// The name of the group.
    pub name: AttrValue,
    /// It is the one that is chosen.
    pub checked: bool,
    /// It was chosen.
    pub onchange: Callback<()>,
}

/// A radio button inside a label.
#[component]
pub fn Radio(props: &RadioProps) -> Html {
    let onchange = props.onchange.reform(|_: Event| ());
    html! { <input type="radio" class="pf-v6-c-radio__input" name={props.name.clone()} checked={props.checked} {onchange} /> }
}

/// Properties of [`BareField`].
#[derive(Properties, PartialEq)]
pub struct BareProps {
    /// The identifier of the control.
    pub id: AttrValue,
    /// Its name, for screen readers.
    pub label: AttrValue,
    /// The text in it.
    pub value: AttrValue,
    /// Called with the text that was typed.
    pub onchange: Callback<String>,
    /// An example.
    pub placeholder: AttrValue,
    /// The keyboard that telephones show: `numeric`, `tel`, `email`.
    pub inputmode: AttrValue,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A field of one line inside another control.
#[component]
pub fn BareField(props: &BareProps) -> Html {
    let oninput = props.onchange.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <span class={classes!("pf-v6-c-form-control", props.class.clone())}>
            <input type="text" inputmode={props.inputmode.clone()} id={props.id.clone()} value={props.value.clone()} {oninput}
                   aria-label={props.label.clone()} placeholder={props.placeholder.clone()} autocomplete="off" />
        </span>
    }
}
