//! `/requests`: what one follows.

use crate::actions::{calls, open};
use crate::app::Shared;
use crate::error::Result;
use crate::policy::access;
use crate::views;
use crate::web::answer::{answer, shown};
use crate::web::extract::{IdempotencyKey, Query};
use crate::web::idempotency;
use crate::web::{Person, Require};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, post, web};
use contract::requests::{
    NewRequest, RequestFilter, RequestRow, RequestSummary, RequestView, SimilarQuery, SimilarView,
};
use contract::timeline::EmailView;
use contract::{Page, Problem};

/// One's own requests, page by page.
#[utoipa::path(tag = "requests", params(RequestFilter), responses(
    (status = 200, body = Page<RequestRow>),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Unknown filter, invalid cursor."),
))]
#[get("/requests")]
pub async fn list(app: Shared, caller: Require<Person>, query: Query<RequestFilter>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let page = app.read(move |tx| views::requests::page(tx, &viewer, &query.0)).await?;
    Ok(HttpResponse::Ok().json(page))
}

/// Counts for the tabs of *My requests*.
#[utoipa::path(tag = "requests", responses((status = 200, body = RequestSummary)))]
#[get("/requests/summary")]
pub async fn summary(app: Shared, caller: Require<Person>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let summary = app.read(move |tx| views::requests::summary(tx, &viewer)).await?;
    Ok(HttpResponse::Ok().json(summary))
}

/// One's open requests that resemble what is being typed.
#[utoipa::path(tag = "requests", params(SimilarQuery), responses((status = 200, body = [SimilarView])))]
#[get("/requests/similar")]
pub async fn similar(app: Shared, caller: Require<Person>, query: Query<SimilarQuery>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let found = app.read(move |tx| views::requests::similar(tx, &viewer, &query.0)).await?;
    Ok(HttpResponse::Ok().json(found))
}

/// Open a request.
#[utoipa::path(tag = "requests", request_body = NewRequest,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes repeating the HTTP request harmless.")),
    responses(
        (status = 201, body = RequestView),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
    ))]
#[post("/requests")]
pub async fn create(
    app: Shared,
    caller: Require<Person>,
    key: IdempotencyKey,
    body: web::Json<NewRequest>,
) -> Result<HttpResponse> {
    let (viewer, new) = (caller.viewer, body.into_inner());
    let key = key.of(&viewer);
    let body = new.clone();
    let done = idempotency::once(&app, key, &body, StatusCode::CREATED, move |tx| {
        let request = open::open(tx, &viewer, &new)?;
        if let Some(call) = new.call_id {
            calls::desk::opened(tx, &viewer, call, &request)?;
        }
        views::request::after(tx, &viewer, request)
    });
    Ok(answer(done.await?))
}

/// One request.
#[utoipa::path(tag = "requests", responses(
    (status = 200, body = RequestView, headers(("ETag" = String))),
    (status = 404, body = Problem, content_type = "application/problem+json"),
))]
#[get("/requests/{number}")]
pub async fn show(app: Shared, caller: Require<Person>, number: web::Path<i64>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let view = app
        .read(move |tx| {
            let access = access::find(tx, &viewer, number.into_inner())?;
            views::request::view(tx, &viewer, &access)
        })
        .await?;
    Ok(shown(&view))
}

/// The delivery ledger: which e-mails were sent about a request, and why others were not.
#[utoipa::path(tag = "requests", responses((status = 200, body = [EmailView])))]
#[get("/requests/{number}/emails")]
pub async fn emails(app: Shared, caller: Require<Person>, number: web::Path<i64>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let emails = app
        .read(move |tx| {
            let access = access::find(tx, &viewer, number.into_inner())?;
            views::emails::of_request(tx, &viewer, &access)
        })
        .await?;
    Ok(HttpResponse::Ok().json(emails))
}
