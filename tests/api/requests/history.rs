//! `GET /requests/{number}/history`, and the solution.

use contract::desk::Resolve;
use contract::timeline::NewNote;
use contract::{Action, Category, Language};
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    history_is_told_in_three_languages,
    parameter_298_hides_the_history,
    parameter_371_hides_the_solution,
    what_is_hidden_is_not_found
];

async fn history_is_told_in_three_languages(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    app.executor.capture(number).await;
    app.executor.resolve(number).await;
    let categories: Vec<_> = app.requester.history(number).await.iter().map(|row| row.category).collect();
    assert_eq!(categories, [Category::Closure, Category::Routing, Category::Registration]);
    for (language, person) in
        [(Language::Portuguese, &app.requester), (Language::Spanish, &app.executor), (Language::English, &app.watcher)]
    {
        let rows = person.speaking(language).history(number).await;
        let told: Vec<_> = rows.iter().map(|row| row.summary.clone().unwrap()).collect();
        let mut author = locales::Args::new();
        author.set("author", "Carla Dias");
        author.set("mine", if rows[0].mine { "true" } else { "false" });
        let expected =
            ["history-resolved-in-time", "history-captured"].map(|key| locales::format(language, key, Some(&author)));
        assert_eq!(told[..2], expected);
        assert!(told[2].contains("Ana Souza"), "{told:?}");
    }
}

async fn parameter_298_hides_the_history(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    app.set_parameter(ids::PORTAL_HISTORY, "N");
    let path = format!("/requests/{number}/history");
    app.requester.get(&path).await.refused(403, "parameter-off");
    assert_eq!(app.requester.timeline(number).await.counts.events, 0);
    assert_eq!(app.requester.timeline(number).await.items, []);
    app.executor.get(&path).await.done();
}

async fn parameter_371_hides_the_solution(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let how = Resolve { solution: "Cabo solto.".to_owned(), minutes: Some(3) };
    app.executor.perform(number, "resolve", &how).await.done();
    assert_eq!(app.requester.show(number).await.solution.as_deref(), Some("Cabo solto."));
    app.set_parameter(ids::PORTAL_SOLUTION, "N");
    let seen = app.requester.show(number).await;
    assert_eq!((seen.solution, seen.row.actions.contains(&Action::ViewSolution)), (None, false));
    // Nor does it come by another way.
    let timeline = app.requester.timeline(number).await;
    assert!(timeline.items.iter().all(|row| row.text.as_deref() != Some("Cabo solto.")), "{timeline:?}");
    assert_eq!(app.requester.list("search=solto").await.total, 0);
    assert_eq!(app.executor.show(number).await.solution.as_deref(), Some("Cabo solto."));
    assert_eq!(app.executor.queue("situation=all&search=solto").await.total, 1);
    app.set_parameter(ids::PORTAL_SOLUTION, "S");
    assert_eq!(app.requester.list("search=solto").await.total, 1);
}

/// Two parameters keep history and messages from requesters, and they never see notes to
/// the desk: a search must not find what is in them.
async fn what_is_hidden_is_not_found(app: TestApp) {
    app.set_parameter(ids::MESSAGES, "S");
    app.set_parameter(ids::PORTAL_HISTORY, "S");
    let number = app.open_request(app.world.services.email).await;
    app.executor.capture(number).await;
    app.executor.send_message(number, "Veja o roteador amarelo").await;
    let internal = NewNote { text: "Cliente impaciente".to_owned(), internal: true, ..NewNote::default() };
    app.executor.add_note(number, &internal).await;
    app.executor.suspend(number, app.world.reasons.supplier, app.now() + chrono::TimeDelta::days(1)).await;
    let found = async |word: &str| app.requester.list(&format!("search={word}")).await.total;
    assert_eq!((found("amarelo").await, found("impaciente").await), (1, 0));
    app.set_parameter(ids::MESSAGES, "N");
    assert_eq!(found("amarelo").await, 0);
    assert_eq!(app.executor.queue("search=impaciente+amarelo").await.total, 1);
}
