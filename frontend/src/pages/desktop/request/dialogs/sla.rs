//! The dialogs that change the priority and the deadline of a request.

use super::action_dialog::{ActionDialog, use_dialog_draft};
use super::props::DialogProps;
use crate::hooks::{use_clock, use_language};
use crate::pages::shared::levels::{impact_options, urgency_options};
use crate::ui::{AreaField, SelectField, TextField, invalid_field};
use contract::desk::{ChangeDeadline, ChangePriority};
use contract::{Level, limits};
use locales::text;
use yew::prelude::*;

/// Asks for impact, urgency and justification.
#[component]
pub fn PriorityDialog(props: &DialogProps) -> Html {
    let language = use_language();
    let (why, action) = use_dialog_draft::<String>("priority", props);
    let view = &props.view;
    let impact = use_state_eq(|| view.impact);
    let urgency = use_state_eq(|| view.urgency);
    let onsubmit = {
        let (action, impact, urgency, why) = (action.clone(), *impact, *urgency, why.value.clone());
        Callback::from(move |()| {
            if action.require(&[("justification", &why)]) {
                action.run("priority", ChangePriority { impact, urgency, justification: (*why).clone() });
            }
        })
    };
    let set = |level: &UseStateHandle<Level>| {
        let level = level.clone();
        Callback::from(move |code: String| level.set(code.parse().unwrap_or(*level)))
    };
    let fields = vec![
        ("impact", "priority-impact", AttrValue::from(text!(language, "desk-impact"))),
        ("urgency", "priority-urgency", AttrValue::from(text!(language, "desk-urgency"))),
        ("justification", "priority-why", AttrValue::from(text!(language, "desk-justification"))),
    ];
    html! {
        <ActionDialog title={text!(language, "desk-priority-title", number = props.view.row.number)}
                      confirm={text!(language, "action-change-priority")} action={action.clone()} {fields} {onsubmit} onclose={props.onclose.clone()}>
            <div class="dk-pair">
                <SelectField id="priority-impact" label={text!(language, "desk-impact")} options={impact_options(language)} value={impact.as_str()}
                             onchange={set(&impact)} error={action.field("impact")} />
                <SelectField id="priority-urgency" label={text!(language, "desk-urgency")} options={urgency_options(language)} value={urgency.as_str()}
                             onchange={set(&urgency)} error={action.field("urgency")} />
            </div>
            <p class="sol-subtle sol-dense">{ text!(language, "desk-priority-help") }</p>
            <AreaField id="priority-why" label={text!(language, "desk-justification")} required=true value={(*why.value).clone()}
                       onchange={why.on(|why, text| *why = text)} limit={limits::JUSTIFICATION}
                       error={action.field("justification")} help={text!(language, "desk-history-reads")} />
        </ActionDialog>
    }
}

/// Asks for the new deadline and a justification.
#[component]
pub fn DeadlineDialog(props: &DialogProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let (why, action) = use_dialog_draft::<String>("deadline", props);
    let present = props.view.row.sla.deadline_at;
    let at = use_state_eq(|| present.map(|at| clock.format_field(at)).unwrap_or_default());
    let onsubmit = {
        let (action, at, why, clock) = (action.clone(), at.clone(), why.value.clone(), clock.clone());
        Callback::from(move |()| {
            if !action.require(&[("deadline_at", &at), ("justification", &why)]) {
                return;
            }
            match clock.parse_field(&at).filter(|at| *at > clock.now()) {
                Some(deadline_at) => {
                    action.run("deadline", ChangeDeadline { deadline_at, justification: (*why).clone() })
                }
                None => {
                    action.fail(vec![invalid_field("deadline_at", text!(clock.language, "desk-in-the-past"))]);
                }
            }
        })
    };
    let fields = vec![
        ("deadline_at", "deadline-at", AttrValue::from(text!(language, "desk-deadline-new"))),
        ("justification", "deadline-why", AttrValue::from(text!(language, "desk-justification"))),
    ];
    let help = present.map(|at| AttrValue::from(text!(language, "desk-deadline-present", at = clock.date_time(at))));
    html! {
        <ActionDialog title={text!(language, "desk-deadline-title", number = props.view.row.number)}
                      confirm={text!(language, "action-change-deadline")} action={action.clone()} {fields} {onsubmit} onclose={props.onclose.clone()}>
            <TextField id="deadline-at" label={text!(language, "desk-deadline-new")} required=true kind="datetime-local" value={(*at).clone()}
                       onchange={ let at = at.setter(); move |text| at.set(text) } error={action.field("deadline_at")} {help} />
            <AreaField id="deadline-why" label={text!(language, "desk-justification")} required=true value={(*why.value).clone()}
                       onchange={why.on(|why, text| *why = text)} limit={limits::JUSTIFICATION}
                       error={action.field("justification")} help={text!(language, "desk-history-reads")} />
        </ActionDialog>
    }
}
