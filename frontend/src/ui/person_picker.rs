//! Choosing a person by name, number, e-mail address or CPF.

use super::form::{Combo, ComboOption};
use crate::api;
use crate::hooks::{use_debounced, use_fetch, use_language};
use crate::text::joined;
use contract::desk::PersonHit;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`PersonPicker`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The identifier of the control.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The chosen person: identifier and name.
    pub chosen: Option<(i64, AttrValue)>,
    /// Another person was chosen; none when the field was cleared.
    pub onselect: Callback<Option<PersonHit>>,
    /// The complaint about it.
    #[prop_or_default]
    pub error: Option<String>,
    /// Help: who should be chosen.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// It must be filled in.
    #[prop_or_default]
    pub required: bool,
    /// The label says that nobody need be chosen.
    #[prop_or_default]
    pub optional: bool,
    /// The label is for screen readers only.
    #[prop_or_default]
    pub hidden_label: bool,
    /// The placeholder, if it is not the usual one.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
}

/// A field that finds people while somebody types.
#[component]
pub fn PersonPicker(props: &Props) -> Html {
    let language = use_language();
    let typed = use_state_eq(String::new);
    let wanted = use_debounced((*typed).clone(), 300);
    let found = use_fetch(wanted, |wanted| async move {
        if wanted.trim().chars().count() < 2 { Ok(Vec::new()) } else { api::people::find(&wanted).await }
    });
    let people: Rc<Vec<PersonHit>> = found.data().cloned().unwrap_or_default();
    let options = people.iter().map(|hit| {
        let detail = about(hit);
        ComboOption::new(hit.id.to_string(), hit.name.clone()).detail((!detail.is_empty()).then_some(detail))
    });
    let onselect = {
        let (onselect, people, typed) = (props.onselect.clone(), people.clone(), typed.setter());
        Callback::from(move |value: AttrValue| {
            let hit = people.iter().find(|hit| value == hit.id.to_string()).cloned();
            typed.set(String::new());
            onselect.emit(hit);
        })
    };
    let onsearch = {
        let typed = typed.setter();
        Callback::from(move |text| typed.set(text))
    };
    let value = props.chosen.as_ref().map(|(id, _)| id.to_string()).unwrap_or_default();
    let placeholder = props.placeholder.clone().unwrap_or_else(|| text!(language, "pick-person").into());
    html! {
        <Combo id={props.id.clone()} label={props.label.clone()} {value} chosen={props.chosen.as_ref().map(|(_, name)| name.clone())}
               options={options.collect::<Vec<_>>()} {onselect} onsearch={Some(onsearch)} loading={found.data().is_none()}
               error={props.error.clone()} help={props.help.clone()} required={props.required} optional={props.optional}
               hidden_label={props.hidden_label} placeholder={placeholder} />
    }
}

/// What tells the person from others of the same name: unit, numbers, e-mail address.
#[must_use]
pub fn about(hit: &PersonHit) -> String {
    let unit = hit.unit.as_ref().map(|unit| unit.name.clone());
    joined([unit, hit.employee_number.clone(), hit.extension.clone(), hit.email.clone(), hit.tax_id_masked.clone()])
}
