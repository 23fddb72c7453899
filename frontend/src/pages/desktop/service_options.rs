//! The services of the catalogue as options of a field.

use crate::ui::ComboOption;
use contract::catalogue::{Catalogue, ServiceView};
use locales::{Language, text};

/// The services with category, type and usual target. The service `except` is left out.
#[must_use]
pub fn service_options(language: Language, catalogue: &Catalogue, except: Option<i64>) -> Vec<ComboOption> {
    let about = |service: &ServiceView| {
        let kind = text!(language, &crate::text::code("type", service.request_type));
        let target = match service.usual_target {
            Some(seconds) => locales::duration(language, seconds),
            None => text!(language, "sla-none"),
        };
        format!("{} · {kind} · {target}", service.category.name)
    };
    let services = catalogue.services.iter().filter(|service| Some(service.id) != except);
    services
        .map(|service| ComboOption::new(service.id.to_string(), service.name.clone()).detail(Some(about(service))))
        .collect()
}
