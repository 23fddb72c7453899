//! `/parameters`: what administrators set.

use crate::actions::admin::parameters;
use crate::app::Shared;
use crate::domain::parameters::definition;
use crate::error::{Error, Result};
use crate::views;
use crate::web::answer::tagged;
use crate::web::extract::{IfMatch, Query};
use crate::web::{Admin, Require};
use actix_web::{HttpResponse, get, put, web};
use contract::admin::{ListQuery, ParameterChange, ParameterEdit, ParameterEdits, ParameterView};
use contract::{Page, Problem};
use std::collections::BTreeMap;

/// All parameters with their values. The `ETag` changes with every change of one.
#[utoipa::path(tag = "administration", responses(
    (status = 200, body = [ParameterView], headers(("ETag" = String))),
))]
#[get("/parameters")]
pub async fn list(app: Shared, caller: Require<Admin>) -> Result<HttpResponse> {
    let language = caller.language;
    let (version, views) = app.read(move |tx| views::parameters::all(tx, language)).await?;
    Ok(tagged(version, &views))
}

/// Change parameters, all or none; order does not matter. The values of one that are
/// not given stay, so `If-Match` may be left out.
#[utoipa::path(tag = "administration", request_body = ParameterEdits,
    params(("If-Match" = Option<String>, Header, description = "The `ETag` of the last read.")),
    responses(
        (status = 200, body = [ParameterView], headers(("ETag" = String))),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "Changed since."),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Fields `values.<number>` cannot work."),
    ))]
#[put("/parameters")]
pub async fn change_all(
    app: Shared,
    caller: Require<Admin>,
    version: IfMatch,
    body: web::Json<ParameterEdits>,
) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let (version, views) = app
        .write(move |tx| {
            parameters::change(tx, &viewer, version.0, &body.values, |id| format!("values.{id}"))?;
            views::parameters::all(tx, viewer.language)
        })
        .await?;
    Ok(tagged(version, &views))
}

/// Change one parameter.
#[utoipa::path(tag = "administration", request_body = ParameterEdit,
    params(("If-Match" = Option<String>, Header, description = "The `ETag` of the last read of the list.")),
    responses(
        (status = 200, body = ParameterView, headers(("ETag" = String))),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "Changed since."),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "The value cannot work."),
    ))]
#[put("/parameters/{id}")]
pub async fn change(
    app: Shared,
    caller: Require<Admin>,
    id: web::Path<i32>,
    version: IfMatch,
    body: web::Json<ParameterEdit>,
) -> Result<HttpResponse> {
    let (viewer, id) = (caller.viewer, *id);
    if definition(id).is_none() {
        return Err(Error::not_found());
    }
    let (version, view) = app
        .write(move |tx| {
            let edits = BTreeMap::from([(id, body.into_inner().value)]);
            parameters::change(tx, &viewer, version.0, &edits, |_| "value".to_owned())?;
            views::parameters::view(tx, viewer.language, id)
        })
        .await?;
    Ok(tagged(version, &view))
}

/// Changes of one parameter, newest first.
#[utoipa::path(tag = "administration", params(ListQuery), responses(
    (status = 200, body = Page<ParameterChange>),
    (status = 404, body = Problem, content_type = "application/problem+json"),
))]
#[get("/parameters/{id}/changes")]
pub async fn changes_of(
    app: Shared,
    caller: Require<Admin>,
    id: web::Path<i32>,
    query: Query<ListQuery>,
) -> Result<HttpResponse> {
    drop(caller);
    page_of_changes(&app, Some(*id), query.0).await
}

/// Changes of all parameters, newest first.
#[utoipa::path(tag = "administration", params(ListQuery), responses((status = 200, body = Page<ParameterChange>)))]
#[get("/parameter-changes")]
pub async fn changes(app: Shared, caller: Require<Admin>, query: Query<ListQuery>) -> Result<HttpResponse> {
    drop(caller);
    page_of_changes(&app, None, query.0).await
}

async fn page_of_changes(app: &Shared, parameter: Option<i32>, query: ListQuery) -> Result<HttpResponse> {
    let page = app.read(move |tx| views::parameters::page_of_changes(tx, parameter, &query)).await?;
    Ok(HttpResponse::Ok().json(page))
}
