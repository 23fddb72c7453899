//! What an answer means, in a line.

use super::fields::service;
use contract::console::Simulation;
use locales::{Language, text};
use yew::prelude::*;

/// The sentences about an answer.
#[must_use]
pub fn legend(language: Language, simulation: &Simulation, status: u16, answer: &str) -> Vec<String> {
    let asked = |name: &str| simulation.arguments.get(name).map(String::as_str).unwrap_or_default();
    let usual = service(&simulation.service).map_or("", |service| service.usual);
    let format = Some(asked("formato")).filter(|format| !format.is_empty()).unwrap_or(usual);
    let ending = Some(asked("fim")).filter(|ending| !ending.is_empty() && answer.ends_with(ending));
    let bare = ending.and_then(|ending| answer.strip_suffix(ending)).unwrap_or(answer);
    let mut said = vec![if status >= 400 {
        let key = if bare.starts_with('{') { "console-means-problem" } else { "console-means-refused" };
        text!(language, key, status = status.to_string())
    } else {
        text!(language, meaning(&simulation.service, format, bare))
    }];
    match ending {
        Some(ending) => said.push(text!(language, "console-means-ending", ending = ending)),
        None if format != "json" => said.push(text!(language, "console-means-no-ending")),
        None => {}
    }
    said
}

fn meaning(service: &str, format: &str, answer: &str) -> &'static str {
    let raises = matches!(service, "novaSolicitacao" | "visualizarSolicitacao");
    match (format, service) {
        ("json", _) if raises => "console-means-delivered",
        ("json", _) => "console-means-json",
        (_, _) if raises && answer == "S" => "console-means-shown",
        (_, _) if raises => "console-means-not-shown",
        ("voz", _) => "console-means-voice",
        (_, "obterDadosSolicitacao") => "console-means-facts",
        _ if answer.is_empty() => "console-means-none",
        (_, "listarSolicitacoes") => "console-means-list",
        _ if answer.starts_with("1?") => "console-means-one",
        _ => "console-means-count",
    }
}

/// A text in which what stands between two `` ` `` is a literal.
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
