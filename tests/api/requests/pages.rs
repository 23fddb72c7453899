//! Pages by cursor: nothing is lost or repeated while rows are inserted.

use contract::Level;
use contract::requests::NewRequest;
use std::collections::BTreeMap;
use tests::operations::numbers;
use tests::{TestApp, on_both_databases};

on_both_databases![
    nothing_is_lost_or_repeated,
    one_goes_forth_and_back,
    a_cursor_belongs_to_its_order,
    the_total_is_bounded
];

const LEVELS: [Level; 3] = [Level::High, Level::Medium, Level::Low];

/// The n-th of many requests that differ in what they are sorted by.
fn new(app: &TestApp, n: usize) -> NewRequest {
    let services = [app.world.services.email, app.world.services.laptop, app.world.services.agreed];
    NewRequest {
        title: format!("Pedido {}", n * 7 % 5),
        urgency: Some(LEVELS[n % 3]),
        ..app.draft(services[n / 3 % 3])
    }
}

async fn nothing_is_lost_or_repeated(app: TestApp) {
    let mut present = Vec::new();
    for n in 0..24 {
        present.push(app.requester.open(&new(&app, n)).await.row.number);
    }
    app.executor.resolve(present[3]).await;
    app.executor.resolve(present[11]).await;
    let mut n = 24;
    for sort in ["deadline", "number", "opened_at", "priority", "title", "situation"] {
        for order in ["asc", "desc"] {
            let mut seen: BTreeMap<i64, usize> = BTreeMap::new();
            let mut cursor = String::new();
            loop {
                let page = app.requester.list(&format!("sort={sort}&order={order}&page_size=7&cursor={cursor}")).await;
                for number in numbers(&page) {
                    *seen.entry(number).or_default() += 1;
                }
                // Somebody opens another one between two pages.
                app.requester.open(&new(&app, n)).await;
                n += 1;
                match page.next_cursor {
                    Some(next) => cursor = next,
                    None => break,
                }
                assert!(seen.len() <= n, "it ends");
            }
            assert!(seen.values().all(|times| *times == 1), "{sort} {order}: {seen:?}");
            let lost: Vec<_> = present.iter().filter(|number| !seen.contains_key(number)).collect();
            assert!(lost.is_empty(), "{sort} {order} lost {lost:?}");
        }
    }
}

async fn one_goes_forth_and_back(app: TestApp) {
    for n in 0..11 {
        app.requester.open(&new(&app, n)).await;
    }
    for sort in ["deadline", "priority", "title", "situation"] {
        let mut pages = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = app.requester.list(&format!("sort={sort}&page_size=4&cursor={cursor}")).await;
            assert_eq!(page.total, 11);
            assert_eq!(page.prev_cursor.is_some(), !pages.is_empty());
            pages.push(numbers(&page));
            let Some(next) = page.next_cursor else {
                cursor = page.prev_cursor.unwrap();
                break;
            };
            cursor = next;
        }
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [4, 4, 3]);
        for expected in pages.iter().rev().skip(1) {
            let page = app.requester.list(&format!("sort={sort}&page_size=4&cursor={cursor}")).await;
            assert_eq!(numbers(&page), *expected, "{sort}");
            assert!(page.next_cursor.is_some());
            cursor = page.prev_cursor.unwrap_or_default();
        }
        assert_eq!(cursor, "", "the first page has none before it");
    }
}

async fn a_cursor_belongs_to_its_order(app: TestApp) {
    for n in 0..3 {
        app.requester.open(&new(&app, n)).await;
    }
    let cursor = app.requester.list("sort=number&page_size=1").await.next_cursor.unwrap();
    app.requester.get(format!("/requests?sort=title&cursor={cursor}")).await.refused(400, "invalid-cursor");
    app.requester.get(format!("/requests?sort=number&order=desc&cursor={cursor}")).await.refused(400, "invalid-cursor");
}

async fn the_total_is_bounded(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let columns: Vec<&str> = crate::schema::columns("requests").into_iter().filter(|name| *name != "id").collect();
    let values: Vec<_> = columns.iter().map(|name| if *name == "number" { "number + i" } else { name }).collect();
    for (more, total, bound) in [(9_999, 10_000, false), (1, 10_000, true)] {
        let start = app.requester.list("sort=number&order=desc&page_size=1").await.items[0].number;
        let statement = format!(
            "WITH RECURSIVE many (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM many WHERE i < {more}) \
             INSERT INTO requests ({}) SELECT {} FROM requests, many WHERE number = {start}",
            columns.join(", "),
            values.join(", ")
        );
        app.write(|tx| {
            use diesel::RunQueryDsl;
            Ok(diesel::sql_query(statement).execute(tx.conn)?)
        });
        let page = app.requester.list("page_size=3").await;
        assert_eq!((page.items.len(), page.total, page.total_is_lower_bound), (3, total, bound));
    }
    assert!(app.requester.list(&format!("search={number}")).await.total >= 1);
}
