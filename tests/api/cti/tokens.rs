//! The token that stands in the address of `/cti/{token}`.

use super::ANA;
use crate::calls::{popup, popups};
use contract::Scope;
use contract::admin::NewToken;
use contract::calls::CallState;
use serde_json::json;
use tests::operations::new_token;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![a_token_works_from_its_addresses_only, the_token_reaches_no_log];

/// Makes a token of scope telephony that works from some addresses.
async fn token(app: &TestApp, addresses: &[&str]) -> String {
    let allowed_addresses = addresses.iter().map(|address| (*address).to_owned()).collect();
    let new = NewToken { allowed_addresses, ..new_token("Central", &[Scope::Telephony]) };
    app.administrator.create_token(&new).await.secret
}

async fn a_token_works_from_its_addresses_only(app: TestApp) {
    app.set_parameter(ids::TELEPHONY, "S");
    app.executor.answer_at("200").await;
    let event = json!({ "event": "newCall", "from": ANA, "to": "200", "direction": "in", "callId": "v" });
    let elsewhere = format!("/cti/{}", token(&app, &["10.0.0.0/8", "192.0.2.1"]).await);
    app.anonymous.post(&elsewhere, &event).await.refused(403, "token-address");
    assert_eq!(popups(&app.executor).await, []);
    let here = format!("/cti/{}", token(&app, &["10.0.0.0/8", "127.0.0.0/8"]).await);
    app.anonymous.post(&here, &event).await.done();
    assert_eq!(popup(&app.executor).await.state, CallState::Ringing);
    // A token for something else is none for this.
    let other = app.world.people.integrator.secret;
    app.anonymous.post(format!("/cti/{other}"), &event).await.refused(403, "scope");
}

async fn the_token_reaches_no_log(app: TestApp) {
    app.set_parameter(ids::TELEPHONY, "S");
    let kept = tests::log::capture();
    let secret = token(&app, &[]).await;
    let wrong = format!("{secret}x");
    let event = json!({ "event": "newCall", "from": ANA, "to": "200", "direction": "in", "callId": "o" });
    app.anonymous.post(format!("/cti/{secret}"), &event).await.done();
    app.anonymous.post(format!("/cti/{secret}"), &json!({})).await.refused(422, "invalid");
    app.anonymous.post(format!("/cti/{wrong}"), &event).await.refused(401, "unauthenticated");
    for path in [format!("/cti/{secret}"), format!("/cti/{secret}/"), format!("/cti/{secret}/more")] {
        let reply = app.anonymous.get(&path).await;
        assert!(!(200..300).contains(&reply.status), "{reply:?}");
        assert!(!reply.text().contains(&secret), "{reply:?}");
    }
    let calls = app.administrator.get("/telephony/service-calls").await;
    let audit = app.administrator.get("/audit").await;
    assert!(!calls.text().contains(&secret) && !audit.text().contains(&secret));
    let written = kept.text();
    assert!(written.contains("/cti/{token}"), "the log was captured");
    assert!(!written.contains(&secret));
}
