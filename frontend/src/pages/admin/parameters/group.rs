//! The parameters of one group.

use super::references::References;
use super::row::Row;
use super::unsaved::UnsavedValues;
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
    /// The parameters of the group that are shown.
    pub members: Vec<ParameterView>,
    /// What was changed and not saved.
    pub unsaved: Rc<UnsavedValues>,
    /// What identifiers refer to.
    pub references: References,
    /// Why saving failed.
    pub error: Option<ApiError>,
    /// Called with the number of a parameter and its new value.
    pub onchange: Callback<(i32, String)>,
    /// Opens the history of a parameter.
    pub onhistory: Callback<Option<ParameterView>>,
}

/// A card with a line for each parameter; nothing when none is shown.
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
            <Row key={parameter.id} parameter={parameter.clone()} unsaved={props.unsaved.get(&parameter.id).cloned()}
                 references={props.references.clone()} {error} onchange={props.onchange.clone()} onhistory={props.onhistory.clone()} />
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
