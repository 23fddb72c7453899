//! The information child: one in a call, made and closed at once, and out of the way.

use super::{VIEW, calls, log, popup, view, viewing};
use chrono::TimeDelta;
use contract::calls::{CallRequestKind, CallState};
use contract::requests::RequestSummary;
use contract::timeline::OccurrenceView;
use contract::{Category, Origin, Role, Scope, Situation, Task};
use serde_json::json;
use tests::pbx::{TOKEN, pbx};
use tests::world::{self, People};
use tests::{Persona, TestApp, ids, on_both_databases};

on_both_databases![
    a_call_said_again_after_view_makes_nothing_twice,
    the_same_words_after_view_make_nothing_twice,
    view_clicked_at_once_makes_one_child,
    view_clicked_on_two_nodes_makes_one_child,
    a_call_said_again_while_view_is_clicked_makes_one_child,
    without_282_view_makes_no_child,
    both_histories_tell_of_the_child,
    the_child_sends_no_e_mail,
    the_child_is_over_for_good,
    the_child_is_in_no_list_of_its_requester,
    the_child_is_in_no_list_of_an_integrator_who_opened_it,
    the_telephone_system_does_not_hear_of_the_child,
];

/// Numbers of the children that say that a request was told of over the phone.
fn children(app: &TestApp, number: i64) -> Vec<i64> {
    app.read(|tx| {
        use diesel::prelude::*;
        use solicita::db::schema::requests as table;
        let parent: i64 = table::table.filter(table::number.eq(number)).select(table::id).first(tx.conn)?;
        let told = table::table.filter(table::parent_id.eq(parent)).filter(table::information.eq(true));
        Ok(told.order(table::id).select(table::number).load(tx.conn)?)
    })
}

/// Carla answers a call about a request of Ana's, with the child switched on.
async fn asked(app: &TestApp, pbx: &Persona, more: &str) -> (i64, i64) {
    viewing(app);
    app.executor.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    let call = calls(pbx, VIEW, &format!("&idSolicitacao={number}{more}")).await.call_id;
    (number, call)
}

/// The child of a request that Carla told Ana of.
async fn told(app: &TestApp, pbx: &Persona) -> (i64, i64) {
    let (number, call) = asked(app, pbx, "").await;
    let child = view(&app.executor, call, "a").await.request.unwrap().child.unwrap();
    (number, child)
}

/// There is one pop-up, one row of the log, one child, and one line about it.
async fn is_one(app: &TestApp, number: i64, call: i64) {
    let open = popup(&app.executor).await;
    assert_eq!((open.call_id, open.state), (call, CallState::Ringing));
    let children = children(app, number);
    assert_eq!(open.request.unwrap().child, children.first().copied());
    assert_eq!(children.len(), 1, "{children:?}");
    let log = log(&app.administrator, "everybody=true").await;
    assert_eq!(log.len(), 1, "{log:?}");
    let links: Vec<_> = log[0].requests.iter().map(|link| (link.number, link.kind)).collect();
    assert_eq!(links, [(number, CallRequestKind::Viewed)]);
    assert_eq!(app.executor.history(number).await.len(), 2, "opened, and told of");
}

async fn said_again(app: &TestApp, more: &str, pause: TimeDelta) {
    let pbx = pbx(app);
    let (number, call) = asked(app, &pbx, more).await;
    view(&app.executor, call, "a").await;
    for _ in 0..3 {
        app.advance(pause);
        let again = calls(&pbx, VIEW, &format!("&idSolicitacao={number}{more}")).await;
        assert_eq!(again.call_id, call);
        is_one(app, number, call).await;
        assert_eq!(popup(&app.executor).await.taken_by.as_deref(), Some("a"), "it stays in its tab");
        view(&app.executor, call, "a").await;
        is_one(app, number, call).await;
    }
}

async fn a_call_said_again_after_view_makes_nothing_twice(app: TestApp) {
    said_again(&app, "&idChamada=11.1", TimeDelta::minutes(20)).await;
}

async fn the_same_words_after_view_make_nothing_twice(app: TestApp) {
    said_again(&app, "", TimeDelta::seconds(15)).await;
}

async fn view_clicked_at_once_makes_one_child(app: TestApp) {
    let pbx = pbx(&app);
    let (number, call) = asked(&app, &pbx, "").await;
    let one = &app.executor;
    tokio::join!(view(one, call, "a"), view(one, call, "b"), view(one, call, "a"), view(one, call, "c"));
    is_one(&app, number, call).await;
}

async fn view_clicked_on_two_nodes_makes_one_child(app: TestApp) {
    let pbx = pbx(&app);
    let (number, call) = asked(&app, &pbx, "").await;
    let node = app.another_node();
    let (one, two) = (&app.executor, &node.executor);
    tokio::join!(view(one, call, "a"), view(two, call, "b"), view(one, call, "a"), view(two, call, "b"));
    is_one(&app, number, call).await;
}

async fn a_call_said_again_while_view_is_clicked_makes_one_child(app: TestApp) {
    let pbx = pbx(&app);
    let (number, call) = asked(&app, &pbx, "&idChamada=11.2").await;
    let node = app.another_node();
    let elsewhere = node.anonymous.token(TOKEN);
    let more = format!("&idSolicitacao={number}&idChamada=11.2");
    tokio::join!(
        view(&app.executor, call, "a"),
        calls(&pbx, VIEW, &more),
        view(&node.executor, call, "b"),
        calls(&elsewhere, VIEW, &more),
    );
    is_one(&app, number, call).await;
}

async fn without_282_view_makes_no_child(app: TestApp) {
    let pbx = pbx(&app);
    let (number, call) = asked(&app, &pbx, "").await;
    app.set_parameter(ids::VIEWING_CHILD, "N");
    assert_eq!(popup(&app.executor).await.request.unwrap().child_service, None);
    let after = view(&app.executor, call, "a").await;
    assert_eq!((after.requests[0].number, after.requests[0].kind), (number, CallRequestKind::Viewed));
    assert_eq!(after.request.unwrap().child, None);
    assert_eq!(children(&app, number).len(), 0);
    assert_eq!(app.executor.history(number).await.len(), 1, "opened");
}

/// Who wrote lines of a history, and what they say.
fn lines(rows: &[OccurrenceView]) -> Vec<(Option<i64>, Category, &str)> {
    let author = |row: &OccurrenceView| row.author.as_ref().map(|person| person.id);
    rows.iter().map(|row| (author(row), row.category, row.summary.as_deref().unwrap_or_default())).collect()
}

async fn both_histories_tell_of_the_child(app: TestApp) {
    let pbx = pbx(&app);
    let (number, child) = told(&app, &pbx).await;
    let carla = app.world.people.executor.id;
    let seen = app.executor.show(child).await;
    assert_eq!(
        (seen.row.situation, seen.row.task, seen.origin),
        (Situation::Closed, Task::Finished, Origin::Telephone)
    );
    assert_eq!((seen.row.service.id, seen.ended_at), (app.world.services.laptop, Some(seen.row.opened_at)));
    assert_eq!((seen.row.requester.id, seen.opened_by.id), (app.world.people.requester.id, carla));
    let related: Vec<i64> = app.executor.show(number).await.related.iter().map(|related| related.number).collect();
    assert_eq!(related, [child]);
    let informed = format!("Carla Dias informou a situação por telefone; registrado na solicitação {child}.");
    let child_of = format!("Filha da solicitação {number}.");
    let closed = "Fechada na abertura: só registra uma informação dada por telefone.";
    for person in [&app.requester, &app.executor] {
        let parents = person.history(number).await;
        assert_eq!(lines(&parents)[0], (Some(carla), Category::Relation, informed.as_str()));
        assert_eq!((parents.len(), parents[0].origin), (2, Origin::Telephone));
        let childs = person.history(child).await;
        assert_eq!(
            lines(&childs),
            [
                (None, Category::Closure, closed),
                (Some(carla), Category::Relation, child_of.as_str()),
                (Some(carla), Category::Registration, "Solicitação aberta por Carla Dias."),
            ]
        );
    }
}

async fn the_child_sends_no_e_mail(app: TestApp) {
    app.set_all_templates();
    app.set_parameter(ids::NEW_REQUEST_NOTIFICATIONS, "S");
    let pbx = pbx(&app);
    let (number, call) = asked(&app, &pbx, "").await;
    assert_ne!(app.emails().len(), 0, "a request that is no child tells of itself");
    app.executor.resolve(number).await;
    app.run_jobs().await;
    let informing = async {
        view(&app.executor, call, "a").await;
        app.run_jobs().await;
        app.executor.post(format!("/calls/{call}/conclusion"), &json!({ "number": number })).await.done();
        app.run_jobs().await;
    };
    let emails = app.emails_of(informing).await;
    assert!(emails.is_empty(), "{emails:?}");
    // Nor later, when what was resolved is closed.
    app.advance(TimeDelta::days(60));
    app.run_jobs().await;
    let child = children(&app, number)[0];
    let about = app.emails().into_iter().filter(|email| email.subject.iter().any(|s| s.contains(&child.to_string())));
    assert_eq!(about.count(), 0);
}

async fn the_child_is_over_for_good(app: TestApp) {
    app.set_parameter(ids::REOPEN_DAYS, 30);
    let pbx = pbx(&app);
    let (_, child) = told(&app, &pbx).await;
    let reason = json!({ "reason": "Voltou." });
    for person in [&app.requester, &app.executor, &app.second] {
        person.perform(child, "reopen", &reason).await.refused(409, "not-reopenable");
        let actions = person.show(child).await.row.actions;
        assert!(!actions.contains(&contract::Action::Reopen), "{actions:?}");
    }
    app.administrator.perform(child, "reopen", &reason).await.refused(403, "action-not-yours");
    let grade = json!({ "grade": "good", "comment": "", "accept": false });
    app.requester.perform(child, "satisfaction", &grade).await.refused(409, "not-reopenable");
    app.advance(TimeDelta::days(20));
    app.run_jobs().await;
    let seen = app.requester.show(child).await;
    assert_eq!((seen.row.situation, seen.satisfaction, seen.row.reopen_until), (Situation::Closed, None, None));
}

async fn the_child_is_in_no_list_of_its_requester(app: TestApp) {
    let pbx = pbx(&app);
    let (number, child) = told(&app, &pbx).await;
    for query in ["sort=number", "search=Impressora", "sort=opened_at&order=desc"] {
        assert_eq!(app.requester.numbers(query).await, [number], "{query}");
    }
    for query in ["situation=closed".to_owned(), "type=service_request".to_owned(), format!("search={child}")] {
        let found = app.requester.numbers(&query).await;
        assert!(!found.contains(&child), "{query}: {found:?}");
    }
    let summary: RequestSummary = app.requester.get("/requests/summary").await.good();
    assert_eq!((summary.active, summary.ended, summary.all, summary.unread), (1, 0, 1, 0));
    // Nor has it kept or missed a deadline.
    for sla in ["met", "missed", "on_time", "overdue"] {
        let found = tests::operations::numbers(&app.executor.queue(&format!("situation=all&sla={sla}")).await);
        assert!(!found.contains(&child), "{sla}: {found:?}");
    }
}

async fn the_child_is_in_no_list_of_an_integrator_who_opened_it(app: TestApp) {
    let pbx = pbx(&app);
    let carla = app.world.people.executor.id;
    app.write(|tx| {
        solicita::models::person_roles::set(tx.conn, carla, &[Role::Attendant, Role::Integrator])?;
        world::token(tx, carla, "sol_token-of-carla", &[Scope::RequestsRead])?;
        Ok(())
    });
    let hers = app.executor.open(&app.draft(app.world.services.network)).await.row.number;
    let (_, child) = told(&app, &pbx).await;
    let system = app.anonymous.token("sol_token-of-carla");
    for person in [&app.executor, &system] {
        assert_eq!(person.numbers("sort=number").await, [hers]);
        let closed = person.numbers("situation=closed").await;
        assert!(closed.is_empty(), "{child}: {closed:?}");
        let summary: RequestSummary = person.get("/requests/summary").await.good();
        assert_eq!((summary.active, summary.ended, summary.all), (1, 0, 1));
    }
}

async fn the_telephone_system_does_not_hear_of_the_child(app: TestApp) {
    let pbx = pbx(&app);
    let (number, child) = told(&app, &pbx).await;
    let ask = async |service: &str, more: &str| {
        let path = format!("/telefonia/{service}?cpf={}{more}", People::REQUESTER_CPF);
        pbx.get(path).await.done().text()
    };
    for more in ["", "&incluirSuspensas=S"] {
        assert_eq!(ask("obterQtdeSolicitacoes", more).await, format!("1?{number}"), "{child}");
        assert_eq!(ask("listarSolicitacoes", more).await, number.to_string(), "{child}");
    }
    app.executor.resolve(number).await;
    for service in ["obterQtdeSolicitacoes", "listarSolicitacoes"] {
        assert_eq!(ask(service, "&fim=;").await, ";", "{service}");
    }
}
