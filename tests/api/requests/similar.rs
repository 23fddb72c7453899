//! `GET /requests/similar`: nobody opens the same thing twice.

use contract::requests::{NewRequest, SimilarView};
use tests::http::percent_encoded;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![ones_own_open_requests_are_suggested];

async fn similar(app: &TestApp, text: &str) -> Vec<SimilarView> {
    app.requester.get(format!("/requests/similar?text={}", percent_encoded(text))).await.good()
}

async fn ones_own_open_requests_are_suggested(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let new = NewRequest {
        title: "Sem acesso à VPN em casa".to_owned(),
        description: "Desde ontem a VPN pede a senha de novo e cai.".to_owned(),
        ..app.draft(app.world.services.email)
    };
    let number = app.requester.open(&new).await.row.number;
    app.requester.open(&app.draft(app.world.services.laptop)).await;
    app.stranger.open(&new).await;
    let found = similar(&app, "vpn não conecta, sem acesso em casa").await;
    assert_eq!(found.iter().map(|request| request.number).collect::<Vec<_>>(), [number]);
    assert_eq!((found[0].title.as_str(), found[0].can_message), ("Sem acesso à VPN em casa", true));
    assert_eq!(similar(&app, "quero uma cadeira nova").await, []);
    assert_eq!(similar(&app, "").await, []);
    app.executor.resolve(number).await;
    assert_eq!(similar(&app, "sem acesso à VPN em casa").await, []);
}
