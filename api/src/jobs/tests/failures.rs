//! Servers that refuse, hang, hang up or are not there.

use super::fixture::Fixture;
use super::server::{Answer, Manner, Server};
use crate::jobs::outbox::deliver_due;
use crate::mail::account::Account;
use crate::mail::failure::{Cause, Failure, pause};
use crate::mail::message::{Outgoing, build};
use crate::mail::smtp::{self, Patience};
use chrono::{TimeDelta, Utc};
use contract::admin::MailSecurity;
use contract::{EmailState, Language};
use std::net::TcpListener;
use std::time::{Duration, Instant};

/// A port that nobody listens on.
fn closed_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

#[actix_web::test]
async fn a_server_that_is_down_delays_and_loses_nothing() {
    let port = closed_port();
    let fixture = Fixture::with_mail(Some(format!("smtp://127.0.0.1:{port}")));
    let ids: Vec<i64> = (0..3).map(|_| fixture.email("ana@empresa.test", |_| ())).collect();
    let apart = fixture.email("bruno@empresa.test", |_| ());
    for (attempt, minutes) in [(1, 1), (2, 5), (3, 15), (4, 60)] {
        assert_eq!(deliver_due(&fixture.app).await, 0);
        let mail = fixture.find(ids[0]);
        assert_eq!((mail.state, mail.attempts), (EmailState::Pending, attempt));
        assert!(mail.last_error.unwrap().starts_with("unreachable: "));
        let wait = mail.next_attempt_at.unwrap() - crate::db::stored(fixture.app.clock.now());
        assert!(wait <= TimeDelta::minutes(minutes) && wait > TimeDelta::seconds(minutes * 48 - 5), "{wait}");
        assert_eq!(fixture.find(ids[1]).attempts, 0, "it waits for the first");
        fixture.app.clock.advance(TimeDelta::minutes(minutes));
    }
    assert_eq!(fixture.find(apart).attempts, 4);
    let server = Server::on(TcpListener::bind(("127.0.0.1", port)).unwrap(), |_| None);
    // A new one shows that the server is back: the others need not wait out their pauses.
    assert_eq!(deliver_due(&fixture.app).await, 4);
    let taken = server.taken();
    let place = |id: i64| taken.iter().position(|mail| mail.contains(&fixture.find(id).message_id)).unwrap();
    assert!(place(ids[0]) < place(ids[1]) && place(ids[1]) < place(ids[2]));
    assert!(fixture.find(ids[0]).last_error.is_none());
}

#[actix_web::test]
async fn one_success_brings_the_others_forward() {
    let port = closed_port();
    let fixture = Fixture::with_mail(Some(format!("smtp://127.0.0.1:{port}")));
    let old = fixture.email("ana@empresa.test", |_| ());
    deliver_due(&fixture.app).await;
    let _server = Server::on(TcpListener::bind(("127.0.0.1", port)).unwrap(), |_| None);
    assert_eq!(deliver_due(&fixture.app).await, 0, "its pause is not over");
    fixture.email("bruno@empresa.test", |_| ());
    assert_eq!(deliver_due(&fixture.app).await, 2);
    assert_eq!(fixture.find(old).state, EmailState::Sent);
}

#[actix_web::test]
async fn what_cannot_be_delivered_is_given_up_at_once() {
    let server = Server::start(|command| match command {
        command if command.starts_with("RCPT") && command.contains("nobody@") => {
            Some(Answer::Say("550 5.1.1 <nobody@empresa.test>: no such user"))
        }
        _ => None,
    });
    let fixture = Fixture::with_mail(Some(server.url()));
    let refused = fixture.email("nobody@empresa.test", |_| ());
    let invalid = fixture.email("not an address", |_| ());
    let fine = fixture.email("ana@empresa.test", |_| ());
    assert_eq!(deliver_due(&fixture.app).await, 1);
    let mail = fixture.find(refused);
    assert_eq!((mail.state, mail.next_attempt_at), (EmailState::Failed, None));
    assert_eq!(mail.last_error.unwrap(), "recipient: 550 5.1.1 … no such user");
    assert_eq!(fixture.find(invalid).last_error.unwrap(), "address");
    assert_eq!(fixture.find(fine).state, EmailState::Sent);
}

#[actix_web::test]
async fn a_connection_cut_after_data_is_tried_again_with_the_same_identity() {
    let server = Server::start(|command| (command == ".").then_some(Answer::Close));
    let fixture = Fixture::with_mail(Some(server.url()));
    let id = fixture.email("ana@empresa.test", |_| ());
    assert_eq!(deliver_due(&fixture.app).await, 0);
    assert!(fixture.find(id).last_error.unwrap().starts_with("dropped"));
    server.behave(|_| None);
    fixture.app.clock.advance(TimeDelta::minutes(1));
    assert_eq!(deliver_due(&fixture.app).await, 1);
    assert!(server.taken()[0].contains(&fixture.find(id).message_id));
}

#[actix_web::test]
async fn after_two_days_it_is_given_up() {
    let fixture = Fixture::with_mail(Some(format!("smtp://127.0.0.1:{}", closed_port())));
    let id = fixture.email("ana@empresa.test", |_| ());
    let start = fixture.app.clock.now();
    let mut attempts = 0;
    while fixture.find(id).state == EmailState::Pending {
        deliver_due(&fixture.app).await;
        attempts += 1;
        fixture.app.clock.advance(TimeDelta::hours(8));
        assert!(attempts <= 12);
    }
    assert_eq!((attempts, fixture.find(id).state), (12, EmailState::Failed));
    assert!(fixture.app.clock.now() - start > TimeDelta::days(2));
    let nominal: TimeDelta = (1..12).filter_map(|attempt| pause(attempt, 0)).sum();
    assert!(nominal > TimeDelta::hours(40) && nominal < TimeDelta::hours(50), "{nominal}");
    assert_eq!(pause(12, 0), None);
}

async fn sent(account: &Account, patience: Patience) -> Result<String, Failure> {
    let mail = Outgoing {
        file_name: String::new(),
        to_name: String::new(),
        address: "ana@empresa.test".to_owned(),
        language: Language::English,
        subject: "s".to_owned(),
        text: "t".to_owned(),
        html: "h".to_owned(),
        message_id: "<x@y>".to_owned(),
        thread: Vec::new(),
        at: Utc::now(),
        files: Vec::new(),
    };
    let folder = tempfile::tempdir().unwrap();
    let storage = crate::storage::open(&format!("folder:{}", folder.path().display())).unwrap();
    let message = build(&storage, account.sender().unwrap(), &mail).await.unwrap();
    smtp::send(account, &message, patience).await
}

fn account(url: &str) -> Account {
    let config = crate::config::Config { mail_url: url.to_owned(), ..Default::default() };
    Account::of_config(&config).unwrap()
}

async fn outcome(manner: Manner) -> String {
    let server = Server::start(manner);
    let account = account(&format!("smtp://user:secret@127.0.0.1:{}", server.port));
    match sent(&account, Patience::default()).await {
        Ok(answer) => answer,
        Err(failure) => failure.kept(),
    }
}

#[actix_web::test]
async fn each_answer_means_what_its_step_says() {
    assert_eq!(outcome(|_| None).await, "250 2.0.0 queued as 4711");
    assert_eq!(outcome(|c| (c == "CONNECT").then_some(Answer::Say("554 no service"))).await, "server: 554 no service");
    assert_eq!(outcome(|c| (c == "CONNECT").then_some(Answer::Say("421 busy"))).await, "later: 421 busy");
    assert_eq!(
        outcome(|c| c.starts_with("AUTH").then_some(Answer::Say("535 5.7.8 wrong"))).await,
        "login: 535 5.7.8 wrong"
    );
    assert_eq!(
        outcome(|c| c.starts_with("MAIL").then_some(Answer::Say("530 Must issue a STARTTLS command first"))).await,
        "encryption: 530 Must issue a STARTTLS command first"
    );
    let starttls = outcome(|c| c.starts_with("EHLO").then_some(Answer::Say("250-fake\r\n250 STARTTLS"))).await;
    assert_eq!(starttls, "encryption: a login needs STARTTLS here");
    let no_auth = outcome(|c| c.starts_with("EHLO").then_some(Answer::Say("250 fake"))).await;
    assert!(no_auth.starts_with("login: "), "{no_auth}");
    assert_eq!(
        outcome(|c| c.starts_with("MAIL").then_some(Answer::Say("553 not yours"))).await,
        "sender: 553 not yours"
    );
    assert_eq!(outcome(|c| c.starts_with("MAIL").then_some(Answer::Say("530 log in"))).await, "login: 530 log in");
    assert_eq!(outcome(|c| c.starts_with("RCPT").then_some(Answer::Say("452 full"))).await, "later: 452 full");
    assert_eq!(
        outcome(|c| c.starts_with("RCPT").then_some(Answer::Say("550 unknown"))).await,
        "recipient: 550 unknown"
    );
    assert_eq!(outcome(|c| (c == "DATA").then_some(Answer::Say("554 no"))).await, "content: 554 no");
    assert_eq!(outcome(|c| (c == ".").then_some(Answer::Say("552 too big"))).await, "content: 552 too big");
    assert_eq!(outcome(|c| (c == ".").then_some(Answer::Say("450 greylisted"))).await, "later: 450 greylisted");
    assert!(outcome(|c| c.starts_with("RCPT").then_some(Answer::Close)).await.starts_with("dropped"));
    assert!(outcome(|c| (c == "CONNECT").then_some(Answer::Close)).await.starts_with("dropped"));
}

#[actix_web::test]
async fn nobody_waits_for_a_server_that_hangs() {
    let short = Duration::from_millis(200);
    let patience = Patience { connect: short, command: short, message: short, total: Duration::from_secs(2) };
    let manners: [Manner; 3] = [
        |c| (c == "CONNECT").then_some(Answer::Hang),
        |c| c.starts_with("RCPT").then_some(Answer::Hang),
        |c| (c == ".").then_some(Answer::Hang),
    ];
    for (manner, cause) in manners.into_iter().zip([Cause::Unreachable, Cause::Timeout, Cause::Timeout]) {
        let server = Server::start(manner);
        let begun = Instant::now();
        let failure = sent(&account(&server.url()), patience).await.unwrap_err();
        assert_eq!(failure.cause, cause);
        assert!(begun.elapsed() < Duration::from_secs(2));
    }
    let long = Patience { total: Duration::from_millis(300), ..Patience::default() };
    let server = Server::start(|c| (c == "DATA").then_some(Answer::Hang));
    assert_eq!(sent(&account(&server.url()), long).await.unwrap_err().cause, Cause::Timeout);
}

#[actix_web::test]
async fn encryption_that_was_asked_for_is_required() {
    let server = Server::start(|_| None);
    let starttls = Account { security: MailSecurity::StartTls, ..account(&server.url()) };
    let failure = sent(&starttls, Patience::default()).await.unwrap_err();
    assert_eq!(failure.kept(), "encryption: STARTTLS is not offered");
    let tls = Account { security: MailSecurity::Tls, ..account(&server.url()) };
    let failure = sent(&tls, Patience::default()).await.unwrap_err();
    assert_eq!(failure.cause, Cause::Encryption, "{failure:?}");
    assert!(server.taken().is_empty());
    let nowhere = account("smtp://no-such-host.invalid:25");
    assert_eq!(sent(&nowhere, Patience::default()).await.unwrap_err().cause, Cause::Unreachable);
}

#[test]
fn a_failure_names_no_address_in_log_or_row() {
    let failure = Failure::new(Cause::Recipient, "<ana@empresa.test>:\r\n no such user\u{7}").status(Some(550));
    assert_eq!(failure.kept(), "recipient: 550 … no such user");
    assert_eq!(failure.to_string(), "recipient (550)");
    assert_eq!(Cause::of_kept(&failure.kept()), Cause::Recipient);
    assert_eq!(Cause::of_kept("something else"), Cause::Internal);
}

#[test]
fn every_cause_has_its_sentence() {
    for language in Language::ALL {
        let causes = ["unreachable", "timeout", "dropped", "certificate", "encryption", "login", "server", "sender"];
        let more = ["later", "recipient", "content", "address", "redacted", "folder", "account", "internal"];
        for code in causes.iter().chain(&more) {
            assert_eq!(Cause::of_kept(code).code(), *code);
            assert!(Cause::of_kept(code).sentence(*language).contains(' '));
        }
    }
}
