//! The delivery ledger: why an e-mail was or was not sent.

use crate::requests::lifecycle_table::request_in;
use contract::admin::{MailAccountEdit, MailSecurity, MailTransport};
use contract::timeline::EmailView;
use contract::{EmailState, Language, Situation, SuppressReason};
use diesel::prelude::*;
use solicita::db::schema::people;
use tests::closed_port::ClosedPort;
use tests::emails::summaries;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    why_no_mail_went_is_told,
    mail_that_is_off_is_never_sent_later,
    mail_switched_off_meanwhile_is_not_sent,
    the_ledger_speaks_three_languages,
];

const ANA: &str = "ana@empresa.test";

async fn why_no_mail_went_is_told(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = request_in(&app, Situation::InProgress).await;
    let why = |emails: &[tests::emails::Email]| -> Vec<Option<SuppressReason>> {
        summaries(emails).into_iter().map(|(_, _, reason)| reason).collect()
    };
    let emails = app.emails_of(app.executor.send_message(number, "Um")).await;
    assert_eq!(summaries(&emails), [(ids::MESSAGE_TEMPLATE, ANA, Some(SuppressReason::NoTemplate))]);
    app.set_parameter(ids::OCCURRENCE_TEMPLATE, app.world.templates.inactive);
    let note = contract::timeline::NewNote { text: "x".to_owned(), notify: true, ..Default::default() };
    let emails = app.emails_of(app.executor.add_note(number, &note)).await;
    assert_eq!(why(&emails), [Some(SuppressReason::TemplateInactive)]);
    app.set_parameter(ids::MESSAGE_TEMPLATE, app.world.templates.message);
    let ana = app.world.people.requester.id;
    app.write(|tx| {
        Ok(diesel::update(people::table.find(ana)).set(people::email.eq(None::<String>)).execute(tx.conn)?)
    });
    let emails = app.emails_of(app.executor.send_message(number, "Dois")).await;
    assert_eq!(summaries(&emails), [(ids::MESSAGE_TEMPLATE, "-", Some(SuppressReason::NoAddress))]);
    let gone = (people::email.eq(ANA), people::active.eq(false));
    app.write(|tx| Ok(diesel::update(people::table.find(ana)).set(gone).execute(tx.conn)?));
    let emails = app.emails_of(app.executor.send_message(number, "Três")).await;
    assert_eq!(why(&emails), [Some(SuppressReason::RecipientInactive)]);
    // What was suppressed is suppressed for good.
    assert_eq!(app.delivered_emails().await, []);
}

async fn mail_that_is_off_is_never_sent_later(app: TestApp) {
    app.set_parameter(ids::OPENED_TEMPLATE, app.world.templates.request);
    app.set_parameter(ids::MAIL_OFF, "S");
    let emails = app.emails_of(app.requester.open(&app.draft(app.world.services.email))).await;
    assert_eq!(summaries(&emails), [(ids::OPENED_TEMPLATE, ANA, Some(SuppressReason::MailOff))]);
    app.set_parameter(ids::MAIL_OFF, "N");
    app.advance(chrono::TimeDelta::days(1));
    assert_eq!(app.delivered_emails().await, []);
    app.requester.open(&app.draft(app.world.services.email)).await;
    assert_eq!(app.delivered_emails().await.len(), 1);
}

async fn mail_switched_off_meanwhile_is_not_sent(app: TestApp) {
    app.set_parameter(ids::OPENED_TEMPLATE, app.world.templates.request);
    // The e-mail waits for its next attempt, because nothing listens at the port of the account.
    let closed = ClosedPort::reserve();
    let account = MailAccountEdit {
        transport: MailTransport::Smtp,
        host: "127.0.0.1".to_owned(),
        port: closed.number().into(),
        security: MailSecurity::Plain,
        username: String::new(),
        password: None,
        from_name: "Solicita".to_owned(),
        from_address: "solicita@empresa.test".to_owned(),
    };
    app.set_mail_account(&account).await;
    app.open_request(app.world.services.email).await;
    app.failed_attempt(0).await;
    app.administrator.set_parameters(&[(ids::MAIL_OFF, "S")]).await.done();
    assert_eq!(app.emails()[0].state, EmailState::Suppressed);
    // Switched on again, and with an account that works, it is not sent either.
    app.administrator.set_parameters(&[(ids::MAIL_OFF, "N")]).await.done();
    app.set_mail_account(&MailAccountEdit { transport: MailTransport::Folder, ..account }).await;
    app.advance(chrono::TimeDelta::days(1));
    assert_eq!(app.delivered_emails().await, []);
    assert_eq!(app.emails()[0].state, EmailState::Suppressed);
}

async fn the_ledger_speaks_three_languages(app: TestApp) {
    app.set_parameter(ids::OPENED_TEMPLATE, app.world.templates.request);
    let number = app.open_request(app.world.services.email).await;
    app.delivered_emails().await;
    app.executor.resolve(number).await;
    let path = format!("/requests/{number}/emails");
    let mut told = Vec::new();
    for language in Language::ALL {
        let emails: Vec<EmailView> = app.executor.speaking(*language).get(&path).await.good();
        assert_eq!(emails.len(), 2);
        assert_eq!((emails[1].state, emails[1].template.as_deref()), (EmailState::Sent, Some("Solicitação")));
        assert_eq!((emails[0].state, emails[0].parameter), (EmailState::Suppressed, Some(ids::RESOLVED_TEMPLATE)));
        assert_eq!(emails[0].suppress_reason, Some(SuppressReason::NoTemplate));
        assert!(emails.iter().all(|email| email.explanation.contains(' ')), "{emails:?}");
        told.push(emails[0].explanation.clone());
    }
    told.dedup();
    assert_eq!(told.len(), 3, "{told:?}");
    app.requester.get(&path).await.refused(403, "action-not-yours");
}
