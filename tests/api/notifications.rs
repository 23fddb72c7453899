//! `/notifications`: the bell.

use contract::live::{NotificationKind, NotificationView, ReadNotifications};
use contract::{Language, Page};
use tests::{Persona, TestApp, ids, on_both_databases};

on_both_databases![
    each_is_told_what_concerns_them,
    parameters_keep_it_quiet,
    reading_is_noted,
    the_list_is_read_in_pages,
    summaries_are_translated,
];

async fn all(person: &Persona) -> Vec<NotificationView> {
    person.get("/notifications?page_size=100").await.good::<Page<NotificationView>>().items
}

async fn kinds(person: &Persona) -> Vec<NotificationKind> {
    all(person).await.into_iter().map(|row| row.kind).collect()
}

async fn each_is_told_what_concerns_them(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.email).await;
    for person in [&app.executor, &app.second] {
        assert_eq!(kinds(person).await, [NotificationKind::Opened]);
    }
    for person in [&app.requester, &app.watcher, &app.overseer, &app.outsider, &app.administrator] {
        assert_eq!(kinds(person).await, []);
    }
    app.executor.capture(number).await;
    app.requester.send_message(number, "Olá").await;
    app.executor.send_message(number, "Olá").await;
    app.executor.resolve(number).await;
    assert_eq!(kinds(&app.executor).await, [NotificationKind::Message, NotificationKind::Opened]);
    assert_eq!(kinds(&app.second).await, [NotificationKind::Opened], "somebody has it");
    let ana = all(&app.requester).await;
    assert_eq!(
        ana.iter().map(|row| row.kind).collect::<Vec<_>>(),
        [NotificationKind::Situation, NotificationKind::Message]
    );
    assert!(ana.iter().all(|row| !row.desk && !row.read && row.number == number && row.title == "Impressora não liga"));
    assert!(all(&app.executor).await.iter().all(|row| row.desk));
    let me: contract::identity::Me = app.requester.get("/me").await.good();
    assert_eq!(me.unread_notifications, 2);
}

async fn parameters_keep_it_quiet(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    app.set_parameter(ids::MESSAGE_NOTIFICATIONS, "N");
    app.set_parameter(ids::NEW_REQUEST_NOTIFICATIONS, "N");
    let number = app.open_request(app.world.services.email).await;
    app.requester.send_message(number, "Olá").await;
    assert_eq!(kinds(&app.executor).await, []);
    // Unread it is all the same.
    assert_eq!(app.executor.show(number).await.row.unread, 1);
}

async fn reading_is_noted(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.email).await;
    for text in ["Um", "Dois", "Três"] {
        app.executor.send_message(number, text).await;
    }
    let unread = |rows: Vec<NotificationView>| rows.iter().filter(|row| !row.read).count();
    let rows = all(&app.requester).await;
    app.requester.post("/notifications/read", &ReadNotifications { up_to: Some(rows[1].id) }).await.done();
    assert_eq!(unread(all(&app.requester).await), 1);
    assert_eq!(unread(all(&app.executor).await), 1, "others' are others'");
    app.requester.post("/notifications/read", &ReadNotifications { up_to: None }).await.done();
    assert_eq!(unread(all(&app.requester).await), 0);
    // Reading the conversation reads what it told of.
    let said = app.executor.send_message(number, "Quatro").await;
    app.requester.perform(number, "read", &contract::timeline::MarkRead { up_to: said.id }).await.done();
    assert_eq!(unread(all(&app.requester).await), 0);
}

async fn the_list_is_read_in_pages(app: TestApp) {
    for _ in 0..5 {
        app.requester.open(&app.draft(app.world.services.email)).await;
    }
    let mut seen = Vec::new();
    let mut cursor = String::new();
    loop {
        let page: Page<NotificationView> =
            app.executor.get(format!("/notifications?page_size=2&cursor={cursor}")).await.good();
        assert_eq!(page.total, 5);
        seen.extend(page.items.into_iter().map(|row| row.number));
        match page.next_cursor {
            Some(next) => cursor = next,
            None => break,
        }
    }
    assert_eq!(seen, [1004, 1003, 1002, 1001, 1000]);
    app.executor.get("/notifications?cursor=x").await.refused(400, "invalid-cursor");
}

async fn summaries_are_translated(app: TestApp) {
    app.requester.open(&app.draft(app.world.services.email)).await;
    let mut told = Vec::new();
    for language in Language::ALL {
        let row = all(&app.executor.speaking(*language)).await.remove(0);
        assert!(!row.summary.contains(['{', '$']) && row.summary.contains(' '), "{row:?}");
        told.push(row.summary);
    }
    told.dedup();
    assert_eq!(told.len(), 3, "{told:?}");
}
