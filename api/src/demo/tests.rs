//! The demo company, and some generated data, in databases of their own.

mod company;
mod days;
mod large;
mod written;

use super::summary::summary;
use super::*;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Conn;
use crate::error::Error;
use crate::models;
use chrono::TimeDelta;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

/// A Wednesday, 11:20 in São Paulo.
const WEDNESDAY: &str = "2026-11-18T14:20:05Z";
/// A Sunday, deep in the night.
const SUNDAY: &str = "2026-11-22T04:00:10Z";

/// An application on a database in a folder that goes away with it.
fn app(now: &str) -> (App, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let config = Config {
        database_url: format!("sqlite://{}/demo.db", folder.path().display()),
        storage_url: format!("folder:{}/files", folder.path().display()),
        database_connections: 2,
        ..Config::default()
    };
    let clock = Clock::default();
    clock.set(now.parse().unwrap());
    (App::open(config, clock).unwrap(), folder)
}

fn with<T>(app: &App, work: impl FnOnce(&mut Conn) -> T) -> T {
    app.db.read_now(|conn| Ok::<_, Error>(work(conn))).unwrap()
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The number that a query gives.
fn number(app: &App, query: &str) -> i64 {
    let query = format!("SELECT ({query}) AS number");
    with(app, |conn| diesel::sql_query(query).get_result::<Number>(conn).unwrap().number)
}

/// The texts that a query gives.
fn lines(app: &App, query: &str) -> Vec<String> {
    let rows: Vec<Line> = with(app, |conn| diesel::sql_query(query).load(conn).unwrap());
    rows.into_iter().map(|row| row.line).collect()
}
