//! The simulator: it shows what a web service would answer, and what would happen.

use super::form::SimulatorForm;
use super::result::{ResultCard, SimulationRun};
use super::services::{CALL, EXTENSION, SERVICES, TAX_ID, WebService, choices};
use crate::api;
use crate::browser;
use crate::hooks::{Form, use_action, use_language};
use crate::ui::{
    Button, ButtonKind, CheckField, Problem, SelectField, SelectOption, SubmitForm, TextField, icon_fixed,
};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// The media query of windows in which the result is below the form.
const NARROW: &str = "(max-width: 1000px)";

/// Properties of [`Simulator`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The form.
    pub form: Form<SimulatorForm>,
    /// Called when a pop-up was really shown.
    pub onshown: Callback<()>,
}

/// The form, and beside it the result.
#[component]
pub fn Simulator(props: &Props) -> Html {
    let language = use_language();
    let typed = &props.form.value;
    let action = use_action();
    let run = use_state_eq(|| None::<Rc<SimulationRun>>);
    use_effect_with(typed.repeated, {
        let (masked, run) = (typed.masked, run.setter());
        move |&repeated| {
            if repeated > 0 {
                run.set(None);
                browser::scroll_to_id("console-simulator");
                browser::focus_id(if masked { "console-cpf" } else { "console-simulate" });
            }
        }
    });
    let onsubmit = {
        let (action, typed, run) = (action.clone(), typed.clone(), run.setter());
        let onshown = props.onshown.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (simulation, run, onshown) = (typed.simulation(), run.clone(), onshown.clone());
            action.run(async move {
                let result = api::telephony::simulate(&simulation).await?;
                if simulation.show {
                    onshown.emit(());
                }
                run.set(Some(Rc::new(SimulationRun { simulation, result })));
                if browser::matches(NARROW) {
                    browser::scroll_to_id("console-result");
                }
                Ok(())
            });
        })
    };
    html! {
        <div class="tc">
            <section class="sol-card" id="console-simulator" tabindex="-1" aria-labelledby="console-simulator-title">
                <h2 class="sol-h2 tc__h" id="console-simulator-title">{ icon_fixed("vial") }{ text!(language, "console-simulator") }</h2>
                <p class="sol-small sol-subtle">{ text!(language, "console-simulator-lead") }</p>
                <SubmitForm class="tc__form" {onsubmit}>
                    { service_field(language, &props.form) }
                    <div class="tc__fields">
                        { for typed.service.arguments.iter().map(|argument| argument_field(language, &props.form, argument)) }
                    </div>
                    if typed.service.shows_pop_up { { show_field(language, &props.form) } }
                    <Problem error={action.error.clone()} />
                    <div><Button id="console-simulate" kind={ButtonKind::Primary} submit=true icon="play"
                                 label={text!(language, "console-simulate")} loading={action.busy} /></div>
                </SubmitForm>
            </section>
            <ResultCard run={(*run).clone()} />
        </div>
    }
}

/// The choice of a web service.
fn service_field(language: Language, form: &Form<SimulatorForm>) -> Html {
    let option = |service: &WebService| -> SelectOption {
        let name = service.name;
        (name.into(), if name == CALL { text!(language, "console-call").into() } else { name.into() })
    };
    html! {
        <SelectField id="console-service" label={text!(language, "console-service")} value={form.value.service.name}
                     options={SERVICES.iter().map(option).collect::<Vec<_>>()}
                     onchange={form.on(|form: &mut SimulatorForm, name: String| form.choose(&name))} />
    }
}

/// The field of an argument. Its label is the name of the argument, as telephone systems write it.
fn argument_field(language: Language, form: &Form<SimulatorForm>, argument: &'static str) -> Html {
    let id = format!("console-{argument}");
    let value = form.value.value(argument).to_owned();
    let onchange = form.on(move |form: &mut SimulatorForm, value: String| form.set_value(argument, value));
    let Some(choices) = choices(argument) else {
        let masked = argument == TAX_ID && form.value.masked && value.is_empty();
        let help = masked.then(|| AttrValue::from(text!(language, "console-masked")));
        let inputmode = (!matches!(argument, "matricula" | "idChamada" | "fim")).then_some("numeric");
        return html! { <TextField key={argument} {id} label={argument} {value} {onchange} {help} {inputmode} autocomplete="off" /> };
    };
    let default = if argument == "formato" { form.value.service.default_format } else { choices[0] };
    let mut options: Vec<SelectOption> = vec![("".into(), text!(language, "console-usual", value = default).into())];
    options.extend(choices.iter().map(|choice| ((*choice).into(), (*choice).into())));
    // A call that is repeated may have another value.
    if !value.is_empty() && !choices.contains(&value.as_str()) {
        options.push((value.clone().into(), value.clone().into()));
    }
    html! { <SelectField key={argument} {id} label={argument} {value} {options} {onchange} /> }
}

/// The check box that has the pop-up really shown.
fn show_field(language: Language, form: &Form<SimulatorForm>) -> Html {
    let label = match form.value.value(EXTENSION).trim() {
        "" => text!(language, "console-show"),
        extension => text!(language, "console-show-at", extension = extension),
    };
    let onchange = form.on(|form: &mut SimulatorForm, show: bool| form.show = show);
    html! { <CheckField id="console-show" {label} checked={form.value.show} {onchange} /> }
}
