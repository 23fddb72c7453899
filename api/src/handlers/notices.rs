//! `/notices`: outage notices.

use crate::actions::notices;
use crate::app::Shared;
use crate::error::Result;
use crate::views;
use crate::web::answer::answer;
use crate::web::extract::IdempotencyKey;
use crate::web::idempotency;
use crate::web::{DeskOrAdmin, Person, Require};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, delete, get, post, put, web};
use contract::catalogue::{NoticeEdit, NoticeView};

/// Notices in force, newest first.
#[utoipa::path(tag = "notices", responses((status = 200, body = [NoticeView])))]
#[get("/notices")]
pub async fn list(app: Shared, caller: Require<Person>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let views = app.read(move |tx| views::notices::in_force(tx, &viewer)).await?;
    Ok(HttpResponse::Ok().json(views))
}

/// Publish a notice.
#[utoipa::path(tag = "notices", request_body = NoticeEdit, responses((status = 201, body = NoticeView)))]
#[post("/notices")]
pub async fn publish(
    app: Shared,
    caller: Require<DeskOrAdmin>,
    key: IdempotencyKey,
    body: web::Json<NoticeEdit>,
) -> Result<HttpResponse> {
    let (viewer, edit) = (caller.viewer, body.into_inner());
    let key = key.of(&viewer);
    let body = edit.clone();
    let done = idempotency::once(&app, key, &body, StatusCode::CREATED, move |tx| {
        let id = notices::publish(tx, &viewer, &edit)?;
        views::notices::view(tx, &viewer, id)
    });
    Ok(answer(done.await?))
}

/// Change a notice.
#[utoipa::path(tag = "notices", request_body = NoticeEdit, responses((status = 200, body = NoticeView)))]
#[put("/notices/{id}")]
pub async fn change(
    app: Shared,
    caller: Require<DeskOrAdmin>,
    id: web::Path<i64>,
    body: web::Json<NoticeEdit>,
) -> Result<HttpResponse> {
    let (viewer, id) = (caller.viewer, id.into_inner());
    let view = app
        .write(move |tx| {
            notices::change(tx, &viewer, id, &body)?;
            views::notices::view(tx, &viewer, id)
        })
        .await?;
    Ok(HttpResponse::Ok().json(view))
}

/// End a notice.
#[utoipa::path(tag = "notices", responses((status = 204, description = "Ended.")))]
#[delete("/notices/{id}")]
pub async fn end(app: Shared, caller: Require<DeskOrAdmin>, id: web::Path<i64>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    app.write(move |tx| notices::end(tx, &viewer, id.into_inner())).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Say *me too*; twice is once.
#[utoipa::path(tag = "notices", responses((status = 200, body = NoticeView)))]
#[post("/notices/{id}/me-too")]
pub async fn me_too(app: Shared, caller: Require<Person>, id: web::Path<i64>) -> Result<HttpResponse> {
    let (viewer, id) = (caller.viewer, id.into_inner());
    let view = app
        .write(move |tx| {
            notices::me_too(tx, &viewer, id)?;
            views::notices::view(tx, &viewer, id)
        })
        .await?;
    Ok(HttpResponse::Ok().json(view))
}
