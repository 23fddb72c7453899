//! `/me/extension`: where an attendant answers the telephone (*Atendimento*).

use crate::actions::extensions;
use crate::app::Shared;
use crate::auth::Viewer;
use crate::db::instant;
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::models;
use crate::tx::Tx;
use crate::views::monitor;
use crate::web::{Desk, Require};
use actix_web::web::Json;
use actix_web::{HttpResponse, get, put};
use contract::Problem;
use contract::calls::{ExtensionEdit, LostExtension, MyExtension};

/// The extension that the attendant answers at.
#[utoipa::path(tag = "telephone", responses((status = 200, body = MyExtension)))]
#[get("/me/extension")]
pub async fn show(app: Shared, caller: Require<Desk>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let view = app.read(move |tx| view(tx, &viewer)).await?;
    Ok(HttpResponse::Ok().json(view))
}

/// Records the extension, or gives it up. Whoever had it is told.
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
            view(tx, &viewer)
        })
        .await?;
    Ok(HttpResponse::Ok().json(view))
}

fn view(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<MyExtension> {
    let telephony = tx.parameters.yes(ids::TELEPHONY);
    let exchange_connected = monitor::is_connected(tx)?;
    let Some(row) = models::extensions::of_person(tx.conn, viewer.id())? else {
        return Ok(MyExtension { telephony, exchange_connected, ..MyExtension::default() });
    };
    let lost = match (row.lost_extension, row.lost_why, row.lost_at) {
        (Some(extension), Some(why), Some(at)) => {
            let by = match row.lost_to {
                Some(id) => models::people::names(tx.conn, [id])?.remove(&id),
                None => None,
            };
            Some(LostExtension { extension, why: why.0, by, at: instant(at) })
        }
        _ => None,
    };
    let recorded_at = row.extension.as_ref().map(|_| instant(row.recorded_at));
    Ok(MyExtension { extension: row.extension, recorded_at, lost, telephony, exchange_connected })
}
