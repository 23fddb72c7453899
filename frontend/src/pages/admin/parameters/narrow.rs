//! What is shown of the parameters: a group, what is searched for, what differs from its default.

use super::super::shared::matches;
use crate::route::AdminRoute;
use crate::ui::{CheckField, Href, SearchBox, Tab, ToggleGroup};
use contract::admin::{ParameterGroup, ParameterView};
use locales::{Language, text};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// What narrows the list down.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Narrow {
    group: Option<ParameterGroup>,
    words: String,
    changed_only: bool,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Wanted {
    /// The number of a parameter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<i32>,
}

/// The page with one parameter only.
#[must_use]
pub fn link_to(number: i32) -> Href {
    Href::with(&AdminRoute::Parameters, &[("number", &number.to_string())])
}

impl Narrow {
    /// As the address asks for it.
    #[must_use]
    pub fn of(wanted: &Wanted) -> Self {
        Self { words: wanted.number.map(|number| number.to_string()).unwrap_or_default(), ..Self::default() }
    }

    /// Whether a parameter with this value is shown.
    #[must_use]
    pub fn shows(&self, parameter: &ParameterView, value: &str) -> bool {
        let about = format!(
            "{} {} {} {} {}",
            parameter.id,
            parameter.name,
            parameter.help,
            value,
            parameter.value_name.as_deref().unwrap_or_default()
        );
        self.group.is_none_or(|group| group == parameter.group)
            && (!self.changed_only || parameter.value != parameter.default)
            && matches(&self.words, &about)
    }
}

/// The search beside the title.
pub fn search(language: Language, narrow: &UseStateHandle<Narrow>) -> Html {
    let onsearch = {
        let narrow = narrow.clone();
        Callback::from(move |words: String| narrow.set(Narrow { words, ..(*narrow).clone() }))
    };
    html! { <div class="pa__q"><SearchBox label={text!(language, "param-search")} value={narrow.words.clone()} {onsearch} eager=true /></div> }
}

/// The groups with their counts.
pub fn chips(language: Language, parameters: &[ParameterView], narrow: &UseStateHandle<Narrow>) -> Html {
    let count = |group: Option<ParameterGroup>| {
        i64::try_from(parameters.iter().filter(|parameter| group.is_none_or(|group| group == parameter.group)).count())
            .ok()
    };
    let mut items = vec![Tab::new(None, text!(language, "param-all")).count(count(None))];
    items.extend(ParameterGroup::ALL.iter().map(|&group| {
        Tab::new(Some(group), text!(language, &crate::text::code("param-group", group))).count(count(Some(group)))
    }));
    let onselect = {
        let narrow = narrow.clone();
        Callback::from(move |group| narrow.set(Narrow { group, ..(*narrow).clone() }))
    };
    let only = {
        let narrow = narrow.clone();
        Callback::from(move |changed_only| narrow.set(Narrow { changed_only, ..(*narrow).clone() }))
    };
    html! {
        <div class="pa__chips">
            <div class="ad__groups">
                <ToggleGroup<Option<ParameterGroup>> label={text!(language, "param-groups")} {items} selected={narrow.group} {onselect} />
            </div>
            <CheckField id="param-changed-only" label={text!(language, "param-not-default")} checked={narrow.changed_only} onchange={only} />
        </div>
    }
}
