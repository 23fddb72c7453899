//! `/me/extension`: where an attendant answers the telephone (*Atendimento*).

use crate::actions::extensions;
use crate::app::Shared;
use crate::error::Result;
use crate::views;
use crate::web::{Desk, Require};
use actix_web::web::Json;
use actix_web::{HttpResponse, get, put};
use contract::Problem;
use contract::calls::{ExtensionEdit, MyExtension};

/// The extension that the attendant answers at.
#[utoipa::path(tag = "telephone", responses((status = 200, body = MyExtension)))]
#[get("/me/extension")]
pub async fn show(app: Shared, caller: Require<Desk>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let view = app.read(move |tx| views::extensions::of_viewer(tx, &viewer)).await?;
    Ok(HttpResponse::Ok().json(view))
}

/// Records the extension, or gives it up. Another attendant who had it is told.
#[utoipa::path(tag = "telephone", request_body = ExtensionEdit, responses(
    (status = 200, body = MyExtension),
    (status = 403, body = Problem, content_type = "application/problem+json", description = "Parameter 281 is off."),
    (status = 422, body = Problem, content_type = "application/problem+json", description = "An extension has digits only."),
))]
#[put("/me/extension")]
pub async fn record(app: Shared, caller: Require<Desk>, edit: Json<ExtensionEdit>) -> Result<HttpResponse> {
    let (viewer, edit) = (caller.viewer, edit.into_inner());
    let view = app
        .write(move |tx| {
            extensions::record(tx, &viewer, &edit)?;
            views::extensions::of_viewer(tx, &viewer)
        })
        .await?;
    Ok(HttpResponse::Ok().json(view))
}
