//! The filter of the parameters: a group, a search, and those that differ from their default only.

use crate::pages::admin::shared::matches;
use crate::route::AdminRoute;
use crate::ui::{CheckField, Href, SearchBox, Tab, ToggleGroup};
use contract::admin::{ParameterGroup, ParameterView};
use locales::{Language, text};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// Which parameters are shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ParameterFilter {
    group: Option<ParameterGroup>,
    words: String,
    changed_only: bool,
}

/// What the URL says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ParameterQuery {
    /// The number of the parameter to show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<i32>,
}

/// The address of the page that shows only one parameter.
#[must_use]
pub fn parameter_href(number: i32) -> Href {
    Href::with(&AdminRoute::Parameters, &[("number", &number.to_string())])
}

impl ParameterFilter {
    /// The filter that the URL asks for.
    #[must_use]
    pub fn of(query: &ParameterQuery) -> Self {
        Self { words: query.number.map(|number| number.to_string()).unwrap_or_default(), ..Self::default() }
    }

    /// True when a parameter is shown. `value` is its value on the page, saved or not.
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

/// The search box beside the title.
pub fn search_box(language: Language, filter: &UseStateHandle<ParameterFilter>) -> Html {
    let onsearch = {
        let filter = filter.clone();
        Callback::from(move |words: String| filter.set(ParameterFilter { words, ..(*filter).clone() }))
    };
    html! { <div class="pa__q"><SearchBox label={text!(language, "param-search")} value={filter.words.clone()} {onsearch} eager=true /></div> }
}

/// The groups with their counts, and the check box for what differs from its default.
pub fn group_filter(
    language: Language,
    parameters: &[ParameterView],
    filter: &UseStateHandle<ParameterFilter>,
) -> Html {
    let count = |group: Option<ParameterGroup>| {
        i64::try_from(parameters.iter().filter(|parameter| group.is_none_or(|group| group == parameter.group)).count())
            .ok()
    };
    let mut items = vec![Tab::new(None, text!(language, "param-all")).count(count(None))];
    items.extend(ParameterGroup::ALL.iter().map(|&group| {
        Tab::new(Some(group), text!(language, &crate::text::code("param-group", group))).count(count(Some(group)))
    }));
    let onselect = {
        let filter = filter.clone();
        Callback::from(move |group| filter.set(ParameterFilter { group, ..(*filter).clone() }))
    };
    let only = {
        let filter = filter.clone();
        Callback::from(move |changed_only| filter.set(ParameterFilter { changed_only, ..(*filter).clone() }))
    };
    html! {
        <div class="pa__chips">
            <div class="ad__groups">
                <ToggleGroup<Option<ParameterGroup>> label={text!(language, "param-groups")} {items} selected={filter.group} {onselect} />
            </div>
            <CheckField id="param-changed-only" label={text!(language, "param-not-default")} checked={filter.changed_only} onchange={only} />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::admin::ParameterType;
    use serde_json::json;

    fn parameter() -> ParameterView {
        serde_json::from_value(json!({
            "id": 281, "group": ParameterGroup::ALL[0], "value_type": ParameterType::Person, "name": "Telefonia ligada",
            "help": "Ajuda", "value": "7", "value_name": "José", "default": "",
        }))
        .unwrap()
    }

    fn shows(filter: &ParameterFilter) -> bool {
        filter.shows(&parameter(), "8")
    }

    #[test]
    fn the_url_asks_for_one_parameter_and_leaves_it_out_otherwise() {
        let query: ParameterQuery = serde_urlencoded::from_str("number=281").unwrap();
        assert!(shows(&ParameterFilter::of(&query)));
        assert_eq!(parameter_href(281), Href::local("/admin/parameters?number=281"));
        assert_eq!(serde_urlencoded::to_string(ParameterQuery::default()).unwrap(), "");
        assert_eq!(ParameterFilter::of(&ParameterQuery::default()), ParameterFilter::default());
    }

    #[test]
    fn number_name_help_value_and_the_name_of_the_value_are_searched() {
        for words in ["281", "telefonia", "ajuda", "8", "jose", "LIGADA 281"] {
            assert!(shows(&ParameterFilter { words: words.to_owned(), ..ParameterFilter::default() }), "{words}");
        }
        assert!(!shows(&ParameterFilter { words: "correio".to_owned(), ..ParameterFilter::default() }));
    }

    #[test]
    fn group_and_default_narrow_the_list_down() {
        let [own, other] = [ParameterGroup::ALL[0], ParameterGroup::ALL[1]];
        assert!(shows(&ParameterFilter { group: Some(own), ..ParameterFilter::default() }));
        assert!(!shows(&ParameterFilter { group: Some(other), ..ParameterFilter::default() }));
        let changed_only = ParameterFilter { changed_only: true, ..ParameterFilter::default() };
        assert!(changed_only.shows(&parameter(), "8"));
        assert!(!changed_only.shows(&ParameterView { default: "7".to_owned(), ..parameter() }, "8"));
    }
}
