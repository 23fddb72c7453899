//! `/me`: one's own data, password, preferences.

use crate::session::{login, try_login};
use contract::identity::{Me, PasswordChange, Preferences};
use contract::{Language, Role};
use tests::world::People;
use tests::{Persona, TestApp, on_both_databases};

on_both_databases![
    one_sees_who_one_is,
    changing_the_password_ends_other_sessions,
    a_password_that_will_not_do_is_refused,
    the_language_is_kept_with_the_account,
    a_machine_changes_no_password,
];

async fn one_sees_who_one_is(app: TestApp) {
    let ana: Me = app.requester.get("/me").await.good();
    assert_eq!(ana.roles, [Role::Requester]);
    assert_eq!(ana.unit.unwrap().name, "Matriz");
    assert_eq!((ana.extension.as_deref(), ana.employee_number.as_deref()), (Some("4321"), Some("RH-1042")));
    assert_eq!(ana.phones[0].number, "(11) 98765-4321");
    assert_eq!(ana.portal.attachment_bytes_max, 20_000_000);
    let carla: Me = app.executor.get("/me").await.good();
    assert_eq!(carla.groups[0].group.name, "Suporte");
    let system: Me = app.integrator.get("/me").await.good();
    assert_eq!((system.roles, system.csrf_token), (vec![Role::Integrator], None));
    app.anonymous.get("/me").await.refused(401, "unauthenticated");
}

async fn change(person: &Persona, current: &str, new: &str) -> tests::Reply {
    person.put("/me/password", &PasswordChange { current: current.to_owned(), new: new.to_owned() }).await
}

async fn changing_the_password_ends_other_sessions(app: TestApp) {
    let new = "outra senha bem comprida";
    let ana = login(&app.anonymous, "ana@empresa.test").await;
    assert_eq!(change(&ana, People::PASSWORD, new).await.status, 204);
    ana.get("/me").await.done();
    app.requester.get("/me").await.refused(401, "unauthenticated");
    try_login(&app.anonymous, "ana@empresa.test", People::PASSWORD).await.refused(401, "wrong-credentials");
    try_login(&app.anonymous, "ana@empresa.test", new).await.done();
}

async fn a_password_that_will_not_do_is_refused(app: TestApp) {
    change(&app.requester, "não é esta", "outra senha bem comprida").await.invalid(&[("current", "password-wrong")]);
    for (new, code) in [
        ("curta", "password-short"),
        ("12345678", "password-common"),
        ("ana@empresa.test", "password-common"),
        ("Ana Souza", "password-common"),
        (&"x".repeat(129), "too-long"),
    ] {
        let problem = change(&app.requester, People::PASSWORD, new).await.invalid(&[("new", code)]);
        assert!(problem.errors[0].message.contains(' '), "{problem:?}");
    }
    try_login(&app.anonymous, "ana@empresa.test", People::PASSWORD).await.done();
}

async fn the_language_is_kept_with_the_account(app: TestApp) {
    let spanish = Preferences { language: Language::Spanish, time_zone: "America/Bogota".to_owned() };
    let me: Me = app.requester.put("/me/preferences", &spanish).await.good();
    assert_eq!((me.language, me.time_zone.as_str()), (Language::Spanish, "America/Bogota"));
    let refused = app.requester.get("/requests/1").await;
    assert_eq!(refused.header("content-language"), Some("es"));
    // The header wins.
    let refused = app.requester.speaking(Language::English).get("/requests/1").await;
    assert_eq!(refused.header("content-language"), Some("en"));
    let nowhere = Preferences { language: Language::Spanish, time_zone: "Marte/Olympus".to_owned() };
    app.requester.put("/me/preferences", &nowhere).await.invalid(&[("time_zone", "time-zone-unknown")]);
}

async fn a_machine_changes_no_password(app: TestApp) {
    change(&app.integrator, People::PASSWORD, "outra senha bem comprida").await.refused(403, "session-only");
}
