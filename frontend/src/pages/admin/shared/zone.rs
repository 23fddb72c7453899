//! A time zone, from those that the browser knows.

use crate::hooks::use_language;
use crate::ui::{Combo, ComboOption};
use js_sys::{Array, Function, Reflect};
use locales::text;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

/// Properties of [`ZoneField`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The identifier of the control.
    pub id: AttrValue,
    /// The zone.
    pub value: AttrValue,
    /// Another one was chosen.
    pub onchange: Callback<String>,
    /// What is wrong with it.
    #[prop_or_default]
    pub error: Option<String>,
}

/// A field that chooses a time zone.
#[component]
pub fn ZoneField(props: &Props) -> Html {
    let language = use_language();
    let zones = use_memo((), |()| zones());
    let mut options = (*zones).clone();
    if !options.iter().any(|option| option.value == props.value) && !props.value.is_empty() {
        options.insert(0, ComboOption::new(props.value.clone(), props.value.clone()));
    }
    html! {
        <Combo id={props.id.clone()} label={text!(language, "admin-time-zone")} required=true value={props.value.clone()} {options}
               onselect={props.onchange.reform(|zone: AttrValue| zone.to_string())} error={props.error.clone()} />
    }
}

/// `Intl.supportedValuesOf("timeZone")`, where the browser has it.
fn zones() -> Vec<ComboOption> {
    let ask = || -> Option<Array> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let list = Reflect::get(&intl, &"supportedValuesOf".into()).ok()?.dyn_into::<Function>().ok()?;
        list.call1(&JsValue::NULL, &"timeZone".into()).ok()?.dyn_into().ok()
    };
    let known = ask().map(|list| list.iter().filter_map(|zone| zone.as_string()).collect()).unwrap_or_else(|| {
        ["America/Sao_Paulo", "America/Manaus", "America/Fortaleza", "America/Argentina/Buenos_Aires", "UTC"]
            .map(ToOwned::to_owned)
            .to_vec()
    });
    let known: Vec<String> = known;
    known.iter().map(|zone| ComboOption::new(zone.clone(), zone.replace('_', " "))).collect()
}
