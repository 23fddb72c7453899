//! Callers who are found by their number, and what is kept of what comes as one.

use super::{ANA, send, send_event};
use crate::calls::{log, popup, popups};
use contract::PhoneKind;
use contract::calls::{CallBack, CallPopUp, CallResult, CallRow, MatchedBy, MyCallBack};
use contract::identity::Phone;
use serde_json::json;
use tests::pbx::pbx;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    several_with_one_number_are_a_choice,
    numbers_without_an_area_code_are_read_with_the_default_one,
    a_changed_area_code_holds_for_numbers_of_before,
    of_a_number_only_what_can_be_dialled_is_kept,
    what_follows_a_number_is_no_part_of_it,
    a_null_character_harms_nobody,
    a_null_character_is_nobodys_employee_number,
];

/// Gives somebody a telephone number instead of those they have.
fn number_of(app: &TestApp, person: i64, number: &str) {
    let phone = Phone { kind: PhoneKind::Mobile, number: number.to_owned() };
    app.write(|tx| {
        let area = tx.parameters.area_code();
        Ok(solicita::models::person_phones::set(tx.conn, person, &[phone], area.as_deref())?)
    });
}

async fn several_with_one_number_are_a_choice(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let (ana, bruno) = (app.world.people.requester.id, app.world.people.stranger.id);
    number_of(&app, bruno, "11 8765-4321");
    send_event(&app, "newCall", "p1", json!({})).await;
    let open = popup(&app.executor).await;
    assert_eq!((open.caller, open.matched_by), (None, Some(MatchedBy::Telephone)), "never a guess");
    assert_eq!(open.candidates.iter().map(|caller| caller.person.id).collect::<Vec<_>>(), [ana, bruno]);
    send_event(&app, "hangup", "p1", json!({ "cause": "noAnswer" })).await;
    let row = log(&app.executor, "show=missed").await.remove(0);
    assert_eq!((row.person, row.candidates, row.call_back_due_at), (None, 2, None));
    assert_eq!(app.executor.get("/call-backs").await.good::<Vec<CallBack>>(), [], "nobody knows whom");
    for person in [&app.requester, &app.stranger] {
        assert_eq!(person.get("/me/call-backs").await.good::<Vec<MyCallBack>>(), []);
    }
    // Once the attendant has said who it is, there is somebody to be called back.
    send_event(&app, "newCall", "p2", json!({})).await;
    let path = format!("/calls/{}/caller", popup(&app.executor).await.call_id);
    let chosen: Vec<CallPopUp> = app.executor.post(path, &json!({ "person_id": bruno })).await.good();
    assert_eq!(chosen[0].matched_by, Some(MatchedBy::Chosen));
    send_event(&app, "hangup", "p2", json!({ "cause": "noAnswer" })).await;
    let back: Vec<CallBack> = app.executor.get("/call-backs").await.good();
    assert_eq!((back.len(), back[0].person.id, back[0].calls), (1, bruno, 1));
}

/// Sets the default area code as an administrator does.
async fn area_code(app: &TestApp, code: &str) {
    app.administrator.set_parameter(ids::DEFAULT_AREA_CODE, code).await.done();
}

/// Whom a call from a number is taken to be from.
async fn caller(app: &TestApp, call: &str, number: &str) -> Option<i64> {
    send_event(app, "newCall", call, json!({ "from": number })).await;
    send_event(app, "hangup", call, json!({ "from": number, "cause": "cancel" })).await;
    let row = log(&app.executor, "").await.remove(0);
    assert_eq!((row.result, row.candidates), (Some(CallResult::Abandoned), 0), "{number}");
    row.person.map(|person| person.id)
}

async fn numbers_without_an_area_code_are_read_with_the_default_one(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let (ana, bruno) = (app.world.people.requester.id, app.world.people.stranger.id);
    number_of(&app, ana, "(11) 3242-4433");
    number_of(&app, bruno, "(21) 3242-4433");
    assert_eq!(caller(&app, "q1", "32424433").await, None, "it may be from anywhere");
    let turns = [("11", Some(ana)), ("21", Some(bruno)), ("31", None), ("", None), ("11", Some(ana))];
    for (turn, (code, person)) in turns.into_iter().enumerate() {
        area_code(&app, code).await;
        assert_eq!(caller(&app, &format!("q2-{turn}"), "3242-4433").await, person, "{code}");
        // One that has an area code needs none.
        assert_eq!(caller(&app, &format!("q3-{turn}"), "2132424433").await, Some(bruno), "{code}");
    }
    send_event(&app, "newCall", "q4", json!({ "from": "32424433" })).await;
    assert_eq!(popup(&app.executor).await.number.as_deref(), Some("(11) 3242-4433"));
}

async fn a_changed_area_code_holds_for_numbers_of_before(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let ana = app.world.people.requester.id;
    number_of(&app, ana, "3242-4433");
    assert_eq!(caller(&app, "r1", "1132424433").await, None);
    for (code, found, not) in [("11", "1132424433", "2132424433"), ("21", "2132424433", "1132424433")] {
        area_code(&app, code).await;
        assert_eq!(caller(&app, &format!("r2-{code}"), found).await, Some(ana), "{code}");
        assert_eq!(caller(&app, &format!("r3-{code}"), not).await, None, "{code}");
        assert_eq!(caller(&app, &format!("r4-{code}"), "32424433").await, Some(ana), "{code}");
    }
}

/// A call from what is told as a number, as the log and the pop-up show it.
async fn shown(app: &TestApp, call: &str, from: &str) -> (CallRow, CallPopUp) {
    assert_eq!(
        send(app, json!({ "event": "newCall", "from": from, "to": "200", "direction": "in", "callId": call }))
            .await
            .done()
            .json(),
        json!({})
    );
    let row = log(&app.executor, "").await.remove(0);
    let open = popups(&app.executor).await.into_iter().find(|open| open.call_id == row.id).unwrap();
    assert_eq!((&open.number, open.number_withheld), (&row.number, row.number_withheld), "{from:?}");
    (row, open)
}

/// What the newest call keeps as its number.
fn kept(app: &TestApp) -> Option<String> {
    app.read(|tx| {
        use diesel::prelude::*;
        use solicita::db::schema::calls;
        Ok(calls::table.order(calls::id.desc()).select(calls::number).first(tx.conn)?)
    })
}

async fn of_a_number_only_what_can_be_dialled_is_kept(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let ana = app.world.people.requester.id;
    for (place, (from, number, person)) in [
        ("+55 (11) 98765-4321", Some("(11) 98765-4321"), Some(ana)),
        ("tel:+55-11-98765-4321", Some("(11) 98765-4321"), Some(ana)),
        ("<b>11</b>98765<i>4321</i>", Some("(11) 98765-4321"), Some(ana)),
        ("*31#11987654321", Some("(11) 98765-4321"), Some(ana)),
        ("anonymous", None, None),
        ("\r\nEvent: Hangup\r\n", None, None),
        ("\0\0\0", None, None),
        ("9".repeat(500).as_str(), Some("9".repeat(32).as_str()), None),
    ]
    .into_iter()
    .enumerate()
    {
        let (row, open) = shown(&app, &format!("s{place}"), from).await;
        assert_eq!((row.number.as_deref(), row.person.map(|person| person.id)), (number, person), "{from:?}");
        assert_eq!((open.number_withheld, open.caller_name), (number.is_none(), None), "{from:?}");
        let dialable = |c: char| matches!(c, '0'..='9' | '+' | '*' | '#');
        assert!(kept(&app).unwrap().chars().all(dialable), "{from:?}");
    }
}

async fn what_follows_a_number_is_no_part_of_it(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    for (place, more) in
        ["\r\nEvent: Fake\r\nExten: 4430251180", "@10.0.0.17:5060", ";user=phone1", "\x0012"].iter().enumerate()
    {
        let (row, _) = shown(&app, &format!("t{place}"), &format!("{ANA}{more}")).await;
        assert_eq!(row.person.unwrap().id, app.world.people.requester.id, "{more:?}");
        assert_eq!(row.number.as_deref(), Some("(11) 98765-4321"), "{more:?}");
    }
}

async fn a_null_character_harms_nobody(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    for (place, (key, value)) in [
        ("from", json!("\x001\0")),
        ("queue", json!("Suporte\0\r\nfiscal")),
        ("cause", json!("\0")),
        ("user", json!(["Carla\0Dias", "200"])),
        ("answeringNumber", json!("x\0")),
        ("to", json!("x\0")),
    ]
    .into_iter()
    .enumerate()
    {
        send_event(&app, "newCall", &format!("u{place}"), json!({ key: value })).await;
        assert_eq!(log(&app.administrator, "everybody=true").await.len(), place + 1, "{key}");
    }
}

async fn a_null_character_is_nobodys_employee_number(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    for asked in ["obterQtdeSolicitacoes?", "listarSolicitacoes?", "novaSolicitacao?ramal=200&"] {
        let reply = pbx.get(format!("/telefonia/{asked}matricula=RH%00")).await;
        assert!(reply.status < 500, "it is never our fault: {reply:?}");
    }
}
