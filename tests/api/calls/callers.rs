//! Who calls: the pop-ups of people who are known, or not.

use super::{NEW, VIEW, calls, log, popup, popups};
use chrono::TimeDelta;
use contract::calls::{CallPopUp, CallState, Caller, MatchedBy};
use contract::desk::OtherRequest;
use contract::identity::{NamedRef, PersonRef};
use contract::live::LiveKind;
use contract::telephony::Raised;
use contract::{Situation, SlaStatus};
use serde_json::json;
use tests::pbx::pbx;
use tests::world::People;
use tests::{TestApp, on_both_databases};

on_both_databases![
    a_known_caller_pops_up,
    all_that_is_known_of_a_caller_is_shown,
    an_unknown_caller_pops_up_and_is_registered,
    a_number_that_was_not_told_is_not_withheld,
    a_cnpj_of_several_people_is_a_choice,
];

async fn a_known_caller_pops_up(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    let mut told = app.executor.listen(None).await;
    let raised = calls(&pbx, NEW, "&numeroOrigem=11987654321").await;
    assert_eq!(raised.requester.unwrap().id, app.world.people.requester.id);
    told.next_of(LiveKind::Call).await;
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
    app.outsider.answer_at("201").await;
    pbx.get(format!("{NEW}?matricula={}&ramal=201", People::REQUESTER_NUMBER)).await.done();
    let theirs = super::popup(&app.outsider).await;
    assert_eq!(theirs.matched_by, Some(MatchedBy::EmployeeNumber));
    let caller = theirs.caller.unwrap();
    assert_eq!((caller.open, caller.open_requests.len()), (1, 0));
}

async fn all_that_is_known_of_a_caller_is_shown(app: TestApp) {
    let pbx = pbx(&app);
    let ana = &app.world.people.requester;
    app.write(|tx| {
        use diesel::prelude::*;
        use solicita::db::schema::people as table;
        diesel::update(table::table.find(ana.id)).set(table::vip.eq(true)).execute(tx.conn)?;
        Ok(())
    });
    app.executor.answer_at("200").await;
    let solved = app.open_request(app.world.services.email).await;
    app.executor.resolve(solved).await;
    let late = app.open_request(app.world.services.email).await;
    app.advance(TimeDelta::hours(9));
    let fresh = app.open_request(app.world.services.laptop).await;
    calls(&pbx, NEW, "").await;
    let open = async |number: i64, sla: SlaStatus| OtherRequest {
        number,
        title: "Impressora não liga".to_owned(),
        situation: Situation::InProgress,
        sla,
        deadline_at: app.executor.show(number).await.row.sla.deadline_at,
    };
    let shown = Caller {
        person: PersonRef { id: ana.id, name: "Ana Souza".to_owned() },
        vip: true,
        tax_id_masked: Some("***.982.247-**".to_owned()),
        email: Some("ana@empresa.test".to_owned()),
        phone: Some("(11) 98765-4321".to_owned()),
        extension: Some("4321".to_owned()),
        unit: Some(NamedRef { id: app.world.units.headquarters, name: "Matriz".to_owned() }),
        place: Some("2º andar, sala 204".to_owned()),
        open: 2,
        overdue: 1,
        open_requests: vec![open(late, SlaStatus::Overdue).await, open(fresh, SlaStatus::OnTime).await],
    };
    assert_eq!(popup(&app.executor).await.caller, Some(shown));
}

async fn an_unknown_caller_pops_up_and_is_registered(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
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
    app.executor.answer_at("200").await;
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
    app.executor.answer_at("200").await;
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
