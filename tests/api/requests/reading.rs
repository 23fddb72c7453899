//! `POST /requests/{number}/read`: counters of unread messages, and receipts.

use contract::timeline::MarkRead;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    each_side_counts_what_it_has_not_read,
    looking_on_is_not_reading,
    a_receipt_says_when,
    reading_up_to_leaves_the_rest,
    writing_and_reading_at_once_loses_no_count,
];

async fn each_side_counts_what_it_has_not_read(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.email).await;
    for text in ["Um", "Dois", "Três"] {
        app.requester.send_message(number, text).await;
    }
    let last = app.executor.send_message(number, "Resposta").await;
    assert_eq!(app.executor.queue("").await.items[0].unread, 3);
    assert_eq!(app.requester.list("").await.items[0].unread, 1);
    app.requester.perform(number, "read", &MarkRead { up_to: last.id }).await.done();
    assert_eq!(app.requester.list("").await.items[0].unread, 0);
    assert_eq!(app.executor.queue("").await.items[0].unread, 3);
    app.executor.perform(number, "read", &MarkRead { up_to: last.id }).await.done();
    assert_eq!(app.second.queue("").await.items[0].unread, 0, "read for the whole desk");
    app.stranger.perform(number, "read", &MarkRead { up_to: last.id }).await.refused(404, "request-not-found");
    app.requester.perform(number, "read", &MarkRead { up_to: 999_999 }).await.refused(404, "not-found");
}

async fn looking_on_is_not_reading(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.email).await;
    let said = app.requester.send_message(number, "Um").await;
    for person in [&app.watcher, &app.overseer, &app.administrator] {
        person.perform(number, "read", &MarkRead { up_to: said.id }).await.done();
        assert_eq!(app.executor.show(number).await.row.unread, 1);
    }
    assert_eq!(app.requester.messages(number).await[0].read_at, None);
}

async fn a_receipt_says_when(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.email).await;
    let first = app.requester.send_message(number, "Um").await;
    let second = app.requester.send_message(number, "Dois").await;
    assert_eq!(first.read_at, None);
    app.executor.perform(number, "read", &MarkRead { up_to: first.id }).await.done();
    let noon = app.now();
    app.advance(chrono::TimeDelta::hours(1));
    app.executor.perform(number, "read", &MarkRead { up_to: second.id }).await.done();
    let seen = app.requester.messages(number).await;
    assert_eq!(seen[1].read_at.map(|at| at <= noon), Some(true));
    assert_eq!(seen[0].read_at.map(|at| at > noon), Some(true));
}

async fn reading_up_to_leaves_the_rest(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.email).await;
    let mut said = Vec::new();
    for text in ["Um", "Dois", "Três"] {
        said.push(app.requester.send_message(number, text).await.id);
    }
    app.executor.perform(number, "read", &MarkRead { up_to: said[0] }).await.done();
    assert_eq!(app.executor.show(number).await.row.unread, 2);
    let seen = app.executor.messages(number).await;
    assert_eq!(seen.iter().map(|row| row.unread).collect::<Vec<_>>(), [true, true, false]);
    // Older news does not undo newer reading.
    app.executor.perform(number, "read", &MarkRead { up_to: said[2] }).await.done();
    app.executor.perform(number, "read", &MarkRead { up_to: said[0] }).await.done();
    assert_eq!(app.executor.show(number).await.row.unread, 0);
}

async fn writing_and_reading_at_once_loses_no_count(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let other = app.another_node();
    let number = app.open_request(app.world.services.email).await;
    let mut read_up_to = app.requester.send_message(number, "Começo").await.id;
    for round in 0..15 {
        let text = format!("Mensagem {round}");
        let read = MarkRead { up_to: read_up_to };
        let (said, reply) =
            tokio::join!(app.requester.send_message(number, &text), other.executor.perform(number, "read", &read));
        reply.done();
        let newer = app.executor.messages(number).await.iter().filter(|row| row.id > read_up_to).count();
        assert_eq!(app.executor.show(number).await.row.unread, i32::try_from(newer).unwrap(), "round {round}");
        read_up_to = said.id;
    }
}
