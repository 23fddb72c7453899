//! How handlers answer: versions as `ETag`, and answers that are kept for an `Idempotency-Key`.

use crate::actions::idempotency::Answer;
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use contract::admin::{
    CalendarView, GroupView, MailAccountView, PersonView, ServiceAdminView, ServiceCategoryView, TemplateView, UnitView,
};
use contract::desk::SuspensionReasonView;
use contract::requests::RequestView;
use serde::{Deserialize, Serialize};

/// What changes its version with every edit.
pub trait Versioned: Serialize + Send + 'static {
    /// The version, which is the `ETag`.
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
    MailAccountView,
    PersonView,
    ServiceAdminView,
    ServiceCategoryView,
    SuspensionReasonView,
    TemplateView,
    UnitView,
);

impl Versioned for RequestView {
    fn version(&self) -> i32 {
        self.row.version
    }
}

/// The `ETag` of a version.
fn etag(version: i32) -> (header::HeaderName, String) {
    (header::ETAG, format!("\"{version}\""))
}

/// 200 with the `ETag` of a version.
pub fn tagged<T: Serialize>(version: i32, body: &T) -> HttpResponse {
    HttpResponse::Ok().insert_header(etag(version)).json(body)
}

/// 200 with the view's own `ETag`.
pub fn shown<V: Versioned>(view: &V) -> HttpResponse {
    tagged(view.version(), view)
}

/// The answer to what is done once, fresh or repeated.
#[must_use]
pub fn answer<T>(done: Answer<T>) -> HttpResponse {
    build(done, None)
}

/// [`answer`], with the `ETag` of what was made.
#[must_use]
pub fn created<V: Versioned>(done: Answer<V>) -> HttpResponse {
    let version = done.made.as_ref().map(Versioned::version);
    with_version(done, version)
}

/// [`answer`], with the `ETag` of a version. Under an `Idempotency-Key` only the text of an answer is kept, so the
/// version of a repeated answer is read from its text.
#[must_use]
pub fn with_version<T>(done: Answer<T>, version: Option<i32>) -> HttpResponse {
    let version = version.or_else(|| version_in(&done.body));
    build(done, version)
}

fn version_in(body: &str) -> Option<i32> {
    #[derive(Deserialize)]
    struct Kept {
        version: i32,
    }
    serde_json::from_str::<Kept>(body).ok().map(|kept| kept.version)
}

fn build<T>(done: Answer<T>, version: Option<i32>) -> HttpResponse {
    let mut response = HttpResponse::build(StatusCode::from_u16(done.status).unwrap_or(StatusCode::OK));
    if done.is_repeated() {
        response.insert_header(("idempotent-replay", "true"));
    }
    if let Some(version) = version {
        response.insert_header(etag(version));
    }
    response.content_type("application/json").body(done.body)
}
