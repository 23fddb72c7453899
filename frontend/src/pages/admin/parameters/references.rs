//! What parameters whose value is an identifier refer to: templates, groups, services, people.

use crate::api::{self, collection};
use crate::hooks::use_fetch;
use crate::ui::ComboOption;
use contract::admin::{GroupView, ParameterType, ParameterView, ServiceAdminView, TemplateView};
use contract::{Category, Origin};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// The templates, groups and services that parameters can refer to. The name of a person comes with the parameter.
#[derive(Clone, PartialEq, Default)]
pub struct References(Rc<Lists>);

#[derive(PartialEq, Default)]
struct Lists {
    templates: Vec<TemplateView>,
    groups: Vec<GroupView>,
    services: Vec<ServiceAdminView>,
}

/// Reads the lists that these parameters refer to.
#[hook]
pub fn use_references(parameters: &[ParameterView]) -> References {
    let needs = |wanted: ParameterType| parameters.iter().any(|parameter| parameter.value_type == wanted);
    let needed = (needs(ParameterType::Template), needs(ParameterType::Group), needs(ParameterType::Service));
    let lists = use_fetch(needed, |(templates, groups, services)| async move {
        Ok(References(Rc::new(Lists {
            templates: all(templates).await?,
            groups: all(groups).await?,
            services: all(services).await?,
        })))
    });
    lists.data().map(|references| (**references).clone()).unwrap_or_default()
}

/// All items of a collection, when they are needed.
async fn all<T: collection::Resource>(needed: bool) -> api::Answer<Vec<T>> {
    if needed { collection::list().await } else { Ok(Vec::new()) }
}

impl References {
    /// The values that can be chosen for a parameter.
    #[must_use]
    pub fn options(&self, language: Language, parameter: &ParameterView) -> Vec<ComboOption> {
        match parameter.value_type {
            ParameterType::Template => {
                let kind =
                    |template: &TemplateView| text!(language, &crate::text::code("template-kind", template.kind));
                let option = |template: &TemplateView| {
                    ComboOption::new(template.id.to_string(), template.name.clone()).detail(Some(kind(template)))
                };
                self.0.templates.iter().map(option).collect()
            }
            ParameterType::Group => {
                let active = self.0.groups.iter().filter(|group| group.active);
                active.map(|group| ComboOption::new(group.id.to_string(), group.name.clone())).collect()
            }
            ParameterType::Service => {
                let active = self.0.services.iter().filter(|service| service.edit.active);
                active.map(|service| ComboOption::new(service.id.to_string(), service.edit.name.clone())).collect()
            }
            ParameterType::Category => {
                let option = |one: &Category| {
                    ComboOption::new(one.as_str(), text!(language, &crate::text::code("category", one)))
                };
                Category::FOR_NOTES.iter().map(option).collect()
            }
            ParameterType::Origin => {
                let option =
                    |one: &Origin| ComboOption::new(one.as_str(), text!(language, &crate::text::code("origin", one)));
                Origin::ALL.iter().map(option).collect()
            }
            ParameterType::YesNo
            | ParameterType::Number
            | ParameterType::Text
            | ParameterType::Secret
            | ParameterType::Person => Vec::new(),
        }
    }

    /// A value as people read it: *Yes*, the name of a template, *empty*.
    #[must_use]
    pub fn value_text(&self, language: Language, parameter: &ParameterView, value: &str) -> String {
        if value.is_empty() {
            return text!(language, "param-empty");
        }
        match parameter.value_type {
            ParameterType::YesNo => text!(language, if is_yes(value) { "param-yes" } else { "param-no" }),
            ParameterType::Number | ParameterType::Text => value.to_owned(),
            ParameterType::Secret => text!(language, "param-secret-defined"),
            ParameterType::Person => {
                let named = parameter.value_name.clone().filter(|_| parameter.value == value);
                named.unwrap_or_else(|| text!(language, "desk-person-number", id = value))
            }
            _ => {
                let options = self.options(language, parameter);
                let named = options.iter().find(|option| option.value == value).map(|option| option.label.to_string());
                let present = || parameter.value_name.clone().filter(|_| parameter.value == value);
                named.or_else(present).unwrap_or_else(|| value.to_owned())
            }
        }
    }
}

/// True for `S` (*sim*) and `Y`, in upper or lower case.
#[must_use]
pub fn is_yes(value: &str) -> bool {
    matches!(value, "S" | "s" | "Y" | "y")
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::admin::ParameterGroup;
    use serde_json::json;

    fn parameter(value_type: ParameterType, value: &str, name: Option<&str>) -> ParameterView {
        serde_json::from_value(json!({
            "id": 281, "group": ParameterGroup::ALL[0], "value_type": value_type, "name": "Name", "help": "Help",
            "value": value, "value_name": name, "default": "", "min": null, "max": null, "warning": null,
        }))
        .unwrap()
    }

    fn text(value_type: ParameterType, value: &str, name: Option<&str>) -> String {
        References::default().value_text(Language::English, &parameter(value_type, value, name), value)
    }

    #[test]
    fn yes_has_several_spellings() {
        for (value, yes) in [("S", true), ("s", true), ("Y", true), ("y", true), ("N", false), ("", false)] {
            assert_eq!(is_yes(value), yes, "{value:?}");
        }
        let [yes, no] = ["S", "N"].map(|value| text(ParameterType::YesNo, value, None));
        assert_ne!(yes, no);
    }

    #[test]
    fn a_secret_is_never_shown() {
        assert!(!text(ParameterType::Secret, "hunter2", None).contains("hunter2"));
    }

    #[test]
    fn a_name_that_came_with_the_value_is_used() {
        assert_eq!(text(ParameterType::Person, "7", Some("Ana")), "Ana");
        assert_eq!(text(ParameterType::Group, "7", Some("Network")), "Network");
        assert_eq!(text(ParameterType::Group, "7", None), "7");
    }

    #[test]
    fn the_name_of_the_present_value_is_not_that_of_another_one() {
        let parameter = parameter(ParameterType::Person, "7", Some("Ana"));
        let other = References::default().value_text(Language::English, &parameter, "8");
        assert!(!other.contains("Ana") && other.contains('8'), "{other}");
    }

    #[test]
    fn no_value_is_named_so() {
        for value_type in [ParameterType::Text, ParameterType::Group, ParameterType::Person, ParameterType::YesNo] {
            assert_eq!(text(value_type, "", None), text!(Language::English, "param-empty"));
        }
    }
}
