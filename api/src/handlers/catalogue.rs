//! `/services`: the catalogue offered to the caller.

use crate::app::Shared;
use crate::error::Result;
use crate::views;
use crate::views::filter::code;
use crate::web::extract::Query;
use crate::web::{Person, Require};
use actix_web::{HttpResponse, get, web};
use contract::Level;
use contract::catalogue::{Catalogue, Prediction};
use serde::Deserialize;
use utoipa::IntoParams;

/// Services offered to the caller, and those they ask for most.
#[utoipa::path(tag = "catalogue", responses((status = 200, body = Catalogue)))]
#[get("/services")]
pub async fn list(app: Shared, caller: Require<Person>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let catalogue = app.read(move |tx| views::catalogue::offered(tx, &viewer)).await?;
    Ok(HttpResponse::Ok().json(catalogue))
}

/// What to predict for.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PredictionQuery {
    /// Urgency; medium when left out.
    #[serde(default)]
    urgency: Option<String>,
    /// Impact; the service's when left out.
    #[serde(default)]
    impact: Option<String>,
}

/// Priority and deadline that a request would get if opened now.
#[utoipa::path(tag = "catalogue", params(PredictionQuery), responses((status = 200, body = Prediction)))]
#[get("/services/{id}/prediction")]
pub async fn predict(
    app: Shared,
    caller: Require<Person>,
    id: web::Path<i64>,
    query: Query<PredictionQuery>,
) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let urgency: Level = code("urgency", query.0.urgency.as_deref())?.unwrap_or(Level::Medium);
    let impact: Option<Level> = code("impact", query.0.impact.as_deref())?;
    let prediction =
        app.read(move |tx| views::catalogue::prediction(tx, &viewer, id.into_inner(), urgency, impact)).await?;
    Ok(HttpResponse::Ok().json(prediction))
}
