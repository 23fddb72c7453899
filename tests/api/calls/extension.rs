//! The extension that an attendant answers at.

use super::{NEW, calls, until_gone};
use chrono::TimeDelta;
use contract::calls::{ExtensionLoss, MyExtension};
use contract::live::LiveKind;
use serde_json::json;
use tests::pbx::pbx;
use tests::world::People;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    an_extension_is_recorded_taken_over_and_given_up,
    an_extension_ends_with_the_last_session,
    an_extension_ends_with_a_long_absence,
];

async fn an_extension_is_recorded_taken_over_and_given_up(app: TestApp) {
    app.set_parameter(ids::TELEPHONY, "S");
    let none: MyExtension = app.executor.get("/me/extension").await.good();
    assert_eq!((none.extension, none.lost, none.telephony), (None, None, true));
    let mine = app.executor.answer_at(" 200 ").await;
    assert_eq!(mine.extension.as_deref(), Some("200"));
    assert!(app.now() - mine.recorded_at.unwrap() < TimeDelta::minutes(1));
    // Somebody else takes it over; whoever had it learns of it at once.
    let mut told = app.executor.listen(None).await;
    let theirs = app.second.answer_at("200").await;
    assert_eq!(theirs.extension.as_deref(), Some("200"));
    told.next_of(LiveKind::Extension).await;
    let lost: MyExtension = app.executor.get("/me/extension").await.good();
    let lost_one = lost.lost.unwrap();
    assert_eq!((lost.extension, lost_one.extension.as_str(), lost_one.why), (None, "200", ExtensionLoss::Taken));
    assert_eq!(lost_one.by.unwrap().name, app.world.people.second.name);
    // Taking it back forgets that it was lost; changing and blanking do what they say.
    app.executor.answer_at("200").await;
    let changed = app.executor.answer_at("201").await;
    assert_eq!((changed.extension.as_deref(), changed.lost), (Some("201"), None));
    let blank = app.executor.answer_at("").await;
    assert_eq!((blank.extension, blank.lost), (None, None));
    for wrong in ["abc", "12a", "+55", &"1".repeat(21), "２００"] {
        let reply = app.executor.put("/me/extension", &json!({ "extension": wrong })).await;
        reply.refused(422, "invalid");
    }
}

async fn an_extension_ends_with_the_last_session(app: TestApp) {
    let pbx = pbx(&app);
    app.write(|tx| tests::world::session(tx, app.world.people.executor.id, "second-browser"));
    let second = app.executor.session("second-browser");
    app.executor.answer_at("200").await;
    second.delete("/session").await.done();
    calls(&pbx, NEW, "").await;
    app.executor.delete("/session").await.done();
    pbx.get(format!("{NEW}?cpf={}&ramal=200", People::REQUESTER_CPF)).await.refused(404, "extension-unknown");
    // A session that expires ends it, too.
    app.second.answer_at("201").await;
    app.write(|tx| {
        use diesel::prelude::*;
        use solicita::db::schema::sessions;
        let past = tx.db_now() - TimeDelta::minutes(1);
        diesel::update(sessions::table.filter(sessions::person_id.eq(app.world.people.second.id)))
            .set(sessions::expires_at.eq(past))
            .execute(tx.conn)?;
        Ok(())
    });
    app.run_jobs().await;
    pbx.get(format!("{NEW}?cpf={}&ramal=201", People::REQUESTER_CPF)).await.refused(404, "extension-unknown");
}

async fn an_extension_ends_with_a_long_absence(app: TestApp) {
    app.set_parameter(ids::TELEPHONY, "S");
    app.set_parameter(ids::EXTENSION_AWAY_MINUTES, 30);
    app.executor.answer_at("200").await;
    app.app.clock.advance(TimeDelta::minutes(29));
    app.run_jobs().await;
    let kept: MyExtension = app.executor.get("/me/extension").await.good();
    assert_eq!(kept.extension.as_deref(), Some("200"));
    // An open page is presence, whatever is asked for or not.
    let page = app.executor.listen(None).await;
    app.app.clock.advance(TimeDelta::minutes(31));
    app.run_jobs().await;
    app.app.clock.advance(TimeDelta::minutes(29));
    app.run_jobs().await;
    assert_eq!(owner(&app, "200"), Some(app.world.people.executor.id));
    drop(page);
    until_gone(&app).await;
    app.app.clock.advance(TimeDelta::minutes(61));
    app.run_jobs().await;
    let lost: MyExtension = app.executor.get("/me/extension").await.good();
    assert_eq!((lost.extension, lost.lost.unwrap().why), (None, ExtensionLoss::Away));
}

fn owner(app: &TestApp, extension: &str) -> Option<i64> {
    app.read(|tx| Ok(solicita::models::extensions::owner(tx.conn, extension)?))
}
