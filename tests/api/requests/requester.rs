//! `GET /requests/{number}/requester`: the panel beside an open request.

use contract::desk::RequesterPanel;
use diesel::prelude::*;
use solicita::db::schema::people;
use tests::{TestApp, on_both_databases};

on_both_databases![the_panel_shows_whom_one_serves];

async fn the_panel_shows_whom_one_serves(app: TestApp) {
    let first = app.open_request(app.world.services.email).await;
    app.advance(chrono::TimeDelta::days(40));
    let second = app.open_request(app.world.services.email).await;
    let elsewhere = app.open_request(app.world.services.network).await;
    let ana = app.world.people.requester.id;
    app.write(|tx| Ok(diesel::update(people::table.find(ana)).set(people::vip.eq(true)).execute(tx.conn)?));
    let panel: RequesterPanel = app.executor.get(format!("/requests/{second}/requester")).await.good();
    assert_eq!((panel.name.as_str(), panel.unit.unwrap().name.as_str(), panel.vip), ("Ana Souza", "Matriz", true));
    assert_eq!((panel.open, panel.overdue, panel.same_service_30_days), (3, 1, 1));
    let masked = panel.tax_id_masked.unwrap();
    assert!(masked.contains('*') && !masked.contains("529982"), "{masked}");
    // Of the others, those one may see.
    assert_eq!(panel.others.iter().map(|other| other.number).collect::<Vec<_>>(), [first]);
    assert!(app.executor.queue("").await.items.iter().all(|row| row.vip));
    assert!(app.requester.list("").await.items.iter().all(|row| !row.vip));
    app.executor.get(format!("/requests/{elsewhere}/requester")).await.refused(404, "request-not-found");
    app.requester.get(format!("/requests/{second}/requester")).await.refused(403, "role");
    // What attendants asked for themselves shows themselves.
    let own = app.executor.open(&app.draft(app.world.services.email)).await.row.number;
    let panel: RequesterPanel = app.executor.get(format!("/requests/{own}/requester")).await.good();
    assert_eq!((panel.name.as_str(), panel.open), ("Carla Dias", 1));
}
