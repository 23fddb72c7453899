//! Databases of earlier versions are brought to this one and read.

use contract::calls::{CallPopUp, MatchedBy};
use contract::requests::RequestSummary;
use contract::{Grade, Scope, Situation};
use solicita::auth::secret;
use tests::{TestApp, fixture, ids, on_both_databases};

on_both_databases![every_fixture_is_read];

async fn every_fixture_is_read(app: TestApp) {
    let suffix = fixture::suffix(app.database);
    let files = std::fs::read_dir(fixture::folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut names: Vec<_> = files.filter(|path| path.to_str().unwrap().ends_with(suffix)).collect();
    names.sort();
    let present = fixture::folder().join(format!("{}{suffix}", fixture::version()));
    assert!(names.contains(&present), "{} is missing: cargo run --package tests --bin fixture", present.display());
    for path in names {
        let restored = app.restored(&std::fs::read_to_string(&path).unwrap());
        read(&restored).await;
        write(&restored).await;
    }
}

async fn read(app: &TestApp) {
    let page = app.requester.list("sort=number").await;
    let seen: Vec<_> =
        page.items.iter().map(|row| (row.number, row.title.as_deref().unwrap(), row.situation)).collect();
    assert_eq!(
        seen,
        [
            (1000, "Em andamento", Situation::InProgress),
            (1001, "Suspensa", Situation::Suspended),
            (1002, "Resolvida", Situation::Resolved),
            (1003, "Fechada", Situation::Closed),
            (1004, "Reaberta", Situation::Reopened),
            (1005, "Cancelada", Situation::Cancelled),
            (1006, "Confidencial", Situation::InProgress),
        ]
    );
    let summary: RequestSummary = app.requester.get("/requests/summary").await.good();
    assert_eq!((summary.all, summary.waiting_for_you), (7, 2));
    let messages = app.requester.messages(1000).await;
    let texts: Vec<_> = messages.iter().map(|row| row.text.as_deref().unwrap()).collect();
    assert_eq!(texts, ["Hoje à tarde – 漢字 😀", "Alguma novidade?"]);
    assert!(messages[0].read_at.is_some());
    assert_eq!(app.executor.timeline(1000).await.counts.notes, 1);
    assert_eq!(app.requester.show(1003).await.satisfaction.unwrap().grade, Grade::Excellent);
    let reopened = app.requester.show(1004).await;
    assert_eq!(reopened.explanation.earlier_cycles.len(), 1);
    assert_eq!(app.outsider.queue("").await.items[0].number, 1007);
    for number in 1000..1007 {
        app.administrator.get(format!("/requests/{number}/emails")).await.done();
        app.administrator.history(number).await;
    }
    for path in ["/me", "/services", "/notices", "/notifications", "/requests?search=novidade"] {
        app.requester.get(path).await.done();
    }
    for path in ["/calls", "/call-backs", "/telephony/console", "/telephony/service-calls"] {
        app.administrator.get(path).await.done();
    }
    for path in ["/parameters", "/email-templates", "/outbox", "/people", "/groups", "/tokens", "/audit", "/calendars"]
    {
        app.administrator.get(path).await.done();
    }
}

async fn write(app: &TestApp) {
    let opened = app.requester.open(&app.draft(app.world.services.email)).await;
    assert_eq!(opened.row.number, 1008, "numbers go on");
    app.requester.send_message(1001, "Aqui está.").await;
    assert_eq!(app.requester.show(1001).await.row.situation, Situation::InProgress);
    app.executor.resolve(1000).await;
    // Callers are found by the telephones that people had before.
    app.set_parameter(ids::TELEPHONY, "S");
    app.set_parameter(ids::EXTENSION_AWAY_MINUTES, 1_440);
    let person = app.world.people.integrator.id;
    app.write(|tx| {
        let known =
            solicita::models::tokens::find_valid(tx.conn, &secret::hash(fixture::TELEPHONY_TOKEN), tx.db_now())?;
        if known.is_none() {
            tests::world::token(tx, person, fixture::TELEPHONY_TOKEN, &[Scope::Telephony])?;
        }
        Ok(())
    });
    app.executor.answer_at("200").await;
    fixture::send_call_event(app, "8.1", "newCall").await;
    let popups: Vec<CallPopUp> = app.executor.get("/calls/popups").await.good();
    assert_eq!(popups.last().unwrap().matched_by, Some(MatchedBy::Telephone));
    assert_eq!(app.stranger.show(1007).await.row.situation, Situation::Resolved, "its duplicate, too");
}
