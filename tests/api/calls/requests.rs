//! Calls about a request, and its information child.

use super::{VIEW, calls, log, popup, popups, viewing};
use contract::calls::{CallPopUp, CallRequestKind};
use contract::identity::{NamedRef, PersonRef};
use contract::requests::RequestRow;
use contract::{Origin, Situation, Task};
use serde_json::{Value, json};
use tests::pbx::pbx;
use tests::personas::Persona;
use tests::time::{assert_near, hours, local};
use tests::world::People;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    the_request_is_shown_with_execute_or_view,
    what_the_request_waits_for_is_shown,
    an_executor_executes,
    an_outsider_reads_for_this_call_only_and_opens_one_child,
    the_child_is_out_of_the_way,
    without_a_service_that_works_the_view_goes_on,
    a_number_of_somebody_else_does_not_exist,
];

/// Somebody answers a call about a request at an extension.
async fn asked_about(pbx: &Persona, person: &Persona, extension: &str, number: i64) -> CallPopUp {
    person.answer_at(extension).await;
    let cpf = People::REQUESTER_CPF;
    pbx.get(format!("{VIEW}?cpf={cpf}&ramal={extension}&idSolicitacao={number}")).await.done();
    popup(person).await
}

/// What a pop-up shows of a request that Ana opened on Monday at ten.
fn shows(app: &TestApp, row: &RequestRow, number: i64) {
    let ana = &app.world.people.requester;
    assert_eq!(row.number, number);
    assert_eq!(row.service, NamedRef { id: app.world.services.email, name: "E-mail fora do ar".to_owned() });
    assert_eq!(row.group, Some(NamedRef { id: app.world.groups.support, name: "Suporte".to_owned() }));
    assert_eq!(row.requester, PersonRef { id: ana.id, name: ana.name.to_owned() });
    assert_near(row.opened_at, local("2026-11-16 10:00"));
}

async fn the_request_is_shown_with_execute_or_view(app: TestApp) {
    let pbx = pbx(&app);
    let number = app.open_request(app.world.services.email).await;
    // In its group with *execute*, in it with *view*, in one that sees all, in another.
    for (person, extension, executes, only_in_this_call) in [
        (&app.executor, "200", true, false),
        (&app.watcher, "201", false, false),
        (&app.overseer, "202", false, false),
        (&app.outsider, "203", false, true),
    ] {
        let open = asked_about(&pbx, person, extension, number).await;
        assert_eq!(open.caller.unwrap().person.id, app.world.people.requester.id, "{extension}");
        let request = open.request.unwrap();
        shows(&app, &request.row, number);
        assert_eq!((request.row.situation, request.row.task), (Situation::InProgress, Task::WaitingCapture));
        assert_near(request.row.sla.deadline_at.unwrap(), local("2026-11-16 18:00"));
        assert_eq!((request.executes, request.only_in_this_call), (executes, only_in_this_call), "{extension}");
        let path = format!("/calls/{}/view", open.call_id);
        let reply = person.post(&path, &json!({ "tab": "a", "execute": true })).await;
        if executes {
            reply.done();
        } else {
            reply.refused(403, "action-not-yours");
        }
    }
}

async fn what_the_request_waits_for_is_shown(app: TestApp) {
    let pbx = pbx(&app);
    let number = app.open_request(app.world.services.email).await;
    app.second.capture(number).await;
    let row = asked_about(&pbx, &app.outsider, "200", number).await.request.unwrap().row;
    shows(&app, &row, number);
    assert_eq!((row.situation, row.task), (Situation::InProgress, Task::BeingServed));
    assert_eq!(row.responsible.unwrap().id, app.world.people.second.id);
    // The pop-up follows what happens to it.
    app.second.suspend(number, app.world.reasons.requester, app.now() + hours(48)).await;
    let row = popup(&app.outsider).await.request.unwrap().row;
    shows(&app, &row, number);
    assert_eq!((row.situation, row.task), (Situation::Suspended, Task::WaitingRequester));
    assert_eq!(row.suspension_reason.as_deref(), Some("Aguardando o solicitante"));
    app.second.perform(number, "reactivate", &json!({})).await.done();
    app.second.resolve(number).await;
    let row = popup(&app.outsider).await.request.unwrap().row;
    assert_eq!((row.situation, row.task), (Situation::Resolved, Task::WaitingAcceptance));
}

async fn an_executor_executes(app: TestApp) {
    let pbx = pbx(&app);
    viewing(&app);
    app.executor.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
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

async fn an_outsider_reads_for_this_call_only_and_opens_one_child(app: TestApp) {
    let pbx = pbx(&app);
    viewing(&app);
    app.outsider.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
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
    app.set_parameter(ids::OPENED_TEMPLATE, app.world.templates.request);
    app.executor.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    app.run_jobs().await;
    let emails = app.emails().len();
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
    app.run_jobs().await;
    assert_eq!(app.emails().len(), emails);
    assert_eq!(app.requester.numbers("sort=number").await, [number]);
    let summary: contract::requests::RequestSummary = app.requester.get("/requests/summary").await.good();
    assert_eq!(summary.all, 1);
    let count = pbx.get(format!("/telefonia/obterQtdeSolicitacoes?cpf={}", People::REQUESTER_CPF)).await;
    assert_eq!(count.text(), format!("1?{number}"));
    let actions = app.requester.show(child).await.row.actions;
    assert!(!actions.contains(&contract::Action::Reopen) && !actions.contains(&contract::Action::Rate), "{actions:?}");
    app.requester.perform(child, "reopen", &json!({ "reason": "Voltou." })).await.refused(409, "not-reopenable");
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
    app.outsider.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
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
    app.executor.answer_at("200").await;
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
