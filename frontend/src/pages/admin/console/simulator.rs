//! The simulator: a pretend call.

use super::fields::{self, EXTENSION, SERVICES, TAX_ID, Typed};
use super::result::{Answered, Outcome};
use crate::api;
use crate::browser;
use crate::hooks::{Form, use_action, use_language};
use crate::ui::{
    Button, ButtonKind, CheckField, Problem, SelectField, SelectOption, SubmitForm, TextField, icon_fixed,
};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Where the result stands below the form.
const NARROW: &str = "(max-width: 1000px)";

/// Properties of [`Simulator`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is typed.
    pub typed: Form<Typed>,
    /// A call was really shown.
    pub onshown: Callback<()>,
}

/// The form, and beside it what would happen.
#[component]
pub fn Simulator(props: &Props) -> Html {
    let language = use_language();
    let typed = &props.typed.value;
    let action = use_action();
    let answered = use_state_eq(|| None::<Rc<Answered>>);
    use_effect_with(typed.repeated, {
        let (masked, answered) = (typed.masked, answered.setter());
        move |&repeated| {
            if repeated > 0 {
                answered.set(None);
                browser::scroll_to_id("console-simulator");
                browser::focus_id(if masked { "console-cpf" } else { "console-simulate" });
            }
        }
    });
    let onsubmit = {
        let (action, typed, answered) = (action.clone(), typed.clone(), answered.setter());
        let onshown = props.onshown.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (simulation, answered, onshown) = (typed.simulation(), answered.clone(), onshown.clone());
            action.run(async move {
                let result = api::telephony::simulate(&simulation).await?;
                if simulation.show {
                    onshown.emit(());
                }
                answered.set(Some(Rc::new(Answered { simulation, result })));
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
                    { services(language, &props.typed) }
                    <div class="tc__fields">
                        { for typed.service.arguments.iter().map(|argument| field(language, &props.typed, argument)) }
                    </div>
                    if typed.service.raises { { show(language, &props.typed) } }
                    <Problem error={action.error.clone()} />
                    <div><Button id="console-simulate" kind={ButtonKind::Primary} submit=true icon="play"
                                 label={text!(language, "console-simulate")} loading={action.busy} /></div>
                </SubmitForm>
            </section>
            <Outcome answered={(*answered).clone()} />
        </div>
    }
}

fn services(language: Language, typed: &Form<Typed>) -> Html {
    let option = |service: &fields::Service| -> SelectOption {
        let name = service.name;
        (name.into(), if name == fields::CALL { text!(language, "console-call").into() } else { name.into() })
    };
    html! {
        <SelectField id="console-service" label={text!(language, "console-service")} value={typed.value.service.name}
                     options={SERVICES.iter().map(option).collect::<Vec<_>>()}
                     onchange={typed.on(|typed: &mut Typed, name: String| typed.choose(&name))} />
    }
}

/// One argument. Its label is its name, as telephone systems write it.
fn field(language: Language, typed: &Form<Typed>, argument: &'static str) -> Html {
    let id = format!("console-{argument}");
    let value = typed.value.value(argument).to_owned();
    let onchange = typed.on(move |typed: &mut Typed, value: String| typed.put(argument, value));
    let Some(choices) = fields::choices(argument) else {
        let masked = argument == TAX_ID && typed.value.masked && value.is_empty();
        let help = masked.then(|| AttrValue::from(text!(language, "console-masked")));
        let inputmode = (!matches!(argument, "matricula" | "idChamada" | "fim")).then_some("numeric");
        return html! { <TextField key={argument} {id} label={argument} {value} {onchange} {help} {inputmode} autocomplete="off" /> };
    };
    let usual = if argument == "formato" { typed.value.service.usual } else { choices[0] };
    let mut options: Vec<SelectOption> = vec![("".into(), text!(language, "console-usual", value = usual).into())];
    options.extend(choices.iter().map(|choice| ((*choice).into(), (*choice).into())));
    // A call that is repeated may have had something else there.
    if !value.is_empty() && !choices.contains(&value.as_str()) {
        options.push((value.clone().into(), value.clone().into()));
    }
    html! { <SelectField key={argument} {id} label={argument} {value} {options} {onchange} /> }
}

fn show(language: Language, typed: &Form<Typed>) -> Html {
    let label = match typed.value.value(EXTENSION).trim() {
        "" => text!(language, "console-show"),
        extension => text!(language, "console-show-at", extension = extension),
    };
    let onchange = typed.on(|typed: &mut Typed, show: bool| typed.show = show);
    html! { <CheckField id="console-show" {label} checked={typed.value.show} {onchange} /> }
}
