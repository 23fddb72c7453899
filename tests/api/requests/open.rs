//! `POST /requests`: opening.

use contract::catalogue::{Catalogue, Prediction};
use contract::requests::{Contact, NewRequest, NewRequester};
use contract::{Language, Level, Origin, RequestType, Situation};
use tests::time::{assert_near, local};
use tests::world::People;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    numbers_follow_one_another,
    the_first_two_at_once_get_two_numbers,
    what_was_asked_for_comes_back,
    the_contact_is_filled_up,
    a_service_must_be_offered,
    every_wrong_field_is_told_at_once,
    what_only_the_desk_may_say,
    an_attendant_opens_for_somebody,
    an_attendant_registers_somebody_new,
    an_attendant_resolves_at_once,
    an_integrator_opens_for_somebody,
    a_service_without_a_group_has_parameter_9s,
    the_prediction_comes_true,
];

async fn numbers_follow_one_another(app: TestApp) {
    app.set_parameter(ids::FIRST_NUMBER, 5000);
    let draft = app.draft(app.world.services.email);
    for expected in 5000..5003 {
        assert_eq!(app.requester.open(&draft).await.row.number, expected);
    }
    // The start is for the first one; nothing is ever given twice.
    app.set_parameter(ids::FIRST_NUMBER, 100);
    let (one, other) = tokio::join!(app.requester.open(&draft), app.stranger.open(&draft));
    let mut numbers = [one.row.number, other.row.number];
    numbers.sort_unstable();
    assert_eq!(numbers, [5003, 5004]);
}

async fn what_was_asked_for_comes_back(app: TestApp) {
    let new = NewRequest {
        title: "  Não abre a caixa  ".to_owned(),
        description: "Linha um\r\nlinha dois\u{2029}três 日本語 😀".to_owned(),
        urgency: Some(Level::High),
        ..app.draft(app.world.services.email)
    };
    let reply = app.requester.post("/requests", &new).await;
    assert_eq!(reply.status, 201);
    let request: contract::requests::RequestView = reply.good();
    assert_eq!(request.full_title, "Não abre a caixa");
    assert_eq!(request.description, "Linha um\nlinha dois\ntrês 日本語 😀");
    assert_eq!((request.impact, request.urgency, request.row.priority), (Level::Medium, Level::High, 2));
    assert_eq!((request.origin, request.row.request_type), (Origin::Portal, RequestType::Incident));
    assert_eq!(request.row.group.as_ref().unwrap().id, app.world.groups.support);
    assert_eq!(request.row.sla.target, Some(4 * 3600));
    assert_near(request.row.sla.deadline_at.unwrap(), local("2026-11-16 14:00"));
    assert_near(request.explanation.capture_deadline_at.unwrap(), local("2026-11-16 10:30"));
    assert_eq!(request, app.requester.show(request.row.number).await);
}

async fn the_contact_is_filled_up(app: TestApp) {
    let request = app.requester.open(&app.draft(app.world.services.email)).await;
    let own = Contact {
        name: "Ana Souza".to_owned(),
        phone: "(11) 98765-4321".to_owned(),
        email: "ana@empresa.test".to_owned(),
        place: "2º andar, sala 204".to_owned(),
    };
    assert_eq!(request.contact, own);
    let contact = Some(Contact { name: "Recepção".to_owned(), phone: "200".to_owned(), ..Contact::default() });
    let new = NewRequest { contact, ..app.draft(app.world.services.email) };
    let request = app.requester.open(&new).await;
    assert_eq!(request.contact, Contact { name: "Recepção".to_owned(), phone: "200".to_owned(), ..own });
    let contact = Some(Contact { email: "não é".to_owned(), phone: "9".repeat(41), ..Contact::default() });
    let new = NewRequest { contact, ..app.draft(app.world.services.email) };
    let reply = app.requester.post("/requests", &new).await;
    reply.invalid(&[("contact.phone", "too-long"), ("contact.email", "email-invalid")]);
}

async fn a_service_must_be_offered(app: TestApp) {
    let services = &app.world.services;
    for service in [services.inactive, services.branch_only, 999_999] {
        let reply = app.requester.post("/requests", &app.draft(service)).await;
        reply.invalid(&[("service_id", "service-unknown")]);
    }
    app.stranger.open(&app.draft(services.branch_only)).await;
    let offered = |catalogue: Catalogue| catalogue.services.into_iter().map(|service| service.id).collect::<Vec<_>>();
    let to_ana = offered(app.requester.get("/services").await.good());
    let to_bruno = offered(app.stranger.get("/services").await.good());
    assert!(!to_ana.contains(&services.branch_only) && to_bruno.contains(&services.branch_only));
    assert!(!to_ana.contains(&services.inactive) && to_ana.contains(&services.confidential));
    let catalogue: Catalogue = app.stranger.get("/services").await.good();
    assert_eq!(catalogue.most_used, [services.branch_only]);
}

async fn every_wrong_field_is_told_at_once(app: TestApp) {
    let new = NewRequest {
        service_id: 999_999,
        title: "Duas\nlinhas".to_owned(),
        description: " \u{200b} ".to_owned(),
        upload_ids: vec![4711],
        ..NewRequest::default()
    };
    for language in Language::ALL {
        let reply = app.requester.speaking(*language).post("/requests", &new).await;
        let problem = reply.invalid(&[
            ("title", "control-character"),
            ("description", "required"),
            ("service_id", "service-unknown"),
            ("upload_ids.0", "upload-unknown"),
        ]);
        for error in problem.errors {
            let expected = locales::format(*language, &format!("field-{}", error.code), None);
            assert_eq!(error.message, expected, "{language}");
        }
    }
    let new = NewRequest { title: "á".repeat(201), ..app.draft(app.world.services.email) };
    app.requester.post("/requests", &new).await.invalid(&[("title", "too-long")]);
    let new = NewRequest { title: "á".repeat(200), ..app.draft(app.world.services.email) };
    app.requester.open(&new).await;
    assert_eq!(app.requester.list("").await.total, 1);
}

async fn what_only_the_desk_may_say(app: TestApp) {
    let draft = app.draft(app.world.services.email);
    let somebody = Some(app.world.people.stranger.id);
    for (new, code) in [
        (NewRequest { requester_id: somebody, ..draft.clone() }, "on-behalf"),
        (NewRequest { new_requester: Some(NewRequester::default()), ..draft.clone() }, "on-behalf"),
        (NewRequest { origin: Some(Origin::Telephone), ..draft.clone() }, "on-behalf"),
        (NewRequest { impact: Some(Level::High), ..draft.clone() }, "desk-fields"),
        (NewRequest { parent: Some(1000), ..draft.clone() }, "desk-fields"),
        (NewRequest { solution: Some("feito".to_owned()), ..draft.clone() }, "desk-fields"),
    ] {
        app.requester.post("/requests", &new).await.refused(403, code);
    }
    // Oneself is nobody else.
    app.requester.open(&NewRequest { requester_id: Some(app.world.people.requester.id), ..draft }).await;
}

async fn an_attendant_opens_for_somebody(app: TestApp) {
    let new = NewRequest {
        requester_id: Some(app.world.people.requester.id),
        origin: Some(Origin::Telephone),
        impact: Some(Level::High),
        urgency: Some(Level::High),
        ..app.draft(app.world.services.email)
    };
    let request = app.executor.open(&new).await;
    assert_eq!((request.row.requester.name.as_str(), request.opened_by.name.as_str()), ("Ana Souza", "Carla Dias"));
    assert_eq!((request.origin, request.row.priority), (Origin::Telephone, 1));
    assert_eq!(request.contact.email, "ana@empresa.test");
    assert_eq!(app.requester.numbers("").await, [request.row.number]);
    // What is offered is what is offered to the requester.
    let new = NewRequest { service_id: app.world.services.branch_only, ..new };
    app.executor.post("/requests", &new).await.invalid(&[("service_id", "service-unknown")]);
    let new = NewRequest { requester_id: Some(app.world.people.stranger.id), ..new };
    app.executor.open(&new).await;
    let new = NewRequest { requester_id: Some(999_999), ..app.draft(app.world.services.email) };
    app.executor.post("/requests", &new).await.invalid(&[("requester_id", "unknown")]);
}

async fn an_attendant_registers_somebody_new(app: TestApp) {
    let person = NewRequester {
        name: "Zélia  Prado ".to_owned(),
        email: Some("Zelia@Cliente.test".to_owned()),
        phone: Some("+55 81 3333-4444".to_owned()),
        tax_id: Some("111.444.777-35".to_owned()),
    };
    let new = NewRequest { new_requester: Some(person.clone()), ..app.draft(app.world.services.email) };
    let request = app.executor.open(&new).await;
    assert_eq!(
        (request.row.requester.name.as_str(), request.contact.phone.as_str()),
        ("Zélia Prado", "+55 81 3333-4444")
    );
    assert_eq!(request.contact.email, "zelia@cliente.test");
    app.executor
        .post("/requests", &new)
        .await
        .invalid(&[("new_requester.email", "taken"), ("new_requester.tax_id", "taken")]);
    let wrong = NewRequester {
        name: String::new(),
        email: Some("x".to_owned()),
        phone: Some("9".repeat(50)),
        tax_id: Some("111.111.111-11".to_owned()),
    };
    let new = NewRequest { new_requester: Some(wrong), ..app.draft(app.world.services.email) };
    app.executor.post("/requests", &new).await.invalid(&[
        ("new_requester.name", "required"),
        ("new_requester.email", "email-invalid"),
        ("new_requester.phone", "too-long"),
        ("new_requester.tax_id", "tax-id-invalid"),
    ]);
    // A CNPJ is shared.
    let shared = NewRequester { email: None, tax_id: Some(People::STRANGER_CNPJ.to_owned()), ..person };
    app.executor.open(&NewRequest { new_requester: Some(shared), ..new }).await;
}

async fn an_attendant_resolves_at_once(app: TestApp) {
    let new = NewRequest {
        requester_id: Some(app.world.people.requester.id),
        solution: Some("Explicado ao telefone.".to_owned()),
        ..app.draft(app.world.services.email)
    };
    let request = app.executor.open(&new).await;
    assert_eq!(request.row.situation, Situation::Resolved);
    assert_eq!(request.row.responsible.unwrap().name, "Carla Dias");
    assert_eq!(request.solution.as_deref(), Some("Explicado ao telefone."));
    // Not where one does not execute; then nothing is opened at all.
    let new = NewRequest { service_id: app.world.services.network, ..new };
    let not_theirs = [("solution", "solution-not-yours")];
    app.executor.post("/requests", &new).await.invalid(&not_theirs);
    let new = NewRequest { service_id: app.world.services.email, ..new };
    app.watcher.post("/requests", &new).await.invalid(&not_theirs);
    assert_eq!(app.requester.list("").await.total, 1);
}

async fn an_integrator_opens_for_somebody(app: TestApp) {
    let new = NewRequest { requester_id: Some(app.world.people.requester.id), ..app.draft(app.world.services.email) };
    let request = app.integrator.open(&new).await;
    assert_eq!((request.origin, request.row.requester.name.as_str()), (Origin::Api, "Ana Souza"));
    assert_eq!(app.integrator.numbers("").await, [request.row.number]);
    assert_eq!(app.requester.numbers("").await, [request.row.number]);
    // It follows what it opened, and nothing else.
    let other = app.open_request(app.world.services.email).await;
    app.integrator.get(format!("/requests/{other}")).await.refused(404, "request-not-found");
}

async fn a_service_without_a_group_has_parameter_9s(app: TestApp) {
    let draft = app.draft(app.world.services.unassigned);
    assert_eq!(app.requester.open(&draft).await.row.group, None);
    app.set_parameter(ids::DEFAULT_GROUP, app.world.groups.support);
    let request = app.requester.open(&draft).await;
    assert_eq!(request.row.group.unwrap().name, "Suporte");
    app.executor.capture(request.row.number).await;
}

async fn the_prediction_comes_true(app: TestApp) {
    for (service, urgency) in [(app.world.services.email, Level::Low), (app.world.services.agreed, Level::High)] {
        let path = format!("/services/{service}/prediction?urgency={urgency}");
        let prediction: Prediction = app.requester.get(path).await.good();
        let request = app.requester.open(&NewRequest { urgency: Some(urgency), ..app.draft(service) }).await;
        assert_eq!((prediction.priority, prediction.impact), (request.row.priority, request.impact));
        assert_eq!((prediction.target, prediction.group), (request.row.sla.target, request.row.group.clone()));
        match (prediction.deadline_at, request.row.sla.deadline_at) {
            (Some(predicted), Some(actual)) => assert_near(actual, predicted),
            (predicted, actual) => assert_eq!(predicted, actual),
        }
    }
    let path = format!("/services/{}/prediction?urgency=urgentissimo", app.world.services.email);
    app.requester.get(path).await.refused(400, "unknown-filter");
    app.requester.get("/services/999999/prediction").await.refused(404, "not-found");
}

async fn the_first_two_at_once_get_two_numbers(app: TestApp) {
    let draft = app.draft(app.world.services.email);
    let other = app.another_node();
    let (one, two) = tokio::join!(app.requester.open(&draft), other.stranger.open(&draft));
    let mut numbers = [one.row.number, two.row.number];
    numbers.sort_unstable();
    assert_eq!(numbers, [1000, 1001]);
}
