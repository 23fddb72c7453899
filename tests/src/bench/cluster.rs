//! A PostgreSQL server whose data is kept between runs, with its default durability.

use crate::postgres;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The settings that differ from PostgreSQL's defaults: memory for the machine that it runs on.
/// `fsync`, `synchronous_commit` and `full_page_writes` stay on.
const SETTINGS: &str = "-c listen_addresses= -c shared_buffers=1GB -c max_wal_size=4GB -c max_connections=200";

/// A running PostgreSQL server. It is stopped when this is dropped.
#[derive(Debug)]
pub struct PostgresCluster {
    folder: PathBuf,
    programs: PathBuf,
    owner: &'static str,
}

impl PostgresCluster {
    /// Starts the server of a folder; creates the data first when there is none.
    ///
    /// # Panics
    /// When PostgreSQL is not installed or does not start.
    #[must_use]
    pub fn start(folder: &Path) -> Self {
        let programs = postgres::programs().expect("PostgreSQL: apt-get install postgresql");
        std::fs::create_dir_all(folder).expect("a folder for the cluster");
        let owner = postgres::run_as_owner(folder);
        let cluster = Self { folder: folder.to_owned(), programs, owner };
        if !cluster.data().join("PG_VERSION").exists() {
            cluster.run("initdb", &["-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]);
        }
        if !cluster.is_running() {
            let options = format!("-k {} {SETTINGS}", folder.display());
            let log = folder.join("log").display().to_string();
            cluster.run("pg_ctl", &["-w", "-s", "-t", "120", "-o", &options, "-l", &log, "start"]);
        }
        cluster
    }

    /// The URL of a database.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("postgres:///{database}?host={}&user=postgres", self.folder.display())
    }

    /// The folder of its socket.
    #[must_use]
    pub fn socket(&self) -> &Path {
        &self.folder
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn command(&self, program: &str) -> Command {
        let mut words = self.owner.split_whitespace();
        let program = self.programs.join(program);
        let mut command = match words.next() {
            Some(first) => {
                let mut command = Command::new(first);
                command.args(words).arg(program);
                command
            }
            None => Command::new(program),
        };
        command.arg("-D").arg(self.data()).current_dir(&self.folder);
        command
    }

    fn run(&self, program: &str, args: &[&str]) {
        // The server would keep a pipe open.
        let status = self.command(program).args(args).stdout(std::process::Stdio::null()).status();
        assert!(status.is_ok_and(|status| status.success()), "{program}: see {}", self.folder.join("log").display());
    }

    fn is_running(&self) -> bool {
        let output = self.command("pg_ctl").arg("status").output();
        output.is_ok_and(|output| output.status.success())
    }
}

impl Drop for PostgresCluster {
    fn drop(&mut self) {
        // If it fails, PostgreSQL recovers its data at the next start.
        let _ = self.command("pg_ctl").args(["-s", "-m", "fast", "stop"]).status();
    }
}
