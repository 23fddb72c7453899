//! Resolving.

use super::doing::{ActionDialog, minutes, use_kept};
use super::{DialogProps, Doing};
use crate::hooks::use_language;
use crate::ui::{AreaField, TextField};
use contract::desk::Resolve;
use contract::limits;
use locales::{Language, text};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct Form {
    solution: String,
    minutes: String,
}

/// What was done, which the requester reads, and how long it took.
#[component]
pub fn ResolveDialog(props: &DialogProps) -> Html {
    let language = use_language();
    let number = props.view.row.number;
    let (form, doing) = use_kept::<Form>("resolve", props);
    let onsubmit = {
        let (doing, form) = (doing.clone(), form.value.clone());
        Callback::from(move |()| submit(language, &doing, &form))
    };
    let fields = vec![
        ("solution", "resolve-solution", AttrValue::from(text!(language, "desk-solution"))),
        ("minutes", "resolve-minutes", AttrValue::from(text!(language, "desk-minutes"))),
    ];
    html! {
        <ActionDialog title={text!(language, "desk-resolve-title", number = number)} confirm={text!(language, "action-resolve")}
                      doing={doing.clone()} {fields} {onsubmit} onclose={props.onclose.clone()}>
            <AreaField id="resolve-solution" label={text!(language, "desk-solution")} required=true rows=5 autofocus=true
                       value={form.value.solution.clone()} onchange={form.on(|form, text| form.solution = text)} error={doing.field("solution")}
                       help={text!(language, "desk-requester-reads", name = crate::text::first_name(&props.view.row.requester.name))} />
            <TextField id="resolve-minutes" label={text!(language, "desk-minutes")} optional=true value={form.value.minutes.clone()}
                       onchange={form.on(|form, text| form.minutes = text)} error={doing.field("minutes")}
                       inputmode={Some(AttrValue::Static("numeric"))} />
        </ActionDialog>
    }
}

fn submit(language: Language, doing: &Doing, form: &Form) {
    let minutes = minutes(&form.minutes);
    if minutes == Some(None) {
        let said = text!(language, "desk-minutes-wrong", max = limits::MINUTES_MAX);
        let complaint = doing.complaint("minutes", said);
        let _ = doing.sound(vec![complaint]);
    } else if doing.filled(&[("solution", &form.solution)]) {
        doing.run("resolve", Resolve { solution: form.solution.clone(), minutes: minutes.flatten() });
    }
}
