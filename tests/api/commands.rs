//! The command line registers people and makes tokens, with the checks of the REST API.

use crate::session::try_login;
use contract::identity::Me;
use diesel::prelude::*;
use solicita::db::schema::{api_tokens, audit, people};
use std::io::Write;
use std::process::{Output, Stdio};
use tests::{TestApp, on_both_databases, server};

on_both_databases![
    a_person_who_is_registered_logs_in,
    a_person_who_cannot_be_is_refused_with_a_sentence,
    a_password_is_set,
    a_token_is_made_for_a_person_or_a_new_integrator,
    a_token_that_cannot_work_leaves_nothing_behind,
];

const PASSWORD: &str = "correct horse battery";

fn run(app: &TestApp, arguments: &[&str], input: &str) -> Output {
    let mut command = server::command(&app.app.config);
    let command = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = command.spawn().unwrap();
    // A command that reads nothing may have ended already.
    let _ = program.stdin.take().unwrap().write_all(format!("{input}\n").as_bytes());
    program.wait_with_output().unwrap()
}

/// What a command that succeeds prints.
fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
}

/// What a command that is refused says.
fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn create_user(app: &TestApp, email: &str, name: &str, password: &str) -> Output {
    run(app, &["user", "create", "--email", email, "--name", name, "--role", "attendant"], password)
}

fn count_people(app: &TestApp) -> i64 {
    app.read(|tx| Ok(people::table.count().get_result(tx.conn)?))
}

async fn a_person_who_is_registered_logs_in(app: TestApp) {
    let output = create_user(&app, " Lia@Empresa.test ", "Lia Prado", PASSWORD);
    assert_eq!(printed(&output), "Lia Prado can log in.");
    let me: Me = try_login(&app.anonymous, "lia@empresa.test", PASSWORD).await.good();
    assert_eq!((me.name.as_str(), me.roles.as_slice()), ("Lia Prado", &[contract::Role::Attendant][..]));
    let entries: Vec<(String, Option<i64>)> = app.read(|tx| {
        let of = audit::table.filter(audit::subject_kind.eq("person")).filter(audit::subject_id.eq(me.id));
        Ok(of.select((audit::action, audit::author_id)).load(tx.conn)?)
    });
    assert_eq!(entries, [("person-created".to_owned(), None)]);
}

async fn a_person_who_cannot_be_is_refused_with_a_sentence(app: TestApp) {
    let before = count_people(&app);
    let taken = app.world.people.second.email.to_uppercase();
    let cases = [
        (taken.as_str(), "Lia Prado", PASSWORD, "--email: There is a record with this value already."),
        ("lia", "Lia Prado", PASSWORD, "--email: This does not look like an e-mail address."),
        (" ", "Lia Prado", PASSWORD, "--email: "),
        ("lia@empresa.test", " ", PASSWORD, "--name: "),
        ("lia@empresa.test", "Lia Prado", "short", "password: Use at least"),
        ("lia@empresa.test", "Lia Prado", "lia@empresa.test", "password: This password is easy to guess."),
    ];
    for (email, name, password, sentence) in cases {
        let said = refused(&create_user(&app, email, name, password));
        assert!(said.contains(sentence), "{email} {name} {password}: {said}");
    }
    assert_eq!(count_people(&app), before);
}

async fn a_password_is_set(app: TestApp) {
    let email = app.world.people.second.email;
    let set = |email: &str, password: &str| run(&app, &["user", "password", "--email", email], password);
    assert!(
        refused(&set("nobody@empresa.test", PASSWORD)).contains("Nobody has the e-mail address nobody@empresa.test")
    );
    assert!(refused(&set(email, "short")).contains("password: Use at least"));
    app.second.get("/me").await.done();
    assert_eq!(printed(&set(email, PASSWORD)), "The password was set.");
    app.second.get("/me").await.refused(401, "unauthenticated");
    try_login(&app.anonymous, email, PASSWORD).await.done();
}

async fn a_token_is_made_for_a_person_or_a_new_integrator(app: TestApp) {
    let administrator = app.world.people.administrator.email;
    let create = ["token", "create", "--name", "Telefonia", "--scope", "admin"];
    let secret = printed(&run(&app, &[&create[..], &["--person", administrator]].concat(), ""));
    app.anonymous.token(&secret).get("/audit").await.done();
    let before = count_people(&app);
    let secret = printed(&run(&app, &["token", "create", "--name", "Telefonia", "--scope", "requests:read"], ""));
    let me: Me = app.anonymous.token(&secret).get("/me").await.good();
    assert_eq!((me.name.as_str(), me.roles.as_slice()), ("Telefonia", &[contract::Role::Integrator][..]));
    assert_eq!(count_people(&app), before + 1);
}

async fn a_token_that_cannot_work_leaves_nothing_behind(app: TestApp) {
    let count_tokens = || app.read(|tx| Ok(api_tokens::table.count().get_result::<i64>(tx.conn)?));
    let before = (count_people(&app), count_tokens());
    let create = ["token", "create", "--name", "Telefonia", "--scope", "telephony"];
    let said = refused(&run(&app, &[&create[..], &["--from", "10.0.0.0/99"]].concat(), ""));
    assert!(said.contains("--from: "), "{said}");
    let said = refused(&run(&app, &[&create[..], &["--person", "nobody@empresa.test"]].concat(), ""));
    assert!(said.contains("Nobody has the e-mail address nobody@empresa.test"), "{said}");
    assert_eq!((count_people(&app), count_tokens()), before);
}
