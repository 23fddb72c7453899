//! `/groups`: groups of attendants, with their members.

use super::collection;
use crate::actions::admin::groups;
use crate::app::Shared;
use crate::error::Result;
use crate::views;
use crate::web::extract::{IdempotencyKey, MustMatch};
use crate::web::{Admin, DeskOrAdmin, Require};
use actix_web::{HttpResponse, get, post, put, web};
use contract::Problem;
use contract::admin::{GroupEdit, GroupView};

/// All groups with their active members, by name.
#[utoipa::path(tag = "administration", responses((status = 200, body = [GroupView])))]
#[get("/groups")]
pub async fn list(app: Shared, caller: Require<DeskOrAdmin>) -> Result<HttpResponse> {
    drop(caller);
    collection::list(&app, views::groups::all).await
}

/// One group.
#[utoipa::path(tag = "administration", responses(
    (status = 200, body = GroupView, headers(("ETag" = String))),
    (status = 404, body = Problem, content_type = "application/problem+json"),
))]
#[get("/groups/{id}")]
pub async fn show(app: Shared, caller: Require<Admin>, id: web::Path<i64>) -> Result<HttpResponse> {
    drop(caller);
    collection::show(&app, move |tx| views::groups::view(tx, id.into_inner())).await
}

/// Add a group.
#[utoipa::path(tag = "administration", request_body = GroupEdit,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes repeating the HTTP request harmless.")),
    responses(
        (status = 201, body = GroupView, headers(("ETag" = String))),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
    ))]
#[post("/groups")]
pub async fn create(
    app: Shared,
    caller: Require<Admin>,
    key: IdempotencyKey,
    body: web::Json<GroupEdit>,
) -> Result<HttpResponse> {
    collection::create(&app, caller.viewer, key, body.into_inner(), groups::create, views::groups::view).await
}

/// Change a group; its members are replaced.
#[utoipa::path(tag = "administration", request_body = GroupEdit,
    params(("If-Match" = String, Header, description = "The `ETag` of the last read.")),
    responses(
        (status = 200, body = GroupView, headers(("ETag" = String))),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "To be deactivated, but needed by requests, services or a parameter."),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "Changed since."),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
        (status = 428, body = Problem, content_type = "application/problem+json", description = "`If-Match` is missing."),
    ))]
#[put("/groups/{id}")]
pub async fn change(
    app: Shared,
    caller: Require<Admin>,
    id: web::Path<i64>,
    version: MustMatch,
    body: web::Json<GroupEdit>,
) -> Result<HttpResponse> {
    let (viewer, edit) = (caller.viewer, body.into_inner());
    collection::change(&app, viewer, id.into_inner(), version, edit, groups::change, views::groups::view).await
}
