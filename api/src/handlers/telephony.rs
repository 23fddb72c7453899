//! `/telefonia`: what a PBX or an IVR asks (telephony page, section 2). GET and
//! POST, query, form or JSON, because telephone systems differ in what they can do;
//! POST keeps tax identifiers out of the logs of proxies.

mod call;
mod ledger;

use crate::actions::calls::services;
use crate::app::Shared;
use crate::auth::{Require, Telephony};
use crate::domain::parameters::ids;
use crate::domain::telephony::{Format, facts_text, facts_voice};
use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::views::telephony as views;
use actix_web::http::StatusCode;
use actix_web::http::header::ContentType;
use actix_web::{HttpResponse, ResponseError, route};
use call::{Arguments, Manner, invalid, missing};
use contract::Problem;
use contract::telephony::{CallQuery, ClaimQuery, MannerQuery, Raised, RequestCount, RequestFacts, RequestNumbers};
pub use ledger::{Ledger, flush};
use serde::Serialize;
use std::time::Instant;

/// The caller, or why they may not: an answer in text says it in text.
pub type Caller = Result<Require<Telephony>, Error>;

/// Most numbers that `listarSolicitacoes` gives.
const LIST_MAX: i64 = 100;
/// How many it gives unless told otherwise: an IVR offers the keys 1 to 9.
const LIST: i64 = 9;

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
#[route("/telefonia/novaSolicitacao", method = "GET", method = "POST")]
pub async fn new_request(app: Shared, caller: Caller, arguments: Arguments) -> HttpResponse {
    raise(&app, "novaSolicitacao", caller, arguments).await
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
#[route("/telefonia/visualizarSolicitacao", method = "GET", method = "POST")]
pub async fn view_request(app: Shared, caller: Caller, arguments: Arguments) -> HttpResponse {
    raise(&app, "visualizarSolicitacao", caller, arguments).await
}

async fn raise(app: &Shared, service: &'static str, caller: Caller, arguments: Arguments) -> HttpResponse {
    let call = Call { app, service, caller, arguments, usual: Format::Json };
    call.answer(Access::Write, move |tx, arguments, manner| {
        let said = arguments.said(service, service == "visualizarSolicitacao")?;
        let raised = services::raise(tx, &said)?;
        Ok(match manner.format {
            Format::Json => Written::json(&raised)?,
            Format::Text | Format::Voice => Written::Text(if raised.delivered { "S" } else { "N" }.to_owned()),
        })
    })
    .await
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
#[route("/telefonia/obterQtdeSolicitacoes", method = "GET", method = "POST")]
pub async fn count(app: Shared, caller: Caller, arguments: Arguments) -> HttpResponse {
    let call = Call { app: &app, service: "obterQtdeSolicitacoes", caller, arguments, usual: Format::Text };
    call.answer(Access::Read, |tx, arguments, manner| {
        let claim = arguments.claim()?.ok_or_else(|| missing("cpf"))?;
        let found = views::in_progress(tx, &claim, arguments.yes("incluirSuspensas")?)?;
        Ok(match manner.format {
            Format::Json => Written::json(&found.count())?,
            Format::Text => Written::Text(found.count_text()),
            Format::Voice => Written::Text(found.count_voice(manner.language)),
        })
    })
    .await
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
#[route("/telefonia/listarSolicitacoes", method = "GET", method = "POST")]
pub async fn list(app: Shared, caller: Caller, arguments: Arguments) -> HttpResponse {
    let call = Call { app: &app, service: "listarSolicitacoes", caller, arguments, usual: Format::Text };
    call.answer(Access::Read, |tx, arguments, manner| {
        let claim = arguments.claim()?.ok_or_else(|| missing("cpf"))?;
        let limit = if arguments.get("limite").is_some() { arguments.number("limite")? } else { LIST };
        if !(1..=LIST_MAX).contains(&limit) {
            return Err(invalid("limite"));
        }
        let limit = usize::try_from(limit).unwrap_or_default();
        let found = views::in_progress(tx, &claim, arguments.yes("incluirSuspensas")?)?;
        Ok(match manner.format {
            Format::Json => Written::json(&found.list(limit))?,
            Format::Text => Written::Text(found.list_text(limit)),
            Format::Voice => Written::Text(found.list_voice(limit, manner.language)),
        })
    })
    .await
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
#[route("/telefonia/obterDadosSolicitacao", method = "GET", method = "POST")]
pub async fn facts(app: Shared, caller: Caller, arguments: Arguments) -> HttpResponse {
    read_out(&app, caller, arguments).await
}

/// [`facts`] under its other spelling, `obterDadosSolicitação`.
pub async fn facts_accented(app: Shared, caller: Caller, arguments: Arguments) -> HttpResponse {
    read_out(&app, caller, arguments).await
}

async fn read_out(app: &Shared, caller: Caller, arguments: Arguments) -> HttpResponse {
    let time_zone = app.time_zone;
    let call = Call { app, service: "obterDadosSolicitacao", caller, arguments, usual: Format::Json };
    call.answer(Access::Read, move |tx, arguments, manner| {
        let number = arguments.number("idSolicitacao")?;
        let claim = arguments.claim()?;
        if claim.is_none() && tx.parameters.yes(ids::TELEPHONY_CLAIM) {
            return Err(missing("cpf"));
        }
        let found = views::facts(tx, number, claim.as_ref(), manner.language)?;
        Ok(match manner.format {
            Format::Json => Written::json(&found)?,
            Format::Text => Written::Text(facts_text(&found, time_zone)),
            Format::Voice => Written::Text(facts_voice(&found, time_zone, manner.language)),
        })
    })
    .await
}

/// What is answered, but for its ending.
enum Written {
    Json(String),
    Text(String),
}

impl Written {
    fn json(value: &impl Serialize) -> Result<Self> {
        Ok(Self::Json(serde_json::to_string(value).map_err(anyhow::Error::from)?))
    }
}

/// Whether a service changes something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    Read,
    Write,
}

/// A call to a service.
struct Call<'a> {
    app: &'a Shared,
    service: &'static str,
    caller: Caller,
    arguments: Arguments,
    usual: Format,
}

impl Call<'_> {
    /// Answers: who calls, whether telephony is on, what is asked; whatever goes wrong
    /// is said in the manner asked for.
    async fn answer(
        self,
        access: Access,
        work: impl FnOnce(&mut Tx<'_>, &Arguments, &Manner) -> Result<Written> + Send + 'static,
    ) -> HttpResponse {
        let begun = Instant::now();
        let Self { app, service, caller, mut arguments, usual } = self;
        let (manner, fault) = Manner::of(&arguments, usual);
        let entry = ledger::Entry::begin(service, &caller, &arguments);
        let allowed = caller.and_then(|_| arguments.check().and(fault));
        let asked = manner.clone();
        let work = move |tx: &mut Tx<'_>| {
            if !tx.parameters.yes(ids::TELEPHONY) {
                return Err(Error::forbidden("telephony-off"));
            }
            work(tx, &arguments, &asked)
        };
        let written = match (allowed, access) {
            (Err(error), _) => Err(error),
            (Ok(()), Access::Read) => app.read(work).await,
            (Ok(()), Access::Write) => app.write(work).await,
        };
        let (response, said) = match written {
            Ok(Written::Json(body)) => {
                let body = body + &manner.ending;
                (HttpResponse::Ok().content_type(ContentType::json()).body(body.clone()), body)
            }
            Ok(Written::Text(body)) => {
                let body = body + &manner.ending;
                (HttpResponse::Ok().content_type(ContentType::plaintext()).body(body.clone()), body)
            }
            Err(error) => refuse(&error, &manner),
        };
        app.ledger.note(entry.end(app.clock.now(), response.status(), said, begun.elapsed()));
        response
    }
}

/// A dialplan does not see the status, and takes what arrives for the answer: in
/// text it is `ERRO` and the status.
fn refuse(error: &Error, manner: &Manner) -> (HttpResponse, String) {
    error.log("telephony");
    let status = error.status_code();
    let mut response = error.response(manner.language, None);
    if status == StatusCode::UNAUTHORIZED {
        let basic = actix_web::http::header::HeaderValue::from_static("Basic realm=\"Solicita\"");
        response.headers_mut().append(actix_web::http::header::WWW_AUTHENTICATE, basic);
    }
    if manner.format == Format::Json {
        let mut problem = error.problem(manner.language);
        problem.request_id = None;
        let body = serde_json::to_string(&problem).unwrap_or_default() + &manner.ending;
        return (response.set_body(body.clone()).map_into_boxed_body(), body);
    }
    let text = format!("ERRO {}{}", status.as_u16(), manner.ending);
    let mut response = response.set_body(text.clone()).map_into_boxed_body();
    let plain = actix_web::http::header::HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(actix_web::http::header::CONTENT_TYPE, plain);
    (response, text)
}
