//! The web services of telephony, `/telefonia`: their exact answers to a PBX or an IVR.

mod answers;
mod arguments;
mod authentication;
mod formats;
mod histories;
mod json;
mod log;
mod speech;

use reqwest::Method;
use serde_json::{Value, json};
use tests::http::{Reply, percent_encoded};
use tests::pbx::pbx;
use tests::{Persona, TestApp};

/// Announces a call.
pub const NEW: &str = "/telefonia/novaSolicitacao";
/// Announces a call about a request.
pub const VIEW: &str = "/telefonia/visualizarSolicitacao";
/// Counts the requests in progress of a person.
const COUNT: &str = "/telefonia/obterQtdeSolicitacoes";
/// Lists them.
const LIST: &str = "/telefonia/listarSolicitacoes";
/// Gives the facts of a request.
const FACTS: &str = "/telefonia/obterDadosSolicitacao";
/// The other spelling of the last one.
const ACCENTED: &str = "/telefonia/obterDadosSolicita%C3%A7%C3%A3o";
/// The CPF of the requester.
const CPF: &str = "529.982.247-25";
/// The `Authorization` header with the token of the telephone system as a password: base64 of
/// `pbx:sol_token-of-the-pbx`.
const BASIC: &str = "Basic cGJ4OnNvbF90b2tlbi1vZi10aGUtcGJ4";
const LANGUAGES: [&str; 3] = ["pt-BR", "es", "en"];
const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";

/// The body of an answer that succeeds and is plain text.
fn text(reply: &Reply) -> String {
    assert_eq!(reply.header("content-type"), Some("text/plain; charset=utf-8"), "{reply:?}");
    reply.done().text()
}

/// The telephone system, with an attendant at extension 200 who has no page open.
async fn system(app: &TestApp) -> Persona {
    let system = pbx(app);
    app.executor.answer_at("200").await;
    system
}

fn form(arguments: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        arguments.iter().map(|(name, value)| format!("{name}={}", percent_encoded(value))).collect();
    pairs.join("&")
}

fn object(arguments: &[(&str, &str)]) -> String {
    Value::Object(arguments.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect()).to_string()
}

/// The answers to the same arguments by GET, and by POST with each kind of body.
async fn ask_in_every_way(pbx: &Persona, path: &str, arguments: &[(&str, &str)]) -> Vec<Reply> {
    let (form, object) = (form(arguments), object(arguments));
    let mut replies = vec![pbx.get(format!("{path}?{form}")).await];
    // Asterisk sends every body as a form.
    for (media_type, body) in [(FORM, &form), (JSON, &object), (FORM, &object)] {
        replies.push(pbx.request(Method::POST, path).bytes(media_type, body.clone()).send().await);
    }
    replies
}

/// Asserts that the answer is this JSON, in whatever way the arguments are given.
async fn assert_json(pbx: &Persona, path: &str, arguments: &[(&str, &str)], expected: &str) {
    for (ending, marker) in [("", vec![]), ("_fim", vec![("fim", "_fim")])] {
        for reply in ask_in_every_way(pbx, path, &[arguments.to_vec(), marker].concat()).await {
            assert_eq!(reply.done().text(), format!("{expected}{ending}"), "{reply:?}");
            assert_eq!(reply.header("content-type"), Some(JSON), "{reply:?}");
        }
    }
}
