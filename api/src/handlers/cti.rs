//! `/cti/{token}`: events of calls, as telephone systems send them to Zammad.

use crate::actions::calls::events;
use crate::app::Shared;
use crate::error::{Error, Result};
use crate::policy::telephony;
use crate::web::{Require, Telephony};
use actix_web::web::{Bytes, Path};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, post};
use contract::Problem;
use contract::telephony::CallEvent;
use serde_json::{Map, Value, json};
use url::form_urlencoded;

/// The most bytes that an event may have.
const MAX_BODY_BYTES: usize = 16 * 1024;

/// An event of a call: `newCall`, `answer` or `hangup`, as a form (`user[]`) or JSON. The token stands in the path,
/// where telephone systems that talk to Zammad put it. Repeated and late events change nothing.
#[utoipa::path(tag = "telephony", request_body = CallEvent, params(
    ("token" = String, Path, description = "A token of scope telephony."),
), responses(
    (status = 200, description = "Taken; an empty object.", body = Value),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "JSON that is none."),
    (status = 403, body = Problem, content_type = "application/problem+json", description = "Parameter 281 is off."),
    (status = 422, body = Problem, content_type = "application/problem+json", description = "No such event or direction, no identifier."),
))]
#[post("/cti/{token}")]
pub async fn take(
    app: Shared,
    caller: Require<Telephony>,
    _token: Path<String>,
    request: HttpRequest,
    body: Bytes,
) -> Result<HttpResponse> {
    drop(caller);
    let event = match read(&request, &body) {
        Ok(event) => event,
        Err(fault) => {
            app.read(|tx| telephony::require_on(tx)).await?;
            return Err(fault);
        }
    };
    app.write(move |tx| events::take(tx, &event)).await?;
    Ok(HttpResponse::Ok().json(json!({})))
}

fn read(request: &HttpRequest, body: &[u8]) -> Result<CallEvent> {
    if body.len() > MAX_BODY_BYTES {
        return Err(Error::refused(actix_web::http::StatusCode::PAYLOAD_TOO_LARGE, "body-too-large"));
    }
    let mut event = CallEvent::default();
    if request.content_type().eq_ignore_ascii_case("application/json") || body.trim_ascii_start().starts_with(b"{") {
        let object: Map<String, Value> =
            serde_json::from_slice(body).map_err(|_| Error::bad_request("json-malformed"))?;
        for (name, value) in object {
            match value {
                Value::Array(values) => values.iter().for_each(|value| fill(&mut event, &name, text(value))),
                value => fill(&mut event, &name, text(&value)),
            }
        }
    } else {
        for (name, value) in form_urlencoded::parse(body) {
            fill(&mut event, &name, value.into_owned());
        }
    }
    Ok(event)
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn fill(event: &mut CallEvent, name: &str, value: String) {
    let given = |value: String| Some(value).filter(|value| !value.is_empty());
    match name {
        "event" => event.event = value,
        "from" => event.from = value,
        "to" => event.to = value,
        "direction" => event.direction = value,
        "callId" | "call_id" => event.call_id = value,
        "user" | "user[]" => event.user.extend(given(value)),
        "queue" => event.queue = given(value),
        "answeringNumber" | "answering_number" => event.answering_number = given(value),
        "cause" => event.cause = given(value),
        // Other fields of Zammad's interface are not used.
        _ => {}
    }
}
