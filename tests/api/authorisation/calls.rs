//! How each operation is called, with a body that is right.

use crate::requests::lifecycle_table::request_in;
use contract::desk::Relate;
use contract::requests::RequestView;
use contract::{RelationKind, Situation};
use reqwest::Method;
use serde_json::{Value, json};
use tests::world::People;
use tests::{Persona, TestApp, ids};

/// Makes the call of an operation as somebody, on something fresh where it changes something.
pub async fn attempt(app: &TestApp, operation: &str, person: Persona, who: &str) -> u16 {
    let (method, path) = operation.split_once(' ').unwrap();
    let method: Method = method.parse().unwrap();
    if path.starts_with("/requests/{number}") {
        return on_a_request(app, method, path, &person).await;
    }
    let person = if operation == "DELETE /session" { fresh_session(app, person, who) } else { person };
    let (path, body, version) = elsewhere(app, operation, path, who).await;
    let mut call = person.request(method, path);
    if let Some(body) = body {
        call = call.json(&body);
    }
    if let Some(version) = version {
        call = call.header("if-match", &version);
    }
    if operation == "POST /uploads" {
        call = call.bytes("application/octet-stream", "conteudo");
    }
    call.send_streaming().await.status().as_u16()
}

/// Another session of the same person, to be thrown away.
fn fresh_session(app: &TestApp, person: Persona, who: &str) -> Persona {
    let people = &app.world.people;
    let id = match who {
        "owner" => people.requester.id,
        "stranger" => people.stranger.id,
        "watcher" => people.watcher.id,
        "executor" => people.executor.id,
        "outsider" => people.outsider.id,
        "overseer" => people.overseer.id,
        "administrator" => people.administrator.id,
        _ => return person,
    };
    let cookie = format!("thrown away by {who}").replace(' ', "-");
    app.write(|tx| tests::world::session(tx, id, &cookie));
    person.session(&cookie)
}

async fn on_a_request(app: &TestApp, method: Method, path: &str, person: &Persona) -> u16 {
    let what = path.trim_start_matches("/requests/{number}").trim_start_matches('/');
    let number = match what {
        "capture" => app.open_request(app.world.services.email).await,
        "close" | "satisfaction" | "reopen" => request_in(app, Situation::Resolved).await,
        "reactivate" => request_in(app, Situation::Suspended).await,
        _ => request_in(app, Situation::InProgress).await,
    };
    let later = app.now() + chrono::TimeDelta::days(1);
    let why = "Porque sim.";
    let mut id = 0;
    let body = match what {
        "attachments/{id}" => {
            id = app.requester.attach(number, "nota.txt", b"texto").await.id;
            None
        }
        "attachments" if method == Method::POST => {
            return person.try_attach(number, "nota.txt", b"texto").await.status;
        }
        "occurrences/{id}/redact" => {
            id = app.requester.send_message(number, "hunter2").await.id;
            Some(json!({ "reason": why }))
        }
        "read" => Some(json!({ "up_to": app.requester.send_message(number, "Olá").await.id })),
        "messages" | "notes" if method == Method::POST => Some(json!({ "text": "Olá" })),
        "cancel" | "reopen" => Some(json!({ "reason": why })),
        "satisfaction" => Some(json!({ "grade": "good" })),
        "deadline" => Some(json!({ "deadline_at": later, "justification": why })),
        "priority" => Some(json!({ "impact": "high", "urgency": "high", "justification": why })),
        "delegate" => Some(json!({
            "group_id": app.world.groups.support, "person_id": app.world.people.second.id, "justification": why
        })),
        "return-to-group" => Some(json!({ "justification": why })),
        "suspend" => Some(json!({ "reason_id": app.world.reasons.supplier, "resumes_at": later })),
        "reactivate" => Some(json!({})),
        "reclassify" => Some(json!({ "service_id": app.world.services.laptop, "justification": why })),
        "resolve" => Some(json!({ "solution": "Feito." })),
        "relations" => {
            let other: RequestView = app.requester.open(&app.draft(app.world.services.email)).await;
            Some(json!(Relate { kind: RelationKind::ChildOf, number: other.row.number }))
        }
        _ => None,
    };
    let path = path.replace("{number}", &number.to_string()).replace("{id}", &id.to_string());
    let call = person.request(method, path);
    let call = match body {
        Some(body) => call.json(&body),
        None => call,
    };
    call.send_streaming().await.status().as_u16()
}

/// Path, body and version of what is not about a request.
async fn elsewhere(app: &TestApp, operation: &str, path: &str, who: &str) -> (String, Option<Value>, Option<String>) {
    let world = &app.world;
    let with = |id: i64| path.replace("{id}", &id.to_string());
    let unique = format!("{who}-{}", app.emails().len());
    let id = match path.split('/').nth(1).unwrap() {
        "calendars" => world.calendars.office,
        "email-templates" => world.templates.portuguese,
        "groups" => world.groups.support,
        "service-categories" => world.categories.other,
        "services" => world.services.email,
        "suspension-reasons" => world.reasons.supplier,
        "units" => world.units.branch,
        "people" => world.people.second.id,
        "parameters" => ids::REOPEN_DAYS.into(),
        _ => 999_999,
    };
    let plain = |body: Value| (with(id), Some(body), None);
    match operation {
        "POST /session" => plain(json!({ "login": "diego@empresa.test", "password": People::PASSWORD })),
        "POST /password-links" => plain(json!({ "email": "ninguem@empresa.test" })),
        "PUT /password-links/{token}" => plain(json!({ "password": "outra senha comprida" })),
        "PUT /me/password" => plain(json!({ "current": "não é esta", "new": "outra senha comprida" })),
        "PUT /me/preferences" => plain(json!({ "language": "pt-BR", "time_zone": "America/Sao_Paulo" })),
        "POST /notifications/read" => plain(json!({})),
        "POST /requests" => plain(json!(app.draft(world.services.email))),
        "GET /requests/similar" => (format!("{path}?text=impressora"), None, None),
        "POST /uploads" => (format!("{path}?name=nota.txt"), None, None),
        "DELETE /uploads/{id}" => (with(app.requester.upload("x.txt", b"x").await.id), None, None),
        "DELETE /me/sessions/{id}" => {
            let cookie = format!("another-of-ana-for-{unique}");
            let session = app.write(|tx| tests::world::session(tx, world.people.requester.id, &cookie));
            (with(session), None, None)
        }
        "PUT /notices/{id}" | "DELETE /notices/{id}" | "POST /notices/{id}/me-too" => {
            let body = json!({ "title": "Queda", "text": "Sem rede." });
            let notice: Value = app.administrator.post("/notices", &body).await.good();
            (with(notice["id"].as_i64().unwrap()), (operation != "DELETE /notices/{id}").then_some(body), None)
        }
        "DELETE /email-templates/{id}" => {
            let body = copy(app, "/email-templates", id, who).await;
            let template: Value = app.administrator.post("/email-templates", &body).await.good();
            (with(template["id"].as_i64().unwrap()), None, None)
        }
        _ if path.ends_with("/novaSolicitacao") || path.ends_with("/visualizarSolicitacao") => {
            app.executor.answer_at("200").await;
            let number = app.open_request(world.services.email).await;
            let (cpf, ramal) = (People::REQUESTER_CPF, 200);
            (format!("{path}?cpf={cpf}&ramal={ramal}&idSolicitacao={number}"), None, None)
        }
        "POST /cti/{token}" => {
            let token = if who == "token" { "sol_token-for-the-telephone" } else { "sol_another" };
            let event = json!({ "event": "newCall", "from": "1", "to": "2", "direction": "in", "callId": "1" });
            (path.replace("{token}", token), Some(event), None)
        }
        "POST /telephony/reconnect" => (path.to_owned(), None, None),
        "POST /telephony/simulations" => plain(json!({ "service": "chamada", "arguments": { "ramal": "200" } })),
        "PUT /me/extension" => plain(json!({ "extension": null })),
        "POST /calls/{id}/take" => plain(json!({ "tab": "a" })),
        "POST /calls/{id}/view" => plain(json!({ "tab": "a" })),
        "POST /calls/{id}/caller" => plain(json!({ "person_id": null })),
        "POST /calls/{id}/person" => plain(json!({ "name": "Nova Pessoa" })),
        "POST /calls/{id}/conclusion" => plain(json!({ "tag": "dropped" })),
        "GET /telefonia/obterDadosSolicitacao" | "POST /telefonia/obterDadosSolicitacao" => {
            let number = app.open_request(world.services.email).await;
            (format!("{path}?idSolicitacao={number}"), None, None)
        }
        _ if path.starts_with("/telefonia/") => (format!("{path}?cpf={}", People::REQUESTER_CPF), None, None),
        "POST /notices" => plain(json!({ "title": "Queda", "text": "Sem rede." })),
        "POST /people/search" => plain(json!({ "tax_id": People::REQUESTER_CPF })),
        "POST /tokens" => plain(json!({ "name": "Painel", "scopes": ["requests:read"] })),
        "DELETE /tokens/{id}" => {
            let body = json!({ "name": "Painel", "scopes": ["requests:read"] });
            let token: Value = app.administrator.post("/tokens", &body).await.good();
            (with(token["token"]["id"].as_i64().unwrap()), None, None)
        }
        "POST /mail-account/test" => plain(json!({ "to": "helena@empresa.test" })),
        "POST /email-templates/preview" => plain(json!({
            "kind": "request", "language": "es", "text": { "subject": "${NUMERO}", "body": "<p>${TITULO}</p>" }
        })),
        "PUT /parameters" => plain(json!({ "values": { (ids::REOPEN_DAYS.to_string()): "6" } })),
        "PUT /parameters/{id}" => plain(json!({ "value": "7" })),
        "PUT /mail-account" => edit(app, path, path, json!({
            "transport": "folder", "from_name": "Solicita", "from_address": "solicita@empresa.test", "security": "plain"
        })).await,
        "POST /people" => plain(json!({
            "name": "Nova Pessoa", "language": "es", "time_zone": "America/Bogota", "active": true, "roles": ["requester"]
        })),
        _ if operation.starts_with("PUT ") => edit(app, &with(id), &with(id), json!({})).await,
        _ if operation.starts_with("POST ") && !path.contains('{') => (path.to_owned(), Some(copy(app, path, id, who).await), None),
        _ => (with(id), None, None),
    }
}

/// The present state as the body of an edit, with its version.
async fn edit(app: &TestApp, path: &str, of: &str, change: Value) -> (String, Option<Value>, Option<String>) {
    let reply = app.administrator.get(of).await;
    let mut body: Value = reply.good();
    // Members are shown with their names, and named by their identifiers.
    for member in body.get_mut("members").and_then(Value::as_array_mut).into_iter().flatten() {
        member["person_id"] = member["person"]["id"].clone();
    }
    for (key, value) in change.as_object().unwrap() {
        body[key] = value.clone();
    }
    (path.to_owned(), Some(body), reply.header("etag").map(str::to_owned))
}

/// Something new that is like something present but for its name.
async fn copy(app: &TestApp, path: &str, id: i64, who: &str) -> Value {
    let mut body: Value = app.administrator.get(format!("{path}/{id}")).await.good();
    if body.get("names").is_some() {
        body["names"] = json!({ "pt-BR": "Outro motivo", "es": "Otro motivo", "en": "Another reason" });
    }
    body["name"] = json!(format!("Cópia de {path} por {who}"));
    if body.get("members").is_some() {
        body["members"] = json!([]);
    }
    body
}
