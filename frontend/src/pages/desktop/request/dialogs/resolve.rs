//! The dialog that resolves a request.

use super::action_dialog::{ActionDialog, use_dialog_draft};
use super::props::DialogProps;
use crate::hooks::use_language;
use crate::pages::desktop::request::minutes::parse_minutes;
use crate::pages::desktop::request::request_action::RequestAction;
use crate::ui::{AreaField, TextField, invalid_field};
use contract::desk::Resolve;
use contract::limits;
use locales::{Language, text};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// What is typed in the dialog.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct ResolveForm {
    solution: String,
    minutes: String,
}

/// Asks for the solution, which the requester reads, and for the minutes that it took.
#[component]
pub fn ResolveDialog(props: &DialogProps) -> Html {
    let language = use_language();
    let number = props.view.row.number;
    let (form, action) = use_dialog_draft::<ResolveForm>("resolve", props);
    let onsubmit = {
        let (action, form) = (action.clone(), form.value.clone());
        Callback::from(move |()| submit(language, &action, &form))
    };
    let fields = vec![
        ("solution", "resolve-solution", AttrValue::from(text!(language, "desk-solution"))),
        ("minutes", "resolve-minutes", AttrValue::from(text!(language, "desk-minutes"))),
    ];
    html! {
        <ActionDialog title={text!(language, "desk-resolve-title", number = number)} confirm={text!(language, "action-resolve")}
                      action={action.clone()} {fields} {onsubmit} onclose={props.onclose.clone()}>
            <AreaField id="resolve-solution" label={text!(language, "desk-solution")} required=true rows=5 autofocus=true
                       value={form.value.solution.clone()} onchange={form.on(|form, text| form.solution = text)} error={action.field("solution")}
                       help={text!(language, "desk-requester-reads", name = crate::text::first_name(&props.view.row.requester.name))} />
            <TextField id="resolve-minutes" label={text!(language, "desk-minutes")} optional=true value={form.value.minutes.clone()}
                       onchange={form.on(|form, text| form.minutes = text)} error={action.field("minutes")}
                       inputmode={Some(AttrValue::Static("numeric"))} />
        </ActionDialog>
    }
}

fn submit(language: Language, action: &RequestAction, form: &ResolveForm) {
    let Ok(minutes) = parse_minutes(&form.minutes) else {
        let message = text!(language, "desk-minutes-wrong", max = limits::MINUTES_MAX);
        return action.fail(vec![invalid_field("minutes", message)]);
    };
    if action.require(&[("solution", &form.solution)]) {
        action.run("resolve", Resolve { solution: form.solution.clone(), minutes });
    }
}
