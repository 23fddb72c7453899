//! `/notices`: outage notices.

use crate::actions::notices;
use crate::app::Shared;
use crate::error::Result;
use crate::models;
use crate::web::extract::{IdempotencyKey, answer};
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
    let views = app
        .read(move |tx| {
            let rows = models::notices::in_force(tx.conn, tx.db_now())?;
            rows.into_iter().map(|row| notices::view(tx, &viewer, row)).collect::<Result<Vec<_>>>()
        })
        .await?;
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
    let done = idempotency::once(&app, key, &body, StatusCode::CREATED, move |tx| notices::publish(tx, &viewer, &edit));
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
    let viewer = caller.viewer;
    let view = app.write(move |tx| notices::change(tx, &viewer, id.into_inner(), &body)).await?;
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
    let viewer = caller.viewer;
    let view = app.write(move |tx| notices::me_too(tx, &viewer, id.into_inner())).await?;
    Ok(HttpResponse::Ok().json(view))
}
