//! `/services/all`, `/services/{id}`, `/service-categories`: the catalogue, as
//! administrators keep it.

use super::collection;
use crate::actions::admin::services;
use crate::app::Shared;
use crate::error::Result;
use crate::views;
use crate::web::extract::{IdempotencyKey, MustMatch};
use crate::web::{Admin, Require};
use actix_web::{HttpResponse, get, post, put, web};
use contract::Problem;
use contract::admin::{ServiceAdminView, ServiceCategoryEdit, ServiceCategoryView, ServiceEdit};

/// All services, offered or not, by name.
#[utoipa::path(tag = "administration", responses((status = 200, body = [ServiceAdminView])))]
#[get("/services/all")]
pub async fn list(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    drop(caller);
    collection::list(&app, views::services::all).await
}

/// One service.
#[utoipa::path(tag = "administration", responses(
    (status = 200, body = ServiceAdminView, headers(("ETag" = String))),
    (status = 404, body = Problem, content_type = "application/problem+json"),
))]
#[get("/services/{id}")]
pub async fn show(app: Shared, caller: Require<Admin>, id: web::Path<i64>) -> Result<HttpResponse> {
    drop(caller);
    collection::show(&app, move |tx| views::services::view(tx, id.into_inner())).await
}

/// Add a service.
#[utoipa::path(tag = "administration", request_body = ServiceEdit,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes repeating the HTTP request harmless.")),
    responses(
        (status = 201, body = ServiceAdminView, headers(("ETag" = String))),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
    ))]
#[post("/services")]
pub async fn create(
    app: Shared,
    caller: Require<Admin>,
    key: IdempotencyKey,
    body: web::Json<ServiceEdit>,
) -> Result<HttpResponse> {
    collection::create(&app, caller.viewer, key, body.into_inner(), services::create, views::services::view).await
}

/// Change a service. Requests that exist keep group, priority and deadline.
#[utoipa::path(tag = "administration", request_body = ServiceEdit,
    params(("If-Match" = String, Header, description = "The `ETag` of the last read.")),
    responses(
        (status = 200, body = ServiceAdminView, headers(("ETag" = String))),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "Changed since."),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
        (status = 428, body = Problem, content_type = "application/problem+json", description = "`If-Match` is missing."),
    ))]
#[put("/services/{id}")]
pub async fn change(
    app: Shared,
    caller: Require<Admin>,
    id: web::Path<i64>,
    version: MustMatch,
    body: web::Json<ServiceEdit>,
) -> Result<HttpResponse> {
    let (viewer, edit) = (caller.viewer, body.into_inner());
    collection::change(&app, viewer, id.into_inner(), version, edit, services::change, views::services::view).await
}

/// All categories, in the order of the page.
#[utoipa::path(tag = "administration", responses((status = 200, body = [ServiceCategoryView])))]
#[get("/service-categories")]
pub async fn category_list(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    drop(caller);
    collection::list(&app, views::services::categories).await
}

/// One category.
#[utoipa::path(tag = "administration", responses(
    (status = 200, body = ServiceCategoryView, headers(("ETag" = String))),
    (status = 404, body = Problem, content_type = "application/problem+json"),
))]
#[get("/service-categories/{id}")]
pub async fn category_show(app: Shared, caller: Require<Admin>, id: web::Path<i64>) -> Result<HttpResponse> {
    drop(caller);
    collection::show(&app, move |tx| views::services::category(tx, id.into_inner())).await
}

/// Add a category.
#[utoipa::path(tag = "administration", request_body = ServiceCategoryEdit,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes repeating the HTTP request harmless.")),
    responses(
        (status = 201, body = ServiceCategoryView, headers(("ETag" = String))),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
    ))]
#[post("/service-categories")]
pub async fn category_create(
    app: Shared,
    caller: Require<Admin>,
    key: IdempotencyKey,
    body: web::Json<ServiceCategoryEdit>,
) -> Result<HttpResponse> {
    collection::create(
        &app,
        caller.viewer,
        key,
        body.into_inner(),
        services::create_category,
        views::services::category,
    )
    .await
}

/// Change a category.
#[utoipa::path(tag = "administration", request_body = ServiceCategoryEdit,
    params(("If-Match" = String, Header, description = "The `ETag` of the last read.")),
    responses(
        (status = 200, body = ServiceCategoryView, headers(("ETag" = String))),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "Changed since."),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
        (status = 428, body = Problem, content_type = "application/problem+json", description = "`If-Match` is missing."),
    ))]
#[put("/service-categories/{id}")]
pub async fn category_change(
    app: Shared,
    caller: Require<Admin>,
    id: web::Path<i64>,
    version: MustMatch,
    body: web::Json<ServiceCategoryEdit>,
) -> Result<HttpResponse> {
    let (viewer, id, edit) = (caller.viewer, id.into_inner(), body.into_inner());
    collection::change(&app, viewer, id, version, edit, services::change_category, views::services::category).await
}
