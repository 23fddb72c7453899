//! `/password-links`: first access and forgotten password.

use crate::session::try_login;
use chrono::TimeDelta;
use contract::identity::{PasswordLink, PasswordLinkRequest, PasswordReset};
use contract::{EmailState, Language};
use diesel::prelude::*;
use solicita::db::schema::{password_links, people};
use tests::world::People;
use tests::{Reply, TestApp, ids, on_both_databases};

on_both_databases![
    a_link_sets_a_password_once,
    the_answer_does_not_tell_whether_the_address_exists,
    a_link_expires,
    a_newer_link_replaces_the_older,
    the_link_speaks_the_persons_language,
    the_link_is_sent_even_while_mail_is_off,
    a_link_is_stored_hashed,
];

const NEW: &str = "outra senha bem comprida";

async fn ask(app: &TestApp, email: &str) -> Reply {
    app.anonymous.post("/password-links", &PasswordLinkRequest { email: email.to_owned() }).await
}

/// The token in the latest e-mail.
fn token(app: &TestApp) -> String {
    let emails = app.emails();
    let text = emails.last().unwrap().text.clone().unwrap();
    let start = text.find("/password/").unwrap() + "/password/".len();
    text[start..].chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
}

async fn redeem(app: &TestApp, token: &str, password: &str) -> Reply {
    app.anonymous.put(format!("/password-links/{token}"), &PasswordReset { password: password.to_owned() }).await
}

async fn a_link_sets_a_password_once(app: TestApp) {
    assert_eq!(ask(&app, " ANA@empresa.test ").await.status, 202);
    let token = token(&app);
    let link: PasswordLink = app.anonymous.get(format!("/password-links/{token}")).await.good();
    assert_eq!((link.name.as_str(), link.expires_at > app.now()), ("Ana Souza", true));
    redeem(&app, &token, "curta").await.invalid(&[("password", "password-short")]);
    assert_eq!(redeem(&app, &token, NEW).await.status, 204);
    redeem(&app, &token, "mais uma senha comprida").await.refused(404, "password-link-expired");
    app.anonymous.get(format!("/password-links/{token}")).await.refused(404, "password-link-expired");
    // Whoever was logged in is not any more.
    app.requester.get("/me").await.refused(401, "unauthenticated");
    try_login(&app.anonymous, "ana@empresa.test", People::PASSWORD).await.refused(401, "wrong-credentials");
    try_login(&app.anonymous, "ana@empresa.test", NEW).await.done();
}

async fn the_answer_does_not_tell_whether_the_address_exists(app: TestApp) {
    let id = app.world.people.stranger.id;
    app.write(|tx| Ok(diesel::update(people::table.find(id)).set(people::active.eq(false)).execute(tx.conn)?));
    for email in ["ninguem@empresa.test", "bruno@empresa.test", "ana@empresa.test"] {
        let reply = ask(&app, email).await;
        assert_eq!((reply.status, reply.text().as_str()), (202, ""), "{email}");
    }
    let emails = app.emails();
    assert_eq!(emails.len(), 1);
    assert_eq!(emails[0].address.as_deref(), Some("ana@empresa.test"));
    ask(&app, "não é um endereço").await.invalid(&[("email", "email-invalid")]);
    ask(&app, " ").await.invalid(&[("email", "required")]);
}

async fn a_link_expires(app: TestApp) {
    app.set_parameter(ids::PASSWORD_LINK_HOURS, 2);
    ask(&app, "ana@empresa.test").await.done();
    let token = token(&app);
    app.advance(TimeDelta::minutes(119));
    app.anonymous.get(format!("/password-links/{token}")).await.done();
    app.advance(TimeDelta::minutes(2));
    app.anonymous.get(format!("/password-links/{token}")).await.refused(404, "password-link-expired");
    redeem(&app, &token, NEW).await.refused(404, "password-link-expired");
}

async fn a_newer_link_replaces_the_older(app: TestApp) {
    ask(&app, "ana@empresa.test").await.done();
    let first = token(&app);
    // Asked again at once: one e-mail is enough.
    ask(&app, "ana@empresa.test").await.done();
    assert_eq!(app.emails().len(), 1);
    app.advance(TimeDelta::minutes(2));
    ask(&app, "ana@empresa.test").await.done();
    let second = token(&app);
    assert_ne!(first, second);
    redeem(&app, &first, NEW).await.refused(404, "password-link-expired");
    assert_eq!(redeem(&app, &second, NEW).await.status, 204);
}

async fn the_link_speaks_the_persons_language(app: TestApp) {
    for (email, language, own) in [
        ("ana@empresa.test", Language::Portuguese, "pt-BR: Ana Souza"),
        ("bruno@empresa.test", Language::Spanish, "es: Bruno Lima"),
        ("diego@empresa.test", Language::English, "en: Diego Reis"),
    ] {
        // First the product's own text, then the template that the parameter names.
        app.set_parameter(ids::PASSWORD_LINK_TEMPLATE, "");
        ask(&app, email).await.done();
        let usual = app.emails().pop().unwrap();
        assert_eq!((usual.language, usual.state), (language, EmailState::Pending), "{email}");
        let expected = locales::format(language, "mail-password-subject", None);
        assert_eq!(usual.subject.as_deref(), Some(expected.as_str()));
        app.advance(TimeDelta::minutes(2));
        app.set_parameter(ids::PASSWORD_LINK_TEMPLATE, app.world.templates.password);
        ask(&app, email).await.done();
        let email = app.emails().pop().unwrap();
        assert_eq!(email.subject.as_deref(), Some(own));
        assert!(email.value("LINK").unwrap().starts_with("https://portal.empresa.test/password/"));
        assert!(!email.value("VALIDADE").unwrap().is_empty());
    }
}

async fn the_link_is_sent_even_while_mail_is_off(app: TestApp) {
    app.set_parameter(ids::MAIL_OFF, "S");
    ask(&app, "ana@empresa.test").await.done();
    assert_eq!(app.emails()[0].suppress_reason, None);
}

async fn a_link_is_stored_hashed(app: TestApp) {
    ask(&app, "ana@empresa.test").await.done();
    let token = token(&app);
    let kept: Vec<String> =
        app.read(|tx| Ok(password_links::table.select(password_links::token_hash).load(tx.conn)?));
    assert_eq!(kept, [solicita::auth::secret::hash(&token)]);
}
