//! Calls: the extension, the pop-ups, what attendants do with them, the log.

use chrono::TimeDelta;
use contract::calls::{
    CallCounts, CallPopUp, CallRequestKind, CallResult, CallRow, CallState, CallTag, ExtensionLoss, MatchedBy, MyExtension,
};
use contract::live::LiveKind;
use contract::requests::{NewRequest, NewRequester};
use contract::telephony::Raised;
use contract::{Origin, Page, Scope, Situation};
use serde_json::{Value, json};
use solicita::models::live_events::Audience;
use tests::live::Listener;
use tests::personas::Persona;
use tests::world::People;
use tests::{TestApp, on_both_databases};

on_both_databases![
    an_extension_is_recorded_taken_over_and_given_up,
    an_extension_ends_with_the_last_session,
    an_extension_ends_with_a_long_absence,
    a_known_caller_pops_up,
    an_unknown_caller_pops_up_and_is_registered,
    a_number_that_was_not_told_is_not_withheld,
    a_cnpj_of_several_people_is_a_choice,
    the_same_call_said_again_is_one_pop_up,
    a_transferred_call_pops_up_elsewhere_only,
    the_next_call_at_an_extension_puts_the_last_one_aside,
    what_is_worked_on_is_put_aside_without_loss,
    an_executor_executes,
    an_outsider_reads_for_this_call_only_and_opens_one_child,
    the_child_is_out_of_the_way,
    without_a_service_that_works_the_view_goes_on,
    a_number_of_somebody_else_does_not_exist,
    a_request_opened_in_a_call_concludes_it,
    a_tag_concludes_a_call,
    a_call_is_delivered_when_a_page_is_open,
    what_cannot_be_is_refused,
    telephony_off_is_off,
];

const NEW: &str = "/telefonia/novaSolicitacao";
const VIEW: &str = "/telefonia/visualizarSolicitacao";
const TOKEN: &str = "sol_token-of-the-pbx";

/// The telephone system, with telephony switched on.
pub fn pbx(app: &TestApp) -> Persona {
    app.set(281, "S");
    app.write(|tx| tests::world::token(tx, app.world.people.integrator.id, TOKEN, &[Scope::Telephony]));
    app.anonymous.token(TOKEN)
}

pub async fn answer_at(person: &Persona, extension: &str) -> MyExtension {
    person.put("/me/extension", &json!({ "extension": extension })).await.good()
}

/// Hears of something; of what was before it may hear, too.
pub async fn hears(page: &mut Listener, kind: LiveKind) {
    while let Some(event) = page.next().await {
        if event.live().kind == kind {
            return;
        }
    }
    panic!("nothing was heard of {kind}");
}

pub async fn popups(person: &Persona) -> Vec<CallPopUp> {
    person.get("/calls/popups").await.good()
}

pub async fn popup(person: &Persona) -> CallPopUp {
    let mut open = popups(person).await;
    assert_eq!(open.len(), 1, "{open:?}");
    open.remove(0)
}

async fn calls(pbx: &Persona, path: &str, more: &str) -> Raised {
    pbx.get(format!("{path}?cpf={}&ramal=200{more}", People::REQUESTER_CPF)).await.good()
}

async fn opened(app: &TestApp, service: i64) -> i64 {
    app.requester.open(&app.draft(service)).await.row.number
}

pub async fn log(person: &Persona, query: &str) -> Vec<CallRow> {
    person.get(format!("/calls?{query}")).await.good::<Page<CallRow>>().items
}

async fn an_extension_is_recorded_taken_over_and_given_up(app: TestApp) {
    app.set(281, "S");
    let none: MyExtension = app.executor.get("/me/extension").await.good();
    assert_eq!((none.extension, none.lost, none.telephony), (None, None, true));
    let mine = answer_at(&app.executor, " 200 ").await;
    assert_eq!(mine.extension.as_deref(), Some("200"));
    assert!(app.now() - mine.recorded_at.unwrap() < TimeDelta::minutes(1));
    // Somebody else takes it over; whoever had it learns of it at once.
    let mut told = app.executor.listen(None).await;
    let theirs = answer_at(&app.second, "200").await;
    assert_eq!(theirs.extension.as_deref(), Some("200"));
    hears(&mut told, LiveKind::Extension).await;
    let lost: MyExtension = app.executor.get("/me/extension").await.good();
    let lost_one = lost.lost.unwrap();
    assert_eq!((lost.extension, lost_one.extension.as_str(), lost_one.why), (None, "200", ExtensionLoss::Taken));
    assert_eq!(lost_one.by.unwrap().name, app.world.people.second.name);
    // Taking it back forgets that it was lost; changing and blanking do what they say.
    answer_at(&app.executor, "200").await;
    let changed = answer_at(&app.executor, "201").await;
    assert_eq!((changed.extension.as_deref(), changed.lost), (Some("201"), None));
    let blank = answer_at(&app.executor, "").await;
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
    answer_at(&app.executor, "200").await;
    second.delete("/session").await.done();
    calls(&pbx, NEW, "").await;
    app.executor.delete("/session").await.done();
    pbx.get(format!("{NEW}?cpf={}&ramal=200", People::REQUESTER_CPF)).await.refused(404, "extension-unknown");
    // A session that expires ends it, too.
    answer_at(&app.second, "201").await;
    app.write(|tx| {
        use diesel::prelude::*;
        use solicita::db::schema::sessions;
        let past = tx.stamp() - TimeDelta::minutes(1);
        diesel::update(sessions::table.filter(sessions::person_id.eq(app.world.people.second.id)))
            .set(sessions::expires_at.eq(past))
            .execute(tx.conn)?;
        Ok(())
    });
    app.jobs().await;
    pbx.get(format!("{NEW}?cpf={}&ramal=201", People::REQUESTER_CPF)).await.refused(404, "extension-unknown");
}

async fn an_extension_ends_with_a_long_absence(app: TestApp) {
    app.set(281, "S");
    app.set(1019, 30);
    answer_at(&app.executor, "200").await;
    app.app.clock.advance(TimeDelta::minutes(29));
    app.jobs().await;
    let kept: MyExtension = app.executor.get("/me/extension").await.good();
    assert_eq!(kept.extension.as_deref(), Some("200"));
    // An open page is presence, whatever is asked for or not.
    let page = app.executor.listen(None).await;
    app.app.clock.advance(TimeDelta::minutes(31));
    app.jobs().await;
    app.app.clock.advance(TimeDelta::minutes(29));
    app.jobs().await;
    assert_eq!(owner(&app, "200"), Some(app.world.people.executor.id));
    drop(page);
    until_gone(&app).await;
    app.app.clock.advance(TimeDelta::minutes(61));
    app.jobs().await;
    let lost: MyExtension = app.executor.get("/me/extension").await.good();
    assert_eq!((lost.extension, lost.lost.unwrap().why), (None, ExtensionLoss::Away));
}

fn owner(app: &TestApp, extension: &str) -> Option<i64> {
    app.read(|tx| Ok(solicita::models::extensions::owner(tx.conn, extension)?))
}

fn present(app: &TestApp) -> bool {
    let person = app.world.people.executor.id;
    app.read(|tx| {
        let since = tx.stamp() - TimeDelta::hours(24);
        Ok(solicita::models::presences::is_there(tx.conn, person, since)?)
    })
}

/// A page that was closed is noticed when something is sent to it.
async fn until_gone(app: &TestApp) {
    for _ in 0..200 {
        if !present(app) {
            return;
        }
        app.write(|tx| {
            let (kind, audience, now) = (LiveKind::Notice, Audience::default(), tx.stamp());
            Ok(solicita::models::live_events::insert(tx.conn, kind, None, None, audience, now)?)
        });
        app.app.committed();
        actix_web::rt::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("it was not noticed within ten seconds");
}

async fn a_known_caller_pops_up(app: TestApp) {
    let pbx = pbx(&app);
    answer_at(&app.executor, "200").await;
    let number = opened(&app, app.world.services.email).await;
    let mut told = app.executor.listen(None).await;
    let raised = calls(&pbx, NEW, "&numeroOrigem=11987654321").await;
    assert_eq!(raised.requester.unwrap().id, app.world.people.requester.id);
    hears(&mut told, LiveKind::Call).await;
    let popup = popup(&app.executor).await;
    assert_eq!((popup.call_id, popup.state, popup.extension.as_str()), (raised.call_id, CallState::Ringing, "200"));
    assert_eq!(popup.number.as_deref(), Some("(11) 98765-4321"));
    assert_eq!((popup.matched_by, popup.verified, popup.followed), (Some(MatchedBy::TaxId), true, false));
    let caller = popup.caller.unwrap();
    assert_eq!(caller.person.id, app.world.people.requester.id);
    assert_eq!(caller.tax_id_masked.as_deref(), Some("***.982.247-**"));
    assert_eq!(caller.email.as_deref(), Some(app.world.people.requester.email));
    assert_eq!((caller.open, caller.open_requests[0].number), (1, number));
    // Somebody from another group learns that there is one, and not what it is.
    answer_at(&app.outsider, "201").await;
    pbx.get(format!("{NEW}?matricula={}&ramal=201", People::REQUESTER_NUMBER)).await.done();
    let theirs = self::popup(&app.outsider).await;
    assert_eq!(theirs.matched_by, Some(MatchedBy::EmployeeNumber));
    let caller = theirs.caller.unwrap();
    assert_eq!((caller.open, caller.open_requests.len()), (1, 0));
}

async fn an_unknown_caller_pops_up_and_is_registered(app: TestApp) {
    let pbx = pbx(&app);
    answer_at(&app.executor, "200").await;
    let raised: Raised = pbx.get(format!("{NEW}?cpf=111.444.777-35&ramal=200&numeroOrigem=4430251180")).await.good();
    assert_eq!(raised.requester, None);
    let open = popup(&app.executor).await;
    assert_eq!((open.caller, open.matched_by), (None, None));
    assert_eq!(open.claimed.as_deref(), Some("***.444.777-**"));
    let path = format!("/calls/{}/person", open.call_id);
    let wrong = app.executor.post(&path, &json!({ "name": " ", "email": "x", "phone": "1" })).await;
    wrong.invalid(&[("name", "required"), ("email", "email-invalid")]);
    let unit = app.world.units.branch;
    let person = json!({ "name": "Valdir Sant'Ana", "phone": "(44) 3025-1180", "unit_id": unit });
    let after: Vec<CallPopUp> = app.executor.post(&path, &person).await.good();
    let caller = after[0].caller.as_ref().unwrap();
    assert_eq!((caller.person.name.as_str(), after[0].matched_by), ("Valdir Sant'Ana", Some(MatchedBy::Registered)));
    assert_eq!(caller.unit.as_ref().unwrap().id, unit);
    assert_eq!(caller.phone.as_deref(), Some("(44) 3025-1180"));
}

async fn a_number_that_was_not_told_is_not_withheld(app: TestApp) {
    let pbx = pbx(&app);
    answer_at(&app.executor, "200").await;
    for (more, withheld) in [("&idChamada=6.1", false), ("&idChamada=6.2&numeroOrigem=anonymous", true)] {
        let call = calls(&pbx, NEW, more).await.call_id;
        let open = popups(&app.executor).await.into_iter().find(|popup| popup.call_id == call).unwrap();
        assert_eq!((open.number, open.number_withheld), (None, withheld), "{more}");
        let row = log(&app.executor, "").await.into_iter().find(|row| row.id == call).unwrap();
        assert_eq!((row.number, row.number_withheld), (None, withheld), "{more}");
    }
}

async fn a_cnpj_of_several_people_is_a_choice(app: TestApp) {
    let pbx = pbx(&app);
    let cnpj = "11222333000181";
    let people = [app.world.people.requester.id, app.world.people.stranger.id];
    app.write(|tx| {
        use diesel::prelude::*;
        use solicita::db::schema::people as table;
        diesel::update(table::table.filter(table::id.eq_any(people))).set(table::tax_id.eq(cnpj)).execute(tx.conn)?;
        Ok(())
    });
    answer_at(&app.executor, "200").await;
    let raised: Raised = pbx.get(format!("{NEW}?cpf={cnpj}&ramal=200")).await.good();
    assert_eq!(raised.requester, None, "never a guess");
    let open = popup(&app.executor).await;
    assert_eq!((open.caller, open.candidates.len()), (None, 2));
    assert_eq!(open.matched_by, Some(MatchedBy::TaxId));
    let path = format!("/calls/{}/caller", open.call_id);
    app.executor.post(&path, &json!({ "person_id": 999_999 })).await.refused(422, "invalid");
    let chosen: Vec<CallPopUp> = app.executor.post(&path, &json!({ "person_id": people[1] })).await.good();
    assert_eq!(chosen[0].caller.as_ref().unwrap().person.id, people[1]);
    assert_eq!((chosen[0].matched_by, chosen[0].candidates.len()), (Some(MatchedBy::Chosen), 0));
    // Said again by the telephone system, the choice stays.
    pbx.get(format!("{NEW}?cpf={cnpj}&ramal=200")).await.done();
    assert_eq!(popup(&app.executor).await.caller.unwrap().person.id, people[1]);
    let nobody: Vec<CallPopUp> = app.executor.post(&path, &json!({ "person_id": null })).await.good();
    assert_eq!((nobody[0].caller.as_ref(), nobody[0].candidates.len()), (None, 0));
    // A request tells which of them it is.
    let theirs = app.stranger.open(&app.draft(app.world.services.email)).await.row.number;
    let raised: Raised = pbx.get(format!("{VIEW}?cpf={cnpj}&ramal=200&idSolicitacao={theirs}")).await.good();
    assert_eq!(raised.requester.unwrap().id, app.world.people.stranger.id);
}

async fn the_same_call_said_again_is_one_pop_up(app: TestApp) {
    let pbx = pbx(&app);
    answer_at(&app.executor, "200").await;
    let first = calls(&pbx, NEW, "").await;
    app.advance(TimeDelta::seconds(59));
    assert_eq!(calls(&pbx, NEW, "").await.call_id, first.call_id);
    app.advance(TimeDelta::seconds(2));
    let later = calls(&pbx, NEW, "").await;
    assert_ne!(later.call_id, first.call_id, "a minute later it is another call");
    // With the exchange's identifier it is the same for as long as it lasts.
    let named = calls(&pbx, NEW, "&idChamada=1763820000.17").await;
    app.advance(TimeDelta::minutes(30));
    assert_eq!(calls(&pbx, NEW, "&idChamada=1763820000.17").await.call_id, named.call_id);
    assert_eq!(log(&app.executor, "").await.len(), 3);
    let mut ids: Vec<i64> = popups(&app.executor).await.iter().map(|popup| popup.call_id).collect();
    ids.sort_unstable();
    assert_eq!(ids, [first.call_id, later.call_id, named.call_id]);
}

async fn a_transferred_call_pops_up_elsewhere_only(app: TestApp) {
    let pbx = pbx(&app);
    answer_at(&app.executor, "200").await;
    answer_at(&app.second, "201").await;
    let cpf = People::REQUESTER_CPF;
    let first: Raised = pbx.get(format!("{NEW}?cpf={cpf}&ramal=200&idChamada=7.1")).await.good();
    let second: Raised = pbx.get(format!("{NEW}?cpf={cpf}&ramal=201&idChamada=7.1")).await.good();
    assert_eq!(first.call_id, second.call_id);
    assert_eq!(popups(&app.executor).await, []);
    assert_eq!(popup(&app.second).await.call_id, first.call_id);
    assert_eq!(log(&app.administrator, "everybody=true").await.len(), 1);
}

/// The states of somebody's pop-ups, the oldest call first.
async fn states(person: &Persona) -> Vec<(i64, CallState)> {
    let mut states: Vec<_> = popups(person).await.iter().map(|popup| (popup.call_id, popup.state)).collect();
    states.sort_by_key(|(call, _)| *call);
    states
}

async fn the_next_call_at_an_extension_puts_the_last_one_aside(app: TestApp) {
    let pbx = pbx(&app);
    answer_at(&app.executor, "200").await;
    answer_at(&app.second, "201").await;
    let elsewhere: Raised = pbx.get(format!("{NEW}?cpf={}&ramal=201", People::REQUESTER_CPF)).await.good();
    let first = calls(&pbx, NEW, "&idChamada=8.1").await.call_id;
    app.advance(TimeDelta::minutes(3));
    let next = calls(&pbx, NEW, "&idChamada=8.2").await.call_id;
    assert_eq!(states(&app.executor).await, [(first, CallState::Ended), (next, CallState::Ringing)]);
    assert_eq!(states(&app.second).await, [(elsewhere.call_id, CallState::Ringing)]);
    // Nobody knows whether anybody talked.
    let row = log(&app.executor, "show=unlinked").await.remove(0);
    assert_eq!((row.id, row.state, row.result, row.seconds), (first, CallState::Ended, None, None));
    let counts: CallCounts = app.executor.get("/calls/counts").await.good();
    assert_eq!((counts.received, counts.answered, counts.unlinked), (2, 0, 1));
    // Said again it stays so; something new takes it back.
    calls(&pbx, NEW, "&idChamada=8.1").await;
    assert_eq!(states(&app.executor).await, [(first, CallState::Ended), (next, CallState::Ringing)]);
    let number = opened(&app, app.world.services.email).await;
    calls(&pbx, VIEW, &format!("&idChamada=8.1&idSolicitacao={number}")).await;
    assert_eq!(states(&app.executor).await, [(first, CallState::Ringing), (next, CallState::Ended)]);
    // Whoever says what it was about has talked.
    let path = format!("/calls/{next}/conclusion");
    app.executor.post(&path, &json!({ "tag": "information" })).await.done();
    assert_eq!(states(&app.executor).await, [(first, CallState::Ringing)]);
    assert_eq!(log(&app.executor, "").await[0].result, Some(CallResult::Answered));
}

async fn what_is_worked_on_is_put_aside_without_loss(app: TestApp) {
    let pbx = pbx(&app);
    answer_at(&app.outsider, "200").await;
    let number = opened(&app, app.world.services.email).await;
    calls(&pbx, VIEW, &format!("&idSolicitacao={number}")).await;
    let open = popup(&app.outsider).await;
    let path = format!("/calls/{}/view", open.call_id);
    app.outsider.post(&path, &json!({ "tab": "a" })).await.done();
    app.advance(TimeDelta::minutes(5));
    calls(&pbx, NEW, "").await;
    let aside = popups(&app.outsider).await.into_iter().find(|popup| popup.call_id == open.call_id).unwrap();
    assert_eq!((aside.state, aside.taken_by.as_deref()), (CallState::Ended, Some("a")));
    assert_eq!((aside.requests[0].number, aside.requests[0].kind), (number, CallRequestKind::Viewed));
    let row = log(&app.outsider, "show=unlinked").await.remove(0);
    assert_eq!((row.id, row.result, row.seconds), (open.call_id, Some(CallResult::Answered), Some(300)));
    // It may still be going on.
    app.advance(TimeDelta::minutes(30));
    app.outsider.show(number).await;
    let new = NewRequest {
        requester_id: Some(app.world.people.requester.id),
        origin: Some(Origin::Telephone),
        call_id: Some(open.call_id),
        ..app.draft(app.world.services.email)
    };
    app.outsider.open(&new).await;
    assert_eq!(popups(&app.outsider).await.len(), 1, "the next one");
    app.outsider.get(format!("/requests/{number}")).await.refused(404, "request-not-found");
}

async fn an_executor_executes(app: TestApp) {
    let pbx = pbx(&app);
    viewing(&app);
    answer_at(&app.executor, "200").await;
    let number = opened(&app, app.world.services.email).await;
    calls(&pbx, VIEW, &format!("&idSolicitacao={number}")).await;
    let open = popup(&app.executor).await;
    let request = open.request.unwrap();
    assert_eq!((request.row.number, request.executes, request.only_in_this_call), (number, true, false));
    assert_eq!(request.child_service.as_deref(), Some("Notebook novo"));
    let path = format!("/calls/{}/view", open.call_id);
    let after: Vec<CallPopUp> = app.executor.post(&path, &json!({ "tab": "a", "execute": true })).await.good();
    assert_eq!(after[0].taken_by.as_deref(), Some("a"));
    assert_eq!(after[0].requests[0].kind, CallRequestKind::Viewed);
    assert_eq!(after[0].request.as_ref().unwrap().child, None, "executing opens none");
    // Informing does.
    let after: Vec<CallPopUp> = app.executor.post(&path, &json!({ "tab": "a" })).await.good();
    assert!(after[0].request.as_ref().unwrap().child.is_some());
}

/// Viewing over the phone opens a child (282, 283).
fn viewing(app: &TestApp) {
    app.set(283, app.world.services.laptop);
    app.set(282, "S");
}

async fn an_outsider_reads_for_this_call_only_and_opens_one_child(app: TestApp) {
    let pbx = pbx(&app);
    viewing(&app);
    answer_at(&app.outsider, "200").await;
    let number = opened(&app, app.world.services.email).await;
    app.outsider.get(format!("/requests/{number}")).await.refused(404, "request-not-found");
    calls(&pbx, VIEW, &format!("&idSolicitacao={number}")).await;
    let open = popup(&app.outsider).await;
    let request = open.request.as_ref().unwrap();
    assert_eq!((request.row.number, request.executes, request.only_in_this_call), (number, false, true));
    // The pop-up tells; the request itself is read after *View* only.
    app.outsider.get(format!("/requests/{number}")).await.refused(404, "request-not-found");
    let path = format!("/calls/{}/view", open.call_id);
    app.outsider.post(&path, &json!({ "tab": "a", "execute": true })).await.refused(403, "action-not-yours");
    let after: Vec<CallPopUp> = app.outsider.post(&path, &json!({ "tab": "a" })).await.good();
    let child = after[0].request.as_ref().unwrap().child.unwrap();
    app.outsider.post(&path, &json!({ "tab": "b" })).await.done();
    let again = popup(&app.outsider).await;
    assert_eq!(again.request.unwrap().child, Some(child), "clicked twice, it is one child");
    let read = app.outsider.show(number).await;
    assert!(!read.row.actions.contains(&contract::Action::Resolve));
    assert_eq!(app.outsider.timeline(number).await.items.len(), 2);
    let audit: Value = app.administrator.get("/audit").await.good();
    let first = &audit["items"][0];
    assert_eq!(
        (first["action"].as_str(), first["author"]["id"].as_i64()),
        (Some("request-read-in-call"), Some(app.world.people.outsider.id))
    );
    // When the call is concluded, it is over.
    let path = format!("/calls/{}/conclusion", open.call_id);
    app.outsider.post(&path, &json!({ "number": number })).await.done();
    assert_eq!(popups(&app.outsider).await, []);
    app.outsider.get(format!("/requests/{number}")).await.refused(404, "request-not-found");
    let row = &log(&app.outsider, "").await[0];
    assert_eq!((row.requests[0].number, row.requests[0].kind), (number, CallRequestKind::Linked));
}

async fn the_child_is_out_of_the_way(app: TestApp) {
    let pbx = pbx(&app);
    viewing(&app);
    app.set(1001, app.world.templates.request);
    answer_at(&app.executor, "200").await;
    let number = opened(&app, app.world.services.email).await;
    app.jobs().await;
    let letters = app.letters().len();
    calls(&pbx, VIEW, &format!("&idSolicitacao={number}")).await;
    let open = popup(&app.executor).await;
    let path = format!("/calls/{}/view", open.call_id);
    let after: Vec<CallPopUp> = app.executor.post(&path, &json!({ "tab": "a" })).await.good();
    let child = after[0].request.as_ref().unwrap().child.unwrap();
    let seen = app.executor.show(child).await;
    assert_eq!((seen.row.situation, seen.origin), (Situation::Closed, Origin::Telephone));
    assert_eq!(seen.row.requester.id, app.world.people.requester.id);
    assert_eq!(seen.row.sla.deadline_at, None);
    let told = |rows: Vec<contract::timeline::OccurrenceView>| {
        rows.into_iter().filter_map(|row| row.summary).collect::<Vec<_>>()
    };
    let parents = told(app.requester.history(number).await);
    assert!(parents[0].contains(&child.to_string()), "{parents:?}");
    assert_eq!(told(app.executor.history(child).await).len(), 3);
    // No e-mail, no row in *My requests*, no count, no reopening.
    app.jobs().await;
    assert_eq!(app.letters().len(), letters);
    assert_eq!(app.requester.numbers("sort=number").await, [number]);
    let summary: contract::requests::RequestSummary = app.requester.get("/requests/summary").await.good();
    assert_eq!(summary.all, 1);
    let count = pbx.get(format!("/telefonia/obterQtdeSolicitacoes?cpf={}", People::REQUESTER_CPF)).await;
    assert_eq!(count.text(), format!("1?{number}"));
    let actions = app.requester.show(child).await.row.actions;
    assert!(!actions.contains(&contract::Action::Reopen) && !actions.contains(&contract::Action::Rate), "{actions:?}");
    app.requester.act(child, "reopen", &json!({ "reason": "Voltou." })).await.refused(409, "not-reopenable");
}

async fn without_a_service_that_works_the_view_goes_on(app: TestApp) {
    let pbx = pbx(&app);
    viewing(&app);
    app.write(|tx| {
        use diesel::prelude::*;
        use solicita::db::schema::services;
        diesel::update(services::table.find(app.world.services.laptop))
            .set(services::active.eq(false))
            .execute(tx.conn)?;
        Ok(())
    });
    answer_at(&app.outsider, "200").await;
    let number = opened(&app, app.world.services.email).await;
    calls(&pbx, VIEW, &format!("&idSolicitacao={number}")).await;
    let open = popup(&app.outsider).await;
    for _ in 0..2 {
        app.outsider.post(format!("/calls/{}/view", open.call_id), &json!({ "tab": "a" })).await.done();
    }
    assert_eq!(app.outsider.show(number).await.row.number, number);
    let notifications: Value = app.administrator.get("/notifications").await.good();
    let kinds: Vec<_> = notifications["items"].as_array().unwrap().iter().map(|row| &row["kind"]).collect();
    assert_eq!(kinds, ["viewing_service"], "told once, until it is read");
}

async fn a_number_of_somebody_else_does_not_exist(app: TestApp) {
    let pbx = pbx(&app);
    answer_at(&app.executor, "200").await;
    let theirs = app.stranger.open(&app.draft(app.world.services.email)).await.row.number;
    let path = |number: i64| format!("{VIEW}?cpf={}&ramal=200&idSolicitacao={number}", People::REQUESTER_CPF);
    let somebodys = pbx.get(path(theirs)).await;
    let nobodys = pbx.get(path(999_999)).await;
    somebodys.refused(404, "request-not-found");
    assert_eq!(somebodys.text(), nobodys.text());
    assert_eq!(pbx.get(format!("{}&formato=texto&fim=.", path(theirs))).await.text(), "ERRO 404.");
    assert_eq!(popups(&app.executor).await, []);
    assert_eq!(log(&app.administrator, "").await.len(), 0);
}

async fn a_request_opened_in_a_call_concludes_it(app: TestApp) {
    let pbx = pbx(&app);
    answer_at(&app.executor, "200").await;
    pbx.get(format!("{NEW}?cpf=111.444.777-35&ramal=200")).await.done();
    let open = popup(&app.executor).await;
    let caller = NewRequester { name: "Valdir".to_owned(), ..NewRequester::default() };
    let new = NewRequest {
        new_requester: Some(caller),
        origin: Some(Origin::Telephone),
        call_id: Some(open.call_id),
        ..app.draft(app.world.services.email)
    };
    app.requester
        .post("/requests", &NewRequest { call_id: Some(open.call_id), ..app.draft(app.world.services.email) })
        .await
        .refused(403, "desk-fields");
    app.second.post("/requests", &new).await.refused(422, "invalid");
    let number = app.executor.open(&new).await.row.number;
    assert_eq!(popups(&app.executor).await, []);
    let row = &log(&app.executor, "").await[0];
    assert_eq!((row.requests[0].number, row.requests[0].kind), (number, CallRequestKind::Opened));
    assert_eq!(row.person.as_ref().unwrap().name, "Valdir");
    assert_eq!(row.state, CallState::Ended);
    assert_eq!(log(&app.executor, "show=unlinked").await.len(), 0);
}

async fn a_tag_concludes_a_call(app: TestApp) {
    let pbx = pbx(&app);
    answer_at(&app.executor, "200").await;
    calls(&pbx, NEW, "&numeroOrigem=1132424433").await;
    let open = popup(&app.executor).await;
    let path = format!("/calls/{}/end", open.call_id);
    app.advance(TimeDelta::seconds(90));
    let ended: Vec<CallPopUp> = app.executor.post(&path, &json!({})).await.good();
    assert_eq!((ended[0].state, ended.len()), (CallState::Ended, 1), "it stays until it is known what it was");
    assert_eq!(log(&app.executor, "show=unlinked").await.len(), 1);
    let path = format!("/calls/{}/conclusion", open.call_id);
    app.executor.post(&path, &json!({})).await.refused(422, "invalid");
    app.executor.post(&path, &json!({ "tag": "dropped", "number": 1 })).await.refused(422, "invalid");
    app.executor.post(&path, &json!({ "number": 999_999 })).await.refused(422, "invalid");
    app.second.post(&path, &json!({ "tag": "dropped" })).await.refused(404, "not-found");
    let after: Vec<CallPopUp> = app.executor.post(&path, &json!({ "tag": "wrong_number" })).await.good();
    assert_eq!(after, []);
    let row = log(&app.executor, "").await.remove(0);
    assert_eq!((row.tag, row.seconds), (Some(CallTag::WrongNumber), Some(90)));
    // Found by name, by number as people write it, by extension; not by something else.
    for (words, found) in [("ana", 1), ("3242-4433", 1), ("1132424433", 1), ("200", 1), ("nada", 0)] {
        assert_eq!(log(&app.executor, &format!("search={words}")).await.len(), found, "{words}");
    }
    let day = app.now().date_naive();
    let counts: CallCounts = app.executor.get(format!("/calls/counts?day={day}")).await.good();
    assert_eq!((counts.received, counts.answered, counts.average_seconds, counts.unlinked), (1, 1, Some(90), 0));
    let other = day - chrono::Days::new(1);
    let counts: CallCounts = app.executor.get(format!("/calls/counts?day={other}")).await.good();
    assert_eq!(counts, CallCounts::default());
    // Another attendant sees it when they ask for everybody's.
    assert_eq!((log(&app.second, "").await.len(), log(&app.second, "everybody=true").await.len()), (0, 1));
}

async fn a_call_is_delivered_when_a_page_is_open(app: TestApp) {
    let pbx = pbx(&app);
    answer_at(&app.executor, "200").await;
    assert!(!calls(&pbx, NEW, "").await.delivered);
    let text = |reply: tests::http::Reply| reply.done().text();
    let path = format!("{NEW}?cpf={}&ramal=200&formato=texto", People::REQUESTER_CPF);
    assert_eq!(text(pbx.get(&path).await), "N");
    let page = app.executor.listen(None).await;
    assert!(calls(&pbx, NEW, "").await.delivered);
    assert_eq!(text(pbx.get(format!("{path}&fim=;")).await), "S;");
    // A page at another server is as good.
    let node = app.another_node();
    let elsewhere = node.anonymous.token(TOKEN);
    assert_eq!(text(elsewhere.get(&path).await), "S");
    // Without an extension it is known only when the call rings.
    let raised: Raised = pbx.get(format!("{NEW}?cpf={}&idChamada=9.9", People::REQUESTER_CPF)).await.good();
    assert!(!raised.delivered);
    drop(page);
    until_gone(&app).await;
    assert!(!calls(&pbx, NEW, "").await.delivered);
}

async fn what_cannot_be_is_refused(app: TestApp) {
    let pbx = pbx(&app);
    answer_at(&app.executor, "200").await;
    let number = opened(&app, app.world.services.email).await;
    let cpf = People::REQUESTER_CPF;
    for (path, more, status) in [
        (NEW, String::new(), 400),
        (NEW, format!("?cpf={cpf}"), 400),
        (NEW, "?ramal=200".to_owned(), 400),
        (NEW, "?cpf=52998224724&ramal=200".to_owned(), 400),
        (NEW, format!("?cpf={cpf}&ramal=abc"), 400),
        (NEW, format!("?cpf={cpf}&ramal={}", "9".repeat(21)), 400),
        (NEW, format!("?cpf={cpf}&ramal=200&ramal=201"), 400),
        (NEW, format!("?cpf={cpf}&ramal=200&idChamada={}", "9".repeat(101)), 400),
        (NEW, format!("?cpf={cpf}&ramal=200&idChamada=a%0Ab"), 400),
        (NEW, format!("?cpf={cpf}&ramal=999"), 404),
        (VIEW, format!("?cpf={cpf}&ramal=200"), 400),
        (VIEW, format!("?idSolicitacao={number}&ramal=200"), 400),
        (VIEW, format!("?cpf={cpf}&ramal=200&idSolicitacao=abc"), 400),
        (VIEW, format!("?cpf={cpf}&ramal=200&idSolicitacao={}", "9".repeat(40)), 404),
        (VIEW, format!("?cpf={cpf}&ramal=999&idSolicitacao={number}"), 404),
    ] {
        let join = if more.is_empty() { "?" } else { "&" };
        let reply = pbx.get(format!("{path}{more}{join}formato=texto&fim=.")).await;
        assert_eq!((reply.status, reply.text()), (status, format!("ERRO {status}.")), "{path}{more}");
    }
    assert_eq!(popups(&app.executor).await, []);
    assert_eq!(log(&app.administrator, "").await.len(), 0);
    app.executor.get("/calls?show=nothing").await.refused(400, "argument-invalid");
    app.executor.get("/calls?cursor=x").await.refused(400, "invalid-cursor");
}

async fn telephony_off_is_off(app: TestApp) {
    let pbx = pbx(&app);
    answer_at(&app.executor, "200").await;
    calls(&pbx, NEW, "").await;
    let open = popup(&app.executor).await;
    app.set(281, "N");
    pbx.get(format!("{NEW}?cpf={}&ramal=200", People::REQUESTER_CPF)).await.refused(403, "telephony-off");
    app.executor.put("/me/extension", &json!({ "extension": "201" })).await.refused(403, "parameter-off");
    let path = format!("/calls/{}/conclusion", open.call_id);
    app.executor.post(path, &json!({ "tag": "dropped" })).await.refused(403, "parameter-off");
    let mine: MyExtension = app.executor.get("/me/extension").await.good();
    assert!(!mine.telephony);
}
