//! `/outbox`: e-mails waiting, sent, given up and held back.

use crate::actions::admin::outbox;
use crate::actions::validate;
use crate::app::Shared;
use crate::error::Result;
use crate::models;
use crate::models::emails::EmailFilter;
use crate::models::page;
use crate::views;
use crate::web::extract::{Query, code};
use crate::web::{Admin, Require};
use actix_web::{HttpResponse, get, post, web};
use contract::admin::{OutboxCounts, OutboxFilter};
use contract::timeline::EmailView;
use contract::{EmailState, Page, Problem};

/// E-mails, newest first.
#[utoipa::path(tag = "administration", params(OutboxFilter), responses(
    (status = 200, body = Page<EmailView>),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Unknown filter, invalid cursor."),
))]
#[get("/outbox")]
pub async fn list(app: Shared, caller: Require<Admin>, query: Query<OutboxFilter>) -> Result<HttpResponse> {
    let (viewer, query) = (caller.viewer, query.0);
    let size = page::size(query.page_size)?;
    let words = validate::typed_words(query.search.as_deref())?;
    let filter = EmailFilter { state: code("state", query.state.as_deref())?, words };
    let page = app
        .read(move |tx| {
            let mut page = models::emails::page(tx.conn, &filter, query.cursor.as_deref(), size)?;
            let items = views::emails::views(tx, &viewer, true, std::mem::take(&mut page.items))?;
            Ok(page::map(page, items))
        })
        .await?;
    Ok(HttpResponse::Ok().json(page))
}

/// How many e-mails are in each state.
#[utoipa::path(tag = "administration", responses((status = 200, body = OutboxCounts)))]
#[get("/outbox/counts")]
pub async fn counts(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    drop(caller);
    let counted = app.read(|tx| Ok(models::emails::counts(tx.conn)?)).await?;
    let of = |state| counted.iter().find(|(other, _)| *other == state).map_or(0, |(_, count)| *count);
    let counts = OutboxCounts {
        pending: of(EmailState::Pending),
        sent: of(EmailState::Sent),
        failed: of(EmailState::Failed),
        suppressed: of(EmailState::Suppressed),
    };
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
    let viewer = caller.viewer;
    let view = app.write(move |tx| outbox::retry(tx, &viewer, id.into_inner())).await?;
    Ok(HttpResponse::Ok().json(view))
}
