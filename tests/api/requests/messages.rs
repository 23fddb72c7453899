//! `/requests/{number}/messages`: the conversation.

use contract::timeline::{MarkRead, NewMessage, Timeline};
use contract::{Action, Language, Side};
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    both_sides_talk,
    parameter_299_switches_messages_off,
    texts_are_checked,
    files_come_with_a_message,
    a_message_does_not_change_the_version,
    the_timeline_is_read_in_pieces,
];

async fn both_sides_talk(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.email).await;
    let asked = app.requester.send_message(number, "Alguma novidade?\nObrigada.").await;
    assert_eq!((asked.side, asked.mine, asked.public, asked.unread), (Side::Requester, true, true, false));
    let answered = app.second.send_message(number, "Hoje à tarde.").await;
    assert_eq!((answered.side, answered.author.as_ref().unwrap().name.as_str()), (Side::Desk, "Diego Reis"));
    let seen = app.requester.messages(number).await;
    assert_eq!(
        seen.iter().map(|row| (row.id, row.mine, row.unread)).collect::<Vec<_>>(),
        [(answered.id, false, true), (asked.id, true, false)]
    );
    let seen = app.watcher.messages(number).await;
    assert_eq!(seen.iter().map(|row| row.unread).collect::<Vec<_>>(), [false, true]);
}

async fn parameter_299_switches_messages_off(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let new = NewMessage { text: "Olá".to_owned(), upload_ids: Vec::new() };
    for person in [&app.requester, &app.executor] {
        for language in Language::ALL {
            let problem =
                person.speaking(*language).perform(number, "messages", &new).await.refused(403, "parameter-off");
            assert!(problem.title.contains(&ids::MESSAGES.to_string()), "{}", problem.title);
        }
        assert!(!person.show(number).await.row.actions.contains(&Action::Message));
    }
    app.set_parameter(ids::MESSAGES, "y");
    assert!(app.requester.show(number).await.row.actions.contains(&Action::Message));
    app.requester.send_message(number, "Olá").await;
    // Switched off again, what was said is kept, and the requester does not see it.
    app.set_parameter(ids::MESSAGES, "N");
    assert_eq!(app.requester.messages(number).await, []);
    assert_eq!(app.requester.timeline(number).await.counts.messages, 0);
    assert_eq!(app.executor.messages(number).await.len(), 1);
}

async fn texts_are_checked(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.email).await;
    for (text, code) in [
        ("", "required"),
        (" \n\t ", "required"),
        ("\u{200b}\u{2060}", "required"),
        ("a\u{0}b", "control-character"),
        ("a\u{1b}[31mb", "control-character"),
        (&"x".repeat(20_001), "too-long"),
    ] {
        let new = NewMessage { text: text.to_owned(), upload_ids: Vec::new() };
        app.requester.perform(number, "messages", &new).await.invalid(&[("text", code)]);
    }
    // Everything else is kept as it was written; what turns the direction is left out.
    let said = app.requester.send_message(number, "<b>\"${NUMERO}\" {{x}} \\ ' ; --\u{202e}</b>\r\nÇ 漢字 👩‍🔧").await;
    assert_eq!(said.text.as_deref(), Some("<b>\"${NUMERO}\" {{x}} \\ ' ; --</b>\nÇ 漢字 👩‍🔧"));
    app.requester.send_message(number, &"é".repeat(20_000)).await;
}

async fn files_come_with_a_message(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.email).await;
    let upload = app.requester.upload("tela.txt", b"erro 5").await;
    let foreign = app.stranger.upload("outra.txt", b"alheia").await;
    let new = NewMessage { text: "Segue a tela.".to_owned(), upload_ids: vec![upload.id, foreign.id] };
    app.requester.perform(number, "messages", &new).await.invalid(&[("upload_ids.1", "upload-unknown")]);
    let new = NewMessage { upload_ids: vec![upload.id, upload.id], ..new };
    let said: contract::timeline::OccurrenceView = app.requester.perform(number, "messages", &new).await.good();
    assert_eq!(said.attachments.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["tela.txt"]);
    // It is attached now, and to nothing else.
    app.requester
        .perform(number, "messages", &new)
        .await
        .invalid(&[("upload_ids.0", "upload-unknown"), ("upload_ids.1", "upload-unknown")]);
}

async fn a_message_does_not_change_the_version(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let request = app.requester.open(&app.draft(app.world.services.email)).await;
    let number = request.row.number;
    let said = app.requester.send_message(number, "Olá").await;
    app.executor.perform(number, "read", &MarkRead { up_to: said.id }).await.done();
    app.executor.send_message(number, "Olá").await;
    assert_eq!(app.requester.show(number).await.row.version, request.row.version);
}

async fn the_timeline_is_read_in_pieces(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.email).await;
    for n in 0..7 {
        app.requester.send_message(number, &format!("Mensagem {n}")).await;
    }
    let note = contract::timeline::NewNote { text: "Nota".to_owned(), ..contract::timeline::NewNote::default() };
    app.requester.add_note(number, &note).await;
    let path = format!("/requests/{number}/timeline");
    let all = app.requester.timeline(number).await;
    assert_eq!((all.counts.all, all.counts.messages, all.counts.notes, all.counts.events), (9, 7, 1, 1));
    let mut read = Vec::new();
    let mut before = String::new();
    loop {
        let piece: Timeline = app.requester.get(format!("{path}?page_size=4{before}")).await.good();
        read.extend(piece.items);
        match piece.older {
            Some(older) => before = format!("&before={older}"),
            None => break,
        }
    }
    assert_eq!(read, all.items);
    for (kind, count) in [("message", 7), ("note", 1), ("event", 1)] {
        let piece: Timeline = app.requester.get(format!("{path}?kind={kind}")).await.good();
        assert_eq!(piece.items.len(), count, "{kind}");
        assert_eq!(piece.counts, all.counts);
    }
    app.requester.get(format!("{path}?kind=rumour")).await.refused(400, "unknown-filter");
    app.requester.get(format!("{path}?page_size=0")).await.refused(400, "invalid-page-size");
}
