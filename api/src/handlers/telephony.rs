//! `/telefonia`: the web services for a PBX or an IVR. They take GET and POST, and their arguments from the query string,
//! a form or JSON, because telephone systems differ in what they can do. POST keeps tax identifiers out of the logs of
//! proxies.

mod announce;
mod answer;
mod arguments;
mod polled;
mod request_count;
mod request_facts;
mod request_list;
mod response;
mod service;
pub mod simulate;

use crate::app::Shared;
use crate::domain::telephony::Format;
use crate::error::Error;
use crate::web::UnverifiedToken;
pub use arguments::Arguments;
use request_count::CountQuery;
use request_facts::FactsQuery;
use request_list::ListQuery;
use response::{ResponseFormat, refuse};
use service::Service;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, route};
use contract::Problem;
use contract::telephony::{CallQuery, ClaimQuery, MannerQuery, Raised, RequestCount, RequestFacts, RequestNumbers};

/// A caller wants something new: raises the pop-up at the extension. Text: `S` when an open page shows it, otherwise `N`.
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
pub async fn new_request(app: Shared, token: UnverifiedToken, arguments: Arguments) -> HttpResponse {
    answer::announce(app, Service::New, token, arguments).await
}

/// A caller asks about a request: raises the pop-up with it at the extension. Text: `S` when an open page shows it,
/// otherwise `N`.
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
pub async fn view_request(app: Shared, token: UnverifiedToken, arguments: Arguments) -> HttpResponse {
    answer::announce(app, Service::View, token, arguments).await
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
pub async fn count(app: Shared, token: UnverifiedToken, arguments: Arguments) -> HttpResponse {
    answer::poll::<CountQuery>(app, token, arguments).await
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
pub async fn list(app: Shared, token: UnverifiedToken, arguments: Arguments) -> HttpResponse {
    answer::poll::<ListQuery>(app, token, arguments).await
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
pub async fn facts(app: Shared, token: UnverifiedToken, arguments: Arguments) -> HttpResponse {
    answer::poll::<FactsQuery>(app, token, arguments).await
}

/// The other spelling of [`facts`].
pub const FACTS_ACCENTED: &str = "/obterDadosSolicitação";

/// [`facts`] under its other spelling.
pub async fn facts_accented(app: Shared, token: UnverifiedToken, arguments: Arguments) -> HttpResponse {
    answer::poll::<FactsQuery>(app, token, arguments).await
}

/// Refuses an unknown path, or a method that is neither GET nor POST, in the way of the web services, because a dialplan
/// does not see the status.
pub async fn elsewhere(request: HttpRequest, arguments: Arguments) -> HttpResponse {
    let path = request.match_pattern().unwrap_or_else(|| request.path().to_owned());
    let named = Service::ALL.into_iter().find(|service| path.ends_with(service.name()));
    let service = named.or_else(|| path.ends_with(FACTS_ACCENTED).then_some(Service::Facts));
    let (format, _) = ResponseFormat::parse(&arguments, service.map_or(Format::Json, Service::default_format));
    let error = match service {
        Some(_) => Error::refused(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed"),
        None => Error::not_found(),
    };
    let (mut response, _) = refuse(&error, &format);
    if service.is_some() {
        response.headers_mut().insert(header::ALLOW, header::HeaderValue::from_static("GET, POST"));
    }
    response
}
