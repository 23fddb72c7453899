//! `/notices`: outages.

use contract::catalogue::{NoticeEdit, NoticeView};
use tests::{Persona, TestApp, on_both_databases};

on_both_databases![
    a_notice_is_published_counted_and_ended,
    a_notice_ends_by_itself,
    a_notice_that_cannot_be_is_refused
];

fn edit(title: &str) -> NoticeEdit {
    NoticeEdit { title: title.to_owned(), text: "Estamos vendo.".to_owned(), ends_at: None }
}

async fn seen(person: &Persona) -> Vec<NoticeView> {
    person.get("/notices").await.good()
}

async fn a_notice_is_published_counted_and_ended(app: TestApp) {
    let mut ana = app.requester.listen(None).await;
    let notice: NoticeView = app.executor.post("/notices", &edit("Sem e-mail")).await.good();
    assert_eq!(ana.next().await.live().kind, contract::live::LiveKind::Notice);
    assert_eq!((notice.affected, notice.me_too), (0, false));
    let path = format!("/notices/{}", notice.id);
    for _ in 0..2 {
        let after: NoticeView = app.requester.post(format!("{path}/me-too"), &()).await.good();
        assert_eq!((after.affected, after.me_too), (1, true), "twice is once");
    }
    app.stranger.post(format!("{path}/me-too"), &()).await.done();
    let to_carla = seen(&app.executor).await;
    assert_eq!((to_carla[0].affected, to_carla[0].me_too), (2, false));
    let changed: NoticeView = app.administrator.put(&path, &edit("Sem e-mail nem agenda")).await.good();
    assert_eq!((changed.title.as_str(), changed.affected), ("Sem e-mail nem agenda", 2));
    assert_eq!(app.executor.delete(&path).await.status, 204);
    assert_eq!(seen(&app.requester).await, []);
    app.executor.delete(&path).await.refused(404, "not-found");
    app.requester.post(format!("{path}/me-too"), &()).await.refused(404, "not-found");
}

async fn a_notice_ends_by_itself(app: TestApp) {
    let until = NoticeEdit { ends_at: Some(app.now() + chrono::TimeDelta::hours(2)), ..edit("Manutenção") };
    app.executor.post("/notices", &until).await.done();
    assert_eq!(seen(&app.requester).await.len(), 1);
    app.advance(chrono::TimeDelta::hours(3));
    assert_eq!(seen(&app.requester).await, []);
}

async fn a_notice_that_cannot_be_is_refused(app: TestApp) {
    let past = NoticeEdit {
        title: " ".to_owned(),
        text: "x".repeat(2001),
        ends_at: Some(app.now() - chrono::TimeDelta::hours(1)),
    };
    let fields = [("title", "required"), ("text", "too-long"), ("ends_at", "in-the-past")];
    app.executor.post("/notices", &past).await.invalid(&fields);
    app.requester.post("/notices", &edit("x")).await.refused(403, "role");
}
