//! `/telephony`: the console of administrators.

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

/// How many of the last calls are shown.
const CALLS: i64 = 200;

/// How the exchange is watched, and how the web services answer.
#[utoipa::path(tag = "administration", responses((status = 200, body = Console)))]
#[get("/telephony/console")]
pub async fn show(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    let language = caller.language;
    let view = app.read(move |tx| views::console::console(tx, language)).await?;
    Ok(HttpResponse::Ok().json(view))
}

/// The last calls to the web services, the newest first, tax identifiers masked.
#[utoipa::path(tag = "administration", responses((status = 200, body = [ServiceCall])))]
#[get("/telephony/service-calls")]
pub async fn service_calls(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    drop(caller);
    let view = app.read(|tx| views::console::service_calls(tx, CALLS)).await?;
    Ok(HttpResponse::Ok().json(view))
}

/// Connect to the exchange anew. Whichever node watches does so within seconds.
#[utoipa::path(tag = "administration", responses((status = 202, description = "It is told to.")))]
#[post("/telephony/reconnect")]
pub async fn reconnect(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    app.write(move |tx| admin::telephony::reconnect(tx, &viewer)).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// A pretend call: whom it would match, why, and where it would pop up. Nothing of it is kept, unless `show` says so.
#[utoipa::path(tag = "administration", request_body = Simulation, responses(
    (status = 200, body = SimulationResult),
    (status = 422, body = Problem, content_type = "application/problem+json", description = "No such service."),
))]
#[post("/telephony/simulations")]
pub async fn simulate(app: Shared, caller: Require<Admin>, body: Json<Simulation>) -> Result<HttpResponse> {
    let result = run_pretend_call(&app, caller.viewer, body.into_inner()).await?;
    Ok(HttpResponse::Ok().json(result))
}
