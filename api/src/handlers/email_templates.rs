//! `/email-templates`: subjects and bodies of what is sent.

use super::collection;
use crate::actions::admin::{preview as previews, templates};
use crate::app::Shared;
use crate::error::Result;
use crate::views;
use crate::web::extract::{IdempotencyKey, IfMatch, MustMatch};
use crate::web::{Admin, Require};
use actix_web::{HttpResponse, delete, get, post, put, web};
use contract::Problem;
use contract::admin::{TemplateEdit, TemplatePreview, TemplatePreviewRequest, TemplateView};

/// All templates, by name.
#[utoipa::path(tag = "administration", responses((status = 200, body = [TemplateView])))]
#[get("/email-templates")]
pub async fn list(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    drop(caller);
    collection::list(&app, views::templates::all).await
}

/// One template.
#[utoipa::path(tag = "administration", responses(
    (status = 200, body = TemplateView, headers(("ETag" = String))),
    (status = 404, body = Problem, content_type = "application/problem+json"),
))]
#[get("/email-templates/{id}")]
pub async fn show(app: Shared, caller: Require<Admin>, id: web::Path<i64>) -> Result<HttpResponse> {
    drop(caller);
    collection::show(&app, move |tx| views::templates::view(tx, id.into_inner())).await
}

/// Add a template.
#[utoipa::path(tag = "administration", request_body = TemplateEdit,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes repeating the HTTP request harmless.")),
    responses(
        (status = 201, body = TemplateView, headers(("ETag" = String))),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong, keys are unknown."),
    ))]
#[post("/email-templates")]
pub async fn create(
    app: Shared,
    caller: Require<Admin>,
    key: IdempotencyKey,
    body: web::Json<TemplateEdit>,
) -> Result<HttpResponse> {
    collection::create(&app, caller.viewer, key, body.into_inner(), templates::create, views::templates::view).await
}

/// Change a template.
#[utoipa::path(tag = "administration", request_body = TemplateEdit,
    params(("If-Match" = String, Header, description = "The `ETag` of the last read.")),
    responses(
        (status = 200, body = TemplateView, headers(("ETag" = String))),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "Changed since."),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong, keys are unknown."),
        (status = 428, body = Problem, content_type = "application/problem+json", description = "`If-Match` is missing."),
    ))]
#[put("/email-templates/{id}")]
pub async fn change(
    app: Shared,
    caller: Require<Admin>,
    id: web::Path<i64>,
    version: MustMatch,
    body: web::Json<TemplateEdit>,
) -> Result<HttpResponse> {
    let (viewer, edit) = (caller.viewer, body.into_inner());
    collection::change(&app, viewer, id.into_inner(), version, edit, templates::change, views::templates::view).await
}

/// Remove a template. E-mails that were made with it stay.
#[utoipa::path(tag = "administration",
    params(("If-Match" = Option<String>, Header, description = "The `ETag` of the last read.")),
    responses(
        (status = 204, description = "Removed."),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "A parameter names it."),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "Changed since."),
    ))]
#[delete("/email-templates/{id}")]
pub async fn remove(app: Shared, caller: Require<Admin>, id: web::Path<i64>, version: IfMatch) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    app.write(move |tx| templates::delete(tx, &viewer, id.into_inner(), version.0)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What a recipient would get, with the values of a real request. Nothing is saved.
#[utoipa::path(tag = "administration", request_body = TemplatePreviewRequest, responses(
    (status = 200, body = TemplatePreview),
    (status = 422, body = Problem, content_type = "application/problem+json", description = "Keys or the number are unknown."),
))]
#[post("/email-templates/preview")]
pub async fn preview(
    app: Shared,
    caller: Require<Admin>,
    body: web::Json<TemplatePreviewRequest>,
) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let preview = app.read(move |tx| previews::preview(tx, &viewer, &body)).await?;
    Ok(HttpResponse::Ok().json(preview))
}
