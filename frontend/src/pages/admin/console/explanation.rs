//! The explanation of a web service's answer.

use super::services::service;
use contract::console::Simulation;
use locales::{Language, text};
use yew::prelude::*;

/// The sentences that explain an answer.
#[must_use]
pub fn explain(language: Language, simulation: &Simulation, status: u16, answer: &str) -> Vec<String> {
    let argument = |name: &str| simulation.arguments.get(name).map(String::as_str).unwrap_or_default();
    let default = service(&simulation.service).map_or("", |service| service.default_format);
    let format = Some(argument("formato")).filter(|format| !format.is_empty()).unwrap_or(default);
    let ending = Some(argument("fim")).filter(|ending| !ending.is_empty() && answer.ends_with(ending));
    let bare = ending.and_then(|ending| answer.strip_suffix(ending)).unwrap_or(answer);
    let mut sentences = vec![if status >= 400 {
        let key = if bare.starts_with('{') { "console-means-problem" } else { "console-means-refused" };
        text!(language, key, status = status.to_string())
    } else {
        text!(language, meaning(&simulation.service, format, bare))
    }];
    match ending {
        Some(ending) => sentences.push(text!(language, "console-means-ending", ending = ending)),
        None if format != "json" => sentences.push(text!(language, "console-means-no-ending")),
        None => {}
    }
    sentences
}

/// The key of what an answer means. `answer` is without its ending.
fn meaning(service: &str, format: &str, answer: &str) -> &'static str {
    let shows_pop_up = matches!(service, "novaSolicitacao" | "visualizarSolicitacao");
    match (format, service) {
        ("json", _) if shows_pop_up => "console-means-delivered",
        ("json", _) => "console-means-json",
        (_, _) if shows_pop_up && answer == "S" => "console-means-shown",
        (_, _) if shows_pop_up => "console-means-not-shown",
        ("voz", _) => "console-means-voice",
        (_, "obterDadosSolicitacao") => "console-means-facts",
        _ if answer.is_empty() => "console-means-none",
        (_, "listarSolicitacoes") => "console-means-list",
        _ if answer.starts_with("1?") => "console-means-one",
        _ => "console-means-count",
    }
}

/// A text in which parts between two `` ` `` are literals.
pub fn with_literals(text: &str) -> Html {
    let part = |(index, part): (usize, &str)| {
        let part = part.to_owned();
        if index % 2 == 1 {
            html! { <code>{ part }</code> }
        } else {
            html! { <>{ part }</> }
        }
    };
    html! { <>{ for text.split('`').enumerate().map(part) }</> }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn simulation(service: &str, arguments: &[(&str, &str)]) -> Simulation {
        let arguments = arguments.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Simulation { service: service.to_owned(), arguments, show: false }
    }

    fn sentences(service: &str, arguments: &[(&str, &str)], status: u16, answer: &str) -> Vec<String> {
        explain(Language::English, &simulation(service, arguments), status, answer)
    }

    fn text(key: &str) -> String {
        text!(Language::English, key)
    }

    #[test]
    fn the_format_decides_on_the_meaning_and_each_web_service_has_its_own() {
        let count = "obterQtdeSolicitacoes";
        assert_eq!(sentences(count, &[("formato", "json")], 200, "{}"), [text("console-means-json")]);
        assert_eq!(sentences(count, &[], 200, "3")[0], text("console-means-count"));
        assert_eq!(sentences(count, &[], 200, "1?34534")[0], text("console-means-one"));
        assert_eq!(sentences(count, &[], 200, "")[0], text("console-means-none"));
        assert_eq!(sentences("listarSolicitacoes", &[], 200, "1,2")[0], text("console-means-list"));
        assert_eq!(sentences("listarSolicitacoes", &[("formato", "voz")], 200, "a")[0], text("console-means-voice"));
        let facts = [("formato", "texto")];
        assert_eq!(sentences("obterDadosSolicitacao", &facts, 200, "a")[0], text("console-means-facts"));
    }

    #[test]
    fn a_pop_up_is_delivered_or_shown_or_not() {
        let plain = [("formato", "texto")];
        assert_eq!(sentences("novaSolicitacao", &[], 200, "{}"), [text("console-means-delivered")]);
        assert_eq!(sentences("novaSolicitacao", &plain, 200, "S")[0], text("console-means-shown"));
        assert_eq!(sentences("visualizarSolicitacao", &plain, 200, "N")[0], text("console-means-not-shown"));
    }

    #[test]
    fn an_ending_does_not_count_as_part_of_the_answer() {
        let arguments = [("formato", "texto"), ("fim", "#")];
        let ended = sentences("novaSolicitacao", &arguments, 200, "S#");
        assert_eq!(ended[0], text("console-means-shown"));
        assert_eq!(ended[1], text!(Language::English, "console-means-ending", ending = "#"));
        assert_eq!(sentences("novaSolicitacao", &arguments, 200, "S")[1], text("console-means-no-ending"));
    }

    #[test]
    fn a_refusal_is_a_problem_document_or_a_word() {
        let refusal = |key: &str| text!(Language::English, key, status = "422");
        assert_eq!(sentences("novaSolicitacao", &[], 422, "{\"status\":422}"), [refusal("console-means-problem")]);
        let plain = [("formato", "texto")];
        assert_eq!(sentences("novaSolicitacao", &plain, 422, "N")[0], refusal("console-means-refused"));
    }
}
