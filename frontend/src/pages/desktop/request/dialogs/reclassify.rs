//! Moving a request to the service that it belongs to.

use super::DialogProps;
use super::doing::{ActionDialog, use_kept};
use crate::api;
use crate::hooks::{use_fetch, use_language};
use crate::ui::{AreaField, Combo, ComboOption, Problem};
use contract::catalogue::{Catalogue, ServiceView};
use contract::desk::Reclassify;
use contract::limits;
use locales::{Language, text};
use yew::prelude::*;

/// Asks for service and justification.
#[component]
pub fn ReclassifyDialog(props: &DialogProps) -> Html {
    let language = use_language();
    let catalogue = use_fetch((), |()| async { api::catalogue::services().await });
    let (why, doing) = use_kept::<String>("reclassify", props);
    let service = use_state_eq(String::new);
    let onsubmit = {
        let (doing, service, why) = (doing.clone(), service.clone(), why.value.clone());
        Callback::from(move |()| {
            if doing.filled(&[("service_id", &service), ("justification", &why)])
                && let Ok(service_id) = service.parse()
            {
                doing.run("reclassify", Reclassify { service_id, justification: (*why).clone() });
            }
        })
    };
    let row = &props.view.row;
    let options = catalogue.data().map(|catalogue| service_options(language, catalogue, Some(row.service.id)));
    let fields = vec![
        ("service_id", "reclassify-service", AttrValue::from(text!(language, "desk-service"))),
        ("justification", "reclassify-why", AttrValue::from(text!(language, "desk-justification"))),
    ];
    html! {
        <ActionDialog title={text!(language, "desk-reclassify-title", number = row.number)} confirm={text!(language, "action-reclassify")}
                      doing={doing.clone()} {fields} {onsubmit} onclose={props.onclose.clone()}>
            if let crate::hooks::AsyncState::Failed(error) = &catalogue.state {
                <Problem error={error.clone()} retry={catalogue.reload.clone()} />
            }
            <p class="sol-subtle">{ text!(language, "desk-reclassify-now", service = row.service.name.as_str()) }</p>
            <Combo id="reclassify-service" label={text!(language, "desk-service")} required=true value={(*service).clone()}
                   options={options.unwrap_or_default()} loading={catalogue.data().is_none()} error={doing.field("service_id")}
                   placeholder={Some(AttrValue::from(text!(language, "desk-service-find")))}
                   onselect={ let service = service.setter(); move |id: AttrValue| service.set(id.to_string()) }
                   help={text!(language, "desk-reclassify-help")} />
            <AreaField id="reclassify-why" label={text!(language, "desk-justification")} required=true value={(*why.value).clone()}
                       onchange={why.on(|why, text| *why = text)} limit={limits::JUSTIFICATION}
                       error={doing.field("justification")}
                       help={text!(language, "desk-requester-reads", name = crate::text::first_name(&row.requester.name))} />
        </ActionDialog>
    }
}

/// The services of the catalogue as lines of a field; one may be left out.
#[must_use]
pub fn service_options(language: Language, catalogue: &Catalogue, but: Option<i64>) -> Vec<ComboOption> {
    let about = |service: &ServiceView| {
        let kind = text!(language, &crate::text::code("type", service.request_type));
        let target = match service.usual_target {
            Some(seconds) => locales::duration(language, seconds),
            None => text!(language, "sla-none"),
        };
        format!("{} · {kind} · {target}", service.category.name)
    };
    let services = catalogue.services.iter().filter(|service| Some(service.id) != but);
    services
        .map(|service| ComboOption::new(service.id.to_string(), service.name.clone()).detail(Some(about(service))))
        .collect()
}
