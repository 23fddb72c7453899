//! What the collections of administration have in common. An action writes, a view shows what it wrote, and both run in
//! one transaction.

use crate::actions::admin::Edited;
use crate::app::App;
use crate::auth::Viewer;
use crate::error::Result;
use crate::tx::Tx;
use crate::web::answer::{Versioned, created, shown};
use crate::web::extract::{IdempotencyKey, MustMatch};
use crate::web::idempotency;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;

/// Answers with a list.
///
/// # Errors
/// Those of `query`.
pub async fn list<V: Serialize + Send + 'static>(
    app: &App,
    query: impl FnOnce(&mut Tx<'_>) -> Result<Vec<V>> + Send + 'static,
) -> Result<HttpResponse> {
    let views = app.read(query).await?;
    Ok(HttpResponse::Ok().json(views))
}

/// Answers with one item and its `ETag`.
///
/// # Errors
/// Those of `query`.
pub async fn show<V: Versioned>(
    app: &App,
    query: impl FnOnce(&mut Tx<'_>) -> Result<V> + Send + 'static,
) -> Result<HttpResponse> {
    let view = app.read(query).await?;
    Ok(shown(&view))
}

/// Makes an item, once per `Idempotency-Key`, and answers 201 with it and its `ETag`. `action` gives its identifier.
///
/// # Errors
/// Those of `action`, `view` and [`idempotency::once`].
pub async fn create<E: Serialize + Clone + Send + 'static, V: Versioned>(
    app: &App,
    viewer: Viewer,
    key: IdempotencyKey,
    edit: E,
    action: impl FnOnce(&mut Tx<'_>, &Viewer, &E) -> Result<i64> + Send + 'static,
    view: impl FnOnce(&mut Tx<'_>, i64) -> Result<V> + Send + 'static,
) -> Result<HttpResponse> {
    let key = key.of(&viewer);
    let body = edit.clone();
    let done = idempotency::once(app, key, &body, StatusCode::CREATED, move |tx| {
        let id = action(tx, &viewer, &edit)?;
        view(tx, id)
    });
    Ok(created(done.await?))
}

/// Changes an item that was read at a version, and answers 200 with it and its new `ETag`.
///
/// # Errors
/// Those of `action` and `view`.
pub async fn change<E: Send + 'static, V: Versioned>(
    app: &App,
    viewer: Viewer,
    id: i64,
    version: MustMatch,
    edit: E,
    action: impl FnOnce(&mut Tx<'_>, &Viewer, Edited, &E) -> Result<()> + Send + 'static,
    view: impl FnOnce(&mut Tx<'_>, i64) -> Result<V> + Send + 'static,
) -> Result<HttpResponse> {
    let target = Edited { id, version: version.0 };
    let view = app
        .write(move |tx| {
            action(tx, &viewer, target, &edit)?;
            view(tx, id)
        })
        .await?;
    Ok(shown(&view))
}
