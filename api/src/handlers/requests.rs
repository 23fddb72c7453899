//! `/requests`: what one follows.

use crate::actions::{open, validate};
use crate::app::Shared;
use crate::auth::Viewer;
use crate::domain::lifecycle::UNFINISHED;
use crate::domain::text;
use crate::error::Result;
use crate::models::page::{self, Order};
use crate::models::requests::Request;
use crate::models::requests::lists::{self, Filter, Scope};
use crate::policy::{self, access};
use crate::tx::Tx;
use crate::views;
use crate::web::extract::{IdempotencyKey, Query, answer, code, codes, tagged};
use crate::web::idempotency;
use crate::web::{Person, Require};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, post, web};
use contract::requests::{
    NewRequest, RequestFilter, RequestRow, RequestSummary, RequestView, SimilarQuery, SimilarView,
};
use contract::timeline::EmailView;
use contract::{Action, Page, Problem, Situation, limits};

/// One's own requests, page by page.
#[utoipa::path(tag = "requests", params(RequestFilter), responses(
    (status = 200, body = Page<RequestRow>),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Unknown filter, invalid cursor."),
))]
#[get("/requests")]
pub async fn list(app: Shared, caller: Require<Person>, query: Query<RequestFilter>) -> Result<HttpResponse> {
    let (viewer, query) = (caller.viewer, query.0);
    let order = Order::parse(query.sort.as_deref(), query.order.as_deref())?;
    let size = page::size(query.page_size)?;
    let situations = codes("situation", query.situation.as_deref())?;
    let request_type = code("type", query.request_type.as_deref())?;
    let words = validate::words(query.search.as_deref())?;
    let page = app
        .read(move |tx| {
            let scope = policy::lists::mine(&viewer);
            let waiting_for_requester = query.waiting.unwrap_or(false);
            let all = Filter::new(scope, tx.db_now());
            let search = policy::lists::search(tx, &viewer, words)?;
            let filter = Filter { situations, request_type, search, waiting_for_requester, ..all };
            let mut page = lists::page(tx.conn, &filter, order, query.cursor.as_deref(), size)?;
            let items = views::rows::rows(tx, &viewer, std::mem::take(&mut page.items))?;
            Ok(page::map(page, items))
        })
        .await?;
    Ok(HttpResponse::Ok().json(page))
}

/// Counts for the tabs of *My requests*.
#[utoipa::path(tag = "requests", responses((status = 200, body = RequestSummary)))]
#[get("/requests/summary")]
pub async fn summary(app: Shared, caller: Require<Person>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let summary = app.read(move |tx| count(tx, &viewer)).await?;
    Ok(HttpResponse::Ok().json(summary))
}

fn count(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<RequestSummary> {
    let all = Filter::new(policy::lists::mine(viewer), tx.db_now());
    let with = |situations: &[Situation]| Filter { situations: situations.to_vec(), ..all.clone() };
    let active = [UNFINISHED.as_slice(), &[Situation::Resolved]].concat();
    Ok(RequestSummary {
        active: lists::count(tx.conn, &with(&active))?,
        waiting_for_you: lists::count(tx.conn, &Filter { waiting_for_requester: true, ..all.clone() })?,
        ended: lists::count(tx.conn, &with(&[Situation::Closed, Situation::Cancelled]))?,
        all: lists::count(tx.conn, &all)?,
        unread: lists::count(tx.conn, &Filter { unread_by_requester: true, ..all.clone() })?,
    })
}

/// One's open requests that resemble what is being typed.
#[utoipa::path(tag = "requests", params(SimilarQuery), responses((status = 200, body = [SimilarView])))]
#[get("/requests/similar")]
pub async fn similar(app: Shared, caller: Require<Person>, query: Query<SimilarQuery>) -> Result<HttpResponse> {
    let (viewer, query) = (caller.viewer, query.0);
    let found = app.read(move |tx| find_similar(tx, &viewer, &query)).await?;
    Ok(HttpResponse::Ok().json(found))
}

fn find_similar(tx: &mut Tx<'_>, viewer: &Viewer, query: &SimilarQuery) -> Result<Vec<SimilarView>> {
    let typed: String = query.text.chars().take(limits::TITLE * 5).collect();
    let filter = Filter { situations: UNFINISHED.to_vec(), ..Filter::new(Scope::Of(viewer.id()), tx.db_now()) };
    let order = Order { sort: page::Sort::OpenedAt, descending: true };
    let recent = lists::page(tx.conn, &filter, order, None, 100)?;
    let mut scored: Vec<(f64, Request)> = recent
        .items
        .into_iter()
        .filter_map(|row| {
            let same_service = Some(row.service_id) == query.service_id;
            text::resemblance(&typed, &row.title, &row.description, same_service).map(|score| (score, row))
        })
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let rows: Vec<Request> = scored.into_iter().take(3).map(|(_, row)| row).collect();
    let titles: Vec<String> = rows.iter().map(|row| row.title.clone()).collect();
    let lines = views::rows::rows(tx, viewer, rows)?;
    let views = lines.into_iter().zip(titles).map(|(line, title)| SimilarView {
        number: line.number,
        title,
        situation: line.situation,
        can_message: line.actions.contains(&Action::Message),
        responsible: line.responsible,
        opened_at: line.opened_at,
    });
    Ok(views.collect())
}

/// Open a request.
#[utoipa::path(tag = "requests", request_body = NewRequest,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes repeating the call harmless.")),
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
    Ok(tagged(view.row.version, &view))
}

/// The delivery ledger: which e-mails were sent about a request, and why others were not.
#[utoipa::path(tag = "requests", responses((status = 200, body = [EmailView])))]
#[get("/requests/{number}/emails")]
pub async fn emails(app: Shared, caller: Require<Person>, number: web::Path<i64>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let emails = app
        .read(move |tx| {
            let access = access::find(tx, &viewer, number.into_inner())?;
            access.require(Action::ViewEmails)?;
            let rows = crate::models::emails::of_request(tx.conn, access.request.id)?;
            views::emails::views(tx, &viewer, true, rows)
        })
        .await?;
    Ok(HttpResponse::Ok().json(emails))
}
