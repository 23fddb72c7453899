//! The large data that is measured on. It is kept between runs.

use super::cluster::PostgresCluster;
use crate::database::Database;
use crate::server;
use contract::Scope;
use contract::admin::NewToken;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use solicita::actions::tokens;
use solicita::app::App;
use solicita::clock::Clock;
use solicita::config::Config;
use solicita::db::schema::{people, requests};
use solicita::demo;
use solicita::domain::parameters::ids;
use solicita::models;
use std::path::{Path, PathBuf};

/// How many CPFs and request numbers are asked for, at random.
const SAMPLE: i64 = 20_000;

/// A database with many requests, and the values that are asked for.
pub struct Data {
    /// Configuration of a server on it.
    pub config: Config,
    /// A token of a telephone system.
    pub token: String,
    /// CPFs of people.
    pub tax_ids: Vec<String>,
    /// Numbers of requests.
    pub numbers: Vec<i64>,
    /// Its PostgreSQL server.
    pub cluster: Option<PostgresCluster>,
}

impl Data {
    /// Opens the data in a folder; generates it first when there is none.
    ///
    /// # Panics
    /// When the database does not work.
    #[must_use]
    pub fn prepare(root: &Path, database: Database, requests: u64, pool: u32) -> Self {
        let (url, cluster, folder) = open_database(root, database, requests);
        let config = Config {
            database_url: url,
            listen: "127.0.0.1:0".to_owned(),
            mail_url: format!("folder:{}", folder.join("mail").display()),
            storage_url: format!("folder:{}", folder.join("files").display()),
            database_connections: pool,
            workers: std::thread::available_parallelism().map_or(2, usize::from),
            ..Config::default()
        };
        let app = App::open(config.clone(), Clock::default()).expect("the application opens");
        let complete = folder.join("complete");
        if !complete.exists() {
            let mut progress = |done: u64, all: u64| println!("{done} of {all} requests");
            demo::generate(&app, requests, &mut progress).expect("the data is generated");
            std::fs::write(&complete, b"").expect("a file that marks the data as complete");
        }
        clean_up(&app);
        let token = create_token(&app);
        let tax_ids = sample(&app, SAMPLE);
        let numbers = numbers(&app, SAMPLE);
        Self { config, token, tax_ids, numbers, cluster }
    }

    /// The application on the data, in this process.
    ///
    /// # Panics
    /// When the database does not answer.
    #[must_use]
    pub fn app(&self) -> App {
        App::open(self.config.clone(), Clock::default()).expect("the application opens")
    }
}

fn open_database(root: &Path, database: Database, requests: u64) -> (String, Option<PostgresCluster>, PathBuf) {
    let folder = root.join(format!("{}-{requests}", super::report::name(database)));
    std::fs::create_dir_all(&folder).expect("a folder for the data");
    if database == Database::Sqlite {
        return (format!("sqlite://{}", folder.join("solicita.db").display()), None, folder);
    }
    let cluster = PostgresCluster::start(&folder.join("postgres"));
    let name = "solicita";
    let mut conn = PgConnection::establish(&cluster.url("postgres")).expect("a connection to PostgreSQL");
    // It fails when the database exists from an earlier run.
    let _ = conn.batch_execute(&format!("CREATE DATABASE {name}"));
    (cluster.url(name), Some(cluster), folder)
}

/// Does the maintenance that the databases would do by themselves at some time, so that it does
/// not happen during the measurements.
fn clean_up(app: &App) {
    app.db
        .with_writer(|conn| match conn {
            solicita::db::Conn::Sqlite(conn) => conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)"),
            solicita::db::Conn::Pg(conn) => {
                conn.batch_execute("VACUUM ANALYZE").and_then(|()| conn.batch_execute("CHECKPOINT"))
            }
        })
        .expect("a connection")
        .expect("the database answers");
}

/// Switches telephony on, and creates a token for it.
fn create_token(app: &App) -> String {
    let created = app.write_now(|tx| {
        let now = tx.db_now();
        if !tx.parameters.yes(ids::TELEPHONY) {
            models::parameters::set(tx, ids::TELEPHONY, "N", "S", None, now)?;
        }
        let admin = models::people::find_by_email(tx.conn, server::ADMINISTRATOR)?.map(|person| person.id);
        let token = NewToken {
            name: "bench".to_owned(),
            person_id: admin,
            scopes: vec![Scope::Telephony],
            expires_at: None,
            allowed_addresses: Vec::new(),
        };
        tokens::create(tx, None, token)
    });
    created.expect("a token").secret
}

/// Some CPFs, evenly from all.
fn sample(app: &App, wanted: i64) -> Vec<String> {
    let found = app.db.read_now(|conn| {
        let all: i64 = people::table.filter(people::tax_id.is_not_null()).count().get_result(conn)?;
        let ids: Vec<Option<String>> =
            people::table.filter(people::tax_id.is_not_null()).order(people::id).select(people::tax_id).load(conn)?;
        let step = usize::try_from((all / wanted).max(1)).unwrap_or(1);
        Ok::<_, solicita::error::Error>(ids.into_iter().flatten().step_by(step).collect())
    });
    found.expect("CPFs")
}

/// Some numbers of requests, evenly from all.
fn numbers(app: &App, wanted: i64) -> Vec<i64> {
    let found = app.db.read_now(|conn| {
        let last: Option<i64> = requests::table.select(diesel::dsl::max(requests::number)).first(conn)?;
        let first: Option<i64> = requests::table.select(diesel::dsl::min(requests::number)).first(conn)?;
        let (first, last) = (first.unwrap_or(0), last.unwrap_or(0));
        let step = usize::try_from(((last - first) / wanted).max(1)).unwrap_or(1);
        Ok::<_, solicita::error::Error>((first..=last).step_by(step).collect())
    });
    found.expect("numbers")
}
