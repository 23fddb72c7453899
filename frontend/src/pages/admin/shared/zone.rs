//! A field that chooses a time zone among those that the browser knows.

use crate::hooks::use_language;
use crate::ui::{Combo, ComboOption};
use js_sys::{Array, Function, Reflect};
use locales::text;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

/// The zones that are offered when the browser does not tell which ones it knows.
const USUAL: [&str; 5] =
    ["America/Sao_Paulo", "America/Manaus", "America/Fortaleza", "America/Argentina/Buenos_Aires", "UTC"];

/// Properties of [`ZoneField`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The identifier of the control.
    pub id: AttrValue,
    /// The zone.
    pub value: AttrValue,
    /// Called with the zone that was chosen.
    pub onchange: Callback<String>,
    /// What is wrong with it.
    #[prop_or_default]
    pub error: Option<String>,
}

/// A field that chooses a time zone.
#[component]
pub fn ZoneField(props: &Props) -> Html {
    let language = use_language();
    let zones = use_memo((), |()| zone_options());
    let mut options = (*zones).clone();
    if !options.iter().any(|option| option.value == props.value) && !props.value.is_empty() {
        options.insert(0, ComboOption::new(props.value.clone(), props.value.clone()));
    }
    html! {
        <Combo id={props.id.clone()} label={text!(language, "admin-time-zone")} required=true value={props.value.clone()} {options}
               onselect={props.onchange.reform(|zone: AttrValue| zone.to_string())} error={props.error.clone()} />
    }
}

/// The zones of `Intl.supportedValuesOf("timeZone")`. A few usual ones where the browser does not have this function.
fn zone_options() -> Vec<ComboOption> {
    let ask = || -> Option<Array> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let list = Reflect::get(&intl, &"supportedValuesOf".into()).ok()?.dyn_into::<Function>().ok()?;
        list.call1(&JsValue::NULL, &"timeZone".into()).ok()?.dyn_into().ok()
    };
    let supported = ask().map(|list| list.iter().filter_map(|zone| zone.as_string()).collect());
    let zones: Vec<String> = supported.unwrap_or_else(|| USUAL.map(ToOwned::to_owned).to_vec());
    zones.iter().map(|zone| ComboOption::new(zone.clone(), zone.replace('_', " "))).collect()
}
