//! `/queue`: what the desk serves.

use crate::app::Shared;
use crate::error::Result;
use crate::policy::access;
use crate::views;
use crate::web::extract::Query;
use crate::web::{Desk, DeskOrAdmin, Require};
use actix_web::{HttpResponse, get, web};
use contract::desk::{DelegationTarget, QueueCounts, QueueFilter, RequesterPanel};
use contract::requests::RequestRow;
use contract::{Page, Problem};

/// Requests of the viewer's groups, page by page.
#[utoipa::path(tag = "desk", params(QueueFilter), responses(
    (status = 200, body = Page<RequestRow>),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Unknown filter, invalid cursor."),
))]
#[get("/queue")]
pub async fn list(app: Shared, caller: Require<DeskOrAdmin>, query: Query<QueueFilter>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let page = app.read(move |tx| views::queue::page(tx, &viewer, &query.0)).await?;
    Ok(HttpResponse::Ok().json(page))
}

/// Counts of the queue's views: open requests that match the other filters.
#[utoipa::path(tag = "desk", params(QueueFilter), responses((status = 200, body = QueueCounts)))]
#[get("/queue/counts")]
pub async fn counts(app: Shared, caller: Require<DeskOrAdmin>, query: Query<QueueFilter>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let counts = app.read(move |tx| views::queue::counts(tx, &viewer, query.0)).await?;
    Ok(HttpResponse::Ok().json(counts))
}

/// The requester's data, beside the open request.
#[utoipa::path(tag = "desk", responses((status = 200, body = RequesterPanel)))]
#[get("/requests/{number}/requester")]
pub async fn requester(app: Shared, caller: Require<DeskOrAdmin>, number: web::Path<i64>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let panel = app
        .read(move |tx| {
            let access = access::find(tx, &viewer, number.into_inner())?;
            views::panel::panel(tx, &viewer, &access)
        })
        .await?;
    Ok(HttpResponse::Ok().json(panel))
}

/// Groups and people that a request can be given to.
#[utoipa::path(tag = "desk", responses((status = 200, body = [DelegationTarget])))]
#[get("/delegation-targets")]
pub async fn delegation_targets(app: Shared, caller: Require<Desk>) -> Result<HttpResponse> {
    drop(caller);
    let targets = app.read(views::queue::delegation_targets).await?;
    Ok(HttpResponse::Ok().json(targets))
}
