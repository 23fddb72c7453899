//! `/people`: found by the desk, kept by administrators.

use super::collection;
use crate::actions::admin::{people, tax_ids};
use crate::actions::validate;
use crate::app::Shared;
use crate::error::Result;
use crate::models;
use crate::models::page;
use crate::models::people::PeopleFilter;
use crate::views;
use crate::web::extract::{IdempotencyKey, MustMatch, Query, code};
use crate::web::{Admin, DeskOrAdmin, Require};
use actix_web::{HttpResponse, delete, get, post, put, web};
use contract::admin::{PersonEdit, PersonView};
use contract::desk::{PersonFilter, PersonHit, PersonSearch, RevealedTaxId};
use contract::{Page, Problem};

/// People, by name, page by page.
#[utoipa::path(tag = "people", params(PersonFilter), responses(
    (status = 200, body = Page<PersonHit>),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Unknown filter, invalid cursor."),
))]
#[get("/people")]
pub async fn list(app: Shared, caller: Require<DeskOrAdmin>, query: Query<PersonFilter>) -> Result<HttpResponse> {
    drop(caller);
    let query = query.0;
    let size = page::size(query.page_size)?;
    let words = validate::words(query.search.as_deref())?;
    let filter = PeopleFilter { words, role: code("role", query.role.as_deref())?, active: query.active };
    let page = app
        .read(move |tx| {
            let mut page = models::people::page(tx.conn, &filter, query.cursor.as_deref(), size)?;
            let items = views::people::hits(tx, std::mem::take(&mut page.items))?;
            Ok(page::map(page, items))
        })
        .await?;
    Ok(HttpResponse::Ok().json(page))
}

/// People by CPF or CNPJ, which stays out of addresses and logs. Audited.
#[utoipa::path(tag = "people", request_body = PersonSearch, responses(
    (status = 200, body = [PersonHit]),
    (status = 422, body = Problem, content_type = "application/problem+json", description = "No CPF and no CNPJ."),
))]
#[post("/people/search")]
pub async fn search(app: Shared, caller: Require<DeskOrAdmin>, body: web::Json<PersonSearch>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let hits = app.write(move |tx| tax_ids::search(tx, &viewer, &body)).await?;
    Ok(HttpResponse::Ok().json(hits))
}

/// Show the CPF or CNPJ of a person in full. Audited.
#[utoipa::path(tag = "people", responses((status = 200, body = RevealedTaxId)))]
#[post("/people/{id}/reveal")]
pub async fn reveal(app: Shared, caller: Require<DeskOrAdmin>, id: web::Path<i64>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let revealed = app.write(move |tx| tax_ids::reveal(tx, &viewer, id.into_inner())).await?;
    Ok(HttpResponse::Ok().json(revealed))
}

/// One person.
#[utoipa::path(tag = "people", responses(
    (status = 200, body = PersonView, headers(("ETag" = String))),
    (status = 404, body = Problem, content_type = "application/problem+json"),
))]
#[get("/people/{id}")]
pub async fn show(app: Shared, caller: Require<Admin>, id: web::Path<i64>) -> Result<HttpResponse> {
    drop(caller);
    collection::show(&app, move |tx| people::show(tx, id.into_inner())).await
}

/// Register a person. They set a password with an e-mailed link.
#[utoipa::path(tag = "people", request_body = PersonEdit,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes repeating the call harmless.")),
    responses(
        (status = 201, body = PersonView, headers(("ETag" = String))),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
    ))]
#[post("/people")]
pub async fn create(
    app: Shared,
    caller: Require<Admin>,
    key: IdempotencyKey,
    body: web::Json<PersonEdit>,
) -> Result<HttpResponse> {
    collection::create(&app, caller.viewer, key, body.into_inner(), people::create).await
}

/// Change a person. A tax id that is left out stays, an empty one goes.
#[utoipa::path(tag = "people", request_body = PersonEdit,
    params(("If-Match" = String, Header, description = "The `ETag` of the last read.")),
    responses(
        (status = 200, body = PersonView, headers(("ETag" = String))),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "No administrator would be left."),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "Changed since."),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields are wrong."),
        (status = 428, body = Problem, content_type = "application/problem+json", description = "`If-Match` is missing."),
    ))]
#[put("/people/{id}")]
pub async fn change(
    app: Shared,
    caller: Require<Admin>,
    id: web::Path<i64>,
    version: MustMatch,
    body: web::Json<PersonEdit>,
) -> Result<HttpResponse> {
    collection::change(&app, caller.viewer, id.into_inner(), version, body.into_inner(), people::change).await
}

/// Send a person a link to set a password.
#[utoipa::path(tag = "people", responses(
    (status = 202, description = "It is on its way."),
    (status = 409, body = Problem, content_type = "application/problem+json", description = "Inactive, or without an address."),
))]
#[post("/people/{id}/password-link")]
pub async fn password_link(app: Shared, caller: Require<Admin>, id: web::Path<i64>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    app.write(move |tx| people::send_password_link(tx, &viewer, id.into_inner())).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// End all sessions of a person.
#[utoipa::path(tag = "people", responses((status = 204, description = "Ended.")))]
#[delete("/people/{id}/sessions")]
pub async fn end_sessions(app: Shared, caller: Require<Admin>, id: web::Path<i64>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    app.write(move |tx| people::end_sessions(tx, &viewer, id.into_inner())).await?;
    Ok(HttpResponse::NoContent().finish())
}
