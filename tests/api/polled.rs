//! Who may poll: the token is read together with the answer, and judged as everywhere.

use chrono::TimeDelta;
use contract::Scope;
use contract::admin::NewToken;
use diesel::prelude::*;
use solicita::db::schema::people;
use tests::operations::new_token;
use tests::pbx::pbx;
use tests::personas::Persona;
use tests::{Database, TestApp, on_both_databases, run};

on_both_databases![
    a_token_is_judged_with_the_answer,
    a_token_that_stops_working_stops_at_once,
    a_token_of_somebody_who_left_is_none,
    a_token_in_use_is_noted,
    a_database_that_does_not_answer_is_an_error_of_eight_bytes,
];

/// Good questions, to each of the services that are polled, and to those that raise a pop-up.
const ASKED: [&str; 5] = [
    "/telefonia/obterQtdeSolicitacoes?cpf=529.982.247-25&formato=json",
    "/telefonia/listarSolicitacoes?cpf=529.982.247-25&formato=json",
    "/telefonia/obterDadosSolicitacao?idSolicitacao=1000",
    "/telefonia/novaSolicitacao?cpf=529.982.247-25&ramal=200",
    "/telefonia/visualizarSolicitacao?idSolicitacao=1000&cpf=529.982.247-25&ramal=200",
];

fn telephony() -> NewToken {
    new_token("URA", &[Scope::Telephony])
}

/// Telephony is on, and there is a request; a telephone system with such a token.
async fn system(app: &TestApp, token: NewToken) -> (Persona, i64) {
    let _ = pbx(app);
    app.executor.answer_at("200").await;
    assert_eq!(app.open_request(app.world.services.email).await, 1000);
    let created = app.administrator.create_token(&token).await;
    (app.anonymous.token(&created.secret), created.token.id)
}

async fn refused(pbx: &Persona, status: u16, code: &str) {
    for asked in ASKED {
        pbx.get(asked).await.refused(status, code);
    }
}

async fn answered(pbx: &Persona) {
    for asked in ASKED {
        pbx.get(asked).await.done();
    }
}

async fn a_token_is_judged_with_the_answer(app: TestApp) {
    let (good, _) = system(&app, telephony()).await;
    answered(&good).await;
    refused(&app.anonymous, 401, "unauthenticated").await;
    refused(&app.anonymous.token("sol_nobody-s"), 401, "unauthenticated").await;
    refused(&app.requester, 401, "unauthenticated").await;
    for (token, code) in [
        (NewToken { scopes: vec![Scope::RequestsRead, Scope::Desk], ..telephony() }, "scope"),
        (NewToken { allowed_addresses: vec!["10.0.0.0/8".to_owned()], ..telephony() }, "token-address"),
    ] {
        let created = app.administrator.create_token(&token).await;
        refused(&app.anonymous.token(&created.secret), 403, code).await;
    }
    let near = NewToken { allowed_addresses: vec!["127.0.0.0/8".to_owned()], ..telephony() };
    let created = app.administrator.create_token(&near).await;
    answered(&app.anonymous.token(&created.secret)).await;
}

async fn a_token_that_stops_working_stops_at_once(app: TestApp) {
    let until = NewToken { expires_at: Some(app.now() + TimeDelta::hours(1)), ..telephony() };
    let (expiring, _) = system(&app, until).await;
    let created = app.administrator.create_token(&telephony()).await;
    let revoked = app.anonymous.token(&created.secret);
    answered(&expiring).await;
    answered(&revoked).await;
    app.administrator.delete(format!("/tokens/{}", created.token.id)).await.done();
    refused(&revoked, 401, "unauthenticated").await;
    app.advance(TimeDelta::minutes(61));
    refused(&expiring, 401, "unauthenticated").await;
}

async fn a_token_of_somebody_who_left_is_none(app: TestApp) {
    let integrator = app.world.people.integrator.id;
    let (system, _) = system(&app, NewToken { person_id: Some(integrator), ..telephony() }).await;
    answered(&system).await;
    app.write(|tx| {
        diesel::update(people::table.find(integrator)).set(people::active.eq(false)).execute(tx.conn)?;
        Ok(())
    });
    refused(&system, 401, "unauthenticated").await;
}

async fn a_token_in_use_is_noted(app: TestApp) {
    let (system, id) = system(&app, telephony()).await;
    for asked in ASKED {
        app.advance(TimeDelta::minutes(2));
        let before = app.now() - TimeDelta::milliseconds(1);
        system.get(asked).await.done();
        let token = app.read(|tx| Ok(solicita::models::tokens::find(tx.conn, id)?)).unwrap();
        assert!(token.last_used_at.unwrap().and_utc() >= before, "{asked}: {token:?}");
    }
}

/// Takes the database away from an application that has made no connection but those it
/// starts with: nothing connects to it any more, and what was connected is cut off.
fn take_the_database_away(app: &TestApp) {
    match app.database {
        Database::Sqlite => {
            let file = app.app.config.sqlite_path().unwrap();
            std::fs::rename(&file, file.with_extension("away")).unwrap();
            std::fs::create_dir(&file).unwrap();
        }
        Database::Postgres => {
            let url = app.app.config.database_url.as_str();
            let (name, server) = url.strip_prefix("postgres:///").unwrap().split_once('?').unwrap();
            let mut conn = diesel::PgConnection::establish(&format!("postgres:///postgres?{server}")).unwrap();
            for statement in [
                format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false"),
                format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"),
            ] {
                diesel::sql_query(statement).execute(&mut conn).unwrap();
            }
        }
    }
}

/// On PostgreSQL they wait for a connection, as long as anybody does; all wait together.
async fn a_database_that_does_not_answer_is_an_error_of_eight_bytes(app: TestApp) {
    let system = pbx(&app);
    take_the_database_away(&app);
    let formats = ["texto", "voz", "texto", "texto", "json"];
    let replies = ASKED.iter().zip(formats).map(async |(asked, format)| {
        let asked = asked.replace("&formato=json", "");
        (format, system.get(format!("{asked}&formato={format}&fim=_fim")).await)
    });
    for (format, reply) in futures_util::future::join_all(replies).await {
        assert_eq!(reply.status, 503, "{reply:?}");
        let text = reply.text();
        if format == "json" {
            assert!(text.contains("urn:solicita:problem:database-unavailable") && text.ends_with("}_fim"), "{reply:?}");
            continue;
        }
        assert_eq!(text, "ERRO 503_fim", "{reply:?}");
        assert_eq!(reply.header("content-type"), Some("text/plain; charset=utf-8"), "{reply:?}");
    }
}

/// A connection that was cut may fail whoever gets it, once; it is not given out again.
#[test]
fn cut_connections_are_replaced_on_postgres() {
    run::on(Database::Postgres, async |app| {
        let (system, _) = system(&app, telephony()).await;
        let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                   WHERE datname = current_database() AND pid <> pg_backend_pid()";
        let cut = app.app.db.with_writer(|conn| diesel::sql_query(cut).execute(conn)).unwrap().unwrap();
        assert!(cut > 0, "there were others");
        let mut failed = 0;
        let mut well = 0;
        while well < 30 {
            let reply = system.get(ASKED[0]).await;
            match reply.status {
                200 => well += 1,
                503 => (failed, well) = (failed + 1, 0),
                _ => panic!("{reply:?}"),
            }
            assert!(failed <= cut, "each of {cut} connections fails once at most: {reply:?}");
        }
    });
}

/// Somebody waits on the line: that it cannot be noted that the token is in use keeps nobody from the answer.
#[test]
fn what_is_polled_is_answered_while_nothing_can_be_written() {
    run::on(Database::Sqlite, async |app| {
        let (system, id) = system(&app, telephony()).await;
        let (held, holds) = std::sync::mpsc::channel();
        let (end, ended) = std::sync::mpsc::channel::<()>();
        let db = app.app.db.clone();
        let writer = std::thread::spawn(move || {
            db.with_writer(|conn| {
                conn.begin_write().unwrap();
                held.send(()).unwrap();
                // Until the test is done with it, however it ends.
                let _ = ended.recv();
                conn.rollback().unwrap();
            })
        });
        holds.recv().unwrap();
        for asked in &ASKED[..3] {
            system.get(*asked).await.done();
        }
        drop(end);
        writer.join().unwrap().unwrap();
        app.advance(TimeDelta::minutes(2));
        system.get(ASKED[0]).await.done();
        let token = app.read(|tx| Ok(solicita::models::tokens::find(tx.conn, id)?)).unwrap();
        assert!(token.last_used_at.is_some(), "noted when it can be");
    });
}
