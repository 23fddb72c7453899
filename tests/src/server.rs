//! The server program in a process of its own, as it is shipped, with the demo company.

use crate::database::{Database, DatabaseInstance, scratch};
use crate::personas::{Endpoint, Persona};
use crate::process::Program;
use contract::identity::{Me, NewSession};
use solicita::config::Config;
use solicita::demo;
use solicita::web::SESSION_COOKIE;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, OnceLock};

/// E-mail address of the demo company's requester.
pub const REQUESTER: &str = "solicitante@demo.test";
/// E-mail address of its attendant, who executes in the groups that serve most services.
pub const ATTENDANT: &str = "atendente@demo.test";
/// E-mail address of its administrator.
pub const ADMINISTRATOR: &str = "admin@demo.test";

/// A running server and its data.
#[derive(Debug)]
pub struct Server {
    /// Where it listens; it stays the same after a restart.
    pub address: SocketAddr,
    instance: DatabaseInstance,
    program: Mutex<Option<Program>>,
}

impl Server {
    /// Starts a server with a freshly loaded demo company.
    #[must_use]
    pub fn start(database: Database) -> Self {
        let instance = demo_company(database);
        let (program, address) = serve(&settings(&instance), &log_of(&instance));
        Self { address, instance, program: Mutex::new(Some(program)) }
    }

    /// Stops it.
    pub fn stop(&self) {
        self.program.lock().unwrap().take();
    }

    /// Starts it again after [`Self::stop`], with the same data at the same address.
    pub fn start_again(&self) {
        let config = Config { listen: self.address.to_string(), ..settings(&self.instance) };
        let (program, _) = serve(&config, &log_of(&self.instance));
        self.program.lock().unwrap().replace(program);
    }

    /// The URL of a page.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Logs a person of the demo company in. The session is not that of any browser.
    pub async fn person(&self, email: &str) -> Persona {
        log_in(self.address, email).await
    }

    /// The folder with its data; e-mails are delivered to `mail` below it.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.instance.path()
    }

    /// Its log so far.
    #[must_use]
    pub fn log(&self) -> String {
        std::fs::read_to_string(log_of(&self.instance)).unwrap_or_default()
    }
}

/// Logs a person of the demo company in at a server.
pub async fn log_in(address: SocketAddr, email: &str) -> Persona {
    let nobody = Persona::anonymous(Endpoint::new(address));
    let credentials = NewSession { login: email.to_owned(), password: demo::PASSWORD.to_owned() };
    let reply = nobody.post("/session", &credentials).await;
    let cookie = reply.header("set-cookie").unwrap_or_default().to_owned();
    let secret = cookie.strip_prefix(SESSION_COOKIE).and_then(|rest| rest.strip_prefix('='));
    let secret = secret.and_then(|rest| rest.split(';').next()).expect("the session's cookie").to_owned();
    let _: Me = reply.good();
    nobody.session(&secret)
}

/// The path of the program: the one that `cargo xtask test` names, or the one that was built
/// beside the tests.
fn program() -> PathBuf {
    let beside = || {
        let here = std::env::current_exe().expect("the path of the tests");
        let folders = here.ancestors().skip(1).take(2);
        folders.map(|folder| folder.join("solicita")).find(|file| file.is_file())
    };
    let named = std::env::var_os("SOLICITA_BIN").map(PathBuf::from);
    named.or_else(beside).expect("the server: set SOLICITA_BIN, or run this by cargo xtask test --browser")
}

fn settings(instance: &DatabaseInstance) -> Config {
    Config { workers: 2, database_connections: 8, ..instance.config() }
}

fn log_of(instance: &DatabaseInstance) -> PathBuf {
    instance.path().join("server.log")
}

/// A command that runs the program with a configuration, and with no other settings from the
/// environment.
#[must_use]
pub fn command(config: &Config) -> Command {
    let mut command = Command::new(program());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("SOLICITA_")) {
        command.env_remove(name);
    }
    command.env("SOLICITA_DATABASE_URL", &config.database_url).env("SOLICITA_STORAGE_URL", &config.storage_url);
    command.env("SOLICITA_MAIL_URL", &config.mail_url).env("SOLICITA_MAIL_FROM", &config.mail_from);
    command.env("SOLICITA_LISTEN", &config.listen).env("SOLICITA_WORKERS", config.workers.to_string());
    command.env("SOLICITA_DATABASE_CONNECTIONS", config.database_connections.to_string());
    command
}

/// Starts the program, and waits until it listens. Its log is written to a file.
///
/// # Panics
/// When it does not start.
#[must_use]
pub fn serve(config: &Config, log: &Path) -> (Program, SocketAddr) {
    let mut command = command(config);
    let program = Program::start(command.args(["serve", "--demo"]), log);
    let address = program.wait_for(|line| line.strip_prefix("Solicita is at http://").map(str::to_owned));
    let address = address.unwrap_or_else(|error| panic!("the server does not start: {error}"));
    (program, address.parse().expect("an address"))
}

/// A database with the demo company. On SQLite it is a copy of one that was loaded before.
fn demo_company(database: Database) -> DatabaseInstance {
    if database == Database::Postgres {
        let instance = database.empty();
        load(&instance);
        return instance;
    }
    static LOADED: OnceLock<DatabaseInstance> = OnceLock::new();
    let loaded = LOADED.get_or_init(|| {
        let instance = database.empty();
        load(&instance);
        instance
    });
    let instance = database.empty();
    copy(loaded.path(), instance.path());
    instance
}

fn load(instance: &DatabaseInstance) {
    let done = command(&settings(instance)).args(["demo", "load"]).output().expect("the server's program");
    assert!(done.status.success(), "the demo company: {}", String::from_utf8_lossy(&done.stderr));
}

/// Copies the content of a folder into another.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder below one's own");
    for entry in std::fs::read_dir(from).expect("a folder that was just written").flatten() {
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target);
        } else {
            std::fs::copy(&source, &target).expect("a copy in the same folder");
        }
    }
}

/// A temporary folder, which is removed when it is dropped.
#[must_use]
pub fn folder(purpose: &str) -> tempfile::TempDir {
    tempfile::Builder::new().prefix(purpose).tempdir_in(scratch()).expect("a folder for temporary files")
}
