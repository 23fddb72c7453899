//! A parameter: what it is, and the field that fits its type.

use super::references::{References, is_yes};
use crate::hooks::use_language;
use crate::ui::{Button, ButtonKind, Combo, IconButton, PersonPicker, Switch, TextField, icon, screen_reader_text};
use contract::admin::{ParameterType, ParameterView, SECRET_SET};
use contract::desk::PersonHit;
use locales::{Language, text};
use yew::prelude::*;

/// Properties of [`Row`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The parameter, as it is saved.
    pub parameter: ParameterView,
    /// The value that was entered and not saved.
    pub unsaved: Option<String>,
    /// What identifiers refer to.
    pub references: References,
    /// Why the value was refused.
    pub error: Option<String>,
    /// Called with the number of a parameter and its new value.
    pub onchange: Callback<(i32, String)>,
    /// Opens the history of the parameter.
    pub onhistory: Callback<Option<ParameterView>>,
}

/// The line of a parameter.
#[component]
pub fn Row(props: &Props) -> Html {
    let language = use_language();
    let parameter = &props.parameter;
    let number = parameter.id;
    let value = props.unsaved.as_ref().unwrap_or(&parameter.value);
    let warning = parameter.warning.as_ref().filter(|_| props.unsaved.is_none());
    let set = props.onchange.reform(move |value: String| (number, value));
    let to_default = {
        let (set, default) = (set.clone(), parameter.default.clone());
        Callback::from(move |()| set.emit(default.clone()))
    };
    let history = {
        let parameter = parameter.clone();
        props.onhistory.reform(move |()| Some(parameter.clone()))
    };
    let class = classes!(
        "pa",
        warning.is_some().then_some("pa--warn"),
        props.unsaved.is_some().then_some("pa--dirty"),
        props.error.is_some().then_some("pa--bad")
    );
    html! {
        <div {class}>
            <span class="pa__n">{ number }</span>
            <div class="pa__t">
                <strong>{ &parameter.name }</strong>
                <span id={format!("about-{number}")}>{ &parameter.help }</span>
                if let Some(warning) = warning { <span class="pa__w">{ icon("exclamation-triangle") }{ " " }{ warning }</span> }
                if props.unsaved.is_some() { { screen_reader_text(text!(language, "param-not-saved")) } }
            </div>
            <div class="pa__e">
                { editor(language, props, value, &set) }
                <small>
                    { text!(language, "param-default", value = props.references.value_text(language, parameter, &parameter.default)) }
                    if *value != parameter.default {
                        { " · " }<Button kind={ButtonKind::Inline} label={text!(language, "param-to-default")} onclick={to_default} />
                    }
                </small>
            </div>
            <div class="pa__h"><IconButton label={text!(language, "param-history", number = number)} icon="history" onclick={history} /></div>
        </div>
    }
}

/// The field that fits the type of the parameter.
fn editor(language: Language, props: &Props, value: &str, set: &Callback<String>) -> Html {
    let parameter = &props.parameter;
    let id = format!("parameter-{}", parameter.id);
    let label = AttrValue::from(format!("{} {}", parameter.id, parameter.name));
    let error = props.error.clone();
    match parameter.value_type {
        ParameterType::YesNo => {
            let on = is_yes(value);
            let shown = Some(AttrValue::from(text!(language, if on { "param-yes" } else { "param-no" })));
            let onchange = set.reform(|on: bool| if on { "S" } else { "N" }.to_owned());
            html! {
                <>
                    <Switch {id} {label} {shown} {on} {onchange} described_by={Some(AttrValue::from(format!("about-{}", parameter.id)))} />
                    if let Some(error) = error { <p class="ad-wrong" role="alert">{ error }</p> }
                </>
            }
        }
        ParameterType::Number => html! {
            <div class="pa__num">
                <TextField {id} {label} hidden_label=true kind="text" inputmode={Some(AttrValue::Static("numeric"))} value={value.to_owned()}
                           onchange={set.clone()} {error} help={range(language, parameter)} />
            </div>
        },
        ParameterType::Text => html! {
            <TextField {id} {label} hidden_label=true value={value.to_owned()} onchange={set.clone()} {error} />
        },
        ParameterType::Secret => secret(language, props, value, set),
        ParameterType::Person => {
            html! { <Person {id} {label} parameter={parameter.clone()} value={value.to_owned()} set={set.clone()} {error} /> }
        }
        _ => {
            let options = props.references.options(language, parameter);
            let chosen = parameter.value_name.clone().filter(|_| parameter.value == value).map(AttrValue::from);
            html! {
                <Combo {id} {label} hidden_label=true value={value.to_owned()} {options} {chosen} onselect={set.reform(|value: AttrValue| value.to_string())}
                       {error} placeholder={Some(AttrValue::from(text!(language, "desk-choose")))} />
            }
        }
    }
}

/// The field of a secret. The saved secret is never shown, and stays when what was typed is erased again.
fn secret(language: Language, props: &Props, value: &str, set: &Callback<String>) -> Html {
    let parameter = &props.parameter;
    let is_set = parameter.value == SECRET_SET;
    let help = text!(language, if is_set { "param-secret-set" } else { "param-secret-none" });
    let typed = if value == SECRET_SET { String::new() } else { value.to_owned() };
    let saved = parameter.value.clone();
    let onchange = set.reform(move |text: String| if text.is_empty() { saved.clone() } else { text });
    html! {
        <TextField id={format!("parameter-{}", parameter.id)} label={format!("{} {}", parameter.id, parameter.name)} hidden_label=true
                   kind="password" autocomplete="new-password" value={typed} {onchange} error={props.error.clone()}
                   help={AttrValue::from(help)} />
    }
}

/// The help of a number that names its range.
fn range(language: Language, parameter: &ParameterView) -> Option<AttrValue> {
    let (min, max) = (parameter.min?, parameter.max?);
    // Most explanations name the range already.
    if parameter.help.contains(&max.to_string()) {
        return None;
    }
    Some(text!(language, "param-range", min = min, max = max).into())
}

#[derive(Properties, PartialEq)]
struct PersonProps {
    id: AttrValue,
    label: AttrValue,
    parameter: ParameterView,
    value: String,
    set: Callback<String>,
    error: Option<String>,
}

/// The field of a person. It keeps the name of a person who was chosen and is not saved yet.
#[component]
fn Person(props: &PersonProps) -> Html {
    let picked = use_state_eq(|| None::<(String, AttrValue)>);
    let saved = props.parameter.value_name.clone().filter(|_| props.parameter.value == props.value);
    let name = match &*picked {
        Some((id, name)) if *id == props.value => Some(name.clone()),
        _ => saved.map(AttrValue::from),
    };
    let chosen = props.value.parse().ok().map(|id| (id, name.unwrap_or_else(|| props.value.clone().into())));
    let onselect = {
        let (set, picked) = (props.set.clone(), picked.setter());
        Callback::from(move |hit: Option<PersonHit>| {
            let value = hit.as_ref().map(|hit| hit.id.to_string()).unwrap_or_default();
            picked.set(hit.map(|hit| (hit.id.to_string(), hit.name.into())));
            set.emit(value);
        })
    };
    html! {
        <PersonPicker id={props.id.clone()} label={props.label.clone()} hidden_label=true {chosen} {onselect} error={props.error.clone()} />
    }
}
