//! The outbox is emptied: into a folder, in order, once.

use super::fixture::Fixture;
use super::server::{Answer, Server};
use crate::domain::parameters::ids;
use crate::jobs::outbox::deliver_due;
use crate::mail::explain;
use crate::models;
use crate::models::emails::Email;
use chrono::TimeDelta;
use contract::{EmailState, Language, SuppressReason};
use std::time::Duration;

#[actix_web::test]
async fn a_folder_gets_the_thread_and_its_attachments() {
    let fixture = Fixture::new();
    let public = fixture.attach("relatório 報告.txt", "conteúdo\n".as_bytes(), false).await;
    let internal = fixture.attach("segredo.txt", b"interno", true).await;
    let first = fixture.email("ana@empresa.test", |_| ());
    let other = fixture.email("bruno@empresa.test", |_| ());
    let second = fixture.email("ana@empresa.test", |mail| mail.attachment_ids = format!("{public},{internal}"));
    let third = fixture.email("ana@empresa.test", |_| ());
    assert_eq!(deliver_due(&fixture.app).await, 4);
    let ids = [first, other, second, third].map(|id| fixture.find(id));
    assert!(ids.iter().all(|mail| mail.state == EmailState::Sent && mail.sent_at.is_some() && mail.attempts == 1));
    let mails = fixture.folder_mails();
    let unfolded: Vec<String> = mails.iter().map(|mail| mail.replace("\r\n ", " ")).collect();
    assert_eq!(unfolded.len(), 4);
    assert!(unfolded[0].contains(&format!("Message-ID: {}\r\n", ids[0].message_id)));
    assert!(!unfolded[0].contains("References:") && !unfolded[1].contains("References:"));
    assert!(unfolded[2].contains(&format!("In-Reply-To: {}\r\n", ids[0].message_id)));
    let references = format!("References: {} {}\r\n", ids[0].message_id, ids[2].message_id);
    assert!(unfolded[3].contains(&references), "{}", unfolded[3]);
    assert!(unfolded.iter().all(|mail| mail.contains("Auto-Submitted: auto-generated\r\n")));
    assert!(unfolded.iter().all(|mail| mail.contains("X-Auto-Response-Suppress: All\r\n")));
    assert!(unfolded.iter().all(|mail| mail.contains("<central@empresa.test>")));
    assert!(unfolded.iter().all(|mail| mail.contains("<ana@empresa.test>") != mail.contains("<bruno@")));
    assert!(unfolded[2].contains("multipart/mixed") && unfolded[2].contains("Y29udGXDumRvCg=="), "{}", unfolded[2]);
    assert!(unfolded[2].contains("filename*0*=utf-8''relat%C3%B3rio%20%E5%A0%B1%E5%91%8A.txt"), "{}", unfolded[2]);
    assert!(!unfolded[2].contains("segredo"), "what is internal never travels");
    assert!(!unfolded[0].contains("multipart/mixed"));
}

#[actix_web::test]
async fn an_email_waits_for_the_older_one_of_its_thread() {
    let server = Server::start(|command| {
        command
            .starts_with("RCPT")
            .then_some(())
            .filter(|()| command.contains("ana@"))
            .map(|()| Answer::Say("451 4.3.0 later"))
    });
    let fixture = Fixture::with_mail(Some(server.url()));
    let older = fixture.email("ana@empresa.test", |mail| mail.subject = Some("one".to_owned()));
    let younger = fixture.email("ana@empresa.test", |mail| mail.subject = Some("two".to_owned()));
    let elsewhere = fixture.email("bruno@empresa.test", |_| ());
    let request = fixture.another_request(1001, |_| ()).id;
    let unrelated = fixture.email("ana@empresa.test", |mail| mail.request_id = Some(request));
    assert_eq!(deliver_due(&fixture.app).await, 1);
    assert_eq!((fixture.find(older).attempts, fixture.find(unrelated).attempts), (1, 1));
    assert_eq!((fixture.find(younger).attempts, fixture.find(younger).last_error), (0, None));
    assert_eq!(fixture.find(elsewhere).state, EmailState::Sent);
    server.behave(|_| None);
    assert_eq!(deliver_due(&fixture.app).await, 0, "the pause is not over");
    fixture.app.clock.advance(TimeDelta::minutes(1));
    assert_eq!(deliver_due(&fixture.app).await, 3);
    let subjects: Vec<String> = server
        .taken()
        .iter()
        .filter_map(|mail| mail.lines().find(|line| line.starts_with("Subject: ")).map(str::to_owned))
        .collect();
    let place = |subject: &str| subjects.iter().position(|line| line == subject);
    assert!(place("Subject: one").unwrap() < place("Subject: two").unwrap(), "{subjects:?}");
}

#[actix_web::test]
async fn switched_off_means_never_but_for_password_links() {
    let fixture = Fixture::new();
    let ordinary = fixture.email("ana@empresa.test", |_| ());
    let password = fixture.email("ana@empresa.test", |mail| {
        (mail.request_id, mail.parameter) = (None, Some(ids::PASSWORD_LINK_TEMPLATE));
    });
    fixture.set(ids::MAIL_OFF, "S");
    assert_eq!(deliver_due(&fixture.app).await, 1);
    let found = fixture.find(ordinary);
    assert_eq!(
        (found.state, found.suppress_reason.map(|code| code.0)),
        (EmailState::Suppressed, Some(SuppressReason::MailOff))
    );
    assert_eq!(fixture.find(password).state, EmailState::Sent);
    fixture.set(ids::MAIL_OFF, "N");
    assert_eq!(deliver_due(&fixture.app).await, 0, "what was suppressed is not sent later");
}

#[actix_web::test]
async fn two_workers_send_each_email_once() {
    let server = Server::start(|_| None);
    let fixture = Fixture::with_mail(Some(server.url()));
    let ids: Vec<i64> = (0..24).map(|n| fixture.email(&format!("p{n}@empresa.test"), |_| ())).collect();
    let (one, two) = tokio::join!(deliver_due(&fixture.app), deliver_due(&fixture.app));
    assert_eq!(one + two, 24);
    assert!(ids.iter().all(|id| fixture.find(*id).state == EmailState::Sent));
    let taken = server.taken();
    let found = |id: &i64| taken.iter().filter(|mail| mail.contains(&fixture.find(*id).message_id)).count();
    assert!(ids.iter().all(|id| found(id) == 1));
}

#[actix_web::test]
async fn the_email_of_a_worker_that_died_is_tried_again() {
    let fixture = Fixture::new();
    let id = fixture.email("ana@empresa.test", |_| ());
    let claimed = fixture.app.write_now(|tx| {
        let now = tx.db_now();
        Ok(models::emails::lease(tx.conn, id, now, now + TimeDelta::minutes(2))?)
    });
    assert!(claimed.unwrap());
    assert_eq!(deliver_due(&fixture.app).await, 0);
    fixture.app.clock.advance(TimeDelta::seconds(121));
    assert_eq!(deliver_due(&fixture.app).await, 1);
    assert_eq!((fixture.find(id).state, fixture.folder_mails().len()), (EmailState::Sent, 1));
}

#[actix_web::test]
async fn a_running_worker_is_woken_and_stops() {
    let fixture = Fixture::new();
    let jobs = crate::jobs::start(&fixture.app);
    let id = fixture.email("ana@empresa.test", |_| ());
    for _ in 0..100 {
        if fixture.find(id).state == EmailState::Sent {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(fixture.find(id).state, EmailState::Sent);
    tokio::time::timeout(Duration::from_secs(5), jobs.stop()).await.unwrap();
    fixture.email("ana@empresa.test", |_| ());
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(fixture.folder_mails().len(), 1, "nothing runs any more");
}

#[actix_web::test]
async fn blanked_texts_are_not_sent() {
    let fixture = Fixture::new();
    let id =
        fixture.email("ana@empresa.test", |mail| (mail.html, mail.text) = (Some(String::new()), Some(String::new())));
    assert_eq!(deliver_due(&fixture.app).await, 0);
    assert_eq!(fixture.find(id).state, EmailState::Failed);
    assert_eq!(explained(&fixture.find(id), Language::English), "Not sent. The text was removed before it was sent.");
}

fn explained(email: &Email, language: Language) -> String {
    explain(email, language, chrono_tz::America::Sao_Paulo)
}

#[test]
fn the_ledger_explains_itself() {
    let fixture = Fixture::new();
    let mut mail = fixture.find(fixture.email("ana@empresa.test", |_| ()));
    let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(17, 10, 0).unwrap();
    assert_eq!(explained(&mail, Language::English), "Queued; it goes out in a moment.");
    (mail.attempts, mail.last_error) = (1, Some("later: 451 4.3.0 <…> later".to_owned()));
    mail.next_attempt_at = Some(at);
    assert_eq!(
        explained(&mail, Language::Portuguese),
        "A primeira tentativa não deu certo. O servidor de e-mail pediu para tentar mais tarde. A próxima é em 24/11/2026 14:10."
    );
    (mail.state, mail.attempts, mail.last_error) = (EmailState::Failed, 12, Some("timeout: no answer".to_owned()));
    assert_eq!(
        explained(&mail, Language::Spanish),
        "No se envió; Solicita desistió después de 12 intentos. El servidor de correo no respondió a tiempo."
    );
    (mail.state, mail.sent_at) = (EmailState::Sent, Some(at));
    assert!(explain(&mail, Language::English, chrono_tz::UTC).ends_with("on 24 Nov 2026 17:10."));
    mail.state = EmailState::Suppressed;
    for reason in SuppressReason::ALL {
        mail.suppress_reason = Some((*reason).into());
        for language in Language::ALL {
            let sentence = explained(&mail, *language);
            assert!(sentence.len() > 20 && !sentence.contains("mail-explain") && !sentence.contains('{'), "{sentence}");
        }
    }
    mail.suppress_reason = Some(SuppressReason::NoTemplate.into());
    let sentence = explained(&mail, Language::English);
    assert!(
        sentence.starts_with("Not sent: parameter 417 (") && sentence.ends_with("names no template."),
        "{sentence}"
    );
    mail.suppress_reason = Some(SuppressReason::MailOff.into());
    assert!(explained(&mail, Language::Spanish).contains("parámetro 297 ("));
}
