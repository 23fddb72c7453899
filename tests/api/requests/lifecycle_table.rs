//! Every row of the table of section 3 of the product page: what may be done with a
//! request in each situation.

use chrono::TimeDelta;
use contract::desk::{
    ChangeDeadline, ChangePriority, Delegate, Justified, Reactivate, Reclassify, Relate, Resolve, Suspend,
};
use contract::requests::{Cancel, Reopen, Satisfaction};
use contract::timeline::{NewMessage, NewNote};
use contract::{Action, Grade, Level, RelationKind, Situation};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Persona, Reply, TestApp, ids, on_both_databases};

on_both_databases![the_requesters_rows, the_executors_rows, a_reopened_request_can_be_given_back_and_captured];

use Situation::{Cancelled, Closed, InProgress, Reopened, Resolved, Suspended};

/// Opens a request of Ana's and brings it, in Carla's hands, to a situation.
pub async fn request_in(app: &TestApp, situation: Situation) -> i64 {
    let number = app.open_request(app.world.services.email).await;
    app.executor.capture(number).await;
    match situation {
        InProgress => {}
        Suspended => {
            drop(app.executor.suspend(number, app.world.reasons.supplier, app.now() + TimeDelta::days(2)).await)
        }
        Resolved => drop(app.executor.resolve(number).await),
        Closed => {
            app.executor.resolve(number).await;
            app.requester.perform_without_body(number, "close").await.done();
        }
        Reopened => {
            app.executor.resolve(number).await;
            app.requester.perform(number, "reopen", &Reopen { reason: "Voltou.".to_owned() }).await.done();
        }
        Cancelled => {
            app.executor.perform(number, "cancel", &Cancel { reason: "Engano.".to_owned() }).await.done();
        }
    }
    assert_eq!(app.requester.show(number).await.row.situation, situation);
    number
}

/// Tries an action as somebody, with a body that is right.
pub async fn attempt(app: &TestApp, person: &Persona, number: i64, action: Action) -> Reply {
    let justification = "Porque sim.".to_owned();
    let body = |value: Value| Some(value);
    let (what, body) = match action {
        Action::Message => ("messages", body(json!(NewMessage { text: "Olá".to_owned(), upload_ids: vec![] }))),
        Action::AddNote => ("notes", body(json!(NewNote { text: "Olá".to_owned(), ..NewNote::default() }))),
        Action::InternalNote => {
            ("notes", body(json!(NewNote { text: "Só nós".to_owned(), internal: true, ..NewNote::default() })))
        }
        Action::Cancel => ("cancel", body(json!(Cancel { reason: justification }))),
        Action::Reopen => ("reopen", body(json!(Reopen { reason: justification }))),
        Action::Rate => {
            let answer = Satisfaction { grade: Grade::Good, comment: String::new(), accept: false };
            ("satisfaction", body(json!(answer)))
        }
        Action::Close => ("close", None),
        Action::Capture => ("capture", None),
        Action::Delegate => {
            let to = Delegate { group_id: app.world.groups.networks, person_id: None, justification };
            ("delegate", body(json!(to)))
        }
        Action::ReturnToGroup => ("return-to-group", body(json!(Justified { justification }))),
        Action::Suspend => {
            let (reason_id, resumes_at) = (app.world.reasons.supplier, app.now() + TimeDelta::days(3));
            ("suspend", body(json!(Suspend { reason_id, complement: String::new(), resumes_at })))
        }
        Action::Reactivate => ("reactivate", body(json!(Reactivate::default()))),
        Action::ChangePriority => {
            ("priority", body(json!(ChangePriority { impact: Level::High, urgency: Level::High, justification })))
        }
        Action::ChangeDeadline => {
            ("deadline", body(json!(ChangeDeadline { deadline_at: app.now() + TimeDelta::days(9), justification })))
        }
        Action::Reclassify => {
            ("reclassify", body(json!(Reclassify { service_id: app.world.services.laptop, justification })))
        }
        Action::Resolve => ("resolve", body(json!(Resolve { solution: "Feito.".to_owned(), minutes: Some(5) }))),
        Action::Relate => ("relations", body(json!(Relate { kind: RelationKind::ChildOf, number: 1000 }))),
        Action::Attach => return person.try_attach(number, "nota.txt", b"conteudo").await,
        Action::ViewHistory => return person.get(format!("/requests/{number}/history")).await,
        Action::ViewEmails => return person.get(format!("/requests/{number}/emails")).await,
        Action::Redact => {
            let row = app.executor.timeline(number).await.items.into_iter().find(|row| row.text.is_some());
            let id = row.map_or(0, |row| row.id);
            (format!("occurrences/{id}/redact").leak() as &str, body(json!({ "reason": "Senha colada." })))
        }
        Action::ViewSolution => return person.get(format!("/requests/{number}")).await,
    };
    let call = person.request(Method::POST, format!("/requests/{number}/{what}"));
    match body {
        Some(body) => call.json(&body).send().await,
        None => call.send().await,
    }
}

/// What somebody's row of the table says: the situations in which an action is
/// allowed, and the one that it leads to (none: it stays).
type Row = (Action, &'static [Situation], Option<Situation>);

const WORK: &[Situation] = &[InProgress, Reopened];
const OPEN: &[Situation] = &[InProgress, Reopened, Suspended];
const LIVE: &[Situation] = &[InProgress, Reopened, Suspended, Resolved];

async fn check(app: &TestApp, person: &Persona, rows: &[Row]) {
    for situation in Situation::ALL {
        let unchanged = request_in(app, *situation).await;
        for (action, from, to) in rows {
            if from.contains(situation) {
                let number = request_in(app, *situation).await;
                let reply = attempt(app, person, number, *action).await;
                assert!(reply.status < 300, "{action} from {situation}: {reply:?}");
                let after = app.administrator.show(number).await.row.situation;
                assert_eq!(after, to.unwrap_or(*situation), "{action} from {situation}");
            } else {
                let seen = person.show(unchanged).await.row;
                let problem = attempt(app, person, unchanged, *action).await.refused(409, "illegal-action");
                assert_eq!(problem.allowed, seen.actions, "{action} from {situation}");
                assert!(!problem.allowed.contains(action), "{action} from {situation}");
                assert_eq!(app.requester.show(unchanged).await.row.version, seen.version);
            }
        }
    }
}

async fn the_requesters_rows(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    app.set_parameter(ids::PORTAL_CANCEL, "S");
    // Relating needs another request.
    app.requester.open(&app.draft(app.world.services.email)).await;
    let rows: &[Row] = &[
        (Action::Message, LIVE, None),
        (Action::AddNote, LIVE, None),
        (Action::Attach, LIVE, None),
        (Action::Cancel, OPEN, Some(Cancelled)),
        (Action::Reopen, &[Resolved, Closed], Some(Reopened)),
        (Action::Rate, &[Resolved, Closed], None),
        (Action::Close, &[Resolved], Some(Closed)),
    ];
    check(&app, &app.requester, rows).await;
}

async fn the_executors_rows(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    app.requester.open(&app.draft(app.world.services.email)).await;
    let rows: &[Row] = &[
        (Action::Message, LIVE, None),
        (Action::AddNote, LIVE, None),
        (Action::InternalNote, LIVE, None),
        (Action::Attach, LIVE, None),
        (Action::Cancel, OPEN, Some(Cancelled)),
        (Action::Reopen, &[Resolved, Closed], Some(Reopened)),
        (Action::Delegate, OPEN, None),
        (Action::ReturnToGroup, OPEN, None),
        (Action::Suspend, WORK, Some(Suspended)),
        (Action::Reactivate, &[Suspended], Some(InProgress)),
        (Action::ChangePriority, OPEN, None),
        (Action::ChangeDeadline, OPEN, None),
        (Action::Reclassify, WORK, None),
        (Action::Resolve, WORK, Some(Resolved)),
        (Action::Relate, Situation::ALL, None),
        (Action::ViewHistory, Situation::ALL, None),
        (Action::ViewEmails, Situation::ALL, None),
    ];
    check(&app, &app.executor, rows).await;
}

async fn a_reopened_request_can_be_given_back_and_captured(app: TestApp) {
    for situation in WORK {
        let number = request_in(&app, *situation).await;
        attempt(&app, &app.executor, number, Action::ReturnToGroup).await.done();
        attempt(&app, &app.executor, number, Action::ReturnToGroup).await.refused(409, "nobody-has-it");
        let captured = app.second.capture(number).await.row;
        assert_eq!((captured.situation, captured.responsible.unwrap().name.as_str()), (*situation, "Diego Reis"));
    }
    // What nobody captured is captured by resolving it.
    let number = app.open_request(app.world.services.email).await;
    assert_eq!(app.second.resolve(number).await.row.responsible.unwrap().name, "Diego Reis");
}
