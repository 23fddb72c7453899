//! A caller who was not recognised: a short form registers them, or they are found among the registered people.

use super::body::BodyProps;
use super::search::PersonSearch;
use crate::api;
use crate::hooks::{use_fetch, use_form, use_language};
use crate::ui::{Button, ButtonKind, SelectField, SelectOption, TextField, icon, icon_fixed, invalid, required_errors};
use contract::admin::UnitView;
use contract::calls::{CallPopUp, RegisterCaller};
use contract::limits;
use locales::text;
use yew::prelude::*;

/// The form that registers the caller.
#[component]
pub fn Unknown(props: &BodyProps) -> Html {
    let language = use_language();
    let (call, actions) = (&props.call, &props.actions);
    let searching = use_state_eq(|| false);
    let form = use_form(|| RegisterCaller { phone: call.number.clone(), ..RegisterCaller::default() });
    let onsubmit = {
        let (actions, id, person) = (actions.clone(), call.call_id, form.value.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let errors = required_errors(language, &[("name", &person.name)]);
            if errors.is_empty() {
                actions.register(id, without_blanks(&person));
            } else {
                actions.action.fail(invalid(language, errors));
            }
        })
    };
    let search = {
        let searching = searching.clone();
        Callback::from(move |()| searching.set(!*searching))
    };
    let field = |name: &str| actions.action.error.as_ref().and_then(|error| error.field(name));
    let id = |name: &str| format!("call-{}-{name}", call.call_id);
    let person = &form.value;
    html! {
        <form {onsubmit} novalidate=true>
            <div class="call__b">
                <div class="call__p">
                    <span class="sol-ava sol-ava--lg call__nobody" aria-hidden="true">{ icon("user") }</span>
                    <div class="sol-grow">
                        <h2 class="call__n">{ text!(language, "calls-unknown") }</h2>
                        if let Some(claimed) = &call.claimed {
                            <span class="sol-subtle sol-small">{ text!(language, "calls-claimed", number = claimed.as_str()) }</span>
                        } else if let Some(name) = &call.caller_name {
                            <span class="sol-subtle sol-small">{ text!(language, "calls-network-name", name = name.as_str()) }</span>
                        }
                    </div>
                </div>
                <p class="call__why">{ icon_fixed("question-circle") }<span>{ text!(language, why_not(call)) }</span></p>
                if *searching { <PersonSearch call={call.clone()} actions={actions.clone()} /> }
                <div class="call__form">
                    <TextField id={id("name")} label={text!(language, "calls-name")} required=true value={person.name.clone()}
                               onchange={form.on(|form, text| form.name = text)} error={field("name")} limit={Some(limits::NAME)} />
                    <div class="call__2">
                        <TextField id={id("phone")} label={text!(language, "deskopen-phone")} kind="tel" error={field("phone")}
                                   value={person.phone.clone().unwrap_or_default()} onchange={form.on(|form, text| form.phone = Some(text))} />
                        <Units id={id("unit")} value={person.unit_id} error={field("unit_id")}
                               onchange={form.on(|form, unit| form.unit_id = unit)} />
                    </div>
                    <TextField id={id("email")} label={text!(language, "desk-email")} optional=true kind="email" error={field("email")}
                               value={person.email.clone().unwrap_or_default()} onchange={form.on(|form, text| form.email = Some(text))} />
                </div>
            </div>
            <footer class="call__f">
                <Button kind={ButtonKind::Primary} submit=true icon="user-plus" label={text!(language, "calls-register")}
                        loading={actions.action.busy} />
                <Button kind={ButtonKind::Link} icon="search" label={text!(language, "calls-find")} onclick={search} />
            </footer>
        </form>
    }
}

/// The key of the sentence that says why nobody was recognised.
fn why_not(call: &CallPopUp) -> &'static str {
    match (&call.claimed, &call.number) {
        (Some(_), Some(_)) => "calls-unknown-both",
        (Some(_), None) => "calls-unknown-tax-id",
        (None, Some(_)) => "calls-unknown-number",
        (None, None) => "calls-unknown-nothing",
    }
}

/// Fields that were left blank are not sent.
fn without_blanks(person: &RegisterCaller) -> RegisterCaller {
    let some = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    RegisterCaller {
        name: person.name.trim().to_owned(),
        phone: some(&person.phone),
        email: some(&person.email),
        unit_id: person.unit_id,
    }
}

#[derive(Properties, PartialEq)]
struct UnitsProps {
    id: String,
    value: Option<i64>,
    error: Option<String>,
    onchange: Callback<Option<i64>>,
}

#[component]
fn Units(props: &UnitsProps) -> Html {
    let language = use_language();
    let units = use_fetch((), |()| async { api::collection::list::<UnitView>().await });
    let mut options: Vec<SelectOption> = vec![("".into(), text!(language, "calls-unit-none").into())];
    let active = units.data().into_iter().flat_map(|units| units.iter()).filter(|unit| unit.active);
    options.extend(active.map(|unit| -> SelectOption { (unit.id.to_string().into(), unit.name.clone().into()) }));
    let onchange = props.onchange.reform(|id: String| id.parse().ok());
    html! {
        <SelectField id={props.id.clone()} label={text!(language, "desk-unit")} {options} {onchange} error={props.error.clone()}
                     value={props.value.map(|id| id.to_string()).unwrap_or_default()} />
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::fixtures::popup;
    use contract::calls::CallState;

    #[test]
    fn blank_fields_are_not_sent() {
        let typed = RegisterCaller {
            name: "  Ana ".to_owned(),
            phone: Some("  ".to_owned()),
            email: Some("ana@example.com".to_owned()),
            unit_id: Some(3),
        };
        let sent = without_blanks(&typed);
        assert_eq!((sent.name.as_str(), sent.phone, sent.unit_id), ("Ana", None, Some(3)));
        assert_eq!(sent.email.as_deref(), Some("ana@example.com"));
    }

    #[test]
    fn the_reason_names_what_the_exchange_told() {
        let mut call = popup(1, CallState::Ringing);
        assert_eq!(why_not(&call), "calls-unknown-number");
        call.claimed = Some("***.982.247-**".to_owned());
        assert_eq!(why_not(&call), "calls-unknown-both");
        call.number = None;
        assert_eq!(why_not(&call), "calls-unknown-tax-id");
        call.claimed = None;
        assert_eq!(why_not(&call), "calls-unknown-nothing");
    }
}
