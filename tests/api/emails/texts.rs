//! What e-mails say: every key, in the recipient's language.

use crate::requests::lifecycle_table::request_in;
use contract::admin::TemplateKind;
use contract::desk::Resolve;
use contract::{Language, Situation};
use solicita::domain::template::known_keys;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    every_key_of_a_message_is_filled,
    every_key_of_a_request_is_filled,
    the_recipients_language_is_used,
    values_are_texts_and_nothing_else,
];

async fn every_key_of_a_message_is_filled(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    app.set_parameter(ids::MESSAGE_TEMPLATE, app.world.templates.message);
    let number = request_in(&app, Situation::InProgress).await;
    app.requester.send_message(number, "Linha um\nlinha dois").await;
    let email = app.emails().pop().unwrap();
    for (key, expected) in [
        ("IDSOLICITUDSERVICIO", number.to_string().as_str()),
        ("IDSOLICITACAOSERVICO", &number.to_string()),
        ("IDSERVICEREQUEST", &number.to_string()),
        ("COMMENTTEXT", "Linha um<br>linha dois"),
        ("DATETIMECREATED", "16/11/2026 10:00"),
        ("USERNAME", "Ana Souza"),
        ("REQUESTERNAME", "Ana Souza"),
        ("REQUESTRESPONSIBLENAME", "Carla Dias"),
    ] {
        assert_eq!(email.value(key).as_deref(), Some(expected), "{key}");
    }
    assert_eq!(email.subject, Some(format!("pt-BR: [{number}]")), "shown without a thousands separator");
}

async fn every_key_of_a_request_is_filled(app: TestApp) {
    app.set_parameter(ids::RESOLVED_TEMPLATE, app.world.templates.request);
    let number = request_in(&app, Situation::InProgress).await;
    app.advance(chrono::TimeDelta::hours(1));
    let how = Resolve { solution: "Cabo trocado.".to_owned(), minutes: None };
    app.executor.perform(number, "resolve", &how).await.done();
    let email = app.emails().pop().unwrap();
    let link = format!("https://portal.empresa.test/requests/{number}");
    let survey = format!("{link}?show=rate");
    for (key, expected) in [
        ("IDSOLICITACAOSERVICO", number.to_string().as_str()),
        ("NUMERO", &number.to_string()),
        ("DEMANDA", "Incidente"),
        ("TITULO", "Impressora não liga"),
        ("DESCRICAO", "A impressora do segundo andar não liga desde ontem."),
        ("SITUACAO", "Resolvida"),
        ("SERVICO", "E-mail fora do ar"),
        ("NOMESERVICO", "E-mail fora do ar"),
        ("URGENCIA", "Média"),
        ("DATAHORAINICIO", "16/11/2026 10:00"),
        ("DATAHORALIMITESTR", "16/11/2026 18:00"),
        ("DATAHORAFIM", "16/11/2026 11:00"),
        ("SOLICITANTE", "Ana Souza"),
        ("NOMECONTATO", "Ana Souza"),
        ("EMAILCONTATO", "ana@empresa.test"),
        ("TELEFONECONTATO", "(11) 98765-4321"),
        ("GRUPOATUAL", "Suporte"),
        ("RESPONSAVEL", "Ana Souza"),
        ("RESPONSAVELATUAL", "Carla Dias"),
        ("RESPOSTA", "Cabo trocado."),
        ("OCORRENCIA", "Cabo trocado."),
        ("LINKSOLICITACAOSERVICO", &link),
        ("ORIGEM", "Portal"),
    ] {
        assert_eq!(email.value(key).as_deref(), Some(expected), "{key}");
    }
    // As HTML.
    let survey = survey.replace('=', "&#x3D;");
    assert_eq!(email.value("LINKPESQUISASATISFACAO").as_deref(), Some(survey.as_str()));
    for key in known_keys(TemplateKind::Request) {
        assert!(email.value(key).is_some_and(|value| !value.is_empty()), "{key} is empty");
    }
    assert!(email.text.unwrap().contains(&link), "every e-mail carries the link");
}

async fn the_recipients_language_is_used(app: TestApp) {
    app.set_parameter(ids::OPENED_TEMPLATE, app.world.templates.request);
    // Whatever language the call was made in.
    let bruno = app.stranger.speaking(Language::English);
    bruno.open(&app.draft(app.world.services.email)).await;
    let email = app.emails().pop().unwrap();
    assert_eq!(email.language, Language::Spanish);
    assert!(email.subject.as_deref().unwrap().starts_with("es: "), "{email:?}");
    assert_eq!(email.value("SITUACAO").as_deref(), Some("En curso"));
    let footer = locales::format(Language::Spanish, "mail-footer", None);
    assert!(email.text.as_deref().unwrap().contains(&footer));
    // A text that is not there in Spanish is there in Portuguese.
    app.set_parameter(ids::OPENED_TEMPLATE, app.world.templates.portuguese);
    bruno.open(&app.draft(app.world.services.email)).await;
    assert!(app.emails().pop().unwrap().subject.unwrap().starts_with("pt-BR: "));
}

async fn values_are_texts_and_nothing_else(app: TestApp) {
    app.set_parameter(ids::OPENED_TEMPLATE, app.world.templates.request);
    let evil = "<script>alert(\"x\")</script> {{SOLICITANTE}} ${SOLICITANTE} & 'aspas'";
    let new = contract::requests::NewRequest {
        title: evil.to_owned(),
        description: format!("{evil}\nBcc: todos@empresa.test"),
        ..app.draft(app.world.services.email)
    };
    app.requester.open(&new).await;
    let email = app.emails().pop().unwrap();
    let html = email.html.as_deref().unwrap();
    assert!(!html.contains("<script>"), "{html}");
    assert!(html.contains("&lt;script&gt;") && html.contains("{{SOLICITANTE}} ${SOLICITANTE}"), "{html}");
    assert!(email.text.as_deref().unwrap().contains("<script>alert(\"x\")</script>"), "{email:?}");
}
