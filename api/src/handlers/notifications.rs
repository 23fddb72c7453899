//! `/notifications`: the bell.

use crate::actions::notifications;
use crate::app::Shared;
use crate::error::Result;
use crate::views;
use crate::web::extract::Query;
use crate::web::{Person, Require};
use actix_web::{HttpResponse, get, post, web};
use contract::Page;
use contract::admin::ListQuery;
use contract::live::{NotificationView, ReadNotifications};

/// One's notifications, newest first.
#[utoipa::path(tag = "notifications", params(ListQuery), responses((status = 200, body = Page<NotificationView>)))]
#[get("/notifications")]
pub async fn list(app: Shared, caller: Require<Person>, query: Query<ListQuery>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let page = app.read(move |tx| views::notifications::page(tx, &viewer, &query.0)).await?;
    Ok(HttpResponse::Ok().json(page))
}

/// Mark notifications as read, up to one or all.
#[utoipa::path(tag = "notifications", request_body = ReadNotifications, responses((status = 204, description = "Marked.")))]
#[post("/notifications/read")]
pub async fn mark_read(
    app: Shared,
    caller: Require<Person>,
    body: web::Json<ReadNotifications>,
) -> Result<HttpResponse> {
    let (viewer, up_to) = (caller.viewer, body.up_to);
    app.write(move |tx| notifications::mark_read(tx, &viewer, up_to)).await?;
    Ok(HttpResponse::NoContent().finish())
}
