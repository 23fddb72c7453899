//! `/tokens`: API tokens.

use chrono::TimeDelta;
use contract::admin::{CreatedToken, NewToken, TokenView};
use contract::identity::Me;
use contract::{Role, Scope};
use diesel::prelude::*;
use reqwest::Method;
use solicita::db::schema::api_tokens;
use tests::operations::new_token;
use tests::{TestApp, on_both_databases};

on_both_databases![
    a_token_is_shown_once_and_stored_hashed,
    a_token_does_what_its_scopes_say,
    a_token_expires,
    a_token_works_from_its_addresses_only,
    a_revoked_token_is_dead,
    a_token_that_cannot_work_is_refused,
    nonsense_is_nobody,
];

fn new(scopes: &[Scope]) -> NewToken {
    new_token("Painel", scopes)
}

async fn create(app: &TestApp, new: &NewToken) -> CreatedToken {
    let reply = app.administrator.post("/tokens", new).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.good()
}

async fn a_token_is_shown_once_and_stored_hashed(app: TestApp) {
    let created = create(&app, &new(&[Scope::RequestsRead])).await;
    assert!(created.secret.starts_with("sol_") && created.secret.len() > 40);
    assert!(created.secret.starts_with(&created.token.prefix));
    let kept: Vec<String> = app.read(|tx| Ok(api_tokens::table.select(api_tokens::token_hash).load(tx.conn)?));
    assert!(kept.contains(&solicita::auth::secret::hash(&created.secret)));
    let reply = app.administrator.get("/tokens").await;
    assert!(!reply.text().contains(&created.secret));
    let tokens: Vec<TokenView> = reply.good();
    assert!(tokens.iter().any(|token| token.id == created.token.id && token.last_used_at.is_none()));
    app.anonymous.token(&created.secret).get("/me").await.done();
    let tokens: Vec<TokenView> = app.administrator.get("/tokens").await.good();
    assert!(tokens.iter().any(|token| token.id == created.token.id && token.last_used_at.is_some()));
}

async fn a_token_does_what_its_scopes_say(app: TestApp) {
    let reader = NewToken { person_id: Some(app.world.people.executor.id), ..new(&[Scope::RequestsRead]) };
    let reader = app.anonymous.token(&create(&app, &reader).await.secret);
    let me: Me = reader.get("/me").await.good();
    // What the scopes leave out, the person has not: no desk.
    assert_eq!(me.roles, [Role::Attendant; 0]);
    let draft = app.draft(app.world.services.email);
    let refused = reader.post("/requests", &draft).await.refused(403, "scope");
    assert!(refused.title.contains("requests:write"), "{}", refused.title);
    reader.get("/queue").await.refused(403, "scope");
    let desk = NewToken { person_id: Some(app.world.people.executor.id), ..new(&[Scope::Desk]) };
    let desk = app.anonymous.token(&create(&app, &desk).await.secret);
    desk.get("/queue").await.done();
    desk.get("/requests").await.refused(403, "scope");
    desk.get("/tokens").await.refused(403, "scope");
    let admin = app.anonymous.token(&create(&app, &new(&[Scope::Admin])).await.secret);
    admin.get("/tokens").await.done();
    // A scope gives nobody what their person may not do.
    let climber = NewToken { person_id: Some(app.world.people.requester.id), ..new(&[Scope::Admin, Scope::Desk]) };
    let climber = app.anonymous.token(&create(&app, &climber).await.secret);
    climber.get("/tokens").await.refused(403, "role");
    climber.get("/queue").await.refused(403, "role");
}

async fn a_token_expires(app: TestApp) {
    let until = NewToken { expires_at: Some(app.now() + TimeDelta::hours(1)), ..new(&[Scope::RequestsRead]) };
    let token = app.anonymous.token(&create(&app, &until).await.secret);
    token.get("/me").await.done();
    app.advance(TimeDelta::minutes(61));
    token.get("/me").await.refused(401, "unauthenticated");
}

async fn a_token_works_from_its_addresses_only(app: TestApp) {
    for (addresses, works) in [(&["10.0.0.0/8", "192.0.2.1"][..], false), (&["10.0.0.0/8", "127.0.0.0/8"], true)] {
        let allowed_addresses = addresses.iter().map(|address| (*address).to_owned()).collect();
        let token = create(&app, &NewToken { allowed_addresses, ..new(&[Scope::RequestsRead]) }).await;
        assert_eq!(token.token.allowed_addresses, addresses);
        let reply = app.anonymous.token(&token.secret).get("/me").await;
        if works {
            reply.done();
        } else {
            reply.refused(403, "token-address");
        }
    }
}

async fn a_revoked_token_is_dead(app: TestApp) {
    let created = create(&app, &new(&[Scope::RequestsRead])).await;
    let token = app.anonymous.token(&created.secret);
    token.get("/me").await.done();
    let path = format!("/tokens/{}", created.token.id);
    assert_eq!(app.administrator.delete(&path).await.status, 204);
    token.get("/me").await.refused(401, "unauthenticated");
    app.administrator.delete(&path).await.refused(404, "not-found");
    let tokens: Vec<TokenView> = app.administrator.get("/tokens").await.good();
    assert!(tokens.iter().any(|token| token.id == created.token.id && token.revoked_at.is_some()));
}

async fn a_token_that_cannot_work_is_refused(app: TestApp) {
    let wrong = NewToken {
        name: " ".to_owned(),
        person_id: Some(999_999),
        scopes: Vec::new(),
        expires_at: Some(app.now() - TimeDelta::hours(1)),
        allowed_addresses: vec!["10.0.0.0/8".to_owned(), "aqui".to_owned()],
    };
    app.administrator.post("/tokens", &wrong).await.invalid(&[
        ("name", "required"),
        ("scopes", "required"),
        ("expires_at", "in-the-past"),
        ("allowed_addresses.1", "address-invalid"),
        ("person_id", "unknown"),
    ]);
    app.executor.post("/tokens", &new(&[Scope::RequestsRead])).await.refused(403, "role");
}

async fn nonsense_is_nobody(app: TestApp) {
    for authorization in ["Bearer", "Bearer ", "Bearer sol_nonsense", "Basic YW5hOnNlbmhh", "sol_token-of-the-system"] {
        let call = app.anonymous.request(Method::GET, "/me").header("authorization", authorization);
        let reply = call.send().await;
        assert_eq!(reply.header("www-authenticate"), Some("Bearer"), "{authorization}");
        reply.refused(401, "unauthenticated");
    }
    app.anonymous.session("nonsense").get("/me").await.refused(401, "unauthenticated");
}
