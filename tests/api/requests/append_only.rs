//! The history is append-only; redaction is the one way to take something out.

use contract::timeline::Redact;
use diesel::connection::SimpleConnection;
use solicita::db::Conn;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![the_database_refuses_to_change_history, redaction_blanks_and_keeps, who_may_redact];

fn execute(app: &TestApp, statement: &str) -> diesel::QueryResult<()> {
    let run = |conn: &mut Conn| match conn {
        Conn::Sqlite(conn) => conn.batch_execute(statement),
        Conn::Pg(conn) => conn.batch_execute(statement),
    };
    app.app.db.with_writer(run).unwrap()
}

async fn the_database_refuses_to_change_history(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.email).await;
    app.requester.send_message(number, "Texto original.").await;
    let before = app.executor.timeline(number).await;
    for statement in [
        "DELETE FROM occurrences",
        "UPDATE occurrences SET text = 'outro'",
        "UPDATE occurrences SET category = 'memo'",
        "UPDATE occurrences SET at = '2020-01-01 00:00:00'",
        "UPDATE occurrences SET public = NOT public",
        "UPDATE occurrences SET author_id = NULL, text = NULL, redacted_at = '2020-01-01 00:00:00'",
        "UPDATE occurrences SET text = NULL",
    ] {
        let refused = execute(&app, statement).unwrap_err();
        assert!(refused.to_string().contains("append-only"), "{statement}: {refused}");
    }
    assert_eq!(app.executor.timeline(number).await, before);
}

async fn redaction_blanks_and_keeps(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    app.set_parameter(ids::MESSAGE_TEMPLATE, app.world.templates.message);
    let number = app.open_request(app.world.services.email).await;
    let said = app.requester.send_message(number, "A senha é hunter2").await;
    assert_eq!(app.executor.queue("search=hunter2").await.total, 1);
    let path = format!("/requests/{number}/occurrences/{}/redact", said.id);
    let how = Redact { reason: "Senha colada por engano.".to_owned() };
    let row: contract::timeline::OccurrenceView = app.executor.post(&path, &how).await.good();
    assert!(row.text.is_none() && row.redacted_at.is_some());
    let seen = app.requester.messages(number).await;
    assert_eq!((seen[0].id, seen[0].text.as_deref(), seen[0].redacted_at.is_some()), (said.id, None, true));
    // Neither the search nor what was kept of the e-mail knows it any more.
    assert_eq!(app.executor.queue("search=hunter2").await.total, 0);
    assert!(app.emails().iter().all(|email| !email.text.as_deref().unwrap_or_default().contains("hunter2")));
    // The act is in the history for the desk, and not for the requester.
    let internal = app.executor.history(number).await;
    assert_eq!(internal[0].text.as_deref(), Some("Senha colada por engano."));
    assert!(app.requester.history(number).await.iter().all(|row| row.id != internal[0].id));
    app.executor.post(&path, &how).await.refused(409, "already-redacted");
}

async fn who_may_redact(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let number = app.open_request(app.world.services.email).await;
    let said = app.requester.send_message(number, "A senha é hunter2").await;
    let path = format!("/requests/{number}/occurrences/{}/redact", said.id);
    let how = Redact { reason: "Senha.".to_owned() };
    app.requester.post(&path, &how).await.refused(403, "role");
    app.watcher.post(&path, &how).await.refused(403, "action-not-yours");
    app.outsider.post(&path, &how).await.refused(404, "request-not-found");
    app.executor.post(&path, &Redact { reason: String::new() }).await.invalid(&[("reason", "required")]);
    app.executor.post(format!("/requests/{number}/occurrences/999999/redact"), &how).await.refused(404, "not-found");
    app.administrator.post(&path, &how).await.done();
}
