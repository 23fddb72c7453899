//! The audit trail: searched, page by page.

use contract::Page;
use contract::admin::AuditView;
use serde_json::json;
use tests::{TestApp, on_both_databases};

on_both_databases![the_trail_is_searched_page_by_page];

async fn the_trail_is_searched_page_by_page(app: TestApp) {
    for index in 0..5 {
        let body = json!({ "name": format!("Filial {index}"), "active": true });
        app.administrator.post("/units", &body).await.done();
    }
    app.administrator.post("/groups", &json!({ "name": "Facilities", "active": true, "members": [] })).await.done();
    let page = async |query: &str| app.administrator.get(format!("/audit?{query}")).await.good::<Page<AuditView>>();
    let mut seen = Vec::new();
    let mut next = Some(String::new());
    while let Some(cursor) = next {
        let found = page(&format!("page_size=2&cursor={cursor}")).await;
        assert!(found.items.len() <= 2);
        seen.extend(found.items.iter().map(|row| row.id));
        next = found.next_cursor;
    }
    assert_eq!(seen.len(), 6);
    assert!(seen.is_sorted_by(|a, b| a > b), "newest first: {seen:?}");
    assert_eq!(page("search=filial+3").await.total, 1);
    assert_eq!(page("search=FACILITIES").await.total, 1);
    assert_eq!(page("search=helena").await.total, 6);
    assert_eq!(page("search=ninguem").await.total, 0);
    app.administrator.get("/audit?cursor=nonsense").await.refused(400, "invalid-cursor");
}
