//! Suspending: why, what the requester is told, until when.

use super::DialogProps;
use super::doing::{ActionDialog, Doing, use_kept};
use crate::api;
use crate::hooks::{AsyncState, Clock, FIELD_FORMAT, use_clock, use_fetch, use_me};
use crate::ui::{AreaField, Button, ButtonKind, Problem, SelectField, SelectOption, TextField};
use chrono::{Datelike, Days, NaiveTime, Weekday};
use contract::desk::{Suspend, SuspensionReasonView};
use contract::limits;
use locales::text;
use serde::{Deserialize, Serialize};
use yew::prelude::*;

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct Typed {
    reason: String,
    complement: String,
    until: String,
}

/// Asks for reason, complement and date of return.
#[component]
pub fn SuspendDialog(props: &DialogProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let me = use_me();
    let reasons = use_fetch((), |()| async { api::desk::suspension_reasons().await });
    let (form, doing) = use_kept::<Typed>("suspend", props);
    let value = &form.value;
    let required = me.portal.suspension_complement_required;
    let onsubmit = {
        let (doing, typed, clock) = (doing.clone(), value.clone(), clock.clone());
        Callback::from(move |()| submit(&clock, &doing, &typed, required))
    };
    let known: Vec<SuspensionReasonView> = reasons.data().map(|list| (**list).clone()).unwrap_or_default();
    let waits = known.iter().any(|reason| reason.waits_requester && reason.id.to_string() == value.reason);
    let until = form.on(|form, text| form.until = text);
    let name = crate::text::first_name(&props.view.row.requester.name);
    html! {
        <ActionDialog title={text!(language, "desk-suspend-title", number = props.view.row.number)} confirm={text!(language, "action-suspend")}
                      doing={doing.clone()} fields={fields(&clock)} {onsubmit} onclose={props.onclose.clone()}>
            if let AsyncState::Failed(error) = &reasons.state { <Problem error={error.clone()} retry={reasons.reload.clone()} /> }
            <SelectField id="suspend-reason" label={text!(language, "desk-suspend-reason")} required=true value={value.reason.clone()}
                         options={options(&clock, &known)} onchange={form.on(|form, text| form.reason = text)} error={doing.field("reason_id")}
                         help={waits.then(|| AttrValue::from(text!(language, "desk-suspend-waits", name = name)))} />
            <AreaField id="suspend-complement" label={text!(language, "desk-suspend-complement")} {required} optional={!required}
                       value={value.complement.clone()} onchange={form.on(|form, text| form.complement = text)} limit={limits::JUSTIFICATION}
                       error={doing.field("complement")} help={text!(language, "desk-requester-reads", name = name)} />
            <TextField id="suspend-until" label={text!(language, "desk-suspend-until")} required=true kind="datetime-local"
                       value={value.until.clone()} onchange={until.clone()} error={doing.field("resumes_at")}
                       help={text!(language, "desk-suspend-until-help")} />
            { presets(&clock, &until) }
        </ActionDialog>
    }
}

fn fields(clock: &Clock) -> Vec<(&'static str, &'static str, AttrValue)> {
    let label = |key: &str| AttrValue::from(text!(clock.language, key));
    vec![
        ("reason_id", "suspend-reason", label("desk-suspend-reason")),
        ("complement", "suspend-complement", label("desk-suspend-complement")),
        ("resumes_at", "suspend-until", label("desk-suspend-until")),
    ]
}

fn options(clock: &Clock, reasons: &[SuspensionReasonView]) -> Vec<SelectOption> {
    let mut options: Vec<SelectOption> = vec![("".into(), text!(clock.language, "desk-choose").into())];
    let active = reasons.iter().filter(|reason| reason.active);
    options.extend(active.map(|reason| (reason.id.to_string().into(), reason.name.clone().into())));
    options
}

/// The usual dates of return, at nine in the morning of a weekday.
fn presets(clock: &Clock, onchoose: &Callback<String>) -> Html {
    let today = clock.local(clock.now()).date();
    let morning = |days: u64| {
        let mut day = today.checked_add_days(Days::new(days))?;
        while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            day = day.succ_opt()?;
        }
        Some(day.and_time(NaiveTime::from_hms_opt(9, 0, 0)?))
    };
    let button = |(key, days): (&str, u64)| {
        let at = morning(days)?.format(FIELD_FORMAT).to_string();
        let onclick = onchoose.reform(move |()| at.clone());
        Some(html! { <Button kind={ButtonKind::Link} small=true label={text!(clock.language, key)} {onclick} /> })
    };
    let presets = [("desk-suspend-tomorrow", 1), ("desk-suspend-three", 3), ("desk-suspend-week", 7)];
    html! { <div class="sol-row sol-row--wrap dk-presets">{ for presets.into_iter().filter_map(button) }</div> }
}

fn submit(clock: &Clock, doing: &Doing, form: &Typed, complement_required: bool) {
    let complement = if complement_required { form.complement.as_str() } else { "-" };
    if !doing.filled(&[("reason_id", &form.reason), ("complement", complement), ("resumes_at", &form.until)]) {
        return;
    }
    let (Ok(reason_id), Some(resumes_at)) = (form.reason.parse(), clock.parse_field(&form.until)) else { return };
    if resumes_at <= clock.now() {
        let complaint = doing.complaint("resumes_at", text!(clock.language, "desk-in-the-past"));
        let _ = doing.sound(vec![complaint]);
        return;
    }
    doing.run("suspend", Suspend { reason_id, complement: form.complement.clone(), resumes_at });
}
