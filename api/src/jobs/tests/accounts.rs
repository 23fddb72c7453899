//! The account: from the settings, from the database, tried out.

use super::fixture::Fixture;
use super::server::{Answer, Server};
use crate::actions::mail_account::set;
use crate::config::Config;
use crate::db::schema::audit;
use crate::error::Error;
use crate::jobs::outbox::deliver_due;
use crate::mail::account::{self, Account};
use crate::mail::test_message;
use crate::views::mail_account::view;
use contract::Language;
use contract::admin::{MailAccountEdit, MailAccountView, MailSecurity, MailTestResult, MailTransport};
use diesel::prelude::*;
use std::path::Path;

fn of(mail_url: &str) -> anyhow::Result<Account> {
    Account::of_config(&Config { mail_url: mail_url.to_owned(), ..Config::default() })
}

#[test]
fn settings_are_read() {
    let account = of(
        "smtp+starttls://us%40er:p%3A%2F%2b%C3%A7+@mail.empresa.test?from=Central+%3Cc%40x.test%3E&ca=%2Fetc%2Fca.pem",
    )
    .unwrap();
    assert_eq!(
        (account.host.as_str(), account.port, account.security),
        ("mail.empresa.test", 587, MailSecurity::StartTls)
    );
    assert_eq!((account.username.as_str(), account.password.as_str()), ("us@er", "p:/+ç+"));
    assert_eq!((account.from_name.as_str(), account.from_address.as_str()), ("Central", "c@x.test"));
    assert_eq!((account.trusted.as_deref(), account.source.as_str()), (Some(Path::new("/etc/ca.pem")), "environment"));
    assert!(!format!("{account:?}").contains("ç"));
    assert_eq!((of("smtp://x").unwrap().port, of("smtps://[::1]:5").unwrap().host.as_str()), (25, "::1"));
    let folder = Account::of_config(&Config::default()).unwrap();
    assert_eq!((folder.transport, folder.source.as_str()), (MailTransport::Folder, "default"));
    for bad in [
        "",
        "folder:",
        "smtp://",
        "http://x",
        "smtp://x/path",
        "smtp://x?tls=no",
        "mail.empresa.test:25",
        "smtp://x?from=nobody",
    ] {
        assert!(of(bad).is_err(), "{bad}");
    }
    let secret = of("smtp://u:secret@x?wrong=1").unwrap_err();
    assert!(!format!("{secret:#}").contains("secret"));
}

fn edit(port: i32) -> MailAccountEdit {
    MailAccountEdit {
        transport: MailTransport::Smtp,
        host: "127.0.0.1".to_owned(),
        port,
        security: MailSecurity::Plain,
        username: "user".to_owned(),
        password: Some("secret".to_owned()),
        from_name: "Serviços".to_owned(),
        from_address: "Servicos@Empresa.test".to_owned(),
    }
}

fn saved(fixture: &Fixture, version: i32, edit: MailAccountEdit) -> Result<MailAccountView, Error> {
    let config = fixture.app.config.clone();
    fixture.app.write_now(|tx| {
        set(tx, &config, fixture.requester, version, edit)?;
        view(tx, &config)
    })
}

#[test]
fn the_database_wins_and_versions_count() {
    let fixture = Fixture::new();
    let config = fixture.app.config.clone();
    let before = fixture.app.write_now(|tx| view(tx, &config)).unwrap();
    assert_eq!((before.source.as_str(), before.version, before.transport), ("environment", 0, MailTransport::Folder));
    let after = saved(&fixture, 0, edit(2525)).unwrap();
    assert_eq!((after.source.as_str(), after.version, after.password_set), ("database", 1, true));
    assert_eq!(after.from_address, "servicos@empresa.test");
    assert_eq!(saved(&fixture, 0, edit(2525)).unwrap_err().code(), "version-old");
    let kept = saved(&fixture, 1, MailAccountEdit { password: None, ..edit(26) }).unwrap();
    assert_eq!((kept.version, kept.port, kept.password_set), (2, 26, true));
    let cleared = saved(&fixture, 2, MailAccountEdit { password: Some(String::new()), ..edit(26) }).unwrap();
    assert!(!cleared.password_set);
    let query = audit::table.order(audit::id).select((audit::action, audit::author_id, audit::detail));
    let found: Vec<(String, Option<i64>, String)> = fixture.app.write_now(|tx| Ok(query.load(tx.conn)?)).unwrap();
    let (first, last) = ("smtp 127.0.0.1:2525 plain", "smtp 127.0.0.1:26 plain");
    let expected = [
        ("mail-account-changed", first),
        ("mail-password-set", first),
        ("mail-account-changed", last),
        ("mail-account-changed", last),
        ("mail-password-cleared", last),
    ];
    assert_eq!(
        found.iter().map(|(action, _, detail)| (action.as_str(), detail.as_str())).collect::<Vec<_>>(),
        expected
    );
    assert!(found.iter().all(|(_, author, _)| *author == Some(fixture.requester)));
}

#[test]
fn an_account_that_cannot_work_is_refused() {
    let fixture = Fixture::new();
    let bad = MailAccountEdit { host: String::new(), from_address: "x".to_owned(), ..edit(0) };
    let Err(Error::Invalid(complaints)) = saved(&fixture, 0, bad) else { panic!("it was taken") };
    let found: Vec<(&str, &str)> =
        complaints.iter().map(|complaint| (complaint.field.as_str(), complaint.code)).collect();
    assert_eq!(found, [("host", "required"), ("port", "port-invalid"), ("from_address", "email-invalid")]);
    let host = MailAccountEdit { host: "mail server:25".to_owned(), ..edit(25) };
    assert!(matches!(saved(&fixture, 0, host), Err(Error::Invalid(list)) if list[0].code == "host-invalid"));
    let folder = MailAccountEdit { transport: MailTransport::Folder, host: String::new(), ..edit(0) };
    assert_eq!(saved(&fixture, 0, folder).unwrap().transport, MailTransport::Folder);
}

async fn test(fixture: &Fixture, language: Language) -> MailTestResult {
    let (app, config) = (&fixture.app, fixture.app.config.clone());
    let to = "admin@empresa.test".to_owned();
    let message = test_message::compose(language, to, app.public_url(), app.clock.now()).unwrap();
    let account = app.read(move |tx| account::in_force(tx, &config)).await.unwrap();
    test_message::send(&app.storage, account, &message).await
}

#[actix_web::test]
async fn a_test_message_says_what_the_server_said() {
    let server = Server::start(|command| command.starts_with("RCPT").then_some(Answer::Say("550 go away")));
    let fixture = Fixture::new();
    let written = test(&fixture, Language::Portuguese).await;
    assert!(written.delivered && written.detail.ends_with("-test.eml"), "{written:?}");
    saved(&fixture, 0, edit(i32::from(server.port))).unwrap();
    let refused = test(&fixture, Language::English).await;
    assert!(!refused.delivered);
    assert_eq!(refused.detail, "The mail server refused the recipient. (550 go away)");
    server.behave(|_| None);
    let taken = test(&fixture, Language::Spanish).await;
    assert!(taken.delivered && taken.detail == "250 2.0.0 queued as 4711");
    assert!(server.taken()[0].contains("Subject: Solicita: prueba del correo saliente"));
}

#[actix_web::test]
async fn a_new_account_sends_what_the_old_one_could_not() {
    let fixture = Fixture::with_mail(Some("smtp://no-such-host.invalid".to_owned()));
    fixture.email("ana@empresa.test", |_| ());
    assert_eq!(deliver_due(&fixture.app).await, 0);
    assert_eq!(deliver_due(&fixture.app).await, 0);
    let server = Server::start(|_| None);
    saved(&fixture, 0, edit(i32::from(server.port))).unwrap();
    assert_eq!(deliver_due(&fixture.app).await, 1);
    assert!(server.taken()[0].contains("servicos@empresa.test"));
}
