//! `/calendars`: working hours.

use super::collection;
use crate::actions::admin::calendars;
use crate::app::Shared;
use crate::error::Result;
use crate::views;
use crate::web::extract::{IdempotencyKey, MustMatch};
use crate::web::{Admin, Require};
use actix_web::{HttpResponse, get, post, put, web};
use contract::Problem;
use contract::admin::{CalendarEdit, CalendarView};

/// All calendars, by name.
#[utoipa::path(tag = "administration", responses((status = 200, body = [CalendarView])))]
#[get("/calendars")]
pub async fn list(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    drop(caller);
    collection::list(&app, views::calendars::all).await
}

/// One calendar.
#[utoipa::path(tag = "administration", responses(
    (status = 200, body = CalendarView, headers(("ETag" = String))),
    (status = 404, body = Problem, content_type = "application/problem+json"),
))]
#[get("/calendars/{id}")]
pub async fn show(app: Shared, caller: Require<Admin>, id: web::Path<i64>) -> Result<HttpResponse> {
    drop(caller);
    collection::show(&app, move |tx| views::calendars::view(tx, id.into_inner())).await
}

/// Add a calendar.
#[utoipa::path(tag = "administration", request_body = CalendarEdit,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes repeating the HTTP request harmless.")),
    responses(
        (status = 201, body = CalendarView, headers(("ETag" = String))),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
    ))]
#[post("/calendars")]
pub async fn create(
    app: Shared,
    caller: Require<Admin>,
    key: IdempotencyKey,
    body: web::Json<CalendarEdit>,
) -> Result<HttpResponse> {
    collection::create(&app, caller.viewer, key, body.into_inner(), calendars::create, views::calendars::view).await
}

/// Change a calendar. Deadlines that were promised stay.
#[utoipa::path(tag = "administration", request_body = CalendarEdit,
    params(("If-Match" = String, Header, description = "The `ETag` of the last read.")),
    responses(
        (status = 200, body = CalendarView, headers(("ETag" = String))),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "Changed since."),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
        (status = 428, body = Problem, content_type = "application/problem+json", description = "`If-Match` is missing."),
    ))]
#[put("/calendars/{id}")]
pub async fn change(
    app: Shared,
    caller: Require<Admin>,
    id: web::Path<i64>,
    version: MustMatch,
    body: web::Json<CalendarEdit>,
) -> Result<HttpResponse> {
    let (viewer, edit) = (caller.viewer, body.into_inner());
    collection::change(&app, viewer, id.into_inner(), version, edit, calendars::change, views::calendars::view).await
}
