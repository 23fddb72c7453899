//! `/telefonia`: what a PBX or an IVR asks (telephony page, section 2). GET and
//! POST, query, form or JSON, because telephone systems differ in what they can do;
//! POST keeps tax identifiers out of the logs of proxies.

mod asked;
mod call;
mod service;
pub mod simulate;

use crate::app::Shared;
use crate::db::stored;
use crate::domain::telephony::Format;
use crate::error::{Error, Result};
use crate::node::AnsweredCall;
use crate::tx::{Made, Tx};
use crate::web::{UnverifiedToken, note_use};
use asked::Asked;
pub use call::{Arguments, Manner};
pub use service::{Service, Written};

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, ResponseError, route};
use contract::Problem;
use contract::telephony::{CallQuery, ClaimQuery, MannerQuery, Raised, RequestCount, RequestFacts, RequestNumbers};
use std::time::Instant;

/// A call of somebody who wants something new: raises the pop-up at the extension. Text: `S` when a page is open that
/// shows it, else `N`.
#[utoipa::path(tag = "telephony", params(
    ClaimQuery,
    CallQuery,
    MannerQuery,
), responses(
    (status = 200, body = Raised),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Arguments are missing, repeated or wrong; in text `ERRO 400`."),
    (status = 403, body = Problem, content_type = "application/problem+json", description = "Parameter 281 is off; in text `ERRO 403`."),
    (status = 404, body = Problem, content_type = "application/problem+json", description = "Nobody recorded the extension; in text `ERRO 404`."),
))]
#[route("/novaSolicitacao", method = "GET", method = "POST")]
pub async fn new_request(app: Shared, caller: UnverifiedToken, arguments: Arguments) -> HttpResponse {
    answer(&app, Service::New, caller, arguments).await
}

/// A call about a request: raises the pop-up with it at the extension. Text: `S` when a page is open that shows it,
/// else `N`.
#[utoipa::path(tag = "telephony", params(
    ("idSolicitacao" = String, Query, description = "Number of the request."),
    ClaimQuery,
    CallQuery,
    MannerQuery,
), responses(
    (status = 200, body = Raised),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Arguments are missing, repeated or wrong; in text `ERRO 400`."),
    (status = 403, body = Problem, content_type = "application/problem+json", description = "Parameter 281 is off; in text `ERRO 403`."),
    (status = 404, body = Problem, content_type = "application/problem+json", description = "Nobody recorded the extension; there is no such request, or it is somebody else's; in text `ERRO 404`."),
))]
#[route("/visualizarSolicitacao", method = "GET", method = "POST")]
pub async fn view_request(app: Shared, caller: UnverifiedToken, arguments: Arguments) -> HttpResponse {
    answer(&app, Service::View, caller, arguments).await
}

/// How many requests of a person are in progress. Text: nothing, `1?` and the number of the only one, or the count.
#[utoipa::path(tag = "telephony", params(
    ClaimQuery,
    MannerQuery,
    ("incluirSuspensas" = Option<String>, Query, description = "`S`: suspended requests count, too."),
), responses(
    (status = 200, body = RequestCount),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Arguments are missing, repeated or wrong; in text `ERRO 400`."),
    (status = 403, body = Problem, content_type = "application/problem+json", description = "Parameter 281 is off; in text `ERRO 403`."),
))]
#[route("/obterQtdeSolicitacoes", method = "GET", method = "POST")]
pub async fn count(app: Shared, caller: UnverifiedToken, arguments: Arguments) -> HttpResponse {
    answer(&app, Service::Count, caller, arguments).await
}

/// Numbers of a person's requests in progress, the oldest deadline first. Text: joined by `?`.
#[utoipa::path(tag = "telephony", params(
    ClaimQuery,
    MannerQuery,
    ("incluirSuspensas" = Option<String>, Query, description = "`S`: suspended requests count, too."),
    ("limite" = Option<i64>, Query, description = "How many at most: 1 to 100, 9 unless given."),
), responses(
    (status = 200, body = RequestNumbers),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Arguments are missing, repeated or wrong; in text `ERRO 400`."),
    (status = 403, body = Problem, content_type = "application/problem+json", description = "Parameter 281 is off; in text `ERRO 403`."),
))]
#[route("/listarSolicitacoes", method = "GET", method = "POST")]
pub async fn list(app: Shared, caller: UnverifiedToken, arguments: Arguments) -> HttpResponse {
    answer(&app, Service::List, caller, arguments).await
}

/// A request's number, opening, deadline and situation, and whether it is within the deadline. With a CPF, only of its requester.
#[utoipa::path(tag = "telephony", params(
    ("idSolicitacao" = String, Query, description = "Number of the request."),
    ClaimQuery,
    MannerQuery,
), responses(
    (status = 200, body = RequestFacts),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Arguments are missing, repeated or wrong; in text `ERRO 400`."),
    (status = 403, body = Problem, content_type = "application/problem+json", description = "Parameter 281 is off; in text `ERRO 403`."),
    (status = 404, body = Problem, content_type = "application/problem+json", description = "There is none, or it is somebody else's; in text `ERRO 404`."),
))]
#[route("/obterDadosSolicitacao", method = "GET", method = "POST")]
pub async fn facts(app: Shared, caller: UnverifiedToken, arguments: Arguments) -> HttpResponse {
    answer(&app, Service::Facts, caller, arguments).await
}

/// The other spelling of [`facts`].
pub const FACTS_ACCENTED: &str = "/obterDadosSolicitação";

/// [`facts`] under its other spelling.
pub async fn facts_accented(app: Shared, caller: UnverifiedToken, arguments: Arguments) -> HttpResponse {
    answer(&app, Service::Facts, caller, arguments).await
}

/// A service that there is not, or not by that method: told as the services tell it, because a dialplan sees no status.
pub async fn elsewhere(request: HttpRequest, arguments: Arguments) -> HttpResponse {
    let path = request.match_pattern().unwrap_or_else(|| request.path().to_owned());
    let named = Service::ALL.into_iter().find(|service| path.ends_with(service.name()));
    let service = named.or_else(|| path.ends_with(FACTS_ACCENTED).then_some(Service::Facts));
    let (manner, _) = Manner::of(&arguments, service.map_or(Format::Json, Service::usual));
    let error = match service {
        Some(_) => Error::refused(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed"),
        None => Error::not_found(),
    };
    let (mut response, _) = refuse(&error, &manner);
    if service.is_some() {
        response.headers_mut().insert(header::ALLOW, header::HeaderValue::from_static("GET, POST"));
    }
    response
}

/// Answers a call, and notes it for the console.
async fn answer(app: &Shared, service: Service, caller: UnverifiedToken, mut arguments: Arguments) -> HttpResponse {
    let (begun, asked) = (Instant::now(), arguments.all());
    let mut token_id = None;
    let (manner, fault) = Manner::of(&arguments, service.usual());
    let sound = arguments.check().and(fault);
    let written = match sound.is_ok().then(|| Asked::of(service, &arguments)).flatten() {
        Some(asked) => poll(app, caller, asked, manner.clone(), &mut token_id).await,
        None => work(app, service, caller, (arguments, sound), manner.clone(), &mut token_id).await,
    };
    let (response, answer) = match written {
        Ok(written) => {
            let body = written.text + &manner.ending;
            (HttpResponse::Ok().content_type(written.content_type).body(body.clone()), body)
        }
        Err(error) => refuse(&error, &manner),
    };
    let (at, service, status, took) = (app.clock.now(), service.name(), response.status(), begun.elapsed());
    app.node.service_calls.note(AnsweredCall { at, service, token_id, arguments: asked, status, answer, took });
    response
}

/// What is polled, and can be answered: one statement reads the token, the parameters and
/// the answer.
async fn poll(
    app: &Shared,
    caller: UnverifiedToken,
    asked: Asked,
    manner: Manner,
    token_id: &mut Option<i64>,
) -> Result<Written> {
    let hash = caller.hash()?.to_owned();
    let (now, time_zone, public_url) = (app.clock.now(), app.time_zone, app.public_url());
    let polled = app.db.read_short(move |conn| {
        let (gate, found) = asked.at_the_gate(conn, &hash)?.ok_or_else(Error::unauthenticated)?;
        let admitted = caller.admit(Some(gate.grant), stored(now))?;
        let made = Made::default();
        let mut tx = Tx { conn, now, parameters: gate.parameters, public_url, time_zone, made };
        Ok::<_, Error>((admitted, asked.write(&mut tx, found, &manner)))
    });
    let (admitted, written) = polled.await?;
    *token_id = Some(admitted.grant.id);
    note_use(app, admitted.grant.id).await;
    written
}

/// What changes something, or cannot be answered: first the token, then what is wrong.
async fn work(
    app: &Shared,
    service: Service,
    caller: UnverifiedToken,
    (arguments, sound): (Arguments, Result<()>),
    manner: Manner,
    token_id: &mut Option<i64>,
) -> Result<Written> {
    *token_id = Some(caller.check(app).await?.grant.id);
    if let Err(fault) = sound {
        app.read(|tx| service::switched_on(tx)).await?;
        return Err(fault);
    }
    let work = move |tx: &mut Tx<'_>| service.answer(tx, &arguments, &manner);
    if service.changes() { app.write(work).await } else { app.read(work).await }
}

/// A refusal, in the manner asked for.
fn refuse(error: &Error, manner: &Manner) -> (HttpResponse, String) {
    error.log("telephony");
    let status = error.status_code();
    let mut response = error.response(manner.language, None);
    if status == StatusCode::UNAUTHORIZED {
        let basic = header::HeaderValue::from_static("Basic realm=\"Solicita\"");
        response.headers_mut().append(header::WWW_AUTHENTICATE, basic);
    }
    let text = service::refusal(error, manner);
    let mut response = response.set_body(text.clone()).map_into_boxed_body();
    if manner.format != Format::Json {
        let plain = header::HeaderValue::from_static("text/plain; charset=utf-8");
        response.headers_mut().insert(header::CONTENT_TYPE, plain);
    }
    (response, text)
}
