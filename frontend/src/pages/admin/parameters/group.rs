//! The parameters of one group.

use super::Changed;
use super::choices::Known;
use super::row::Row;
use crate::api::ApiError;
use crate::hooks::use_language;
use contract::admin::{ParameterGroup, ParameterView};
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Group`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The group.
    pub group: ParameterGroup,
    /// Those of its parameters that are shown.
    pub members: Vec<ParameterView>,
    /// What was changed and not saved.
    pub changed: Rc<Changed>,
    /// What identifiers can name.
    pub known: Known,
    /// Why saving failed.
    pub error: Option<ApiError>,
    /// Another value: number and value.
    pub onchange: Callback<(i32, String)>,
    /// The history of one was asked for.
    pub onhistory: Callback<Option<ParameterView>>,
}

/// A card with one line for each; nothing when none is shown.
#[component]
pub fn Group(props: &Props) -> Html {
    let language = use_language();
    if props.members.is_empty() {
        return Html::default();
    }
    let name = text!(language, &crate::text::code("param-group", props.group));
    let row = |parameter: &ParameterView| {
        let error = props.error.as_ref().and_then(|error| error.field(&format!("values.{}", parameter.id)));
        html! {
            <Row key={parameter.id} parameter={parameter.clone()} changed={props.changed.get(&parameter.id).cloned()}
                 known={props.known.clone()} {error} onchange={props.onchange.clone()} onhistory={props.onhistory.clone()} />
        }
    };
    html! {
        <section class="sol-card sol-card--flush" aria-label={name.clone()}>
            <div class="pa__gh">
                <h2 class="sol-h2">{ name }</h2>
                <span class="sol-subtle sol-small">{ text!(language, "param-count", count = props.members.len()) }</span>
            </div>
            { for props.members.iter().map(row) }
        </section>
    }
}
