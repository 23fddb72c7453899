//! `/units`: branches, departments.

use super::collection;
use crate::actions::admin::units;
use crate::app::Shared;
use crate::error::Result;
use crate::views;
use crate::web::extract::{IdempotencyKey, MustMatch};
use crate::web::{Admin, DeskOrAdmin, Require};
use actix_web::{HttpResponse, get, post, put, web};
use contract::Problem;
use contract::admin::{UnitEdit, UnitView};

/// All units, by name.
#[utoipa::path(tag = "administration", responses((status = 200, body = [UnitView])))]
#[get("/units")]
pub async fn list(app: Shared, caller: Require<DeskOrAdmin>) -> Result<HttpResponse> {
    drop(caller);
    collection::list(&app, views::units::all).await
}

/// One unit.
#[utoipa::path(tag = "administration", responses(
    (status = 200, body = UnitView, headers(("ETag" = String))),
    (status = 404, body = Problem, content_type = "application/problem+json"),
))]
#[get("/units/{id}")]
pub async fn show(app: Shared, caller: Require<Admin>, id: web::Path<i64>) -> Result<HttpResponse> {
    drop(caller);
    collection::show(&app, move |tx| views::units::view(tx, id.into_inner())).await
}

/// Add a unit.
#[utoipa::path(tag = "administration", request_body = UnitEdit,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes repeating the HTTP request harmless.")),
    responses(
        (status = 201, body = UnitView, headers(("ETag" = String))),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
    ))]
#[post("/units")]
pub async fn create(
    app: Shared,
    caller: Require<Admin>,
    key: IdempotencyKey,
    body: web::Json<UnitEdit>,
) -> Result<HttpResponse> {
    collection::create(&app, caller.viewer, key, body.into_inner(), units::create, views::units::view).await
}

/// Change a unit.
#[utoipa::path(tag = "administration", request_body = UnitEdit,
    params(("If-Match" = String, Header, description = "The `ETag` of the last read.")),
    responses(
        (status = 200, body = UnitView, headers(("ETag" = String))),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "Changed since."),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
        (status = 428, body = Problem, content_type = "application/problem+json", description = "`If-Match` is missing."),
    ))]
#[put("/units/{id}")]
pub async fn change(
    app: Shared,
    caller: Require<Admin>,
    id: web::Path<i64>,
    version: MustMatch,
    body: web::Json<UnitEdit>,
) -> Result<HttpResponse> {
    let (viewer, edit) = (caller.viewer, body.into_inner());
    collection::change(&app, viewer, id.into_inner(), version, edit, units::change, views::units::view).await
}
