//! E-mail templates: what is refused, the preview, what is in use.

use contract::Language;
use contract::admin::{TemplatePreview, TemplateView};
use contract::requests::NewRequest;
use serde_json::{Value, json};
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    unknown_keys_are_refused_in_three_languages,
    the_preview_is_what_a_recipient_would_get,
    the_preview_hides_what_its_reader_may_not_read,
    what_a_parameter_names_stays
];

fn template(kind: &str, subject: &str, body: &str) -> Value {
    json!({ "name": "Novo", "kind": kind, "active": true, "texts": { "pt-BR": { "subject": subject, "body": body } } })
}

async fn unknown_keys_are_refused_in_three_languages(app: TestApp) {
    let mut told = Vec::new();
    for language in Language::ALL {
        let person = app.administrator.speaking(*language);
        let body = template("request", "Nº ${NUMERO}", "<p>${NUMER0} ${TITULO}</p>");
        let problem = person.post("/email-templates", &body).await.invalid(&[("texts.pt-BR.body", "unknown-key")]);
        assert!(problem.errors[0].message.contains("NUMER0"), "{problem:?}");
        told.push(problem.errors[0].message.clone());
    }
    told.dedup();
    assert_eq!(told.len(), 3, "{told:?}");
    // What a message has, a password link has not.
    let body = template("password", "${NOME}", "<p>${TITULO}</p>");
    app.administrator.post("/email-templates", &body).await.invalid(&[("texts.pt-BR.body", "unknown-key")]);
    let body = template("request", "${NUMERO", "x");
    app.administrator.post("/email-templates", &body).await.invalid(&[("texts.pt-BR.subject", "unclosed-key")]);
}

async fn the_preview_is_what_a_recipient_would_get(app: TestApp) {
    let title = "Tela <script>alert(1)</script> & \"aspas\"";
    let new = NewRequest { title: title.to_owned(), ..app.draft(app.world.services.email) };
    let number = app.requester.open(&new).await.row.number;
    let asked = json!({
        "kind": "request", "language": "es", "number": number,
        "text": { "subject": "Nº ${NUMERO}: ${TITULO}", "body": "<p>${TITULO} — ${SITUACAO}</p>" }
    });
    let preview: TemplatePreview = app.administrator.post("/email-templates/preview", &asked).await.good();
    assert_eq!((preview.number, preview.subject.as_str()), (Some(number), format!("Nº {number}: {title}").as_str()));
    assert!(preview.html.contains("&lt;script&gt;") && !preview.html.contains("<script>"), "{}", preview.html);
    let situation = locales::format(Language::Spanish, "situation-in-progress", None);
    assert!(preview.html.contains(&situation) && preview.text.contains(&situation), "{preview:?}");
    assert!(preview.text.contains(title), "{}", preview.text);
    let unknown = json!({ "kind": "request", "language": "es", "number": 999_999, "text": asked["text"] });
    app.administrator.post("/email-templates/preview", &unknown).await.invalid(&[("number", "unknown")]);
}

async fn the_preview_hides_what_its_reader_may_not_read(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.confidential).await;
    app.requester.send_message(number, "Meu salário é 1234").await;
    let asked = json!({
        "kind": "message", "language": "pt-BR", "number": number,
        "text": { "subject": "Nº ${IDSOLICITACAOSERVICO}", "body": "<p>${COMMENTTEXT}</p>" }
    });
    let preview: TemplatePreview = app.administrator.post("/email-templates/preview", &asked).await.good();
    assert!(!preview.html.contains("1234") && !preview.text.contains("1234"), "{preview:?}");
}

async fn what_a_parameter_names_stays(app: TestApp) {
    app.set_parameter(ids::OCCURRENCE_TEMPLATE, app.world.templates.request);
    let path = format!("/email-templates/{}", app.world.templates.request);
    let shown: TemplateView = app.administrator.get(&path).await.good();
    assert_eq!(shown.used_by, [251]);
    app.administrator.delete(&path).await.refused(409, "template-in-use");
    app.set_parameter(ids::OCCURRENCE_TEMPLATE, "0");
    app.administrator.delete(&path).await.done();
    app.administrator.get(&path).await.refused(404, "not-found");
}
