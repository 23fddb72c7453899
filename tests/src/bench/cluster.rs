//! A PostgreSQL whose data is kept between runs, with the durability that is shipped.

use crate::postgres;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What differs from PostgreSQL's own settings: memory for the machine it runs on.
/// `fsync`, `synchronous_commit` and `full_page_writes` stay as they are: on.
const SETTINGS: &str = "-c listen_addresses= -c shared_buffers=1GB -c max_wal_size=4GB -c max_connections=200";

/// A running PostgreSQL; stopped when this goes.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    owner: &'static str,
}

impl Cluster {
    /// Starts the one in a folder; makes it first when there is none.
    ///
    /// # Panics
    /// When PostgreSQL is not installed or does not start.
    #[must_use]
    pub fn start(folder: &Path) -> Self {
        let programs = postgres::programs().expect("PostgreSQL: apt-get install postgresql");
        std::fs::create_dir_all(folder).expect("a folder for the cluster");
        let owner = postgres::owner(folder);
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

    /// The address of a database.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("postgres:///{database}?host={}&user=postgres", self.folder.display())
    }

    /// The folder with its socket.
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
        // A server that stays would keep a pipe open.
        let status = self.command(program).args(args).stdout(std::process::Stdio::null()).status();
        assert!(status.is_ok_and(|status| status.success()), "{program}: see {}", self.folder.join("log").display());
    }

    fn is_running(&self) -> bool {
        let output = self.command("pg_ctl").arg("status").output();
        output.is_ok_and(|output| output.status.success())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Whatever happens here, the data is as PostgreSQL keeps it.
        let _ = self.command("pg_ctl").args(["-s", "-m", "fast", "stop"]).status();
    }
}
