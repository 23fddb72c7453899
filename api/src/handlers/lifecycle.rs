//! `POST /requests/{number}/<what is done>`.

use crate::actions::lifecycle::{self as actions, Target};
use crate::actions::relate;
use crate::actions::satisfaction::rate;
use crate::app::Shared;
use crate::auth::Viewer;
use crate::error::Result;
use crate::models::requests::Request;
use crate::tx::Tx;
use crate::views;
use crate::web::answer::{Versioned, with_version};
use crate::web::extract::{IdempotencyKey, IfMatch};
use crate::web::idempotency;
use crate::web::{Desk, Person, Require};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, post, web};
use contract::Problem;
use contract::desk::{
    ChangeDeadline, ChangePriority, Delegate, Justified, Reactivate, Reclassify, Relate, Resolve, Suspend,
};
use contract::requests::{Cancel, Reopen, RequestView, Satisfaction};
use serde::Serialize;

/// The body when the request was given away and the caller does not see it any more.
const NOTHING: &str = "null";

/// Runs an action on a request, once per `Idempotency-Key`, and answers with the request; 204 when there is nothing to
/// show any more.
async fn act<B: Serialize + Send + 'static>(
    app: &Shared,
    viewer: Viewer,
    target: Target,
    key: IdempotencyKey,
    body: B,
    action: impl FnOnce(&mut Tx<'_>, &Viewer, Target, &B) -> Result<Request> + Send + 'static,
) -> Result<HttpResponse> {
    let key = key.of(&viewer);
    let json = serde_json::to_value(&body).map_err(anyhow::Error::from)?;
    let done = idempotency::once(app, key, &json, StatusCode::OK, move |tx| {
        let request = action(tx, &viewer, target, &body)?;
        views::request::after_or_gone(tx, &viewer, request)
    })
    .await?;
    let view = done.made.as_ref().and_then(Option::as_ref);
    if view.is_none() && done.body == NOTHING {
        return Ok(HttpResponse::NoContent().finish());
    }
    let version = view.map(Versioned::version);
    Ok(with_version(done, version))
}

macro_rules! transitions {
    ($($(#[$doc:meta])* $name:ident($policy:ty, $path:literal, $body:ty) = $action:path;)+) => { $(
        $(#[$doc])*
        #[utoipa::path(
            tag = "lifecycle",
            request_body = $body,
            params(
                ("Idempotency-Key" = Option<String>, Header, description = "Makes repeating the HTTP request harmless."),
                ("If-Match" = Option<String>, Header, description = "Version that the caller has seen."),
            ),
            responses(
                (status = 200, body = RequestView, headers(("ETag" = String))),
                (status = 403, body = Problem, content_type = "application/problem+json"),
                (status = 404, body = Problem, content_type = "application/problem+json"),
                (status = 409, body = Problem, content_type = "application/problem+json", description = "The situation does not allow it; says what it allows."),
                (status = 422, body = Problem, content_type = "application/problem+json"),
            ),
        )]
        #[post($path)]
        pub async fn $name(
            app: Shared,
            caller: Require<$policy>,
            number: web::Path<i64>,
            seen: IfMatch,
            key: IdempotencyKey,
            body: web::Json<$body>,
        ) -> Result<HttpResponse> {
            let target = Target { number: number.into_inner(), version: seen.0 };
            act(&app, caller.viewer, target, key, body.into_inner(), |tx, viewer, target, body| $action(tx, viewer, target, body)).await
        }
    )+ };
}

transitions! {
    /// Cancel: the requester with parameter 302, or an executor with a reason.
    cancel(Person, "/requests/{number}/cancel", Cancel) = actions::cancel;
    /// Reopen: the requester within the days of parameter 171, or an executor.
    reopen(Person, "/requests/{number}/reopen", Reopen) = actions::reopen;
    /// Answer the satisfaction survey, and accept the solution if asked to.
    satisfaction(Person, "/requests/{number}/satisfaction", Satisfaction) = rate;
    /// Give it to another group, or to a person of a group. 204 when the caller does not see it any more.
    delegate(Desk, "/requests/{number}/delegate", Delegate) = actions::delegate;
    /// Give it back to its group.
    return_to_group(Desk, "/requests/{number}/return-to-group", Justified) = actions::return_to_group;
    /// Stop the clock until a date, or until the requester answers.
    suspend(Desk, "/requests/{number}/suspend", Suspend) = actions::suspend;
    /// Start the clock again.
    reactivate(Desk, "/requests/{number}/reactivate", Reactivate) = actions::reactivate;
    /// Change impact and urgency, and with them priority and deadline.
    change_priority(Desk, "/requests/{number}/priority", ChangePriority) = actions::change_priority;
    /// Set the deadline by hand.
    change_deadline(Desk, "/requests/{number}/deadline", ChangeDeadline) = actions::change_deadline;
    /// Move it to another service and its group. 204 when the caller does not see it any more.
    reclassify(Desk, "/requests/{number}/reclassify", Reclassify) = actions::reclassify;
    /// Resolve it, and its duplicates with it.
    resolve(Desk, "/requests/{number}/resolve", Resolve) = actions::resolve;
    /// Make it the child or a duplicate of another.
    add_relation(Desk, "/requests/{number}/relations", Relate) = relate::relate;
}

/// Take a request that nobody has. Two at once: one wins, the other is told who.
#[utoipa::path(tag = "lifecycle", responses(
    (status = 200, body = RequestView, headers(("ETag" = String))),
    (status = 409, body = Problem, content_type = "application/problem+json", description = "Somebody has it; says who."),
))]
#[post("/requests/{number}/capture")]
pub async fn capture(
    app: Shared,
    caller: Require<Desk>,
    number: web::Path<i64>,
    seen: IfMatch,
    key: IdempotencyKey,
) -> Result<HttpResponse> {
    let target = Target { number: number.into_inner(), version: seen.0 };
    act(&app, caller.viewer, target, key, (), |tx, viewer, target, ()| actions::capture(tx, viewer, target)).await
}

/// Accept the solution, which closes the request.
#[utoipa::path(tag = "lifecycle", responses(
    (status = 200, body = RequestView, headers(("ETag" = String))),
    (status = 409, body = Problem, content_type = "application/problem+json", description = "It is not resolved."),
))]
#[post("/requests/{number}/close")]
pub async fn close(
    app: Shared,
    caller: Require<Person>,
    number: web::Path<i64>,
    seen: IfMatch,
    key: IdempotencyKey,
) -> Result<HttpResponse> {
    let target = Target { number: number.into_inner(), version: seen.0 };
    act(&app, caller.viewer, target, key, (), |tx, viewer, target, ()| actions::accept(tx, viewer, target)).await
}
