//! The result of a simulation.

use super::explanation::{explain, with_literals};
use super::services::CALL;
use super::times::milliseconds;
use crate::hooks::use_language;
use crate::ui::{Avatar, CopyButton, Empty, Label, LabelColour, SCREEN_READER_ONLY, icon_fixed, screen_reader_text};
use contract::calls::{Caller, MatchedBy};
use contract::console::{Simulation, SimulationResult, SimulationStep, SimulationStepKind};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// A simulation with its result.
#[derive(PartialEq)]
pub struct SimulationRun {
    /// What was sent.
    pub simulation: Simulation,
    /// The result.
    pub result: SimulationResult,
}

/// Properties of [`ResultCard`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The last simulation; none before the first one.
    pub run: Option<Rc<SimulationRun>>,
}

/// The card with the result.
#[component]
pub fn ResultCard(props: &Props) -> Html {
    let language = use_language();
    let announcement = props.run.as_deref().map(|run| announcement(language, &run.result));
    html! {
        <section class="sol-card tc__result" aria-labelledby="console-result">
            <div class="sol-card__h">
                <h2 class="sol-h2" id="console-result">{ text!(language, "console-result") }</h2>
                if let Some(run) = &props.run { { outcome_label(language, &run.result) } }
            </div>
            <div class={SCREEN_READER_ONLY} role="status">{ announcement.unwrap_or_default() }</div>
            if let Some(run) = &props.run {
                { answer(language, run) }
                { steps(language, run) }
                { people_by_number(language, run) }
            } else {
                <Empty icon="phone" title={text!(language, "console-nothing")}>{ text!(language, "console-nothing-text") }</Empty>
            }
        </section>
    }
}

/// What a screen reader announces when the result comes: outcome, answer and problems.
fn announcement(language: Language, result: &SimulationResult) -> String {
    let answer = result.answer.as_deref().map(|answer| match answer {
        "" => text!(language, "console-empty"),
        answer => answer.to_owned(),
    });
    let problems = result.steps.iter().filter(|step| step.kind == SimulationStepKind::Problem);
    let sentences = [Some(outcome(language, result)), answer].into_iter().flatten();
    sentences.chain(problems.map(|step| step.text.clone())).collect::<Vec<_>>().join(". ")
}

/// Status and time of the answer.
fn outcome(language: Language, result: &SimulationResult) -> String {
    let time = milliseconds(language, result.microseconds);
    match result.status {
        Some(status) => text!(language, "console-status", status = status.to_string(), time = time),
        None => text!(language, "console-took", time = time),
    }
}

/// The outcome as a label.
fn outcome_label(language: Language, result: &SimulationResult) -> Html {
    let refused = result.status.is_some_and(|status| status >= 400);
    let (colour, name) = if refused { (LabelColour::Red, "exclamation-circle") } else { (LabelColour::Green, "check") };
    html! { <Label text={outcome(language, result)} {colour} icon={Some(name)} compact=true /> }
}

/// The answer, byte for byte, and what it means.
fn answer(language: Language, run: &SimulationRun) -> Html {
    let title = html! { <h3 class="sol-h3">{ text!(language, "console-receives") }</h3> };
    let result = &run.result;
    let (Some(status), Some(answer)) = (result.status, &result.answer) else {
        return html! { <>{ title }<p class="tc__means">{ text!(language, "console-receives-nothing") }</p></> };
    };
    let means = explain(language, &run.simulation, status, answer).join(" ");
    html! {
        <>
            <div class="sol-row sol-between">
                { title }
                <span class="sol-small sol-subtle">{ text!(language, "console-bytes", count = answer.len()) }</span>
            </div>
            <div class="tc__box">
                <pre class="tc__pre" data-test="answer" tabindex="0" aria-label={text!(language, "console-receives")}>{ with_visible_blanks(answer) }</pre>
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

/// A text whose blanks at the beginning and at the end are marked.
fn with_visible_blanks(text: &str) -> Html {
    let (before, core, after) = split_blanks(text);
    let blank = |c: char| {
        let mark = if c.is_control() { "↵" } else { "·" };
        html! { <span class="tc__blank" data-mark={mark}>{ c }</span> }
    };
    html! { <>{ for before.chars().map(blank) }<span class="tc__bytes">{ core.to_owned() }</span>{ for after.chars().map(blank) }</> }
}

/// The blanks at the beginning of a text, the text between, and the blanks at its end.
fn split_blanks(text: &str) -> (&str, &str, &str) {
    let core = text.trim();
    let start = text.len() - text.trim_start().len();
    let (before, rest) = text.split_at(if core.is_empty() { 0 } else { start });
    let (core, after) = rest.split_at(core.len());
    (before, core, after)
}

/// What happened, or would happen.
fn steps(language: Language, run: &SimulationRun) -> Html {
    let title = if run.simulation.show { "console-happened" } else { "console-would-happen" };
    html! {
        <>
            <h3 class="sol-h3">{ text!(language, title) }</h3>
            if run.result.steps.is_empty() {
                <p class="tc__means">{ text!(language, "console-only-answer") }</p>
            } else {
                <ol class="tc__steps" data-test="steps">{ for run.result.steps.iter().map(|each| step(language, each)) }</ol>
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

/// The people whom the caller's number would be taken for.
fn people_by_number(language: Language, run: &SimulationRun) -> Html {
    let given = |name: &str| run.simulation.arguments.contains_key(name);
    if !given("numeroOrigem") {
        return Html::default();
    }
    let identified = run.simulation.service != CALL && (given("cpf") || given("matricula"));
    let title = if identified { "console-by-number-alone" } else { "console-by-number" };
    let reason = match run.result.by_number_matched {
        Some(MatchedBy::Extension) => "console-by-extension",
        _ => "console-by-telephone",
    };
    let found = &run.result.by_number;
    html! {
        <>
            <h3 class="sol-h3">{ text!(language, title) }</h3>
            if found.is_empty() {
                <p class="tc__means">{ text!(language, "console-by-number-nobody") }</p>
            } else {
                <ul class="tc__people" data-test="by-number">{ for found.iter().map(|caller| person(caller, &text!(language, reason))) }</ul>
            }
        </>
    }
}

fn person(caller: &Caller, reason: &str) -> Html {
    let (id, name) = (caller.person.id, caller.person.name.clone());
    html! {
        <li key={id}>
            <Avatar {id} name={name.clone()} small=true />
            <span>{ name }</span>
            <span class="sol-subtle sol-small">{ reason }</span>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_split_from_both_ends_only() {
        assert_eq!(split_blanks(" \t3 requests\r\n"), (" \t", "3 requests", "\r\n"));
        assert_eq!(split_blanks("S"), ("", "S", ""));
        assert_eq!(split_blanks("\u{a0}é é "), ("\u{a0}", "é é", " "));
    }

    #[test]
    fn a_text_of_blanks_only_is_its_own_end() {
        assert_eq!(split_blanks(" \n"), ("", "", " \n"));
        assert_eq!(split_blanks(""), ("", "", ""));
    }
}
