//! `/notifications`: the bell.

use crate::actions::notifications;
use crate::app::Shared;
use crate::error::Result;
use crate::models;
use crate::models::page::{self, Cursor};
use crate::views;
use crate::web::extract::Query;
use crate::web::{Person, Require};
use actix_web::{HttpResponse, get, post, web};
use contract::Page;
use contract::admin::ListQuery;
use contract::live::{NotificationView, ReadNotifications};

const ORDER: &str = "notifications";

/// One's notifications, newest first.
#[utoipa::path(tag = "notifications", params(ListQuery), responses((status = 200, body = Page<NotificationView>)))]
#[get("/notifications")]
pub async fn list(app: Shared, caller: Require<Person>, query: Query<ListQuery>) -> Result<HttpResponse> {
    let (viewer, query) = (caller.viewer, query.0);
    let size = page::size(query.page_size)?;
    let cursor = Cursor::decode(query.cursor.as_deref(), ORDER)?;
    let page = app
        .read(move |tx| {
            let before = cursor.as_ref().map(|cursor| cursor.id);
            let rows = models::notifications::of_person(tx.conn, viewer.id(), before, size + 1)?;
            let total = models::notifications::count(tx.conn, viewer.id())?;
            // Read forwards only: a list under a bell has no “back”.
            let mut page = page::assemble(rows, size, None, total, |row| (ORDER.to_owned(), String::new(), row.id));
            let items = views::notifications::views(tx, &viewer, std::mem::take(&mut page.items))?;
            Ok(page::map(page, items))
        })
        .await?;
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
