//! Databases of earlier versions, kept as SQL files. A test shows that the present version still
//! reads them.
//!
//! When the schema changes, the fixtures of earlier versions stay, and one of the new version is
//! added: `cargo run --package tests --bin fixture`.

use crate::database::Database;
use crate::ids;
use crate::{TestApp, postgres};
use chrono::TimeDelta;
use contract::Page;
use contract::calls::CallRow;
use contract::desk::{Delegate, Relate};
use contract::requests::{Cancel, NewRequest, Reopen, Satisfaction};
use contract::timeline::{MarkRead, NewNote};
use contract::{Grade, Level, RelationKind};
use diesel::prelude::*;
use diesel::sql_types::Text;
use serde_json::json;
use solicita::db::Conn;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the fixtures.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The end of the file names of a database's fixtures.
#[must_use]
pub fn suffix(database: Database) -> &'static str {
    match database {
        Database::Sqlite => ".sqlite.sql",
        Database::Postgres => ".postgres.sql",
    }
}

/// The version of the schema: the name of the newest migration.
#[must_use]
pub fn version() -> String {
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations/sqlite");
    let names = std::fs::read_dir(migrations).expect("the migrations").flatten().map(|entry| entry.file_name());
    names.max().and_then(|name| name.into_string().ok()).expect("a migration")
}

/// Fills a database with some data of every kind.
pub async fn populate(app: &TestApp) {
    let services = &app.world.services;
    for (parameter, value) in [(ids::MESSAGES, "S"), (ids::PORTAL_CANCEL, "S"), (ids::PORTAL_NOTE_CATEGORY, "memo")] {
        app.set_parameter(parameter, value);
    }
    app.set_parameter(ids::MESSAGE_TEMPLATE, app.world.templates.message);
    app.set_parameter(ids::OPENED_TEMPLATE, app.world.templates.request);
    let mut numbers = Vec::new();
    for (service, title) in [
        (services.email, "Em andamento"),
        (services.email, "Suspensa"),
        (services.laptop, "Resolvida"),
        (services.outage, "Fechada"),
        (services.email, "Reaberta"),
        (services.agreed, "Cancelada"),
        (services.confidential, "Confidencial"),
    ] {
        let new = NewRequest { title: title.to_owned(), urgency: Some(Level::High), ..app.draft(service) };
        numbers.push(app.requester.open(&new).await.row.number);
        app.advance(TimeDelta::minutes(10));
    }
    let [running, suspended, resolved, closed, reopened, cancelled, confidential] = numbers[..] else { unreachable!() };
    app.executor.capture(running).await;
    app.requester.send_message(running, "Alguma novidade?").await;
    let said = app.executor.send_message(running, "Hoje à tarde – 漢字 😀").await;
    app.requester.perform(running, "read", &MarkRead { up_to: said.id }).await.done();
    app.requester.attach(running, "relatório.txt", b"conteudo").await;
    let note = NewNote { text: "Só nós".to_owned(), internal: true, minutes: Some(5), ..NewNote::default() };
    app.executor.add_note(running, &note).await;
    app.executor.suspend(suspended, app.world.reasons.requester, app.now() + TimeDelta::days(3)).await;
    for number in [resolved, closed, reopened] {
        app.executor.resolve(number).await;
    }
    let answer = Satisfaction { grade: Grade::Excellent, comment: "Rápido!".to_owned(), accept: true };
    app.requester.perform(closed, "satisfaction", &answer).await.done();
    app.requester.perform(reopened, "reopen", &Reopen { reason: "Voltou.".to_owned() }).await.done();
    app.requester.perform(cancelled, "cancel", &Cancel::default()).await.done();
    app.requester.send_message(confidential, "Meu salário").await;
    let duplicate = app.stranger.open(&app.draft(services.email)).await.row.number;
    app.executor
        .perform(duplicate, "relations", &Relate { kind: RelationKind::DuplicateOf, number: running })
        .await
        .done();
    let to = Delegate {
        group_id: app.world.groups.networks,
        person_id: Some(app.world.people.outsider.id),
        justification: "É rede.".to_owned(),
    };
    app.executor.perform(duplicate, "delegate", &to).await.done();
    let notice = json!({ "title": "Queda do e-mail", "text": "Estamos vendo." });
    app.administrator.post("/notices", &notice).await.done();
    populate_calls(app).await;
    app.delivered_emails().await;
}

/// Creates two calls to an extension: one is answered and linked to a request, one is missed.
async fn populate_calls(app: &TestApp) {
    app.set_parameter(ids::TELEPHONY, "S");
    let person = app.world.people.integrator.id;
    app.write(|tx| crate::world::token(tx, person, TELEPHONY_TOKEN, &[contract::Scope::Telephony]));
    app.executor.answer_at("200").await;
    for (call, events) in [("7.1", &["newCall", "answer", "hangup"][..]), ("7.2", &["newCall", "hangup"])] {
        for event in events {
            send_call_event(app, call, event).await;
            app.advance(TimeDelta::seconds(20));
        }
    }
    let page: Page<CallRow> = app.executor.get("/calls?show=unlinked").await.good();
    let path = format!("/calls/{}/conclusion", page.items[0].id);
    app.executor.post(path, &json!({ "number": 1000 })).await.done();
}

/// The token with which the telephone system sends events of calls.
pub const TELEPHONY_TOKEN: &str = "sol_token-of-the-telephone";

/// Sends an event of a call from Ana's mobile to extension 200.
pub async fn send_call_event(app: &TestApp, call: &str, event: &str) {
    let body = json!({ "event": event, "from": "5511987654321", "to": "200", "direction": "in", "callId": call });
    app.anonymous.post(format!("/cti/{TELEPHONY_TOKEN}"), &body).await.done();
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The database as SQL.
#[must_use]
pub fn dump(app: &TestApp) -> String {
    match app.database {
        Database::Sqlite => dump_sqlite(app),
        Database::Postgres => dump_postgres(app),
    }
}

fn lines(app: &TestApp, query: &str) -> Vec<String> {
    let lines: Vec<Line> = app.read(|tx| Ok(diesel::sql_query(query).load(tx.conn)?));
    lines.into_iter().map(|line| line.line).collect()
}

fn dump_sqlite(app: &TestApp) -> String {
    let of = |kind: &str| {
        format!(
            "SELECT sql AS line FROM sqlite_master WHERE type = '{kind}' AND sql IS NOT NULL \
             AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
        )
    };
    let mut sql = vec!["PRAGMA foreign_keys = OFF;".to_owned(), "BEGIN;".to_owned()];
    sql.extend(lines(app, &of("table")).into_iter().map(|statement| format!("{statement};")));
    let tables =
        "SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid";
    for table in lines(app, tables).into_iter().chain(["sqlite_sequence".to_owned()]) {
        let columns = lines(app, &format!("SELECT name AS line FROM pragma_table_info('{table}') ORDER BY cid"));
        let quoted: Vec<_> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
        let rows = format!("SELECT {} AS line FROM \"{table}\" ORDER BY rowid", quoted.join(" || ', ' || "));
        sql.extend(
            lines(app, &rows)
                .into_iter()
                .map(|values| format!("INSERT INTO \"{table}\" ({}) VALUES ({values});", columns.join(", "))),
        );
    }
    sql.extend(lines(app, &of("index")).into_iter().map(|statement| format!("{statement};")));
    sql.extend(lines(app, &of("trigger")).into_iter().map(|statement| format!("{statement};")));
    sql.push("COMMIT;\n".to_owned());
    sql.join("\n")
}

fn dump_postgres(app: &TestApp) -> String {
    let program = postgres::programs().expect("PostgreSQL").join("pg_dump");
    let output = Command::new(program)
        .args(["--inserts", "--no-owner", "--no-privileges", "--no-comments", &app.app.config.database_url])
        .output()
        .expect("pg_dump runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let sql = String::from_utf8(output.stdout).expect("UTF-8");
    // Without the commands of psql and the comments, which differ every time.
    let kept = sql.lines().filter(|line| !line.starts_with('\\') && !line.starts_with("--") && !line.is_empty());
    kept.map(|line| format!("{line}\n")).collect()
}

/// Runs the SQL of a fixture on an empty database.
pub(crate) fn restore(url: &str, sql: &str) {
    use diesel::connection::SimpleConnection;
    match Conn::open(url).expect("an empty database") {
        Conn::Sqlite(mut conn) => conn.batch_execute(sql),
        Conn::Pg(mut conn) => conn.batch_execute(sql),
    }
    .expect("the fixture's SQL");
}
