//! `/requests/{number}/messages`, `/notes`, `/timeline`, `/history`, `/read`.

use crate::actions::{conversation, redact};
use crate::app::Shared;
use crate::error::Result;
use crate::policy::access;
use crate::views;
use crate::web::answer::answer;
use crate::web::extract::{IdempotencyKey, Query};
use crate::web::idempotency;
use crate::web::{DeskOrAdmin, Person, Require};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, post, web};
use contract::timeline::{MarkRead, NewMessage, NewNote, OccurrenceView, Redact, Timeline, TimelineQuery};
use contract::{Action, OccurrenceKind, Problem};

async fn read(app: &Shared, caller: Require<Person>, number: i64, query: TimelineQuery) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let page = app
        .read(move |tx| {
            let access = access::find(tx, &viewer, number)?;
            views::timeline::page(tx, &viewer, &access, &query)
        })
        .await?;
    Ok(HttpResponse::Ok().json(page))
}

/// Messages, notes and history of a request, newest first.
#[utoipa::path(tag = "timeline", params(TimelineQuery), responses((status = 200, body = Timeline)))]
#[get("/requests/{number}/timeline")]
pub async fn timeline(
    app: Shared,
    caller: Require<Person>,
    number: web::Path<i64>,
    query: Query<TimelineQuery>,
) -> Result<HttpResponse> {
    read(&app, caller, number.into_inner(), query.0).await
}

/// The history of a request, newest first. Needs parameter 298 on the portal.
#[utoipa::path(tag = "timeline", params(TimelineQuery), responses(
    (status = 200, body = Timeline),
    (status = 403, body = Problem, content_type = "application/problem+json", description = "Parameter 298 is off."),
))]
#[get("/requests/{number}/history")]
pub async fn history(
    app: Shared,
    caller: Require<Person>,
    number: web::Path<i64>,
    query: Query<TimelineQuery>,
) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let page = app
        .read(move |tx| {
            let access = access::find(tx, &viewer, number.into_inner())?;
            access.require(Action::ViewHistory)?;
            let query = TimelineQuery { kind: Some(OccurrenceKind::Event.as_str().to_owned()), ..query.0 };
            views::timeline::page(tx, &viewer, &access, &query)
        })
        .await?;
    Ok(HttpResponse::Ok().json(page))
}

/// The conversation about a request, newest first.
#[utoipa::path(tag = "timeline", params(TimelineQuery), responses((status = 200, body = Timeline)))]
#[get("/requests/{number}/messages")]
pub async fn messages(
    app: Shared,
    caller: Require<Person>,
    number: web::Path<i64>,
    query: Query<TimelineQuery>,
) -> Result<HttpResponse> {
    let query = TimelineQuery { kind: Some(OccurrenceKind::Message.as_str().to_owned()), ..query.0 };
    read(&app, caller, number.into_inner(), query).await
}

/// Write to the other side. Needs parameter 299.
#[utoipa::path(tag = "timeline", request_body = NewMessage,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes repeating the HTTP request harmless.")),
    responses(
        (status = 201, body = OccurrenceView),
        (status = 403, body = Problem, content_type = "application/problem+json", description = "Parameter 299 is off."),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "The request is closed."),
    ))]
#[post("/requests/{number}/messages")]
pub async fn send(
    app: Shared,
    caller: Require<Person>,
    number: web::Path<i64>,
    key: IdempotencyKey,
    body: web::Json<NewMessage>,
) -> Result<HttpResponse> {
    let (viewer, number, new) = (caller.viewer, number.into_inner(), body.into_inner());
    let key = key.of(&viewer);
    let body = new.clone();
    let done = idempotency::once(&app, key, &body, StatusCode::CREATED, move |tx| {
        let (access, row) = conversation::message(tx, &viewer, number, &new)?;
        views::timeline::one(tx, &viewer, &access, row)
    });
    Ok(answer(done.await?))
}

/// Add a note. Needs parameter 252 on the portal.
#[utoipa::path(tag = "timeline", request_body = NewNote,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes repeating the HTTP request harmless.")),
    responses(
        (status = 201, body = OccurrenceView),
        (status = 403, body = Problem, content_type = "application/problem+json", description = "Parameter 252 is off."),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "The request is closed."),
    ))]
#[post("/requests/{number}/notes")]
pub async fn add_note(
    app: Shared,
    caller: Require<Person>,
    number: web::Path<i64>,
    key: IdempotencyKey,
    body: web::Json<NewNote>,
) -> Result<HttpResponse> {
    let (viewer, number, new) = (caller.viewer, number.into_inner(), body.into_inner());
    let key = key.of(&viewer);
    let body = new.clone();
    let done = idempotency::once(&app, key, &body, StatusCode::CREATED, move |tx| {
        let (access, row) = conversation::note(tx, &viewer, number, &new)?;
        views::timeline::one(tx, &viewer, &access, row)
    });
    Ok(answer(done.await?))
}

/// Say that messages were read.
#[utoipa::path(tag = "timeline", request_body = MarkRead, responses((status = 204, description = "Noted.")))]
#[post("/requests/{number}/read")]
pub async fn mark_read(
    app: Shared,
    caller: Require<Person>,
    number: web::Path<i64>,
    body: web::Json<MarkRead>,
) -> Result<HttpResponse> {
    let (viewer, number) = (caller.viewer, number.into_inner());
    app.write(move |tx| conversation::mark_read(tx, &viewer, number, &body)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Blank a text that should not have been written; the row stays, the act is audited.
#[utoipa::path(tag = "timeline", request_body = Redact, responses((status = 200, body = OccurrenceView)))]
#[post("/requests/{number}/occurrences/{id}/redact")]
pub async fn redact_text(
    app: Shared,
    caller: Require<DeskOrAdmin>,
    path: web::Path<(i64, i64)>,
    body: web::Json<Redact>,
) -> Result<HttpResponse> {
    let (viewer, (number, id)) = (caller.viewer, path.into_inner());
    let view = app
        .write(move |tx| {
            let (access, row) = redact::redact(tx, &viewer, number, id, &body)?;
            views::timeline::one(tx, &viewer, &access, row)
        })
        .await?;
    Ok(HttpResponse::Ok().json(view))
}
