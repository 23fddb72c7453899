//! `/suspension-reasons`: why a request may be suspended.

use super::collection;
use crate::actions::admin::suspension_reasons as reasons;
use crate::app::Shared;
use crate::error::Result;
use crate::tx::Tx;
use crate::views::suspension_reasons as views;
use crate::web::extract::{IdempotencyKey, MustMatch};
use crate::web::{Admin, DeskOrAdmin, Require};
use actix_web::{HttpResponse, get, post, put, web};
use contract::Problem;
use contract::admin::SuspensionReasonEdit;
use contract::desk::SuspensionReasonView;

/// All reasons, those that are offered first.
#[utoipa::path(tag = "administration", responses((status = 200, body = [SuspensionReasonView])))]
#[get("/suspension-reasons")]
pub async fn list(app: Shared, caller: Require<DeskOrAdmin>) -> Result<HttpResponse> {
    let language = caller.language;
    collection::list(&app, move |tx| views::all(tx, language)).await
}

/// One reason.
#[utoipa::path(tag = "administration", responses(
    (status = 200, body = SuspensionReasonView, headers(("ETag" = String))),
    (status = 404, body = Problem, content_type = "application/problem+json"),
))]
#[get("/suspension-reasons/{id}")]
pub async fn show(app: Shared, caller: Require<Admin>, id: web::Path<i64>) -> Result<HttpResponse> {
    let language = caller.language;
    collection::show(&app, move |tx| views::view(tx, language, id.into_inner())).await
}

/// Add a reason.
#[utoipa::path(tag = "administration", request_body = SuspensionReasonEdit,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes repeating the HTTP request harmless.")),
    responses(
        (status = 201, body = SuspensionReasonView, headers(("ETag" = String))),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
    ))]
#[post("/suspension-reasons")]
pub async fn create(
    app: Shared,
    caller: Require<Admin>,
    key: IdempotencyKey,
    body: web::Json<SuspensionReasonEdit>,
) -> Result<HttpResponse> {
    let (viewer, edit) = (caller.viewer, body.into_inner());
    let language = viewer.language;
    collection::create(&app, viewer, key, edit, reasons::create, move |tx, id| views::view(tx, language, id)).await
}

/// Change a reason.
#[utoipa::path(tag = "administration", request_body = SuspensionReasonEdit,
    params(("If-Match" = String, Header, description = "The `ETag` of the last read.")),
    responses(
        (status = 200, body = SuspensionReasonView, headers(("ETag" = String))),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "Changed since."),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
        (status = 428, body = Problem, content_type = "application/problem+json", description = "`If-Match` is missing."),
    ))]
#[put("/suspension-reasons/{id}")]
pub async fn change(
    app: Shared,
    caller: Require<Admin>,
    id: web::Path<i64>,
    version: MustMatch,
    body: web::Json<SuspensionReasonEdit>,
) -> Result<HttpResponse> {
    let (viewer, id, edit) = (caller.viewer, id.into_inner(), body.into_inner());
    let language = viewer.language;
    let view = move |tx: &mut Tx<'_>, id| views::view(tx, language, id);
    collection::change(&app, viewer, id, version, edit, reasons::change, view).await
}
