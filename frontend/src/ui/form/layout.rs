//! The arrangement of the fields of a form.

use crate::hooks::use_language;
use locales::text;
use yew::prelude::*;

/// The class of an element whose children are fields, one below the other.
pub const FIELDS: &str = "pf-v6-c-form";

/// Properties of [`SubmitForm`].
#[derive(Properties, PartialEq)]
pub struct FormProps {
    /// The form is submitted.
    pub onsubmit: Callback<SubmitEvent>,
    /// The browser checks the fields, too, before it submits.
    #[prop_or_default]
    pub browser_checks: bool,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
    /// The fields and the buttons.
    pub children: Html,
}

/// A form with its fields one below the other.
#[component]
pub fn SubmitForm(props: &FormProps) -> Html {
    html! {
        <form class={classes!(FIELDS, "sol-form", props.class.clone())} onsubmit={props.onsubmit.clone()} novalidate={!props.browser_checks}>
            { props.children.clone() }
        </form>
    }
}

/// Properties of [`FormFields`].
#[derive(Properties, PartialEq)]
pub struct FieldsProps {
    /// The fields.
    pub children: Html,
}

/// Fields one below the other that no form submits: a button of their dialog sends them.
#[component]
pub fn FormFields(props: &FieldsProps) -> Html {
    html! { <div class={classes!(FIELDS, "sol-form")}>{ props.children.clone() }</div> }
}

/// Properties of [`FormGroup`].
#[derive(Properties, PartialEq)]
pub struct GroupProps {
    /// What the controls are for.
    pub label: AttrValue,
    /// Says that they need not be filled in.
    #[prop_or_default]
    pub optional: bool,
    /// The controls, which have names of their own.
    pub children: Html,
}

/// A group of controls below one label.
#[component]
pub fn FormGroup(props: &GroupProps) -> Html {
    let language = use_language();
    html! {
        <div class="pf-v6-c-form__group">
            <div class="pf-v6-c-form__group-label">
                <span class="pf-v6-c-form__label">
                    <span class="pf-v6-c-form__label-text">{ &props.label }</span>
                    if props.optional { { optional_mark(&text!(language, "ui-optional")) } }
                </span>
            </div>
            { props.children.clone() }
        </div>
    }
}

/// The mark of a field that must be filled in.
pub fn required_mark() -> Html {
    html! { <span class="pf-v6-c-form__label-required" aria-hidden="true">{ " *" }</span> }
}

/// The mark of a field that need not be filled in: *(optional)*.
pub fn optional_mark(word: &str) -> Html {
    html! { <span class="sol-opt">{ " (" }{ word.to_owned() }{ ")" }</span> }
}
