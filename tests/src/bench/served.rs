//! The two sides of a comparison: the product, and a bare handler of the same web
//! framework.

use crate::process::Program;
use crate::server;
use solicita::config::Config;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A server in a process of its own.
pub struct Served {
    /// Where it listens.
    pub address: SocketAddr,
    program: Program,
    _folder: Option<TempDir>,
}

impl Served {
    /// The product.
    #[must_use]
    pub fn product(config: &Config, log: &Path) -> Self {
        let (program, address) = server::serve(config, log);
        Self { address, program, _folder: None }
    }

    /// The bare handler, with an answer taken from the product: the same headers, the
    /// same body.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn bare(answer: &crate::Reply, workers: usize) -> Self {
        let folder = server::folder("bare-");
        std::fs::write(folder.path().join("body"), &answer.body).expect("a file");
        let headers = answer.headers.iter().filter(|(name, _)| !["content-length", "date"].contains(&name.as_str()));
        let lines: Vec<String> =
            headers.map(|(name, value)| format!("{name}: {}", value.to_str().unwrap_or_default())).collect();
        std::fs::write(folder.path().join("headers"), lines.join("\n")).expect("a file");
        let here = std::env::current_exe().expect("the path of this program");
        let mut command = Command::new(here.with_file_name("bare"));
        command.arg(folder.path()).arg(workers.to_string());
        let program = Program::start(&command, &folder.path().join("log"));
        let address = program.wait_for(|line| line.parse().ok()).expect("the bare handler listens");
        Self { address, program, _folder: Some(folder) }
    }

    /// Memory that is the process's own, in bytes (its share of files does not count).
    #[must_use]
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.program.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
        let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        kibibytes.unwrap_or(0) * 1024
    }
}
