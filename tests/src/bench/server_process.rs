//! The two servers that are compared: the product, and a bare handler of the same web
//! framework.

use crate::process::Program;
use crate::server;
use solicita::config::Config;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A server in a process of its own.
pub struct ServerProcess {
    /// Where it listens.
    pub address: SocketAddr,
    program: Program,
    _folder: Option<TempDir>,
}

impl ServerProcess {
    /// Starts the product.
    #[must_use]
    pub fn product(config: &Config, log: &Path) -> Self {
        let (program, address) = server::serve(config, log);
        Self { address, program, _folder: None }
    }

    /// Starts the bare handler, which gives an answer of the product: the same headers and the
    /// same body.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn bare_handler(answer: &crate::Reply, workers: usize) -> Self {
        let folder = server::folder("bare-handler-");
        std::fs::write(folder.path().join("body"), &answer.body).expect("a file");
        let headers = answer.headers.iter().filter(|(name, _)| !["content-length", "date"].contains(&name.as_str()));
        let lines: Vec<String> =
            headers.map(|(name, value)| format!("{name}: {}", value.to_str().unwrap_or_default())).collect();
        std::fs::write(folder.path().join("headers"), lines.join("\n")).expect("a file");
        let here = std::env::current_exe().expect("the path of this program");
        let mut command = Command::new(here.with_file_name("bare_handler"));
        command.arg(folder.path()).arg(workers.to_string());
        let program = Program::start(&command, &folder.path().join("log"));
        let address = program.wait_for(|line| line.parse().ok()).expect("the bare handler listens");
        Self { address, program, _folder: Some(folder) }
    }

    /// Anonymous memory of the process, in bytes: without that of mapped files.
    ///
    /// # Panics
    /// When the system does not say.
    #[must_use]
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.program.id())).expect("the process runs");
        let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
        let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        kibibytes.expect("RssAnon in kB") * 1024
    }
}
