//! What a watched Asterisk tells of calls, as attendants see it. What it tells, and in
//! which order, is shown by recordings (`tests/asterisk`); here are courses of calls
//! that no recording has.

use crate::calls::{log, popup, popups};
use chrono::TimeDelta;
use contract::calls::{CallBack, CallDirection, CallResult, CallState, CallTag, MatchedBy};
use serde_json::json;
use solicita::db::{instant, stored};
use solicita::domain::telephony::ami::calls::{CallResult as Told, Change, Leg, Summary, Verification, WithdrawReason};
use solicita::monitor::{CallSink, Sink};
use tests::pbx::pbx;
use tests::{TestApp, on_both_databases};

on_both_databases![
    a_busy_extension_is_that_of_its_attendant,
    whoever_calls_again_is_not_called_back_once_the_exchange_confirms_it,
    what_the_exchange_never_confirms_stays_unverified_in_the_log,
    who_may_not_ask_the_exchange_sees_nothing_verified_and_calls_back,
    a_colleague_is_called_back_at_the_extension,
    a_talk_goes_on_when_the_exchange_is_reached_again,
    how_a_call_ended_is_told_also_after_it_was_given_up,
    one_of_two_telephones_at_an_extension_answers,
    an_outgoing_call_is_not_the_one_announced,
    a_group_that_an_attendant_calls_rings_at_those_who_answer,
    a_call_is_as_old_as_the_exchange_says,
    several_with_one_extension_are_a_choice,
];

/// Ana's mobile.
pub const ANA: &str = "+5511987654321";

pub fn leg(call: &str, extension: &str, number: &str) -> Leg {
    Leg {
        call: call.to_owned(),
        leg: format!("{call}-{extension}"),
        extension: extension.to_owned(),
        caller_number: Some(number.to_owned()),
        caller_name: None,
        queue: None,
        dialled: Some("1130001000".to_owned()),
        verification: Verification::Exchange,
    }
}

pub fn finished(app: &TestApp, leg: &Leg, result: Told, talked_seconds: u32) -> Change {
    Change::Finished(Summary {
        call: leg.call.clone(),
        caller_number: leg.caller_number.clone(),
        caller_name: None,
        queue: None,
        dialled: leg.dialled.clone(),
        extensions: vec![leg.extension.clone()],
        answered_by: (result == Told::Answered).then(|| leg.extension.clone()),
        result,
        started: app.now(),
        ended: app.now(),
        talked_seconds,
        verification: leg.verification,
        lost: false,
    })
}

pub fn observe(app: &TestApp, changes: &[Change]) {
    app.write(|tx| CallSink.observe(tx, changes));
}

pub async fn call_backs(app: &TestApp) -> Vec<CallBack> {
    app.executor.get("/call-backs").await.good()
}

async fn a_busy_extension_is_that_of_its_attendant(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    observe(&app, &[finished(&app, &leg("a", "200", ANA), Told::Busy, 0)]);
    assert_eq!(popups(&app.executor).await, [], "it did not ring");
    let row = log(&app.executor, "").await.remove(0);
    assert_eq!((row.result, row.extension.as_deref()), (Some(CallResult::Busy), Some("200")));
    assert_eq!(row.attendant.unwrap().id, app.world.people.executor.id);
    assert_eq!(call_backs(&app).await[0].extension.as_deref(), Some("200"));
}

async fn whoever_calls_again_is_not_called_back_once_the_exchange_confirms_it(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let first = leg("a", "200", ANA);
    observe(&app, &[Change::Ringing(first.clone()), finished(&app, &first, Told::Missed, 0)]);
    assert_eq!(call_backs(&app).await.len(), 1);
    let again = Leg { verification: Verification::Unverified, ..leg("b", "200", ANA) };
    observe(&app, &[Change::Ringing(again.clone())]);
    assert!(!popup(&app.executor).await.verified);
    assert_eq!(call_backs(&app).await.len(), 1, "anybody may pretend to be Ana");
    observe(
        &app,
        &[Change::Confirmed {
            call: again.call,
            leg: again.leg,
            extension: "200".to_owned(),
            verification: Verification::Exchange,
        }],
    );
    assert!(popup(&app.executor).await.verified);
    assert_eq!(call_backs(&app).await, []);
}

async fn what_the_exchange_never_confirms_stays_unverified_in_the_log(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let forged = Leg { verification: Verification::Unverified, ..leg("a", "200", ANA) };
    let reason = WithdrawReason::NotListed;
    let withdrawn =
        Change::Withdrawn { call: "a".to_owned(), leg: forged.leg.clone(), extension: "200".to_owned(), reason };
    observe(&app, &[Change::Ringing(forged), withdrawn, Change::Ringing(leg("b", "200", ANA))]);
    let verified: Vec<bool> = log(&app.executor, "").await.iter().map(|row| row.verified).collect();
    assert_eq!(verified, [true, false]);
}

/// An account without `write=reporting`: events are all there is to go by.
async fn who_may_not_ask_the_exchange_sees_nothing_verified_and_calls_back(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let told = Leg { verification: Verification::Unverified, ..leg("a", "200", ANA) };
    let (call, extension) = (told.call.clone(), told.extension.clone());
    let fits = Change::Confirmed { call, leg: told.leg.clone(), extension, verification: Verification::Events };
    observe(&app, &[Change::Ringing(told.clone()), fits]);
    assert!(!popup(&app.executor).await.verified);
    observe(&app, &[finished(&app, &Leg { verification: Verification::Events, ..told }, Told::Missed, 0)]);
    assert_eq!(call_backs(&app).await.len(), 1);
    let again = Leg { verification: Verification::Events, ..leg("b", "200", ANA) };
    observe(&app, &[Change::Ringing(again)]);
    assert_eq!(call_backs(&app).await, [], "they call again");
    let verified: Vec<bool> = log(&app.executor, "").await.iter().map(|row| row.verified).collect();
    assert_eq!(verified, [false, false]);
}

async fn a_colleague_is_called_back_at_the_extension(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    // Ana's extension is 4321, and nobody answers there for others.
    let first = leg("a", "200", "4321");
    observe(&app, &[Change::Ringing(first.clone()), finished(&app, &first, Told::Missed, 0)]);
    assert_eq!(call_backs(&app).await[0].person.id, app.world.people.requester.id);
    for (call, dialled) in [("b", Some("4321")), ("c", None)] {
        let back = Leg { dialled: dialled.map(str::to_owned), ..leg(call, "4321", "200") };
        observe(&app, &[Change::Ringing(back.clone()), Change::Answered(back.clone())]);
        assert_eq!(popups(&app.executor).await, [], "one's own calls pop up nowhere");
        observe(&app, &[finished(&app, &back, Told::Answered, 5)]);
        let row = log(&app.executor, "").await.remove(0);
        assert_eq!((row.direction, row.extension.as_deref()), (CallDirection::Outbound, Some("200")), "{call}");
        assert_eq!((row.number.as_deref(), row.matched_by), (Some("4321"), Some(MatchedBy::Extension)), "{call}");
        assert_eq!(row.person.unwrap().id, app.world.people.requester.id);
        assert_eq!(call_backs(&app).await, []);
    }
    // To a colleague who answers, too, it is a call that comes in.
    app.second.answer_at("201").await;
    observe(&app, &[Change::Ringing(Leg { dialled: Some("201".to_owned()), ..leg("d", "201", "200") })]);
    assert_eq!(popup(&app.second).await.number.as_deref(), Some("200"));
}

async fn a_talk_goes_on_when_the_exchange_is_reached_again(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let talk = leg("a", "200", ANA);
    observe(&app, &[Change::Ringing(talk.clone()), Change::Answered(talk.clone())]);
    let answered_at = popup(&app.executor).await.answered_at.unwrap();
    app.advance(TimeDelta::seconds(20));
    // The connection breaks; afterwards the list of channels has the talk.
    app.write(|tx| CallSink.begin(tx));
    assert_eq!(popup(&app.executor).await.state, CallState::Ended);
    observe(&app, &[Change::Answered(talk.clone())]);
    let open = popup(&app.executor).await;
    assert_eq!((open.state, open.answered_at), (CallState::Talking, Some(answered_at)));
    assert_eq!(log(&app.executor, "").await[0].state, CallState::Talking);
    // What was said about it meanwhile is not asked again.
    app.executor
        .post(format!("/calls/{}/conclusion", open.call_id), &json!({ "tag": CallTag::Information }))
        .await
        .done();
    app.write(|tx| CallSink.begin(tx));
    observe(&app, &[Change::Answered(talk.clone())]);
    assert_eq!(popups(&app.executor).await, []);
    observe(&app, &[finished(&app, &talk, Told::Answered, 42)]);
    let row = log(&app.executor, "").await.remove(0);
    assert_eq!((row.state, row.result, row.seconds), (CallState::Ended, Some(CallResult::Answered), Some(42)));
    assert_eq!(log(&app.executor, "").await.len(), 1);
}

async fn how_a_call_ended_is_told_also_after_it_was_given_up(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let call = leg("a", "200", ANA);
    observe(&app, &[Change::Ringing(call.clone())]);
    app.write(|tx| CallSink.begin(tx));
    assert_eq!(log(&app.executor, "").await[0].result, None);
    observe(&app, &[finished(&app, &call, Told::Missed, 0)]);
    assert_eq!(log(&app.executor, "").await[0].result, Some(CallResult::Missed));
    assert_eq!((popups(&app.executor).await, call_backs(&app).await.len()), (vec![], 1));
}

async fn one_of_two_telephones_at_an_extension_answers(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let desk = leg("a", "200", ANA);
    let mobile = Leg { leg: "mobile".to_owned(), ..desk.clone() };
    observe(&app, &[Change::Ringing(desk.clone()), Change::Ringing(mobile.clone()), Change::Answered(mobile)]);
    let reason = WithdrawReason::AnsweredElsewhere;
    observe(&app, &[Change::Withdrawn { call: desk.call, leg: desk.leg, extension: desk.extension, reason }]);
    assert_eq!(popup(&app.executor).await.state, CallState::Talking);
}

async fn an_outgoing_call_is_not_the_one_announced(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    pbx.get("/telefonia/novaSolicitacao?cpf=529.982.247-25&ramal=200").await.done();
    let out = Leg { dialled: Some("04430251180".to_owned()), ..leg("a", "trunk", "200") };
    observe(
        &app,
        &[Change::Ringing(out.clone()), Change::Answered(out.clone()), finished(&app, &out, Told::Answered, 3)],
    );
    let announced = popup(&app.executor).await;
    assert_eq!((announced.state, announced.followed), (CallState::Ringing, false));
    let rows = log(&app.executor, "").await;
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].direction, CallDirection::Outbound);
}

async fn a_group_that_an_attendant_calls_rings_at_those_who_answer(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    app.second.answer_at("201").await;
    // Nobody recorded 203; whichever rings first.
    for (call, extensions) in [("a", ["203", "201"]), ("b", ["201", "203"])] {
        let [first, second] =
            extensions.map(|extension| Leg { dialled: Some("310".to_owned()), ..leg(call, extension, "200") });
        observe(&app, &[Change::Ringing(first.clone()), Change::Ringing(second.clone())]);
        let open = popup(&app.second).await;
        assert_eq!((open.state, open.number.as_deref()), (CallState::Ringing, Some("200")), "{call}");
        let answers = [first, second].into_iter().find(|leg| leg.extension == "203").unwrap();
        observe(&app, &[Change::Answered(answers.clone())]);
        assert_eq!((popups(&app.executor).await, popups(&app.second).await), (vec![], vec![]), "{call}");
        observe(&app, &[finished(&app, &answers, Told::Answered, 3)]);
        let row = log(&app.administrator, "everybody=true").await.remove(0);
        assert_eq!((row.direction, row.extension.as_deref()), (CallDirection::Inbound, Some("203")), "{call}");
    }
}

async fn a_call_is_as_old_as_the_exchange_says(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let began = app.now();
    app.advance(TimeDelta::seconds(40));
    // It waited in a queue, and is learnt when a telephone rings.
    let call = leg("a", "200", ANA);
    observe(&app, &[Change::Ringing(call.clone())]);
    let learnt = log(&app.executor, "").await[0].at;
    assert!(learnt - began >= TimeDelta::seconds(39), "nobody knows better yet");
    app.advance(TimeDelta::seconds(20));
    let Change::Finished(summary) = finished(&app, &call, Told::Missed, 0) else { unreachable!() };
    observe(&app, &[Change::Finished(Summary { started: began, ..summary })]);
    let row = log(&app.executor, "").await.remove(0);
    assert_eq!((row.at, row.seconds), (instant(stored(began)), Some(60)));
    // One that was known before is not made younger.
    let call = leg("b", "200", ANA);
    observe(&app, &[Change::Ringing(call.clone())]);
    let learnt = log(&app.executor, "").await[0].at;
    app.advance(TimeDelta::seconds(20));
    observe(&app, &[finished(&app, &call, Told::Missed, 0)]);
    let row = log(&app.executor, "").await.remove(0);
    assert_eq!((row.at, row.seconds), (learnt, Some(20)));
}

async fn several_with_one_extension_are_a_choice(app: TestApp) {
    pbx(&app);
    app.executor.answer_at("200").await;
    let (ana, bruno) = (app.world.people.requester.id, app.world.people.stranger.id);
    app.write(|tx| {
        use diesel::prelude::*;
        use solicita::db::schema::people as table;
        diesel::update(table::table.find(bruno)).set(table::extension.eq("4321")).execute(tx.conn)?;
        Ok(())
    });
    let call = leg("a", "200", "4321");
    observe(&app, &[Change::Ringing(call.clone())]);
    let open = popup(&app.executor).await;
    assert_eq!((open.caller, open.matched_by), (None, Some(MatchedBy::Extension)), "never a guess");
    assert_eq!(open.candidates.iter().map(|caller| caller.person.id).collect::<Vec<_>>(), [ana, bruno]);
    observe(&app, &[finished(&app, &call, Told::Missed, 0)]);
    let row = log(&app.executor, "").await.remove(0);
    assert_eq!((row.result, row.person, row.candidates), (Some(CallResult::Missed), None, 2));
    assert_eq!(call_backs(&app).await, [], "nobody knows whom");
}
