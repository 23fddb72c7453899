//! `/session`: logging in and out.

use chrono::TimeDelta;
use contract::Language;
use contract::identity::{Me, NewSession, SessionView};
use diesel::prelude::*;
use reqwest::Method;
use solicita::db::schema::{people, sessions};
use tests::http::Reply;
use tests::world::People;
use tests::{Persona, TestApp, ids, on_both_databases};

on_both_databases![
    one_logs_in_by_address_cpf_or_number,
    wrong_credentials_say_nothing_about_the_account,
    the_cookie_is_kept_from_scripts_and_other_sites,
    behind_a_trusted_proxy_the_cookie_is_secure,
    logging_out_ends_the_session,
    a_session_survives_a_restart,
    a_session_is_ended_elsewhere,
    a_session_ends_without_use,
    a_change_needs_the_csrf_token,
    who_is_not_active_is_not_let_in,
    session_cookies_are_stored_hashed,
];

/// Tries to log in.
pub async fn try_login(at: &Persona, login: &str, password: &str) -> Reply {
    at.post("/session", &NewSession { login: login.to_owned(), password: password.to_owned() }).await
}

/// Logs in; gives the person with their session.
pub async fn login(at: &Persona, login: &str) -> Persona {
    let reply = try_login(at, login, People::PASSWORD).await;
    reply.good::<Me>();
    at.session(cookie_of(&reply))
}

fn cookie_of(reply: &Reply) -> &str {
    let cookie = reply.header("set-cookie").unwrap();
    cookie.strip_prefix("solicita_session=").unwrap().split(';').next().unwrap()
}

async fn one_logs_in_by_address_cpf_or_number(app: TestApp) {
    for login in ["ana@empresa.test", " ANA@Empresa.test ", "52998224725", "529.982.247-25", "RH-1042", "rh-1042"] {
        let me: Me = try_login(&app.anonymous, login, People::PASSWORD).await.good();
        assert_eq!(me.id, app.world.people.requester.id, "{login}");
        assert_eq!(me.tax_id.as_deref(), Some("529.982.247-25"));
    }
    // A CNPJ is shared by many: it names nobody.
    let other = app.world.people.second.id;
    app.write(|tx| {
        let shared = people::tax_id.eq(People::STRANGER_CNPJ);
        Ok(diesel::update(people::table.find(other)).set(shared).execute(tx.conn)?)
    });
    try_login(&app.anonymous, People::STRANGER_CNPJ, People::PASSWORD).await.refused(401, "wrong-credentials");
}

async fn wrong_credentials_say_nothing_about_the_account(app: TestApp) {
    for language in Language::ALL {
        let expected = locales::format(*language, "problem-wrong-credentials", None);
        let nobody = app.anonymous.speaking(*language);
        let wrong = try_login(&nobody, "ana@empresa.test", "errada errada").await.refused(401, "wrong-credentials");
        let unknown = try_login(&nobody, "ninguem@empresa.test", "errada errada").await;
        assert_eq!(unknown.header("content-language"), Some(language.as_str()));
        let unknown = unknown.refused(401, "wrong-credentials");
        assert_eq!((&wrong.title, &wrong.detail), (&unknown.title, &unknown.detail));
        assert_eq!(wrong.title, expected);
    }
    try_login(&app.anonymous, "", "").await.refused(401, "wrong-credentials");
}

async fn the_cookie_is_kept_from_scripts_and_other_sites(app: TestApp) {
    let reply = try_login(&app.anonymous, "ana@empresa.test", People::PASSWORD).await;
    let cookie = reply.header("set-cookie").unwrap();
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(attribute), "{attribute}: {cookie}");
    }
    assert!(!cookie.contains("Secure") && !cookie.contains("Domain"), "{cookie}");
    assert_eq!(reply.header("cache-control"), Some("no-store"));
}

async fn behind_a_trusted_proxy_the_cookie_is_secure(app: TestApp) {
    let body = NewSession { login: "ana@empresa.test".to_owned(), password: People::PASSWORD.to_owned() };
    let behind = app.another_node_with(|config| config.trusted_proxies = "127.0.0.1".to_owned());
    for (node, expected) in [(&behind, true), (&app, false)] {
        let call = node.anonymous.request(Method::POST, "/session").json(&body);
        let call = call.header("x-forwarded-proto", "https").header("x-forwarded-for", "203.0.113.9");
        let reply = call.send().await;
        assert_eq!(reply.header("set-cookie").unwrap().contains("Secure"), expected);
        // Somebody who is no trusted proxy cannot claim another address.
        let sessions: Vec<SessionView> = node.anonymous.session(cookie_of(&reply)).get("/me/sessions").await.good();
        let current = sessions.iter().find(|session| session.current).unwrap();
        assert_eq!(current.address, if expected { "203.0.113.9" } else { "127.0.0.1" });
    }
}

async fn logging_out_ends_the_session(app: TestApp) {
    let ana = login(&app.anonymous, "ana@empresa.test").await;
    let reply = ana.delete("/session").await;
    assert_eq!(reply.status, 204);
    let cookie = reply.header("set-cookie").unwrap();
    assert!(cookie.starts_with("solicita_session=;") && cookie.contains("Max-Age=0"), "{cookie}");
    ana.get("/me").await.refused(401, "unauthenticated");
    app.requester.get("/me").await.done();
}

async fn a_session_survives_a_restart(app: TestApp) {
    let ana = login(&app.anonymous, "ana@empresa.test").await;
    let restarted = app.another_node();
    let me: Me = restarted.anonymous.session(ana.cookie().unwrap()).get("/me").await.good();
    assert_eq!(me.name, "Ana Souza");
}

async fn a_session_is_ended_elsewhere(app: TestApp) {
    let ana = login(&app.anonymous, "ana@empresa.test").await;
    let sessions: Vec<SessionView> = app.requester.get("/me/sessions").await.good();
    assert_eq!(sessions.iter().filter(|session| session.current).count(), 1);
    let other = sessions.iter().find(|session| !session.current).unwrap();
    assert_eq!(sessions.len(), 2);
    app.stranger.delete(format!("/me/sessions/{}", other.id)).await.refused(404, "not-found");
    ana.get("/me").await.done();
    assert_eq!(app.requester.delete(format!("/me/sessions/{}", other.id)).await.status, 204);
    ana.get("/me").await.refused(401, "unauthenticated");
    app.requester.delete(format!("/me/sessions/{}", other.id)).await.refused(404, "not-found");
}

async fn a_session_ends_without_use(app: TestApp) {
    app.set_parameter(ids::SESSION_HOURS, 12);
    let ana = login(&app.anonymous, "ana@empresa.test").await;
    for _ in 0..3 {
        app.app.clock.advance(TimeDelta::hours(11));
        ana.get("/me").await.done();
    }
    app.app.clock.advance(TimeDelta::hours(12) + TimeDelta::minutes(1));
    ana.get("/me").await.refused(401, "unauthenticated");
}

async fn a_change_needs_the_csrf_token(app: TestApp) {
    let read = contract::live::ReadNotifications::default();
    let path = "/notifications/read";
    let own = app.requester.cookie().map(solicita::auth::secret::csrf_token).unwrap();
    let others = app.stranger.cookie().map(solicita::auth::secret::csrf_token).unwrap();
    for csrf in [None, Some(""), Some("x"), Some(others.as_str())] {
        let reply = app.requester.request_with_csrf(Method::POST, path, csrf).json(&read).send().await;
        reply.refused(403, "csrf");
    }
    app.requester.request_with_csrf(Method::POST, path, Some(&own)).json(&read).send().await.done();
    let me: Me = app.requester.request_with_csrf(Method::GET, "/me", None).send().await.good();
    assert_eq!(me.csrf_token, Some(own));
}

async fn who_is_not_active_is_not_let_in(app: TestApp) {
    let id = app.world.people.requester.id;
    app.write(|tx| Ok(diesel::update(people::table.find(id)).set(people::active.eq(false)).execute(tx.conn)?));
    app.requester.get("/me").await.refused(401, "unauthenticated");
    try_login(&app.anonymous, "ana@empresa.test", People::PASSWORD).await.refused(401, "wrong-credentials");
}

async fn session_cookies_are_stored_hashed(app: TestApp) {
    let ana = login(&app.anonymous, "ana@empresa.test").await;
    let kept: Vec<String> = app.read(|tx| Ok(sessions::table.select(sessions::token_hash).load(tx.conn)?));
    let cookie = ana.cookie().unwrap();
    assert!(kept.contains(&solicita::auth::secret::hash(cookie)));
    assert!(kept.iter().all(|hash| hash != cookie && !hash.contains(cookie)));
}
