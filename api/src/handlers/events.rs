//! `/events`: Server-Sent Events.

mod page;
mod stream;

use crate::app::Shared;
use crate::error::Result;
use crate::web::extract::Query;
use crate::web::{Person, Require};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get};
use contract::live::LiveEvent;
use serde::Deserialize;
use utoipa::IntoParams;

/// Where to begin.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Begin {
    /// What `Me` gave as `events_after`. `Last-Event-ID` goes before it.
    #[serde(default)]
    after: Option<String>,
}

/// What changes, while it changes. Resumes after `Last-Event-ID`; `reset` says that the client was away too long.
#[utoipa::path(tag = "notifications",
    params(Begin, ("Last-Event-ID" = Option<String>, Header, description = "Where the client stands.")),
    responses((status = 200, body = LiveEvent, content_type = "text/event-stream")))]
#[get("/events")]
pub async fn follow(
    app: Shared,
    caller: Require<Person>,
    begin: Query<Begin>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let last = request.headers().get("last-event-id").and_then(|value| value.to_str().ok()).map(str::to_owned);
    let last = last.or(begin.0.after);
    let events = stream::events(app.get_ref().clone(), caller.viewer, last).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        // Proxies such as nginx would hold events back.
        .insert_header(("x-accel-buffering", "no"))
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .streaming(events))
}
