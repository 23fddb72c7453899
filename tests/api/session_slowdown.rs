//! `/session`: guessing passwords is slow.

use crate::session::try_login;
use chrono::TimeDelta;
use contract::identity::NewSession;
use reqwest::Method;
use tests::world::People;
use tests::{TestApp, on_both_databases};

on_both_databases![guessing_at_one_account_is_slow, guessing_from_one_address_is_slow, a_success_starts_anew];

async fn guessing_at_one_account_is_slow(app: TestApp) {
    // It does not tell which accounts exist.
    for login in ["ana@empresa.test", "ninguem@empresa.test"] {
        for _ in 0..5 {
            try_login(&app.anonymous, login, "errada errada").await.refused(401, "wrong-credentials");
        }
        let blocked = try_login(&app.anonymous, login, People::PASSWORD).await;
        assert!(blocked.header("retry-after").unwrap().parse::<u32>().unwrap() <= 3, "{blocked:?}");
        let problem = blocked.refused(429, "too-many-logins");
        assert!(!problem.title.contains('$'), "{}", problem.title);
    }
    try_login(&app.anonymous, "bruno@empresa.test", People::PASSWORD).await.done();

    app.advance(TimeDelta::seconds(3));
    try_login(&app.anonymous, "ana@empresa.test", "errada errada").await.refused(401, "wrong-credentials");
    app.advance(TimeDelta::seconds(3));
    try_login(&app.anonymous, "ana@empresa.test", People::PASSWORD).await.refused(429, "too-many-logins");
    app.advance(TimeDelta::seconds(3));
    try_login(&app.anonymous, "ana@empresa.test", People::PASSWORD).await.done();
}

async fn a_success_starts_anew(app: TestApp) {
    for _ in 0..2 {
        for _ in 0..4 {
            try_login(&app.anonymous, "ana@empresa.test", "errada errada").await.refused(401, "wrong-credentials");
        }
        try_login(&app.anonymous, "ana@empresa.test", People::PASSWORD).await.done();
    }
    // And so does a day without failures.
    for _ in 0..4 {
        try_login(&app.anonymous, "ana@empresa.test", "errada errada").await.refused(401, "wrong-credentials");
    }
    app.advance(TimeDelta::hours(25));
    for _ in 0..4 {
        try_login(&app.anonymous, "ana@empresa.test", "errada errada").await.refused(401, "wrong-credentials");
    }
}

async fn guessing_from_one_address_is_slow(app: TestApp) {
    let app = app.another_node_with(|config| config.trusted_proxies = "127.0.0.1".to_owned());
    let from = |address: &'static str, login: String, password: &str| {
        let body = NewSession { login, password: password.to_owned() };
        app.anonymous.request(Method::POST, "/session").header("x-forwarded-for", address).json(&body).send()
    };
    for guess in 0..21 {
        let reply = from("203.0.113.7", format!("pessoa{guess}@empresa.test"), "errada errada").await;
        reply.refused(401, "wrong-credentials");
    }
    from("203.0.113.7", "ana@empresa.test".to_owned(), People::PASSWORD).await.refused(429, "too-many-logins");
    from("203.0.113.8", "ana@empresa.test".to_owned(), People::PASSWORD).await.done();
    app.advance(TimeDelta::seconds(3));
    from("203.0.113.7", "ana@empresa.test".to_owned(), People::PASSWORD).await.done();
}
