//! The dialog that suspends a request.

use super::action_dialog::{ActionDialog, use_dialog_draft};
use super::props::DialogProps;
use crate::api;
use crate::hooks::{AsyncState, Clock, FIELD_FORMAT, use_clock, use_fetch, use_me};
use crate::pages::desktop::request::request_action::RequestAction;
use crate::ui::{AreaField, Button, ButtonKind, Problem, SelectField, SelectOption, TextField, invalid_field};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use contract::desk::{Suspend, SuspensionReasonView};
use contract::limits;
use locales::text;
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// What is typed in the dialog.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct SuspendForm {
    reason: String,
    complement: String,
    /// As a `datetime-local` field writes it.
    until: String,
}

/// Asks for the reason, a complement to it that the requester reads, and the date of return.
#[component]
pub fn SuspendDialog(props: &DialogProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let me = use_me();
    let reasons = use_fetch((), |()| async { api::desk::suspension_reasons().await });
    let (form, action) = use_dialog_draft::<SuspendForm>("suspend", props);
    let value = &form.value;
    let required = me.portal.suspension_complement_required;
    let onsubmit = {
        let (action, form, clock) = (action.clone(), value.clone(), clock.clone());
        Callback::from(move |()| submit(&clock, &action, &form, required))
    };
    let known: Vec<SuspensionReasonView> = reasons.data().map(|list| (**list).clone()).unwrap_or_default();
    let waits = known.iter().any(|reason| reason.waits_requester && reason.id.to_string() == value.reason);
    let until = form.on(|form, text| form.until = text);
    let name = crate::text::first_name(&props.view.row.requester.name);
    html! {
        <ActionDialog title={text!(language, "desk-suspend-title", number = props.view.row.number)} confirm={text!(language, "action-suspend")}
                      action={action.clone()} fields={field_names(&clock)} {onsubmit} onclose={props.onclose.clone()}>
            if let AsyncState::Failed(error) = &reasons.state { <Problem error={error.clone()} retry={reasons.reload.clone()} /> }
            <SelectField id="suspend-reason" label={text!(language, "desk-suspend-reason")} required=true value={value.reason.clone()}
                         options={options(&clock, &known)} onchange={form.on(|form, text| form.reason = text)} error={action.field("reason_id")}
                         help={waits.then(|| AttrValue::from(text!(language, "desk-suspend-waits", name = name)))} />
            <AreaField id="suspend-complement" label={text!(language, "desk-suspend-complement")} {required} optional={!required}
                       value={value.complement.clone()} onchange={form.on(|form, text| form.complement = text)} limit={limits::JUSTIFICATION}
                       error={action.field("complement")} help={text!(language, "desk-requester-reads", name = name)} />
            <TextField id="suspend-until" label={text!(language, "desk-suspend-until")} required=true kind="datetime-local"
                       value={value.until.clone()} onchange={until.clone()} error={action.field("resumes_at")}
                       help={text!(language, "desk-suspend-until-help")} />
            { presets(&clock, &until) }
        </ActionDialog>
    }
}

/// The fields of the form: name in the API, identifier of the control, label.
fn field_names(clock: &Clock) -> Vec<(&'static str, &'static str, AttrValue)> {
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
    let button = |(key, days): (&str, u64)| {
        let at = weekday_morning(today, days)?.format(FIELD_FORMAT).to_string();
        let onclick = onchoose.reform(move |()| at.clone());
        Some(html! { <Button kind={ButtonKind::Link} small=true label={text!(clock.language, key)} {onclick} /> })
    };
    let presets = [("desk-suspend-tomorrow", 1), ("desk-suspend-three", 3), ("desk-suspend-week", 7)];
    html! { <div class="sol-row sol-row--wrap dk-presets">{ for presets.into_iter().filter_map(button) }</div> }
}

/// Nine in the morning, so many days after a date; of the next Monday when that is a weekend.
fn weekday_morning(today: NaiveDate, days: u64) -> Option<NaiveDateTime> {
    let mut day = today.checked_add_days(Days::new(days))?;
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day = day.succ_opt()?;
    }
    Some(day.and_time(NaiveTime::from_hms_opt(9, 0, 0)?))
}

fn submit(clock: &Clock, action: &RequestAction, form: &SuspendForm, complement_required: bool) {
    let mut required = vec![("reason_id", form.reason.as_str())];
    if complement_required {
        required.push(("complement", &form.complement));
    }
    required.push(("resumes_at", &form.until));
    if !action.require(&required) {
        return;
    }
    let (Ok(reason_id), Some(resumes_at)) = (form.reason.parse(), clock.parse_field(&form.until)) else { return };
    if resumes_at <= clock.now() {
        return action.fail(vec![invalid_field("resumes_at", text!(clock.language, "desk-in-the-past"))]);
    }
    action.run("suspend", Suspend { reason_id, complement: form.complement.clone(), resumes_at });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn morning(today: &str, days: u64) -> String {
        weekday_morning(today.parse().unwrap(), days).unwrap().format(FIELD_FORMAT).to_string()
    }

    #[test]
    fn a_request_returns_at_nine_in_the_morning() {
        // 2026-11-24 is a Tuesday.
        assert_eq!(morning("2026-11-24", 1), "2026-11-25T09:00");
        assert_eq!(morning("2026-11-24", 7), "2026-12-01T09:00");
    }

    #[test]
    fn a_weekend_is_moved_to_monday() {
        for (today, days) in [("2026-11-27", 1), ("2026-11-27", 2), ("2026-11-26", 3)] {
            assert_eq!(morning(today, days), "2026-11-30T09:00", "{today} and {days} days");
        }
    }
}
