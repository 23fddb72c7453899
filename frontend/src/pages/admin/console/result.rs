//! What a pretend call comes to.

use super::fields::CALL;
use super::legend::{legend, with_literals};
use super::words::milliseconds;
use crate::hooks::use_language;
use crate::ui::{Avatar, CopyButton, Empty, Label, LabelColour, SCREEN_READER_ONLY, icon_fixed, screen_reader_text};
use contract::calls::{Caller, MatchedBy};
use contract::console::{Simulation, SimulationResult, SimulationStep, SimulationStepKind};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// What was asked, and the answer.
#[derive(PartialEq)]
pub struct Answered {
    /// What was asked.
    pub simulation: Simulation,
    /// The answer.
    pub result: SimulationResult,
}

/// Properties of [`Outcome`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The last pretend call; none before the first.
    pub answered: Option<Rc<Answered>>,
}

/// The card with the result.
#[component]
pub fn Outcome(props: &Props) -> Html {
    let language = use_language();
    let told = props.answered.as_deref().map(|answered| announced(language, &answered.result));
    html! {
        <section class="sol-card tc__result" aria-labelledby="console-result">
            <div class="sol-card__h">
                <h2 class="sol-h2" id="console-result">{ text!(language, "console-result") }</h2>
                if let Some(answered) = &props.answered { { badge(language, &answered.result) } }
            </div>
            <div class={SCREEN_READER_ONLY} role="status">{ told.unwrap_or_default() }</div>
            if let Some(answered) = &props.answered {
                { received(language, answered) }
                { story(language, answered) }
                { by_number(language, answered) }
            } else {
                <Empty icon="phone" title={text!(language, "console-nothing")}>{ text!(language, "console-nothing-text") }</Empty>
            }
        </section>
    }
}

/// What a screen reader says when the answer comes: the rest can be read in its own time.
fn announced(language: Language, result: &SimulationResult) -> String {
    let answer = result.answer.as_deref().map(|answer| match answer {
        "" => text!(language, "console-empty"),
        answer => answer.to_owned(),
    });
    let problems = result.steps.iter().filter(|step| step.kind == SimulationStepKind::Problem);
    let said = [Some(outcome(language, result)), answer].into_iter().flatten();
    said.chain(problems.map(|step| step.text.clone())).collect::<Vec<_>>().join(". ")
}

fn outcome(language: Language, result: &SimulationResult) -> String {
    let time = milliseconds(language, result.microseconds);
    match result.status {
        Some(status) => text!(language, "console-status", status = status.to_string(), time = time),
        None => text!(language, "console-took", time = time),
    }
}

fn badge(language: Language, result: &SimulationResult) -> Html {
    let refused = result.status.is_some_and(|status| status >= 400);
    let (colour, name) = if refused { (LabelColour::Red, "exclamation-circle") } else { (LabelColour::Green, "check") };
    html! { <Label text={outcome(language, result)} {colour} icon={Some(name)} compact=true /> }
}

/// The answer byte for byte, and what it means.
fn received(language: Language, answered: &Answered) -> Html {
    let title = html! { <h3 class="sol-h3">{ text!(language, "console-receives") }</h3> };
    let result = &answered.result;
    let (Some(status), Some(answer)) = (result.status, &result.answer) else {
        return html! { <>{ title }<p class="tc__means">{ text!(language, "console-receives-nothing") }</p></> };
    };
    let means = legend(language, &answered.simulation, status, answer).join(" ");
    html! {
        <>
            <div class="sol-row sol-between">
                { title }
                <span class="sol-small sol-subtle">{ text!(language, "console-bytes", count = answer.len()) }</span>
            </div>
            <div class="tc__box">
                <pre class="tc__pre" data-test="answer" tabindex="0" aria-label={text!(language, "console-receives")}>{ exactly(answer) }</pre>
                if answer.is_empty() {
                    <span class="tc__empty">{ text!(language, "console-empty") }</span>
                } else {
                    <CopyButton label={text!(language, "console-copy")} value={answer.clone()} />
                }
            </div>
            <p class="tc__means">{ with_literals(&means) }</p>
        </>
    }
}

/// A text whose ends can be seen: what is blank there has a ground of its own.
fn exactly(text: &str) -> Html {
    let core = text.trim();
    let start = text.find(core).unwrap_or_default();
    let (before, after) = (&text[..start], &text[start + core.len()..]);
    let blank = |c: char| {
        let mark = if c.is_control() { "↵" } else { "·" };
        html! { <span class="tc__blank" data-mark={mark}>{ c }</span> }
    };
    html! { <>{ for before.chars().map(blank) }<span class="tc__bytes">{ core.to_owned() }</span>{ for after.chars().map(blank) }</> }
}

fn story(language: Language, answered: &Answered) -> Html {
    let title = if answered.simulation.show { "console-happened" } else { "console-would-happen" };
    html! {
        <>
            <h3 class="sol-h3">{ text!(language, title) }</h3>
            if answered.result.steps.is_empty() {
                <p class="tc__means">{ text!(language, "console-only-answer") }</p>
            } else {
                <ol class="tc__steps" data-test="steps">{ for answered.result.steps.iter().map(|each| step(language, each)) }</ol>
            }
        </>
    }
}

fn step(language: Language, step: &SimulationStep) -> Html {
    let (class, name, word) = match step.kind {
        SimulationStepKind::Good => ("is-ok", "check-circle", "ui-alert-success"),
        SimulationStepKind::Note => ("", "info-circle", "ui-alert-info"),
        SimulationStepKind::Problem => ("is-late", "exclamation-circle", "ui-alert-danger"),
    };
    html! {
        <li>
            <span class={class}>{ icon_fixed(name) }</span>
            <span>{ screen_reader_text(format!("{} ", text!(language, word))) }{ &step.text }</span>
        </li>
    }
}

/// Whom the number that calls would be taken for.
fn by_number(language: Language, answered: &Answered) -> Html {
    let given = |name: &str| answered.simulation.arguments.contains_key(name);
    if !given("numeroOrigem") {
        return Html::default();
    }
    let claimed = answered.simulation.service != CALL && (given("cpf") || given("matricula"));
    let title = if claimed { "console-by-number-alone" } else { "console-by-number" };
    let why = match answered.result.by_number_matched {
        Some(MatchedBy::Extension) => "console-by-extension",
        _ => "console-by-telephone",
    };
    let found = &answered.result.by_number;
    html! {
        <>
            <h3 class="sol-h3">{ text!(language, title) }</h3>
            if found.is_empty() {
                <p class="tc__means">{ text!(language, "console-by-number-nobody") }</p>
            } else {
                <ul class="tc__people" data-test="by-number">{ for found.iter().map(|caller| person(caller, &text!(language, why))) }</ul>
            }
        </>
    }
}

fn person(caller: &Caller, why: &str) -> Html {
    let (id, name) = (caller.person.id, caller.person.name.clone());
    html! {
        <li key={id}>
            <Avatar {id} name={name.clone()} small=true />
            <span>{ name }</span>
            <span class="sol-subtle sol-small">{ why }</span>
        </li>
    }
}
