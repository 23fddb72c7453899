//! `POST /requests/{number}/capture`: two at once.

use tests::{TestApp, on_both_databases};

on_both_databases![of_two_at_once_one_wins, whoever_has_it_is_named];

/// Rounds of the race.
const ROUNDS: usize = 25;

async fn of_two_at_once_one_wins(app: TestApp) {
    // On PostgreSQL the two are on different nodes.
    let other = app.another_node();
    let (carla, diego) = (&app.executor, &other.second);
    let mut wins = [0, 0];
    for _ in 0..ROUNDS {
        let number = app.open_request(app.world.services.email).await;
        let (one, two) =
            tokio::join!(carla.perform_without_body(number, "capture"), diego.perform_without_body(number, "capture"));
        let (winner, loser) = if one.status == 200 { (0, &two) } else { (1, &one) };
        wins[winner] += 1;
        let name = ["Carla Dias", "Diego Reis"][winner];
        let problem = loser.refused(409, "already-captured");
        assert!(problem.title.contains(name), "{}", problem.title);
        let request = app.requester.show(number).await;
        assert_eq!(request.row.responsible.unwrap().name, name);
        let history = app.executor.history(number).await;
        assert_eq!(history.len(), 2, "opened and captured, once");
    }
    assert_eq!(wins[0] + wins[1], ROUNDS);
}

async fn whoever_has_it_is_named(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    app.executor.capture(number).await;
    let problem = app.second.perform_without_body(number, "capture").await.refused(409, "already-captured");
    assert_eq!(problem.title, "Carla Dias has captured this request already.");
    app.executor.perform_without_body(number, "capture").await.refused(409, "already-yours");
}
