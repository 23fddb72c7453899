//! Nothing that is anybody's business reaches the log.

use crate::session::try_login;
use contract::Scope;
use contract::identity::{PasswordChange, PasswordLinkRequest, PasswordReset};
use contract::requests::{Contact, NewRequest, NewRequester};
use contract::timeline::NewNote;
use serde_json::json;
use tests::http::percent_encoded;
use tests::operations::new_token;
use tests::world::People;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![the_log_holds_no_personal_data];

async fn the_log_holds_no_personal_data(app: TestApp) {
    let log = tests::log::capture();
    let secrets = talk_about_secrets(&app).await;
    app.run_jobs().await;
    let text = log.text();
    assert!(text.contains("/api/v1/requests/{number}/messages"), "the log was captured");
    for secret in secrets {
        let line = text.lines().find(|line| line.contains(&secret));
        assert_eq!(line, None, "{secret:?} is in the log");
    }
}

/// Uses the product in every way that a secret could leak by; gives the secrets.
async fn talk_about_secrets(app: &TestApp) -> Vec<String> {
    let kind = format!("{:?}", app.database).to_lowercase();
    let secret = |name: &str| format!("confidencial-{name}-{kind}");
    app.set_parameter(ids::MESSAGES, "S");
    app.set_parameter(ids::MESSAGE_TEMPLATE, app.world.templates.message);
    app.set_parameter(ids::OCCURRENCE_TEMPLATE, app.world.templates.request);
    app.set_parameter(ids::PORTAL_NOTE_TEMPLATE, app.world.templates.request);

    let cpf = "529.982.247-25";
    for login in [cpf, People::REQUESTER_CPF, &secret("login")] {
        try_login(&app.anonymous, login, &secret("senha-errada")).await.refused(401, "wrong-credentials");
    }
    try_login(&app.anonymous, cpf, People::PASSWORD).await.done();
    app.anonymous
        .post("/session", &json!({ "login": cpf, "password": secret("senha"), "x": [] }))
        .await
        .refused(401, "wrong-credentials");
    let malformed = app.anonymous.request(reqwest::Method::POST, "/session");
    let malformed =
        malformed.bytes("application/json", format!("{{\"login\": \"{cpf}\", \"password\": {}", secret("corpo")));
    malformed.send().await.refused(400, "json-malformed");
    let change = PasswordChange { current: People::PASSWORD.to_owned(), new: secret("senha-nova") };
    app.stranger.put("/me/password", &change).await.done();

    let contact = Contact { name: secret("contato"), phone: "+55 11 4002-8922".to_owned(), ..Contact::default() };
    let new = NewRequest {
        title: secret("titulo"),
        description: format!("{} {cpf}", secret("descricao")),
        contact: Some(contact),
        ..app.draft(app.world.services.email)
    };
    let number = app.requester.open(&new).await.row.number;
    app.requester.send_message(number, &secret("mensagem")).await;
    app.executor.send_message(number, &secret("resposta")).await;
    let note = NewNote { text: secret("nota"), notify: true, ..NewNote::default() };
    app.requester.add_note(number, &note).await;
    app.executor.add_note(number, &NewNote { internal: true, notify: false, ..note }).await;
    app.requester.attach(number, &secret("arquivo.txt"), secret("conteudo").as_bytes()).await;
    app.requester.list(&format!("search={}", percent_encoded(&secret("busca")))).await;
    app.requester.get(format!("/requests/similar?text={}", percent_encoded(&secret("digitado")))).await.done();
    app.requester
        .get(format!("/requests?nao={}", percent_encoded(&secret("filtro"))))
        .await
        .refused(400, "invalid-query");
    app.requester.get(format!("/requests?situation={}", secret("situacao"))).await.refused(400, "unknown-filter");
    let person = NewRequester {
        name: secret("pessoa"),
        email: Some(format!("{}@x.test", secret("endereco"))),
        phone: None,
        tax_id: Some("111.444.777-35".to_owned()),
    };
    app.executor.open(&NewRequest { new_requester: Some(person), ..app.draft(app.world.services.email) }).await;
    app.executor.post("/people/search", &json!({ "tax_id": cpf })).await.done();
    app.executor.post("/people/search", &json!({ "tax_id": 52_998_224_725_i64 })).await.refused(422, "json-shape");

    let created = app.administrator.create_token(&new_token("Painel", &[Scope::RequestsRead])).await;
    app.anonymous.token(&created.secret).get("/me").await.done();
    app.anonymous.token(&secret("token")).get("/me").await.refused(401, "unauthenticated");
    app.anonymous.session(&secret("cookie")).get("/me").await.refused(401, "unauthenticated");
    app.anonymous.post("/password-links", &PasswordLinkRequest { email: "ana@empresa.test".to_owned() }).await.done();
    let email = app.emails().pop().unwrap().text.unwrap();
    let link = email.split("/password/").nth(1).unwrap();
    let link: String = link.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
    app.anonymous.get(format!("/password-links/{link}")).await.done();
    app.anonymous
        .put(format!("/password-links/{link}"), &PasswordReset { password: secret("redefinida") })
        .await
        .done();

    let plain =
        ["52998224725", cpf, "11144477735", "111.444.777-35", "4002-8922", People::PASSWORD, "ana@empresa.test"];
    let mut all: Vec<String> = plain.map(str::to_owned).to_vec();
    all.extend(["confidencial-".to_owned(), created.secret, link, app.requester.cookie().unwrap().to_owned()]);
    all
}
