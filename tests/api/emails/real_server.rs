//! E-mails through a real SMTP server: what arrives there, for whom, in which language.

use contract::admin::{MailAccountEdit, TemplateKind};
use contract::identity::Preferences;
use contract::timeline::{EmailView, NewNote};
use contract::{EmailState, Language, Page};
use reqwest::Method;
use solicita::domain::template::known_keys;
use tests::postman::{Envelope, Postman, Taken};
use tests::wait::until_some;
use tests::{Database, Persona, TestApp, ids, run};

/// Makes two tests of each body, which takes a [`TestApp`] and the server that it sends to.
macro_rules! through_a_real_server {
    ($($body:ident),+ $(,)?) => { $(
        mod $body {
            #[test]
            fn sqlite() {
                super::on(tests::Database::Sqlite, super::$body);
            }
            #[test]
            fn postgres() {
                super::on(tests::Database::Postgres, super::$body);
            }
        }
    )+ };
}

through_a_real_server![every_key_arrives_in_every_language, a_request_is_one_thread, a_wrong_password_delays];

fn on(database: Database, body: impl AsyncFnOnce(TestApp, &Postman)) {
    let postman = Postman::start();
    let trust = |config: &mut _| postman.trust(config);
    run::on_with(database, trust, async |app| body(app, &postman).await);
}

const ANA: &str = "ana@empresa.test";
const CARLA: &str = "carla@empresa.test";

async fn every_key_arrives_in_every_language(app: TestApp, postman: &Postman) {
    set_account(&app, &postman.account()).await;
    let number = request_with_everything(&app).await;
    name_templates(&app);
    for language in Language::ALL {
        let before = postman.taken().len();
        for person in [&app.requester, &app.executor] {
            speak(person, *language).await;
        }
        app.requester.say(number, "Da solicitante").await;
        app.executor.say(number, "Da atendente").await;
        let note = |text: &str| NewNote { text: text.to_owned(), notify: true, ..NewNote::default() };
        app.requester.note(number, &note("Nota da solicitante")).await;
        app.executor.note(number, &note("Nota da atendente")).await;
        deliver(&app).await;
        let taken = postman.taken().split_off(before);
        let find = |to: &str, text: &str| -> Taken {
            let mut found = postman.taken().split_off(before).into_iter();
            let fits = |one: &Taken| one.envelope.to == [to] && one.mail.html.contains(text);
            found.find(fits).unwrap_or_else(|| panic!("{text:?} for {to} in {language}: {taken:#?}"))
        };
        check(&find(CARLA, "COMMENTTEXT=Da solicitante;"), TemplateKind::Message, *language, number);
        check(&find(ANA, "COMMENTTEXT=Da atendente;"), TemplateKind::Message, *language, number);
        check(&find(CARLA, "OCORRENCIA=Nota da solicitante;"), TemplateKind::Request, *language, number);
        check(&find(ANA, "OCORRENCIA=Nota da atendente;"), TemplateKind::Request, *language, number);
        assert_eq!(taken.len(), 4, "one delivery each: {taken:#?}");
    }
    // Nothing is sent a second time.
    let all = postman.taken().len();
    app.advance(chrono::TimeDelta::days(1));
    deliver(&app).await;
    assert_eq!(postman.taken().len(), all);
}

/// One e-mail: how it came, and that nothing in it was left to fill in.
fn check(taken: &Taken, kind: TemplateKind, language: Language, number: i64) {
    let Taken { envelope, mail } = taken;
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

async fn a_request_is_one_thread(app: TestApp, postman: &Postman) {
    set_account(&app, &postman.account()).await;
    let number = request_with_everything(&app).await;
    name_templates(&app);
    for text in ["Um", "Dois", "Três"] {
        app.executor.say(number, text).await;
        deliver(&app).await;
    }
    let mails: Vec<_> = postman.taken().into_iter().map(|taken| taken.mail).collect();
    let [first, second, third] = &mails[..] else { panic!("{mails:#?}") };
    let (one, two) = (first.header("Message-ID"), second.header("Message-ID"));
    assert!(one.starts_with('<') && one != two && two != third.header("Message-ID"));
    assert_eq!((first.header("In-Reply-To"), first.header("References")), ("", ""));
    assert_eq!((second.header("In-Reply-To"), second.header("References")), (one, one));
    assert_eq!(third.header("In-Reply-To"), two);
    assert_eq!(third.header("References"), format!("{one} {two}"));
}

async fn a_wrong_password_delays(app: TestApp, postman: &Postman) {
    let right = postman.account();
    set_account(&app, &MailAccountEdit { password: Some("outra".to_owned()), ..right.clone() }).await;
    let number = request_with_everything(&app).await;
    name_templates(&app);
    app.executor.say(number, "Chegou?").await;
    let waiting = tried_again(&app, 0).await;
    assert_eq!(waiting.state, EmailState::Pending);
    assert!(waiting.next_attempt_at.is_some_and(|at| at > app.now()), "{waiting:?}");
    assert!(waiting.last_error.as_deref().is_some_and(|error| error.starts_with("login: 535")), "{waiting:?}");
    let said = locales::format(Language::Portuguese, "mail-reason-login", None);
    assert!(waiting.explanation.contains(&said), "{waiting:?}");
    // It is tried again by itself, in vain.
    app.advance(chrono::TimeDelta::minutes(5));
    let again = tried_again(&app, waiting.attempts).await;
    assert_eq!(again.state, EmailState::Pending);
    assert!(postman.taken().is_empty());
    // The right password brings it on its way at once.
    set_account(&app, &right).await;
    deliver(&app).await;
    assert_eq!(outbox(&app).await.state, EmailState::Sent);
    let taken = postman.taken();
    let [one] = &taken[..] else { panic!("{taken:#?}") };
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
    let number = app.requester.open(&app.draft(app.world.services.email)).await.row.number;
    app.executor.capture(number).await;
    app.advance(chrono::TimeDelta::hours(1));
    app.executor.resolve(number).await;
    number
}

fn name_templates(app: &TestApp) {
    app.set(ids::OCCURRENCE_TEMPLATE, app.world.templates.request);
    app.set(ids::PORTAL_NOTE_TEMPLATE, app.world.templates.request);
    app.set(ids::MESSAGE_TEMPLATE, app.world.templates.message);
    app.set(ids::MESSAGES, "S");
}

async fn set_account(app: &TestApp, account: &MailAccountEdit) {
    let version = app.administrator.get("/mail-account").await.json()["version"].as_i64().unwrap();
    let call = app.administrator.call(Method::PUT, "/mail-account").seen(i32::try_from(version).unwrap());
    call.json(account).send().await.done();
}

async fn speak(person: &Persona, language: Language) {
    let preferences = Preferences { language, time_zone: "America/Sao_Paulo".to_owned() };
    person.put("/me/preferences", &preferences).await.done();
}

/// Sends what is due, and waits until nothing is being sent.
async fn deliver(app: &TestApp) {
    app.delivered().await;
}

/// Waits until sending the newest e-mail has failed more often than before. An attempt has
/// failed when the next one is in the future.
async fn tried_again(app: &TestApp, before: i32) -> EmailView {
    until_some("another attempt", async || {
        app.jobs().await;
        let email = outbox(app).await;
        let has_failed = email.next_attempt_at.is_some_and(|next| next > app.now());
        (email.attempts > before && has_failed).then_some(email)
    })
    .await
}

/// The newest e-mail of the outbox that was to be sent.
async fn outbox(app: &TestApp) -> EmailView {
    let page: Page<EmailView> = app.administrator.get("/outbox").await.good();
    let mut sendable = page.items.into_iter().filter(|email| email.state != EmailState::Suppressed);
    sendable.next().expect("an e-mail that is to be sent")
}
