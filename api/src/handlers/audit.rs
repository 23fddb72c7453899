//! `/audit`: what administrators did, and who looked at or for a tax id.

use crate::actions::validate;
use crate::app::Shared;
use crate::error::Result;
use crate::models;
use crate::models::page;
use crate::views;
use crate::web::extract::Query;
use crate::web::{Admin, Require};
use actix_web::{HttpResponse, get};
use contract::admin::{AuditView, ListQuery};
use contract::{Page, Problem};

/// The audit trail, newest first.
#[utoipa::path(tag = "administration", params(ListQuery), responses(
    (status = 200, body = Page<AuditView>),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Unknown filter, invalid cursor."),
))]
#[get("/audit")]
pub async fn list(app: Shared, caller: Require<Admin>, query: Query<ListQuery>) -> Result<HttpResponse> {
    let (language, query) = (caller.language, query.0);
    let size = page::size(query.page_size)?;
    let words = validate::typed_words(query.search.as_deref())?;
    let page = app
        .read(move |tx| {
            let mut page = models::audit::page(tx.conn, &words, query.cursor.as_deref(), size)?;
            let items = views::audit::views(tx, language, std::mem::take(&mut page.items))?;
            Ok(page::map(page, items))
        })
        .await?;
    Ok(HttpResponse::Ok().json(page))
}
