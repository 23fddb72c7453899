//! `/telephony`: the telephony console of administrators.

use super::telephony::simulate::run_pretend_call;
use crate::actions::admin;
use crate::app::Shared;
use crate::error::Result;
use crate::views;
use crate::web::{Admin, Require};
use actix_web::web::Json;
use actix_web::{HttpResponse, get, post};
use contract::Problem;
use contract::console::{Console, ServiceCall, Simulation, SimulationResult};

/// How many of the last requests to the web services are shown.
const MAX_SERVICE_CALLS: i64 = 200;

/// How the exchange is watched, and how the web services answer.
#[utoipa::path(tag = "administration", responses((status = 200, body = Console)))]
#[get("/telephony/console")]
pub async fn show(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    let language = caller.language;
    let view = app.read(move |tx| views::console::console(tx, language)).await?;
    Ok(HttpResponse::Ok().json(view))
}

/// The last requests to the web services, the newest first, with masked tax identifiers.
#[utoipa::path(tag = "administration", responses((status = 200, body = [ServiceCall])))]
#[get("/telephony/service-calls")]
pub async fn service_calls(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    drop(caller);
    let view = app.read(|tx| views::console::service_calls(tx, MAX_SERVICE_CALLS)).await?;
    Ok(HttpResponse::Ok().json(view))
}

/// Connects to the exchange anew. The node that monitors it does so within seconds.
#[utoipa::path(tag = "administration", responses((status = 202, description = "It is told to.")))]
#[post("/telephony/reconnect")]
pub async fn reconnect(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    app.write(move |tx| admin::telephony::reconnect(tx, &viewer)).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Simulates a call: whom it matches and why, and where its pop-up is raised. Nothing of it is kept, unless `show` is true.
#[utoipa::path(tag = "administration", request_body = Simulation, responses(
    (status = 200, body = SimulationResult),
    (status = 422, body = Problem, content_type = "application/problem+json", description = "No such service."),
))]
#[post("/telephony/simulations")]
pub async fn simulate(app: Shared, caller: Require<Admin>, body: Json<Simulation>) -> Result<HttpResponse> {
    let result = run_pretend_call(&app, caller.viewer, body.into_inner()).await?;
    Ok(HttpResponse::Ok().json(result))
}
