//! What arrives.

use contract::EmailState;
use contract::desk::Resolve;
use contract::requests::NewRequest;
use contract::timeline::NewNote;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    a_requests_mails_are_one_thread,
    attachments_travel_with_some_and_what_is_internal_with_none,
    every_mail_arrives_once,
    names_and_subjects_of_any_script_arrive,
];

async fn a_requests_mails_are_one_thread(app: TestApp) {
    app.set_parameter(ids::OPENED_TEMPLATE, app.world.templates.request);
    app.set_parameter(ids::RESOLVED_TEMPLATE, app.world.templates.request);
    let first = app.open_request(app.world.services.email).await;
    app.requester.open(&app.draft(app.world.services.email)).await;
    app.executor.resolve(first).await;
    let mails = app.delivered_emails().await;
    assert_eq!(mails.len(), 3);
    let [opened, other, resolved] = &mails[..] else { panic!("{mails:?}") };
    let id = opened.header("Message-ID");
    assert!(id.starts_with('<') && id.ends_with('>') && id.contains('@'), "{id}");
    assert_eq!((opened.header("In-Reply-To"), opened.header("References")), ("", ""));
    assert_eq!((resolved.header("In-Reply-To"), resolved.header("References")), (id, id));
    assert_eq!(other.header("References"), "");
    for mail in &mails {
        assert_eq!((mail.from.as_str(), mail.to.as_str()), ("solicita@empresa.test", "ana@empresa.test"));
        assert_eq!(mail.header("Auto-Submitted"), "auto-generated");
        assert!(!mail.header("Date").is_empty() && !mail.header("MIME-Version").is_empty());
        assert!(mail.text.contains("SOLICITANTE=Ana Souza") && mail.html.contains("<p>SOLICITANTE=Ana Souza;</p>"));
    }
}

async fn attachments_travel_with_some_and_what_is_internal_with_none(app: TestApp) {
    for parameter in [
        ids::OCCURRENCE_TEMPLATE,
        ids::SUSPENDED_TEMPLATE,
        ids::OPENED_TEMPLATE,
        ids::RESOLVED_TEMPLATE,
        ids::CLOSED_TEMPLATE,
    ] {
        app.set_parameter(parameter, app.world.templates.request);
    }
    let upload = app.requester.upload("relatório.txt", b"publico").await;
    let new = NewRequest { upload_ids: vec![upload.id], ..app.draft(app.world.services.email) };
    let number = app.requester.open(&new).await.row.number;
    let secret = app.executor.upload("laudo.txt", b"interno").await;
    let note = NewNote {
        text: "Só para nós".to_owned(),
        internal: true,
        notify: true,
        upload_ids: vec![secret.id],
        ..NewNote::default()
    };
    app.executor.add_note(number, &note).await;
    let removed = app.requester.attach(number, "engano.txt", b"engano").await;
    app.requester.delete(format!("/requests/{number}/attachments/{}", removed.id)).await.done();
    app.executor
        .add_note(number, &NewNote { internal: false, upload_ids: vec![], text: "Visível".to_owned(), ..note })
        .await;
    app.executor.suspend(number, app.world.reasons.supplier, app.now() + chrono::TimeDelta::days(1)).await;
    app.advance(chrono::TimeDelta::days(1) + chrono::TimeDelta::minutes(1));
    app.run_jobs().await;
    let how = Resolve { solution: "Feito.".to_owned(), minutes: None };
    app.executor.perform(number, "resolve", &how).await.done();
    app.advance(chrono::TimeDelta::days(6));
    app.run_jobs().await;
    let emails = app.emails();
    let sent: Vec<_> = emails.iter().filter(|email| email.suppress_reason.is_none()).collect();
    let mails = app.delivered_emails().await;
    assert_eq!(mails.len(), sent.len());
    for (email, mail) in sent.iter().zip(&mails) {
        let names: Vec<_> = mail.files.iter().map(|(name, _)| name.as_str()).collect();
        // Opened, suspended, closed; neither notes nor the resolution.
        let expected: &[&str] = if [ids::OPENED_TEMPLATE, ids::SUSPENDED_TEMPLATE, ids::CLOSED_TEMPLATE]
            .contains(&email.parameter.unwrap())
        {
            &["relatório.txt"]
        } else {
            &[]
        };
        assert_eq!(names, expected, "{:?}", email.parameter);
        assert!(mail.files.iter().all(|(_, content)| content == b"publico"));
        assert!(!mail.text.contains("Só para nós") && !mail.html.contains("Só para nós"));
    }
    assert!(sent.iter().any(|email| email.parameter == Some(ids::CLOSED_TEMPLATE)));
}

async fn every_mail_arrives_once(app: TestApp) {
    app.set_parameter(ids::OPENED_TEMPLATE, app.world.templates.request);
    // Two nodes at the same outbox.
    let other = app.another_node();
    let draft = app.draft(app.world.services.email);
    for _ in 0..6 {
        tokio::join!(app.requester.open(&draft), other.stranger.open(&draft));
        tokio::join!(app.run_jobs(), other.run_jobs());
    }
    let mails = app.delivered_emails().await;
    let mut ids: Vec<_> = mails.iter().map(|mail| mail.header("Message-ID").to_owned()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!((mails.len(), ids.len()), (12, 12));
    assert!(app.emails().iter().all(|email| email.state == EmailState::Sent));
}

async fn names_and_subjects_of_any_script_arrive(app: TestApp) {
    app.set_parameter(ids::OPENED_TEMPLATE, app.world.templates.request);
    let title = format!("Ação 漢字 😀 {}", "muito comprido ".repeat(9));
    let new = NewRequest { title: title.trim().to_owned(), ..app.draft(app.world.services.email) };
    app.requester.open(&new).await;
    let mail = app.delivered_emails().await.remove(0);
    assert!(mail.html.contains(title.trim()), "{}", mail.html);
    let raw = mail.header("Subject");
    assert!(raw.is_ascii(), "{raw}");
}
