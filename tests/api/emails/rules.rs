//! Which e-mail goes to whom.

use crate::requests::lifecycle_table::request_in;
use contract::desk::{Delegate, Justified, Reactivate, Reclassify};
use contract::requests::{Cancel, Reopen};
use contract::timeline::NewNote;
use contract::{Situation, SuppressReason};
use tests::emails::summaries;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    opening_tells_the_requester,
    a_message_tells_the_other_side,
    a_message_nobody_captured_tells_the_group,
    a_note_of_the_requesters_tells_who_serves,
    an_occurrence_tells_the_requester_when_asked_to,
    suspending_and_reactivating_replace_the_occurrence,
    each_change_of_situation_has_its_template,
    without_its_own_template_the_occurrences_is_used,
    delegating_tells_who_serves_now,
    the_deadline_warns,
];

const ANA: &str = "ana@empresa.test";
const CARLA: &str = "carla@empresa.test";
const DIEGO: &str = "diego@empresa.test";
const OWN: Option<SuppressReason> = Some(SuppressReason::OwnAction);

async fn opening_tells_the_requester(app: TestApp) {
    app.set_all_templates();
    let draft = app.draft(app.world.services.email);
    let emails = app.emails_of(app.requester.open(&draft)).await;
    // Even who opened it themselves: it carries the number.
    assert_eq!(summaries(&emails), [(ids::OPENED_TEMPLATE, ANA, None)]);
    let new = contract::requests::NewRequest { requester_id: Some(app.world.people.requester.id), ..draft };
    let emails = app.emails_of(app.executor.open(&new)).await;
    assert_eq!(summaries(&emails), [(ids::OPENED_TEMPLATE, ANA, None)]);
    assert_eq!(emails[0].value("RESPONSAVEL").as_deref(), Some("Carla Dias"));
}

async fn a_message_tells_the_other_side(app: TestApp) {
    app.set_all_templates();
    let number = request_in(&app, Situation::InProgress).await;
    let emails = app.emails_of(app.requester.send_message(number, "Olá")).await;
    assert_eq!(summaries(&emails), [(ids::MESSAGE_TEMPLATE, CARLA, None)]);
    for person in [&app.executor, &app.second] {
        let emails = app.emails_of(person.send_message(number, "Olá")).await;
        assert_eq!(summaries(&emails), [(ids::MESSAGE_TEMPLATE, ANA, None)]);
    }
}

async fn a_message_nobody_captured_tells_the_group(app: TestApp) {
    app.set_all_templates();
    let number = app.open_request(app.world.services.email).await;
    let emails = app.emails_of(app.requester.send_message(number, "Olá")).await;
    assert_eq!(
        summaries(&emails),
        [(ids::MESSAGE_TEMPLATE, CARLA, None), (ids::MESSAGE_TEMPLATE, DIEGO, None)],
        "its executors"
    );
    assert_eq!(emails[0].value("REQUESTRESPONSIBLENAME").as_deref(), Some("Suporte"));
    let number = app.open_request(app.world.services.network).await;
    let emails = app.emails_of(app.requester.send_message(number, "Olá")).await;
    assert_eq!(summaries(&emails), [(ids::MESSAGE_TEMPLATE, "redes@empresa.test", None)], "its own address");
}

fn note(notify: bool, internal: bool) -> NewNote {
    NewNote { text: "Nota <b>forte</b>".to_owned(), notify, internal, ..NewNote::default() }
}

async fn a_note_of_the_requesters_tells_who_serves(app: TestApp) {
    app.set_all_templates();
    let number = request_in(&app, Situation::InProgress).await;
    let emails = app.emails_of(app.requester.add_note(number, &note(true, false))).await;
    assert_eq!(summaries(&emails), [(ids::PORTAL_NOTE_TEMPLATE, CARLA, None)]);
    assert_eq!(emails[0].value("OCORRENCIA").as_deref(), Some("Nota &lt;b&gt;forte&lt;/b&gt;"));
    let emails = app.emails_of(app.requester.add_note(number, &note(false, false))).await;
    assert_eq!(summaries(&emails), []);
}

async fn an_occurrence_tells_the_requester_when_asked_to(app: TestApp) {
    app.set_all_templates();
    let number = request_in(&app, Situation::InProgress).await;
    for (new, expected) in [
        (note(true, false), vec![(ids::OCCURRENCE_TEMPLATE, ANA, None)]),
        (note(false, false), vec![]),
        // What is internal never travels, whatever was asked for.
        (note(true, true), vec![]),
    ] {
        let emails = app.emails_of(app.executor.add_note(number, &new)).await;
        assert_eq!(summaries(&emails), expected);
    }
}

async fn suspending_and_reactivating_replace_the_occurrence(app: TestApp) {
    app.set_all_templates();
    let number = request_in(&app, Situation::InProgress).await;
    let until = app.now() + chrono::TimeDelta::days(1);
    let emails = app.emails_of(app.executor.suspend(number, app.world.reasons.supplier, until)).await;
    assert_eq!(summaries(&emails), [(ids::SUSPENDED_TEMPLATE, ANA, None)]);
    let emails = app.emails_of(app.executor.perform(number, "reactivate", &Reactivate::default())).await;
    assert_eq!(summaries(&emails), [(ids::REACTIVATED_TEMPLATE, ANA, None)]);
    // By the date, too.
    app.executor.suspend(number, app.world.reasons.supplier, until).await;
    app.advance(chrono::TimeDelta::days(1) + chrono::TimeDelta::minutes(1));
    let emails = app.emails_of(solicita::jobs::resume_due(&app.app)).await;
    assert_eq!(summaries(&emails), [(ids::REACTIVATED_TEMPLATE, ANA, None)]);
}

async fn each_change_of_situation_has_its_template(app: TestApp) {
    app.set_all_templates();
    let reopen = Reopen { reason: "Voltou.".to_owned() };
    let cancel = Cancel { reason: "Engano.".to_owned() };
    let number = request_in(&app, Situation::InProgress).await;
    let emails = app.emails_of(app.executor.resolve(number)).await;
    assert_eq!(summaries(&emails), [(ids::RESOLVED_TEMPLATE, ANA, None)]);
    assert_eq!(emails[0].value("RESPOSTA").as_deref(), Some("Trocado o cabo de força."));
    // Nobody is mailed what they did themselves; the ledger says so.
    let emails = app.emails_of(app.requester.perform_without_body(number, "close")).await;
    assert_eq!(summaries(&emails), [(ids::CLOSED_TEMPLATE, ANA, OWN)]);
    let emails = app.emails_of(app.requester.perform(number, "reopen", &reopen)).await;
    assert_eq!(summaries(&emails), [(ids::REOPENED_TEMPLATE, CARLA, None)]);
    let emails = app.emails_of(app.requester.perform(number, "cancel", &cancel)).await;
    assert_eq!(summaries(&emails), [(ids::CANCELLED_TEMPLATE, CARLA, None)]);

    let number = request_in(&app, Situation::Resolved).await;
    let emails = app.emails_of(app.executor.perform(number, "reopen", &reopen)).await;
    assert_eq!(summaries(&emails), [(ids::REOPENED_TEMPLATE, ANA, None)]);
    let emails = app.emails_of(app.executor.perform(number, "cancel", &cancel)).await;
    assert_eq!(summaries(&emails), [(ids::CANCELLED_TEMPLATE, ANA, None)]);
    request_in(&app, Situation::Resolved).await;
    app.advance(chrono::TimeDelta::days(6));
    let emails = app.emails_of(solicita::jobs::close_due(&app.app)).await;
    assert_eq!(summaries(&emails), [(ids::CLOSED_TEMPLATE, ANA, None)]);
}

async fn without_its_own_template_the_occurrences_is_used(app: TestApp) {
    app.set_parameter(ids::OCCURRENCE_TEMPLATE, app.world.templates.request);
    app.set_parameter(ids::PORTAL_CANCEL, "S");
    let number = request_in(&app, Situation::InProgress).await;
    let to = Reclassify { service_id: app.world.services.laptop, justification: "É pedido.".to_owned() };
    let emails = app.emails_of(app.executor.perform(number, "reclassify", &to)).await;
    assert_eq!(summaries(&emails), [(ids::OCCURRENCE_TEMPLATE, ANA, None)]);
    let until = app.now() + chrono::TimeDelta::days(1);
    let emails = app.emails_of(app.executor.suspend(number, app.world.reasons.supplier, until)).await;
    assert_eq!(summaries(&emails), [(ids::OCCURRENCE_TEMPLATE, ANA, None)]);
    let emails = app.emails_of(app.executor.perform(number, "reactivate", &Reactivate::default())).await;
    assert_eq!(summaries(&emails), [(ids::OCCURRENCE_TEMPLATE, ANA, None)]);
    let emails = app.emails_of(app.executor.resolve(number)).await;
    assert_eq!(summaries(&emails), [(ids::OCCURRENCE_TEMPLATE, ANA, None)]);
    app.set_parameter(ids::RECLASSIFIED_TEMPLATE, app.world.templates.request);
    let number = request_in(&app, Situation::InProgress).await;
    let emails = app.emails_of(app.executor.perform(number, "reclassify", &to)).await;
    assert_eq!(summaries(&emails), [(ids::RECLASSIFIED_TEMPLATE, ANA, None)]);
}

async fn delegating_tells_who_serves_now(app: TestApp) {
    app.set_all_templates();
    let number = request_in(&app, Situation::InProgress).await;
    let to = |group_id, person_id| Delegate { group_id, person_id, justification: "Ele sabe.".to_owned() };
    let (groups, people) = (&app.world.groups, &app.world.people);
    let emails =
        app.emails_of(app.executor.perform(number, "delegate", &to(groups.support, Some(people.second.id)))).await;
    assert_eq!(summaries(&emails), [(ids::DELEGATED_TEMPLATE, DIEGO, None)]);
    let back = Justified { justification: "Não é comigo.".to_owned() };
    let emails = app.emails_of(app.second.perform(number, "return-to-group", &back)).await;
    assert_eq!(summaries(&emails), [(ids::DELEGATED_TEMPLATE, CARLA, None), (ids::DELEGATED_TEMPLATE, DIEGO, OWN)]);
    let emails = app.emails_of(app.executor.perform(number, "delegate", &to(groups.networks, None))).await;
    assert_eq!(summaries(&emails), [(ids::DELEGATED_TEMPLATE, "redes@empresa.test", None)]);
}

async fn the_deadline_warns(app: TestApp) {
    app.set_all_templates();
    app.set_parameter(ids::EXPIRING_PERSON, app.world.people.administrator.id);
    request_in(&app, Situation::InProgress).await;
    app.advance(chrono::TimeDelta::hours(5));
    assert_eq!(summaries(&app.emails_of(solicita::jobs::warn_due(&app.app)).await), []);
    app.advance(chrono::TimeDelta::hours(2));
    let emails = app.emails_of(solicita::jobs::warn_due(&app.app)).await;
    assert_eq!(
        summaries(&emails),
        [(ids::EXPIRING_TEMPLATE, CARLA, None), (ids::EXPIRING_TEMPLATE, "helena@empresa.test", None)]
    );
    // Once.
    assert_eq!(summaries(&app.emails_of(solicita::jobs::warn_due(&app.app)).await), []);
}
