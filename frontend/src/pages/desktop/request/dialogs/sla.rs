//! Changing priority and deadline.

use super::DialogProps;
use super::doing::{ActionDialog, use_kept};
use crate::hooks::{use_clock, use_language};
use crate::ui::{AreaField, SelectField, SelectOption, TextField};
use contract::desk::{ChangeDeadline, ChangePriority};
use contract::{Level, limits};
use locales::{Language, text};
use yew::prelude::*;

/// Asks for impact, urgency and justification.
#[component]
pub fn PriorityDialog(props: &DialogProps) -> Html {
    let language = use_language();
    let (why, doing) = use_kept::<String>("priority", props);
    let view = &props.view;
    let impact = use_state_eq(|| view.impact);
    let urgency = use_state_eq(|| view.urgency);
    let onsubmit = {
        let (doing, impact, urgency, why) = (doing.clone(), *impact, *urgency, why.value.clone());
        Callback::from(move |()| {
            if doing.filled(&[("justification", &why)]) {
                doing.run("priority", ChangePriority { impact, urgency, justification: (*why).clone() });
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
                      confirm={text!(language, "action-change-priority")} doing={doing.clone()} {fields} {onsubmit} onclose={props.onclose.clone()}>
            <div class="dk-pair">
                <SelectField id="priority-impact" label={text!(language, "desk-impact")} options={impacts(language)} value={impact.as_str()}
                             onchange={set(&impact)} error={doing.field("impact")} />
                <SelectField id="priority-urgency" label={text!(language, "desk-urgency")} options={urgencies(language)} value={urgency.as_str()}
                             onchange={set(&urgency)} error={doing.field("urgency")} />
            </div>
            <p class="sol-subtle sol-dense">{ text!(language, "desk-priority-help") }</p>
            <AreaField id="priority-why" label={text!(language, "desk-justification")} required=true value={(*why.value).clone()}
                       onchange={why.on(|why, text| *why = text)} limit={limits::JUSTIFICATION}
                       error={doing.field("justification")} help={text!(language, "desk-history-reads")} />
        </ActionDialog>
    }
}

/// The levels of urgency.
#[must_use]
pub fn urgencies(language: Language) -> Vec<SelectOption> {
    named(language, "level")
}

/// The levels of impact, which is of another gender in some languages.
#[must_use]
pub fn impacts(language: Language) -> Vec<SelectOption> {
    named(language, "impact")
}

fn named(language: Language, prefix: &str) -> Vec<SelectOption> {
    let option = |level: &Level| -> SelectOption {
        (level.as_str().into(), text!(language, &crate::text::code(prefix, level)).into())
    };
    Level::ALL.iter().map(option).collect()
}

/// Asks for the new deadline and a justification.
#[component]
pub fn DeadlineDialog(props: &DialogProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let (why, doing) = use_kept::<String>("deadline", props);
    let present = props.view.row.sla.deadline_at;
    let at = use_state_eq(|| present.map(|at| clock.format_field(at)).unwrap_or_default());
    let onsubmit = {
        let (doing, at, why, clock) = (doing.clone(), at.clone(), why.value.clone(), clock.clone());
        Callback::from(move |()| {
            if !doing.filled(&[("deadline_at", &at), ("justification", &why)]) {
                return;
            }
            match clock.parse_field(&at).filter(|at| *at > clock.now()) {
                Some(deadline_at) => {
                    doing.run("deadline", ChangeDeadline { deadline_at, justification: (*why).clone() })
                }
                None => {
                    let complaint = doing.complaint("deadline_at", text!(clock.language, "desk-in-the-past"));
                    let _ = doing.sound(vec![complaint]);
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
                      confirm={text!(language, "action-change-deadline")} doing={doing.clone()} {fields} {onsubmit} onclose={props.onclose.clone()}>
            <TextField id="deadline-at" label={text!(language, "desk-deadline-new")} required=true kind="datetime-local" value={(*at).clone()}
                       onchange={ let at = at.setter(); move |text| at.set(text) } error={doing.field("deadline_at")} {help} />
            <AreaField id="deadline-why" label={text!(language, "desk-justification")} required=true value={(*why.value).clone()}
                       onchange={why.on(|why, text| *why = text)} limit={limits::JUSTIFICATION}
                       error={doing.field("justification")} help={text!(language, "desk-history-reads")} />
        </ActionDialog>
    }
}
