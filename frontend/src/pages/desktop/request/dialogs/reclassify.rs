//! The dialog that moves a request to another service.

use super::action_dialog::{ActionDialog, use_dialog_draft};
use super::props::DialogProps;
use crate::api;
use crate::hooks::{AsyncState, use_fetch, use_language};
use crate::pages::desktop::service_options::service_options;
use crate::ui::{AreaField, Combo, Problem};
use contract::desk::Reclassify;
use contract::limits;
use locales::text;
use yew::prelude::*;

/// Asks for service and justification.
#[component]
pub fn ReclassifyDialog(props: &DialogProps) -> Html {
    let language = use_language();
    let catalogue = use_fetch((), |()| async { api::catalogue::services().await });
    let (why, action) = use_dialog_draft::<String>("reclassify", props);
    let service = use_state_eq(String::new);
    let onsubmit = {
        let (action, service, why) = (action.clone(), service.clone(), why.value.clone());
        Callback::from(move |()| {
            if action.require(&[("service_id", &service), ("justification", &why)])
                && let Ok(service_id) = service.parse()
            {
                action.run("reclassify", Reclassify { service_id, justification: (*why).clone() });
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
                      action={action.clone()} {fields} {onsubmit} onclose={props.onclose.clone()}>
            if let AsyncState::Failed(error) = &catalogue.state {
                <Problem error={error.clone()} retry={catalogue.reload.clone()} />
            }
            <p class="sol-subtle">{ text!(language, "desk-reclassify-now", service = row.service.name.as_str()) }</p>
            <Combo id="reclassify-service" label={text!(language, "desk-service")} required=true value={(*service).clone()}
                   options={options.unwrap_or_default()} loading={catalogue.data().is_none()} error={action.field("service_id")}
                   placeholder={Some(AttrValue::from(text!(language, "desk-service-find")))}
                   onselect={ let service = service.setter(); move |id: AttrValue| service.set(id.to_string()) }
                   help={text!(language, "desk-reclassify-help")} />
            <AreaField id="reclassify-why" label={text!(language, "desk-justification")} required=true value={(*why.value).clone()}
                       onchange={why.on(|why, text| *why = text)} limit={limits::JUSTIFICATION}
                       error={action.field("justification")}
                       help={text!(language, "desk-requester-reads", name = crate::text::first_name(&row.requester.name))} />
        </ActionDialog>
    }
}
