//! `/cti/{token}`: calls that a telephone system reports by events.

mod announced;
mod call_backs;
mod events;
mod numbers;
mod tokens;

use chrono::TimeDelta;
use contract::calls::CallBack;
use serde_json::{Value, json};
use tests::http::Reply;
use tests::{Persona, TestApp};

/// The path with the token of the telephone system.
const TOKEN: &str = "/cti/sol_token-of-the-pbx";

/// The number of Ana's mobile, as a carrier sends it.
const ANA: &str = "5511987654321";

/// Sends an event.
async fn send(app: &TestApp, event: Value) -> Reply {
    app.anonymous.post(TOKEN, &event).await
}

/// Sends an event of a call from Ana to extension 200, with other fields.
pub async fn send_event(app: &TestApp, event: &str, call: &str, more: Value) {
    let mut body = json!({ "event": event, "from": ANA, "to": "200", "direction": "in", "callId": call });
    for (key, value) in more.as_object().unwrap() {
        body[key] = value.clone();
    }
    assert_eq!(send(app, body).await.done().json(), json!({}));
}

/// A call rings and is not answered; returns the call-backs that a person then sees.
async fn miss_call(app: &TestApp, call: &str, person: &Persona) -> Vec<CallBack> {
    send_event(app, "newCall", call, json!({})).await;
    app.advance(TimeDelta::seconds(20));
    send_event(app, "hangup", call, json!({ "cause": "noAnswer" })).await;
    person.get("/call-backs").await.good()
}
