//! `GET /requests`: My requests.

use contract::requests::{NewRequest, RequestSummary};
use contract::{Level, RequestType, Situation, SlaStatus, Task};
use tests::http::percent_encoded;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    a_line_has_every_column,
    the_search_looks_everywhere_one_reads,
    the_search_does_not_find_what_is_internal,
    filters_narrow,
    every_order_goes_both_ways,
    what_is_unknown_is_refused,
    the_title_is_hidden_by_parameter_301,
    the_summary_counts,
];

async fn a_line_has_every_column(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    app.executor.capture(number).await;
    let page = app.requester.list("").await;
    assert_eq!((page.total, page.total_is_lower_bound), (1, false));
    assert_eq!((&page.next_cursor, &page.prev_cursor), (&None, &None));
    let row = &page.items[0];
    assert_eq!((row.number, row.request_type), (number, RequestType::Incident));
    assert_eq!((row.service.name.as_str(), row.title.as_deref()), ("E-mail fora do ar", Some("Impressora não liga")));
    assert_eq!((row.task, row.situation), (Task::BeingServed, Situation::InProgress));
    assert_eq!(
        (row.group.as_ref().unwrap().name.as_str(), row.responsible.as_ref().unwrap().name.as_str()),
        ("Suporte", "Carla Dias")
    );
    assert_eq!((row.sla.status, row.sla.target, row.priority), (SlaStatus::OnTime, Some(8 * 3600), 3));
    assert!(row.opened_at <= app.now() && row.sla.deadline_at.is_some());
    assert_eq!(*row, app.requester.show(number).await.row);
}

async fn the_search_looks_everywhere_one_reads(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    let draft = app.draft(app.world.services.email);
    let first = NewRequest {
        title: "Atualização do ERP".to_owned(),
        description: "Não imprime o relatório 100%_feito".to_owned(),
        ..draft.clone()
    };
    let first = app.requester.open(&first).await.row.number;
    let second = app.requester.open(&draft).await.row.number;
    app.requester.send_message(second, "O código é XK-77 na Ação de março").await;
    for (search, expected) in [
        ("atualizacao", vec![first]),
        ("ATUALIZAÇÃO", vec![first]),
        ("erp RELATORIO", vec![first]),
        ("erp impressora", vec![]),
        ("xk-77", vec![second]),
        ("acao marco", vec![second]),
        (&first.to_string(), vec![first]),
        ("100%_feito", vec![first]),
        // What means something to LIKE means nothing here.
        ("100__feito", vec![]),
        ("%", vec![first]),
        ("\\", vec![]),
        ("e-mail fora", vec![first, second]),
        ("", vec![first, second]),
    ] {
        let query = format!("sort=number&search={}", percent_encoded(search));
        assert_eq!(app.requester.numbers(&query).await, expected, "{search}");
    }
    assert_eq!(app.stranger.list("search=atualizacao").await.total, 0);
}

async fn the_search_does_not_find_what_is_internal(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let note = contract::timeline::NewNote {
        text: "O usuário é confuso".to_owned(),
        internal: true,
        ..contract::timeline::NewNote::default()
    };
    app.executor.add_note(number, &note).await;
    assert_eq!(app.requester.list("search=confuso").await.total, 0);
    assert_eq!(app.executor.queue("search=confuso").await.total, 1);
}

async fn filters_narrow(app: TestApp) {
    let incident = app.open_request(app.world.services.email).await;
    let wish = app.open_request(app.world.services.laptop).await;
    let solved = app.open_request(app.world.services.email).await;
    app.executor.resolve(solved).await;
    for (query, expected) in [
        ("type=incident", vec![incident, solved]),
        ("type=service_request", vec![wish]),
        ("situation=resolved", vec![solved]),
        ("situation=in_progress", vec![incident, wish]),
        ("situation=in_progress,resolved&type=incident", vec![incident, solved]),
        ("situation=cancelled", vec![]),
        ("waiting=true", vec![solved]),
        ("situation=&type=", vec![incident, wish, solved]),
    ] {
        assert_eq!(app.requester.numbers(&format!("sort=number&{query}")).await, expected, "{query}");
    }
}

async fn every_order_goes_both_ways(app: TestApp) {
    let services = &app.world.services;
    let mut numbers = Vec::new();
    for (title, service, urgency) in [
        ("Beta", services.email, Level::High),
        ("alfa", services.agreed, Level::Medium),
        ("Água", services.laptop, Level::Low),
    ] {
        let new = NewRequest { title: title.to_owned(), urgency: Some(urgency), ..app.draft(service) };
        numbers.push(app.requester.open(&new).await.row.number);
        app.advance(chrono::TimeDelta::minutes(1));
    }
    app.executor.resolve(numbers[2]).await;
    let [beta, alfa, agua] = [numbers[0], numbers[1], numbers[2]];
    for (sort, expected) in [
        ("number", vec![beta, alfa, agua]),
        ("opened_at", vec![beta, alfa, agua]),
        // Without a target comes last.
        ("deadline", vec![beta, agua, alfa]),
        ("priority", vec![beta, alfa, agua]),
        ("situation", vec![beta, alfa, agua]),
        // Whatever case and accents.
        ("title", vec![agua, alfa, beta]),
    ] {
        let found = app.requester.numbers(&format!("sort={sort}&order=asc")).await;
        assert_eq!(found, expected, "{sort}");
        let mut backwards = expected;
        backwards.reverse();
        if sort != "situation" {
            assert_eq!(app.requester.numbers(&format!("sort={sort}&order=desc")).await, backwards, "{sort}");
        }
    }
    assert_eq!(app.requester.numbers("").await, app.requester.numbers("sort=deadline&order=asc").await);
}

async fn what_is_unknown_is_refused(app: TestApp) {
    for (query, code) in [
        ("colour=red", "invalid-query"),
        ("page_size=many", "invalid-query"),
        ("page_size=-1", "invalid-query"),
        ("waiting=maybe", "invalid-query"),
        ("page_size=0", "invalid-page-size"),
        ("page_size=101", "invalid-page-size"),
        ("situation=asleep", "unknown-filter"),
        ("situation=in_progress,asleep", "unknown-filter"),
        ("type=wish", "unknown-filter"),
        ("sort=colour", "unknown-filter"),
        ("order=sideways", "unknown-filter"),
        ("cursor=nonsense", "invalid-cursor"),
        ("cursor=eyJzIjoiTnVtYmVyKyJ9", "invalid-cursor"),
    ] {
        app.requester.get(format!("/requests?{query}")).await.refused(400, code);
    }
    let long = "a".repeat(201);
    app.requester.get(format!("/requests?search={long}")).await.refused(400, "search-too-long");
    app.executor.get("/queue?responsible=somebody").await.refused(400, "unknown-filter");
    app.executor.get("/queue?sla=late").await.refused(400, "unknown-filter");
}

async fn the_title_is_hidden_by_parameter_301(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    app.set_parameter(ids::TITLE_IN_LISTS, "N");
    assert_eq!(app.requester.list("").await.items[0].title, None);
    assert_eq!(app.requester.show(number).await.full_title, "Impressora não liga");
}

async fn the_summary_counts(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    app.set_parameter(ids::PORTAL_CANCEL, "S");
    let mut numbers = Vec::new();
    for _ in 0..5 {
        numbers.push(app.open_request(app.world.services.email).await);
    }
    app.executor.resolve(numbers[0]).await;
    app.executor.suspend(numbers[1], app.world.reasons.requester, app.now() + chrono::TimeDelta::days(1)).await;
    app.executor.suspend(numbers[2], app.world.reasons.supplier, app.now() + chrono::TimeDelta::days(1)).await;
    app.requester.perform(numbers[3], "cancel", &contract::requests::Cancel::default()).await.done();
    app.executor.send_message(numbers[4], "Olá").await;
    let summary: RequestSummary = app.requester.get("/requests/summary").await.good();
    assert_eq!(summary, RequestSummary { active: 4, waiting_for_you: 2, ended: 1, all: 5, unread: 1 });
    let me: contract::identity::Me = app.requester.get("/me").await.good();
    assert_eq!(me.unread_requests, 1);
}
