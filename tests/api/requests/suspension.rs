//! Suspending and reactivating: by a person, by the date, by an answer.

use chrono::TimeDelta;
use contract::desk::{Reactivate, Suspend};
use contract::requests::RequestView;
use contract::timeline::NewNote;
use contract::{Language, Situation, SlaStatus, Task};
use tests::time::{assert_near, hours, local};
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    the_clock_stands_still_while_suspended,
    the_date_reactivates,
    an_answer_reactivates_only_what_waits_for_it,
    a_note_is_an_answer_too,
    the_reason_is_told_in_the_readers_language,
    a_suspension_that_cannot_work_is_refused,
    cancelling_ends_a_suspension,
];

async fn opened(app: &TestApp) -> i64 {
    let number = app.open_request(app.world.services.email).await;
    app.executor.capture(number).await;
    number
}

async fn the_clock_stands_still_while_suspended(app: TestApp) {
    app.set_time(local("2026-11-16 09:00"));
    let number = opened(&app).await;
    app.set_time(local("2026-11-16 10:00"));
    let until = local("2026-11-25 10:00");
    let suspended = app.executor.suspend(number, app.world.reasons.supplier, until).await;
    let sla = &suspended.row.sla;
    assert_eq!((suspended.row.situation, sla.status, sla.deadline_at), (Situation::Suspended, SlaStatus::Paused, None));
    assert_eq!((sla.resumes_at, suspended.row.task), (Some(until), Task::BeingServed));
    app.set_time(local("2026-11-17 10:00"));
    assert_eq!(app.executor.queue("sla=paused").await.total, 1);
    let paused = app.requester.show(number).await.row.sla;
    assert!((paused.left.unwrap() - 7 * 3600).abs() < 60, "{paused:?}");
    let how = Reactivate { text: "Chegou a peça.".to_owned() };
    let back: RequestView = app.executor.perform(number, "reactivate", &how).await.good();
    assert_eq!((back.row.situation, back.row.sla.status), (Situation::InProgress, SlaStatus::OnTime));
    // 7 of the 8 hours were left; a working day of 10 was not counted.
    assert_near(back.row.sla.deadline_at.unwrap(), local("2026-11-17 17:00"));
    let pause = &back.explanation.pauses[0];
    assert!((pause.working_time - 10 * 3600).abs() < 60, "{pause:?}");
    assert_eq!((pause.reason.as_str(), pause.waiting_requester), ("Aguardando fornecedor", false));
}

async fn the_date_reactivates(app: TestApp) {
    app.set_time(local("2026-11-16 09:00"));
    let number = opened(&app).await;
    app.executor.suspend(number, app.world.reasons.supplier, local("2026-11-17 14:00")).await;
    app.set_time(local("2026-11-17 13:59"));
    app.run_jobs().await;
    assert_eq!(app.requester.show(number).await.row.situation, Situation::Suspended);
    app.set_time(local("2026-11-17 14:01"));
    app.run_jobs().await;
    app.run_jobs().await;
    let back = app.requester.show(number).await;
    assert_eq!((back.row.situation, back.row.sla.resumes_at), (Situation::InProgress, None));
    for (language, person) in [(Language::English, &app.requester), (Language::Spanish, &app.executor)] {
        let history = person.speaking(language).history(number).await;
        let expected = locales::format(language, "history-reactivated-date", None);
        assert_eq!(history.iter().filter(|row| row.summary.as_deref() == Some(expected.as_str())).count(), 1);
        assert_eq!(history[0].author, None);
    }
}

async fn an_answer_reactivates_only_what_waits_for_it(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    for (reason, expected) in
        [(app.world.reasons.requester, Situation::InProgress), (app.world.reasons.supplier, Situation::Suspended)]
    {
        let number = opened(&app).await;
        let suspended = app.executor.suspend(number, reason, app.now() + TimeDelta::days(3)).await;
        let waits = expected == Situation::InProgress;
        assert_eq!(suspended.row.task, if waits { Task::WaitingRequester } else { Task::BeingServed });
        // What the desk says is no answer.
        app.executor.send_message(number, "Precisamos do número de série.").await;
        assert_eq!(app.requester.show(number).await.row.situation, Situation::Suspended);
        app.requester.send_message(number, "É 12345.").await;
        assert_eq!(app.requester.show(number).await.row.situation, expected);
    }
}

async fn a_note_is_an_answer_too(app: TestApp) {
    let number = opened(&app).await;
    app.executor.suspend(number, app.world.reasons.requester, app.now() + TimeDelta::days(3)).await;
    let summary: contract::requests::RequestSummary = app.requester.get("/requests/summary").await.good();
    assert_eq!(summary.waiting_for_you, 1);
    app.executor.add_note(number, &NewNote { text: "Ligamos e não atendeu.".to_owned(), ..NewNote::default() }).await;
    assert_eq!(app.requester.show(number).await.row.situation, Situation::Suspended);
    app.requester.add_note(number, &NewNote { text: "Estou de volta.".to_owned(), ..NewNote::default() }).await;
    let back = app.requester.show(number).await;
    assert_eq!((back.row.situation, back.row.task), (Situation::InProgress, Task::BeingServed));
    let history = app.requester.speaking(Language::English).history(number).await;
    assert_eq!(
        history[0].summary.as_deref(),
        Some("Reactivated by the requester's answer. The clock is running again.")
    );
}

async fn the_reason_is_told_in_the_readers_language(app: TestApp) {
    let number = opened(&app).await;
    app.executor.suspend(number, app.world.reasons.requester, local("2026-11-18 15:30")).await;
    for (language, reason) in [
        (Language::Portuguese, "Aguardando o solicitante"),
        (Language::Spanish, "A la espera del solicitante"),
        (Language::English, "Waiting for the requester"),
    ] {
        let ana = app.requester.speaking(language);
        assert_eq!(ana.show(number).await.row.suspension_reason.as_deref(), Some(reason));
        let summary = ana.history(number).await.remove(0).summary.unwrap();
        assert!(summary.contains(reason) && summary.contains("15:30"), "{summary}");
    }
    let reasons: Vec<contract::desk::SuspensionReasonView> = app.second.get("/suspension-reasons").await.good();
    assert!(reasons.iter().any(|reason| reason.name == "Waiting for the requester" && reason.waits_requester));
}

async fn a_suspension_that_cannot_work_is_refused(app: TestApp) {
    let number = opened(&app).await;
    let how =
        Suspend { reason_id: app.world.reasons.supplier, complement: String::new(), resumes_at: app.now() + hours(5) };
    for (how, fields) in [
        (Suspend { reason_id: app.world.reasons.inactive, ..how.clone() }, [("reason_id", "unknown")]),
        (Suspend { reason_id: 999_999, ..how.clone() }, [("reason_id", "unknown")]),
        (Suspend { resumes_at: app.now() - hours(1), ..how.clone() }, [("resumes_at", "in-the-past")]),
        (Suspend { resumes_at: app.now() + TimeDelta::days(400), ..how.clone() }, [("resumes_at", "too-far")]),
        (Suspend { complement: "x".repeat(2001), ..how.clone() }, [("complement", "too-long")]),
    ] {
        app.executor.perform(number, "suspend", &how).await.invalid(&fields);
    }
    app.set_parameter(ids::SUSPENSION_COMPLEMENT, "S");
    app.executor.perform(number, "suspend", &how).await.invalid(&[("complement", "required")]);
    app.set_parameter(ids::SUSPENSION_COMPLEMENT, "N");
    app.executor.perform(number, "suspend", &how).await.done();
}

async fn cancelling_ends_a_suspension(app: TestApp) {
    let number = opened(&app).await;
    app.executor.suspend(number, app.world.reasons.supplier, app.now() + TimeDelta::days(1)).await;
    let reason = contract::requests::Cancel { reason: "Desistiu.".to_owned() };
    let request: RequestView = app.executor.perform(number, "cancel", &reason).await.good();
    assert_eq!((request.row.situation, request.row.sla.status), (Situation::Cancelled, SlaStatus::None));
    assert!(request.explanation.pauses[0].ended_at.is_some());
    app.advance(TimeDelta::days(2));
    app.run_jobs().await;
    assert_eq!(app.requester.show(number).await.row.situation, Situation::Cancelled);
}
