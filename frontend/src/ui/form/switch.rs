//! A switch between yes and no.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Switch`].
#[derive(Properties, PartialEq)]
pub struct SwitchProps {
    /// The identifier of the control.
    pub id: AttrValue,
    /// The label. If there is another text beside the switch (`shown`), the label is for screen readers.
    pub label: AttrValue,
    /// The text beside the switch: *Yes*.
    #[prop_or_default]
    pub shown: Option<AttrValue>,
    /// On.
    pub on: bool,
    /// It was switched.
    pub onchange: Callback<bool>,
    /// The identifier of the element that describes it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
}

/// A switch.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let onchange = props.onchange.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    let name = props.shown.as_ref().map(|_| props.label.clone());
    html! {
        <label class="pf-v6-c-switch" for={props.id.clone()}>
            <input class="pf-v6-c-switch__input" type="checkbox" role="switch" id={props.id.clone()} checked={props.on} {onchange}
                   aria-label={name} aria-describedby={props.described_by.clone()} />
            <span class="pf-v6-c-switch__toggle"></span>
            <span class="pf-v6-c-switch__label" aria-hidden={props.shown.is_some().then_some("true")}>
                { props.shown.as_ref().unwrap_or(&props.label) }
            </span>
        </label>
    }
}
