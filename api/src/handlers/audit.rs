//! `/audit`: what administrators did, and who looked at or for a tax id.

use crate::app::Shared;
use crate::error::Result;
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
    let language = caller.language;
    let page = app.read(move |tx| views::audit::page(tx, language, &query.0)).await?;
    Ok(HttpResponse::Ok().json(page))
}
