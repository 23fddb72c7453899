//! The databases that tests run on. Each test has one of its own: a copy of a template that
//! holds the company of [`World`].

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
    /// SQLite, embedded in the server; the default.
    Sqlite,
    /// PostgreSQL, which several nodes can share.
    Postgres,
}

const TEMPLATE: &str = "solicita_template";

impl Database {
    /// A new database with the company in it.
    #[must_use]
    pub fn with_company(self) -> (DatabaseInstance, World) {
        let (template, world) = self.template();
        let instance = match template {
            Template::Sqlite(content) => {
                let instance = DatabaseInstance::sqlite();
                std::fs::write(instance.sqlite_file(), content).unwrap();
                instance
            }
            Template::Postgres => DatabaseInstance::with_url(create_postgres(Some(TEMPLATE))),
        };
        (instance, world.clone())
    }

    /// A new database without tables.
    #[must_use]
    pub fn empty(self) -> DatabaseInstance {
        match self {
            Self::Sqlite => DatabaseInstance::sqlite(),
            Self::Postgres => DatabaseInstance::with_url(create_postgres(None)),
        }
    }

    fn template(self) -> &'static (Template, World) {
        static SQLITE: OnceLock<(Template, World)> = OnceLock::new();
        static POSTGRES: OnceLock<(Template, World)> = OnceLock::new();
        match self {
            Self::Sqlite => SQLITE.get_or_init(|| {
                let instance = Self::Sqlite.empty();
                let world = create_company(&instance);
                (Template::Sqlite(std::fs::read(instance.sqlite_file()).unwrap()), world)
            }),
            Self::Postgres => POSTGRES.get_or_init(|| {
                let instance = Self::Postgres.empty();
                let world = create_company(&instance);
                let name = instance.postgres_name().unwrap();
                execute_on_server(&format!("ALTER DATABASE {name} RENAME TO {TEMPLATE}"));
                (Template::Postgres, world)
            }),
        }
    }
}

enum Template {
    Sqlite(Vec<u8>),
    Postgres,
}

/// Migrates a database and creates the company in it.
fn create_company(instance: &DatabaseInstance) -> World {
    let clock = Clock::default();
    clock.set(monday());
    let app = App::open(instance.config(), clock).unwrap();
    let world = app.write_now(World::create).unwrap();
    app.db
        .with_writer(|conn| match conn {
            solicita::db::Conn::Sqlite(conn) => conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)"),
            solicita::db::Conn::Pg(_) => Ok(()),
        })
        .unwrap()
        .unwrap();
    drop(app);
    if let Some(name) = instance.postgres_name() {
        // The connections of the pool close in the background; a template must have none.
        let others = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        execute_on_server(&others);
    }
    world
}

/// A database, and the folder with the files that belong to it. Both are removed when this is
/// dropped.
#[derive(Debug)]
pub struct DatabaseInstance {
    /// URL of the database.
    pub url: String,
    folder: TempDir,
}

impl DatabaseInstance {
    fn with_url(url: String) -> Self {
        let folder = tempfile::Builder::new().prefix("solicita-test-").tempdir_in(scratch()).unwrap();
        Self { url, folder }
    }

    fn sqlite() -> Self {
        let mut instance = Self::with_url(String::new());
        instance.url = format!("sqlite://{}", instance.sqlite_file().display());
        instance
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

    /// Configuration of a server on this database.
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

impl Drop for DatabaseInstance {
    fn drop(&mut self) {
        if let Some(name) = self.postgres_name() {
            execute_on_server(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

fn create_postgres(template: Option<&str>) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let name = format!("solicita_test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let from = template.unwrap_or("template0");
    // Copying the files is quick, because nothing here waits for a disk.
    execute_on_server(&format!("CREATE DATABASE {name} TEMPLATE {from} STRATEGY file_copy"));
    postgres::server().url(&name)
}

/// Executes a statement on the PostgreSQL server. One runs at a time, because a template can
/// only be copied by one connection.
fn execute_on_server(statement: &str) {
    static CONNECTION: OnceLock<Mutex<PgConnection>> = OnceLock::new();
    let connection = CONNECTION.get_or_init(|| {
        let url = postgres::server().url("postgres");
        Mutex::new(PgConnection::establish(&url).expect("a connection to the PostgreSQL of the tests"))
    });
    let mut connection = connection.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    connection.batch_execute(statement).unwrap_or_else(|error| panic!("{statement}: {error}"));
}

/// The folder for the files of this test process. It is in memory where that is possible,
/// because commits would wait for a disk otherwise. Folders of test processes that were killed
/// are removed.
#[must_use]
pub fn scratch() -> PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let memory = PathBuf::from("/dev/shm");
        let usable = tempfile::Builder::new().prefix("solicita-probe-").tempfile_in(&memory).is_ok();
        let root = if usable { memory } else { std::env::temp_dir() };
        remove_stale_folders(&root);
        let folder = root.join(format!("{PREFIX}{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for temporary files");
        folder
    });
    folder.clone()
}

/// Begins the name of the folder of a process; its process id follows.
const PREFIX: &str = "solicita-tests-";

fn remove_stale_folders(root: &Path) {
    let processes = Path::new("/proc");
    if !processes.join("self").exists() {
        return;
    }
    for entry in std::fs::read_dir(root).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(process) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)) else { continue };
        if !processes.join(process).exists() {
            // It may belong to another user, or be removed by another process at the same time.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}
