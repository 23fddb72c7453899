//! What the collections of administration have in common: how things are made,
//! shown and changed.

use crate::actions::admin::Edited;
use crate::app::App;
use crate::auth::Viewer;
use crate::error::Result;
use crate::tx::Tx;
use crate::web::extract::{IdempotencyKey, MustMatch, created, tagged};
use crate::web::idempotency;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use contract::admin::{
    CalendarView, GroupView, PersonView, ServiceAdminView, ServiceCategoryView, TemplateView, UnitView,
};
use contract::desk::SuspensionReasonView;
use serde::Serialize;

/// What changes its version with every edit.
pub trait Versioned: Serialize + Send + 'static {
    /// The version: the `ETag`.
    fn version(&self) -> i32;
}

macro_rules! versioned {
    ($($view:ty),+ $(,)?) => { $(
        impl Versioned for $view {
            fn version(&self) -> i32 {
                self.version
            }
        }
    )+ };
}

versioned!(
    CalendarView,
    GroupView,
    PersonView,
    ServiceAdminView,
    ServiceCategoryView,
    SuspensionReasonView,
    TemplateView,
    UnitView,
);

/// Lists.
///
/// # Errors
/// The query's own.
pub async fn list<V: Serialize + Send + 'static>(
    app: &App,
    query: impl FnOnce(&mut Tx<'_>) -> Result<Vec<V>> + Send + 'static,
) -> Result<HttpResponse> {
    let views = app.read(query).await?;
    Ok(HttpResponse::Ok().json(views))
}

/// Shows one, with its `ETag`.
///
/// # Errors
/// The query's own.
pub async fn show<V: Versioned>(
    app: &App,
    query: impl FnOnce(&mut Tx<'_>) -> Result<V> + Send + 'static,
) -> Result<HttpResponse> {
    let view = app.read(query).await?;
    Ok(tagged(view.version(), &view))
}

/// Makes one, once per `Idempotency-Key`: 201 with its `ETag`.
///
/// # Errors
/// The action's own; those of [`idempotency::once`].
pub async fn create<E: Serialize + Clone + Send + 'static, V: Versioned>(
    app: &App,
    viewer: Viewer,
    key: IdempotencyKey,
    edit: E,
    action: impl FnOnce(&mut Tx<'_>, &Viewer, &E) -> Result<V> + Send + 'static,
) -> Result<HttpResponse> {
    let key = key.of(&viewer);
    let body = edit.clone();
    let done = idempotency::once(app, key, &body, StatusCode::CREATED, move |tx| action(tx, &viewer, &edit));
    Ok(created(done.await?))
}

/// Changes one that was read at a version: 200 with its new `ETag`.
///
/// # Errors
/// The action's own.
pub async fn change<E: Send + 'static, V: Versioned>(
    app: &App,
    viewer: Viewer,
    id: i64,
    version: MustMatch,
    edit: E,
    action: impl FnOnce(&mut Tx<'_>, &Viewer, Edited, &E) -> Result<V> + Send + 'static,
) -> Result<HttpResponse> {
    let target = Edited { id, version: version.0 };
    let view = app.write(move |tx| action(tx, &viewer, target, &edit)).await?;
    Ok(tagged(view.version(), &view))
}
