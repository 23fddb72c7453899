//! The load generator: wrk.

use crate::process;
use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

/// What one turn came to.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Turn {
    /// Answers.
    pub requests: u64,
    /// How long it took.
    pub microseconds: u64,
    /// Half of the answers took no longer, in microseconds.
    pub p50: u64,
    /// Ninety-nine of a hundred.
    pub p99: u64,
    /// All of them.
    pub max: u64,
    /// Answers that were none, or refusals.
    pub errors: u64,
}

impl Turn {
    /// Answers in a second.
    #[must_use]
    pub fn rate(&self) -> f64 {
        self.requests as f64 * 1e6 / self.microseconds.max(1) as f64
    }
}

/// Requests that are made over and over, in any order.
pub struct Load {
    folder: TempDir,
    token: String,
    connections: usize,
}

impl Load {
    /// From paths and the forms sent to them.
    ///
    /// # Panics
    /// When no file can be written.
    #[must_use]
    pub fn new(token: &str, connections: usize, asked: &[(String, String)]) -> Self {
        let folder = crate::server::folder("wrk-");
        let lines: Vec<String> = asked.iter().map(|(path, form)| format!("{path} {form}")).collect();
        std::fs::write(folder.path().join("asked"), lines.join("\n")).expect("a file");
        std::fs::write(folder.path().join("poll.lua"), include_str!("poll.lua")).expect("a file");
        Self { folder, token: token.to_owned(), connections }
    }

    /// Makes them for a while.
    ///
    /// # Panics
    /// When wrk does not tell how it went.
    #[must_use]
    pub fn run(&self, address: SocketAddr, turn: Duration) -> Turn {
        let (script, asked) = (self.file("poll.lua"), self.file("asked"));
        let output = Command::new(process::find("wrk", "wrk"))
            .args(["-t", "2", "-c", &self.connections.to_string()])
            .args(["-d", &format!("{}s", turn.as_secs().max(1)), "--timeout", "30s", "-s"])
            .arg(&script)
            .arg(format!("http://{address}/"))
            .arg("--")
            .arg(&self.token)
            .arg(&asked)
            .output()
            .expect("wrk runs");
        let said = String::from_utf8_lossy(&output.stdout);
        let result = said.lines().find_map(|line| line.strip_prefix("RESULT "));
        let result = result.and_then(|result| serde_json::from_str(result).ok());
        result.unwrap_or_else(|| panic!("wrk: {said}{}", String::from_utf8_lossy(&output.stderr)))
    }

    fn file(&self, name: &str) -> PathBuf {
        Path::new(self.folder.path()).join(name)
    }
}
