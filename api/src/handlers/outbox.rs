//! `/outbox`: e-mails waiting, sent, given up and held back.

use crate::actions::admin::outbox;
use crate::app::Shared;
use crate::error::Result;
use crate::views;
use crate::web::extract::Query;
use crate::web::{Admin, Require};
use actix_web::{HttpResponse, get, post, web};
use contract::admin::{OutboxCounts, OutboxFilter};
use contract::timeline::EmailView;
use contract::{Page, Problem};

/// E-mails, newest first.
#[utoipa::path(tag = "administration", params(OutboxFilter), responses(
    (status = 200, body = Page<EmailView>),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Unknown filter, invalid cursor."),
))]
#[get("/outbox")]
pub async fn list(app: Shared, caller: Require<Admin>, query: Query<OutboxFilter>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let page = app.read(move |tx| views::emails::page(tx, &viewer, &query.0)).await?;
    Ok(HttpResponse::Ok().json(page))
}

/// How many e-mails are in each state.
#[utoipa::path(tag = "administration", responses((status = 200, body = OutboxCounts)))]
#[get("/outbox/counts")]
pub async fn counts(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    drop(caller);
    let counts = app.read(views::emails::counts).await?;
    Ok(HttpResponse::Ok().json(counts))
}

/// Try again to send an e-mail that waits or was given up.
#[utoipa::path(tag = "administration", responses(
    (status = 200, body = EmailView),
    (status = 404, body = Problem, content_type = "application/problem+json"),
    (status = 409, body = Problem, content_type = "application/problem+json", description = "It was sent or held back, is being sent, or all e-mail is off."),
))]
#[post("/outbox/{id}/retry")]
pub async fn retry(app: Shared, caller: Require<Admin>, id: web::Path<i64>) -> Result<HttpResponse> {
    let (viewer, id) = (caller.viewer, id.into_inner());
    let view = app
        .write(move |tx| {
            outbox::retry(tx, &viewer, id)?;
            views::emails::view(tx, &viewer, id)
        })
        .await?;
    Ok(HttpResponse::Ok().json(view))
}
