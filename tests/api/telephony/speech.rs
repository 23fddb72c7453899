//! Answers as sentences that are read out.

use super::histories::histories;
use super::{COUNT, CPF, FACTS, LANGUAGES, LIST, text};
use tests::pbx::pbx;
use tests::time::local;
use tests::{Persona, TestApp, on_both_databases};

on_both_databases![
    what_is_said_is_good_portuguese_spanish_and_english,
    counts_and_lists_are_said,
    deadlines_ahead_are_said,
    what_became_of_a_request_is_said,
];

/// Asserts the sentences in each language.
async fn assert_sentences(pbx: &Persona, path: &str, sentences: [String; 3]) {
    for (language, sentence) in LANGUAGES.iter().zip(sentences) {
        let reply = pbx.get(format!("{path}&formato=voz&idioma={language}&fim=_fim")).await;
        assert_eq!(text(&reply), format!("{sentence}_fim"), "{path} {language}");
    }
}

/// A number as it is read out: `34534` as `3 4 5 3 4`.
fn spelt(number: i64) -> String {
    number.to_string().chars().map(String::from).collect::<Vec<_>>().join(" ")
}

async fn what_is_said_is_good_portuguese_spanish_and_english(app: TestApp) {
    let pbx = pbx(&app);
    let number = app.open_request(app.world.services.email).await;
    let spoken: String = number.to_string().chars().map(String::from).collect::<Vec<_>>().join(" ");
    for (language, count, facts) in [
        (
            "pt-BR",
            format!("Você tem uma solicitação em andamento, número {spoken}."),
            format!(
                "A solicitação {spoken} está em andamento e foi aberta em 16 de novembro de 2026, às 10 horas. \
                 O prazo vai até 16 de novembro de 2026, às 18 horas."
            ),
        ),
        (
            "es",
            format!("Usted tiene una solicitud en curso, número {spoken}."),
            format!(
                "La solicitud {spoken} está en curso y se abrió el 16 de noviembre de 2026, a las 10 horas. \
                 El plazo va hasta el 16 de noviembre de 2026, a las 18 horas."
            ),
        ),
        (
            "en",
            format!("You have one request in progress, number {spoken}."),
            format!(
                "Request {spoken} is in progress. It was opened on 16 November 2026, at 10 hours. \
                 It is due on 16 November 2026, at 18 hours."
            ),
        ),
    ] {
        let query = format!("formato=voz&idioma={language}");
        assert_eq!(text(&pbx.get(format!("{COUNT}?cpf={CPF}&{query}")).await), count);
        assert_eq!(text(&pbx.get(format!("{FACTS}?idSolicitacao={number}&{query}")).await), facts);
    }
}

async fn counts_and_lists_are_said(app: TestApp) {
    let pbx = pbx(&app);
    let (count, list) = (format!("{COUNT}?cpf={CPF}"), format!("{LIST}?cpf={CPF}"));
    for path in [&count, &list] {
        let none = [
            "Você não tem solicitação em andamento.",
            "Usted no tiene solicitudes en curso.",
            "You have no request in progress.",
        ];
        assert_sentences(&pbx, path, none.map(str::to_owned)).await;
    }
    let first = spelt(app.open_request(app.world.services.email).await);
    let one = [
        "Você tem uma solicitação em andamento, número",
        "Usted tiene una solicitud en curso, número",
        "You have one request in progress, number",
    ];
    assert_sentences(&pbx, &count, one.map(|words| format!("{words} {first}."))).await;
    let one = ["A sua solicitação em andamento é a", "Su solicitud en curso es la", "Your request in progress is"];
    assert_sentences(&pbx, &list, one.map(|words| format!("{words} {first}."))).await;
    let second = spelt(app.open_request(app.world.services.laptop).await);
    let two = [
        "Você tem 2 solicitações em andamento.",
        "Usted tiene 2 solicitudes en curso.",
        "You have 2 requests in progress.",
    ];
    assert_sentences(&pbx, &count, two.map(str::to_owned)).await;
    let two =
        ["As suas solicitações em andamento são:", "Sus solicitudes en curso son:", "Your requests in progress are:"];
    assert_sentences(&pbx, &list, two.map(|words| format!("{words} {first}; {second}."))).await;
}

/// The sentences about a request that was opened on Monday at nine.
fn facts_in_words(number: i64, situation: [&str; 3], ending: [&str; 3]) -> [String; 3] {
    let (number, [pt, es, en], [end_pt, end_es, end_en]) = (spelt(number), situation, ending);
    [
        format!("A solicitação {number} está {pt} e foi aberta em 16 de novembro de 2026, às 9 horas.{end_pt}"),
        format!("La solicitud {number} está {es} y se abrió el 16 de noviembre de 2026, a las 9 horas.{end_es}"),
        format!("Request {number} is {en}. It was opened on 16 November 2026, at 9 hours.{end_en}"),
    ]
}

const IN_PROGRESS: [&str; 3] = ["em andamento", "en curso", "in progress"];

async fn deadlines_ahead_are_said(app: TestApp) {
    let pbx = pbx(&app);
    app.set_time(local("2026-11-16 09:00"));
    let due = app.open_request(app.world.services.email).await;
    let agreed = app.open_request(app.world.services.agreed).await;
    let ahead = [
        " O prazo vai até 16 de novembro de 2026, às 17 horas.",
        " El plazo va hasta el 16 de noviembre de 2026, a las 17 horas.",
        " It is due on 16 November 2026, at 17 hours.",
    ];
    for (number, ending) in [(due, ahead), (agreed, [""; 3])] {
        assert_sentences(&pbx, &format!("{FACTS}?idSolicitacao={number}"), facts_in_words(number, IN_PROGRESS, ending))
            .await;
    }
}

async fn what_became_of_a_request_is_said(app: TestApp) {
    let pbx = pbx(&app);
    let these = histories(&app).await;
    let passed = [
        " O prazo terminou em 16 de novembro de 2026, às 17 horas.",
        " El plazo terminó el 16 de noviembre de 2026, a las 17 horas.",
        " Its deadline passed on 16 November 2026, at 17 hours.",
    ];
    let met = [" Terminou dentro do prazo.", " Terminó dentro del plazo.", " It ended within its deadline."];
    let missed = [" Terminou fora do prazo.", " Terminó fuera del plazo.", " It ended after its deadline."];
    let late = [" O prazo já passou.", " El plazo ya pasó.", " Its deadline has passed."];
    let (resolved, closed) = (["resolvida", "resuelta", "resolved"], ["fechada", "cerrada", "closed"]);
    let (cancelled, suspended) = (["cancelada", "cancelada", "cancelled"], ["suspensa", "suspendida", "suspended"]);
    for (number, situation, ending) in [
        (these.running, IN_PROGRESS, passed),
        (these.resolved, resolved, met),
        (these.resolved_late, resolved, missed),
        (these.closed, closed, met),
        (these.closed_late, closed, missed),
        (these.cancelled, cancelled, [""; 3]),
        (these.suspended, suspended, [""; 3]),
        (these.suspended_late, suspended, late),
    ] {
        assert_sentences(&pbx, &format!("{FACTS}?idSolicitacao={number}"), facts_in_words(number, situation, ending))
            .await;
    }
}
