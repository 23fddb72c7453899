//! Who may do what with a request, whatever its situation allows.

use crate::requests::lifecycle_table::{attempt, request_in};
use contract::{Action, Language, Situation};
use tests::{Persona, TestApp, ids, on_both_databases};

on_both_databases![
    each_role_is_refused_what_is_not_theirs,
    only_who_may_changes_priority_and_deadline,
    parameters_switch_the_requesters_actions_off,
    refusals_speak_the_callers_language,
];

/// What only executors of the group do.
const EXECUTORS: &[Action] = &[
    Action::Capture,
    Action::Delegate,
    Action::ReturnToGroup,
    Action::Suspend,
    Action::Reactivate,
    Action::ChangePriority,
    Action::ChangeDeadline,
    Action::Reclassify,
    Action::Resolve,
    Action::Relate,
];

/// What requesters do.
const REQUESTERS: &[Action] = &[Action::Rate, Action::Close];

/// What both do.
const BOTH: &[Action] = &[Action::Message, Action::AddNote, Action::Attach, Action::Cancel, Action::Reopen];

async fn each_role_is_refused_what_is_not_theirs(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    app.set_parameter(ids::PORTAL_CANCEL, "S");
    for situation in Situation::ALL {
        let number = request_in(&app, *situation).await;
        let all = || EXECUTORS.iter().chain(REQUESTERS).chain(BOTH);
        // Not even that it exists.
        for person in [&app.stranger, &app.outsider, &app.integrator] {
            person.get(format!("/requests/{number}")).await.refused(404, "request-not-found");
        }
        for action in all() {
            expect(&app, &app.outsider, number, *action, 404, "request-not-found").await;
        }
        for action in REQUESTERS.iter().chain(BOTH) {
            expect(&app, &app.stranger, number, *action, 404, "request-not-found").await;
            expect(&app, &app.administrator, number, *action, 403, "action-not-yours").await;
        }
        for action in EXECUTORS {
            for person in [&app.requester, &app.stranger, &app.administrator] {
                expect(&app, person, number, *action, 403, "role").await;
            }
        }
        // Looking is not touching.
        for person in [&app.watcher, &app.overseer] {
            person.show(number).await;
            for action in all() {
                expect(&app, person, number, *action, 403, "action-not-yours").await;
            }
        }
        for action in REQUESTERS {
            expect(&app, &app.executor, number, *action, 403, "action-not-yours").await;
        }
        assert_eq!(app.administrator.show(number).await.row.situation, *situation);
    }
}

async fn expect(app: &TestApp, person: &Persona, number: i64, action: Action, status: u16, code: &str) {
    let reply = attempt(app, person, number, action).await;
    assert_eq!(reply.status, status, "{action}: {reply:?}");
    reply.refused(status, code);
}

async fn only_who_may_changes_priority_and_deadline(app: TestApp) {
    let number = request_in(&app, Situation::InProgress).await;
    for action in [Action::ChangePriority, Action::ChangeDeadline] {
        assert!(!app.second.show(number).await.row.actions.contains(&action));
        expect(&app, &app.second, number, action, 403, "action-not-yours").await;
        assert!(app.executor.show(number).await.row.actions.contains(&action));
        attempt(&app, &app.executor, number, action).await.done();
    }
    attempt(&app, &app.second, number, Action::Suspend).await.done();
}

async fn parameters_switch_the_requesters_actions_off(app: TestApp) {
    let number = request_in(&app, Situation::InProgress).await;
    for (parameter, action) in [
        (ids::MESSAGES, Action::Message),
        (ids::PORTAL_NOTES, Action::AddNote),
        (ids::PORTAL_HISTORY, Action::ViewHistory),
        (ids::PORTAL_CANCEL, Action::Cancel),
    ] {
        app.set_parameter(parameter, "N");
        assert!(!app.requester.show(number).await.row.actions.contains(&action), "{parameter}");
        let problem = attempt(&app, &app.requester, number, action).await.refused(403, "parameter-off");
        assert!(problem.title.contains(&parameter.to_string()), "{}", problem.title);
        app.set_parameter(parameter, "S");
        assert!(app.requester.show(number).await.row.actions.contains(&action), "{parameter}");
        attempt(&app, &app.requester, number, action).await.done();
    }
}

async fn refusals_speak_the_callers_language(app: TestApp) {
    let number = request_in(&app, Situation::Closed).await;
    let mut titles = Vec::new();
    for language in Language::ALL {
        let carla = app.executor.speaking(*language);
        let problem = attempt(&app, &carla, number, Action::Suspend).await.refused(409, "illegal-action");
        let reopen = locales::format(*language, "action-reopen", None).to_lowercase();
        assert!(problem.detail.as_ref().unwrap().contains(&reopen), "{problem:?}");
        assert!(problem.request_id.is_some());
        titles.push(problem.title);
    }
    titles.dedup();
    assert_eq!(titles.len(), 3, "{titles:?}");
}
