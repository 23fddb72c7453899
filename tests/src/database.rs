//! The databases that tests run on: one of its own for each test, a copy of one
//! that holds the company of [`World`].

use crate::postgres;
use crate::time::monday;
use crate::world::World;
use diesel::Connection;
use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use solicita::app::App;
use solicita::clock::Clock;
use solicita::config::Config;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};
use tempfile::TempDir;

/// A kind of database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    /// Embedded, the default.
    Sqlite,
    /// Shared by several nodes.
    Postgres,
}

const TEMPLATE: &str = "solicita_template";

impl Database {
    /// A database with the company in it.
    #[must_use]
    pub fn with_company(self) -> (Place, World) {
        let (template, world) = self.template();
        let place = match template {
            Template::Sqlite(content) => {
                let place = Place::sqlite();
                std::fs::write(place.sqlite_file(), content).unwrap();
                place
            }
            Template::Postgres => Place::at(create_postgres(Some(TEMPLATE))),
        };
        (place, world.clone())
    }

    /// A database without anything in it, not even tables.
    #[must_use]
    pub fn empty(self) -> Place {
        match self {
            Self::Sqlite => Place::sqlite(),
            Self::Postgres => Place::at(create_postgres(None)),
        }
    }

    fn template(self) -> &'static (Template, World) {
        static SQLITE: OnceLock<(Template, World)> = OnceLock::new();
        static POSTGRES: OnceLock<(Template, World)> = OnceLock::new();
        match self {
            Self::Sqlite => SQLITE.get_or_init(|| {
                let place = Self::Sqlite.empty();
                let world = fill(&place);
                (Template::Sqlite(std::fs::read(place.sqlite_file()).unwrap()), world)
            }),
            Self::Postgres => POSTGRES.get_or_init(|| {
                let place = Self::Postgres.empty();
                let world = fill(&place);
                let name = place.postgres_name().unwrap();
                maintain(&format!("ALTER DATABASE {name} RENAME TO {TEMPLATE}"));
                (Template::Postgres, world)
            }),
        }
    }
}

enum Template {
    Sqlite(Vec<u8>),
    Postgres,
}

/// Brings a database to the present schema and puts the company there.
fn fill(place: &Place) -> World {
    let clock = Clock::default();
    clock.set(monday());
    let app = App::open(place.config(), clock).unwrap();
    let world = app.write_now(World::create).unwrap();
    app.db
        .with_writer(|conn| match conn {
            solicita::db::Conn::Sqlite(conn) => conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)"),
            solicita::db::Conn::Pg(_) => Ok(()),
        })
        .unwrap()
        .unwrap();
    drop(app);
    if let Some(name) = place.postgres_name() {
        // The pool's connections close in the background.
        let others = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        maintain(&others);
    }
    world
}

/// A database and the folder with its files; both go when this goes.
#[derive(Debug)]
pub struct Place {
    /// Address of the database.
    pub url: String,
    folder: TempDir,
}

impl Place {
    fn at(url: String) -> Self {
        let folder = tempfile::Builder::new().prefix("solicita-test-").tempdir_in(scratch()).unwrap();
        Self { url, folder }
    }

    fn sqlite() -> Self {
        let mut place = Self::at(String::new());
        place.url = format!("sqlite://{}", place.sqlite_file().display());
        place
    }

    fn sqlite_file(&self) -> PathBuf {
        self.path().join("solicita.db")
    }

    fn postgres_name(&self) -> Option<&str> {
        self.url.strip_prefix("postgres:///")?.split('?').next()
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The folder that e-mails are delivered to.
    #[must_use]
    pub fn mail_folder(&self) -> PathBuf {
        self.path().join("mail")
    }

    /// Settings of a server on this database.
    #[must_use]
    pub fn config(&self) -> Config {
        Config {
            database_url: self.url.clone(),
            listen: "127.0.0.1:0".to_owned(),
            public_url: "https://portal.empresa.test".to_owned(),
            mail_url: format!("folder:{}", self.mail_folder().display()),
            mail_from: "Solicita <solicita@empresa.test>".to_owned(),
            storage_url: format!("folder:{}", self.path().join("files").display()),
            database_connections: 5,
            workers: 1,
            ..Config::default()
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(name) = self.postgres_name() {
            maintain(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

fn create_postgres(template: Option<&str>) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let name = format!("solicita_test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let from = template.unwrap_or("template0");
    // Without a write-ahead log entry per page; quick, as nothing here waits for a disk.
    maintain(&format!("CREATE DATABASE {name} TEMPLATE {from} STRATEGY file_copy"));
    postgres::server().url(&name)
}

/// Says something to the PostgreSQL server; one at a time, as a template must not be in use.
fn maintain(statement: &str) {
    static ONE: OnceLock<Mutex<PgConnection>> = OnceLock::new();
    let connection = ONE.get_or_init(|| {
        let url = postgres::server().url("postgres");
        Mutex::new(PgConnection::establish(&url).expect("a connection to the PostgreSQL of the tests"))
    });
    let mut connection = connection.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    connection.batch_execute(statement).unwrap_or_else(|error| panic!("{statement}: {error}"));
}

/// Where the tests of this process put their files: in memory where there is such a
/// folder. They are not about power cuts, and a commit waits for its disk otherwise.
/// What a process left behind that was killed goes when the next one comes.
#[must_use]
pub fn scratch() -> PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let memory = PathBuf::from("/dev/shm");
        let usable = tempfile::Builder::new().prefix("solicita-probe-").tempfile_in(&memory).is_ok();
        let root = if usable { memory } else { std::env::temp_dir() };
        sweep(&root);
        let folder = root.join(format!("{OWN}{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for temporary files");
        folder
    });
    folder.clone()
}

/// Begins the name of a process's folder; its number follows.
const OWN: &str = "solicita-tests-";

fn sweep(root: &Path) {
    let processes = Path::new("/proc");
    if !processes.join("self").exists() {
        return;
    }
    for entry in std::fs::read_dir(root).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(process) = name.to_str().and_then(|name| name.strip_prefix(OWN)) else { continue };
        if !processes.join(process).exists() {
            // Somebody else's, perhaps, or being removed already.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}
