//! E-mails through a real SMTP server: what arrives there, for whom, in which language.

use contract::admin::{MailAccountEdit, TemplateKind};
use contract::identity::Preferences;
use contract::timeline::NewNote;
use contract::{EmailState, Language};
use solicita::domain::template::known_keys;
use tests::smtp_server::{Envelope, ReceivedEmail, SmtpServer};
use tests::{Database, Persona, TestApp, ids, on_both_databases, run};

on_both_databases![
    by super::with_smtp_server:
    every_key_arrives_in_every_language,
    a_request_is_one_thread,
    a_wrong_password_delays,
];

/// Runs a test with an application and the SMTP server that it sends to.
fn with_smtp_server(database: Database, body: impl AsyncFnOnce(TestApp, &SmtpServer)) {
    let smtp = SmtpServer::start();
    run::on_with(database, |config| smtp.configure(config), async |app| body(app, &smtp).await);
}

const ANA: &str = "ana@empresa.test";
const CARLA: &str = "carla@empresa.test";

async fn every_key_arrives_in_every_language(app: TestApp, smtp: &SmtpServer) {
    app.set_mail_account(&smtp.account()).await;
    let number = request_with_everything(&app).await;
    name_templates(&app);
    for language in Language::ALL {
        let before = smtp.received().len();
        for person in [&app.requester, &app.executor] {
            speak(person, *language).await;
        }
        app.requester.send_message(number, "Da solicitante").await;
        app.executor.send_message(number, "Da atendente").await;
        let note = |text: &str| NewNote { text: text.to_owned(), notify: true, ..NewNote::default() };
        app.requester.add_note(number, &note("Nota da solicitante")).await;
        app.executor.add_note(number, &note("Nota da atendente")).await;
        app.delivered_emails().await;
        let received = smtp.received().split_off(before);
        let find = |to: &str, text: &str| -> ReceivedEmail {
            let mut found = smtp.received().split_off(before).into_iter();
            let fits = |one: &ReceivedEmail| one.envelope.to == [to] && one.email.html.contains(text);
            found.find(fits).unwrap_or_else(|| panic!("{text:?} for {to} in {language}: {received:#?}"))
        };
        check(&find(CARLA, "COMMENTTEXT=Da solicitante;"), TemplateKind::Message, *language, number);
        check(&find(ANA, "COMMENTTEXT=Da atendente;"), TemplateKind::Message, *language, number);
        check(&find(CARLA, "OCORRENCIA=Nota da solicitante;"), TemplateKind::Request, *language, number);
        check(&find(ANA, "OCORRENCIA=Nota da atendente;"), TemplateKind::Request, *language, number);
        assert_eq!(received.len(), 4, "one delivery each: {received:#?}");
    }
    // Nothing is sent a second time.
    let all = smtp.received().len();
    app.advance(chrono::TimeDelta::days(1));
    app.delivered_emails().await;
    assert_eq!(smtp.received().len(), all);
}

/// One e-mail: how it came, and that nothing in it was left to fill in.
fn check(received: &ReceivedEmail, kind: TemplateKind, language: Language, number: i64) {
    let ReceivedEmail { envelope, email: mail } = received;
    assert_eq!((envelope.encrypted, envelope.user.as_str()), (true, "solicita"));
    assert_eq!((envelope.from.as_str(), mail.from.as_str()), ("central@empresa.test", "central@empresa.test"));
    assert_eq!(envelope.to, [mail.to.as_str()]);
    assert_eq!(mail.subject, format!("{language}: [{number}]"));
    assert_eq!(mail.header("Auto-Submitted"), "auto-generated");
    for part in [&mail.subject, &mail.html, &mail.text] {
        assert!(!part.contains("${") && !part.contains("{{"), "{part}");
    }
    for key in known_keys(kind) {
        let start = mail.html.find(&format!("<p>{key}=")).unwrap_or_else(|| panic!("{key}: {}", mail.html));
        let value = mail.html[start..].split_once('=').and_then(|(_, rest)| rest.split_once(";</p>"));
        assert!(value.is_some_and(|(value, _)| !value.trim().is_empty()), "{key} is empty: {}", mail.html);
    }
    if kind == TemplateKind::Request {
        let situation = locales::format(language, "situation-resolved", None);
        assert!(mail.html.contains(&format!("<p>SITUACAO={situation};</p>")), "{}", mail.html);
    }
    assert!(mail.text.contains(&locales::format(language, "mail-footer", None)), "{}", mail.text);
}

async fn a_request_is_one_thread(app: TestApp, smtp: &SmtpServer) {
    app.set_mail_account(&smtp.account()).await;
    let number = request_with_everything(&app).await;
    name_templates(&app);
    for text in ["Um", "Dois", "Três"] {
        app.executor.send_message(number, text).await;
        app.delivered_emails().await;
    }
    let mails: Vec<_> = smtp.received().into_iter().map(|received| received.email).collect();
    let [first, second, third] = &mails[..] else { panic!("{mails:#?}") };
    let (one, two) = (first.header("Message-ID"), second.header("Message-ID"));
    assert!(one.starts_with('<') && one != two && two != third.header("Message-ID"));
    assert_eq!((first.header("In-Reply-To"), first.header("References")), ("", ""));
    assert_eq!((second.header("In-Reply-To"), second.header("References")), (one, one));
    assert_eq!(third.header("In-Reply-To"), two);
    assert_eq!(third.header("References"), format!("{one} {two}"));
}

async fn a_wrong_password_delays(app: TestApp, smtp: &SmtpServer) {
    let right = smtp.account();
    app.set_mail_account(&MailAccountEdit { password: Some("outra".to_owned()), ..right.clone() }).await;
    let number = request_with_everything(&app).await;
    name_templates(&app);
    app.executor.send_message(number, "Chegou?").await;
    let waiting = app.failed_attempt(0).await;
    assert_eq!(waiting.state, EmailState::Pending);
    assert!(waiting.next_attempt_at.is_some_and(|at| at > app.now()), "{waiting:?}");
    assert!(waiting.last_error.as_deref().is_some_and(|error| error.starts_with("login: 535")), "{waiting:?}");
    let said = locales::format(Language::Portuguese, "mail-reason-login", None);
    assert!(waiting.explanation.contains(&said), "{waiting:?}");
    // It is tried again by itself, in vain.
    app.advance(chrono::TimeDelta::minutes(5));
    let again = app.failed_attempt(waiting.attempts).await;
    assert_eq!(again.state, EmailState::Pending);
    assert!(smtp.received().is_empty());
    // The right password brings it on its way at once.
    app.set_mail_account(&right).await;
    app.delivered_emails().await;
    assert_eq!(app.newest_email().await.state, EmailState::Sent);
    let received = smtp.received();
    let [one] = &received[..] else { panic!("{received:#?}") };
    let expected = Envelope {
        from: "central@empresa.test".to_owned(),
        to: vec![ANA.to_owned()],
        encrypted: true,
        user: right.username,
    };
    assert_eq!(one.envelope, expected);
}

/// A request of Ana's that Carla served and resolved, so that every key has a value.
async fn request_with_everything(app: &TestApp) -> i64 {
    let number = app.open_request(app.world.services.email).await;
    app.executor.capture(number).await;
    app.advance(chrono::TimeDelta::hours(1));
    app.executor.resolve(number).await;
    number
}

fn name_templates(app: &TestApp) {
    app.set_parameter(ids::OCCURRENCE_TEMPLATE, app.world.templates.request);
    app.set_parameter(ids::PORTAL_NOTE_TEMPLATE, app.world.templates.request);
    app.set_parameter(ids::MESSAGE_TEMPLATE, app.world.templates.message);
    app.set_parameter(ids::MESSAGES, "S");
}

async fn speak(person: &Persona, language: Language) {
    let preferences = Preferences { language, time_zone: "America/Sao_Paulo".to_owned() };
    person.put("/me/preferences", &preferences).await.done();
}
