//! What the parameters that hold an identifier can name.

use crate::api::{self, collection};
use crate::hooks::use_fetch;
use crate::ui::ComboOption;
use contract::admin::{GroupView, ParameterType, ParameterView, ServiceAdminView, TemplateView};
use contract::{Category, Origin};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Templates, groups and services by name; people come with their parameter.
#[derive(Clone, PartialEq, Default)]
pub struct Known(Rc<Lists>);

#[derive(PartialEq, Default)]
struct Lists {
    templates: Vec<TemplateView>,
    groups: Vec<GroupView>,
    services: Vec<ServiceAdminView>,
}

/// Reads the lists that these parameters need.
#[hook]
pub fn use_known(parameters: &[ParameterView]) -> Known {
    let needs = |wanted: ParameterType| parameters.iter().any(|parameter| parameter.value_type == wanted);
    let needed = (needs(ParameterType::Template), needs(ParameterType::Group), needs(ParameterType::Service));
    let lists = use_fetch(needed, |(templates, groups, services)| async move {
        Ok(Known(Rc::new(Lists {
            templates: all(templates).await?,
            groups: all(groups).await?,
            services: all(services).await?,
        })))
    });
    lists.data().map(|known| (**known).clone()).unwrap_or_default()
}

async fn all<T: collection::Resource>(needed: bool) -> api::Answer<Vec<T>> {
    if needed { collection::list().await } else { Ok(Vec::new()) }
}

impl Known {
    /// What a parameter can name.
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
    pub fn written(&self, language: Language, parameter: &ParameterView, value: &str) -> String {
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

/// `S` and `Y`, in any case.
#[must_use]
pub fn is_yes(value: &str) -> bool {
    matches!(value, "S" | "s" | "Y" | "y")
}
