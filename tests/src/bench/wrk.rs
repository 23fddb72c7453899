//! The load generator wrk.

use crate::process;
use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

/// The result of one run.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct LoadResult {
    /// Answers.
    pub requests: u64,
    /// How long the run took, in microseconds.
    pub microseconds: u64,
    /// Median time of an answer, in microseconds.
    pub p50: u64,
    /// 99th percentile, in microseconds.
    pub p99: u64,
    /// The longest time, in microseconds.
    pub max: u64,
    /// Requests without an answer, and refusals.
    pub errors: u64,
}

impl LoadResult {
    /// Answers in a second.
    #[must_use]
    pub fn rate(&self) -> f64 {
        self.requests as f64 * 1e6 / self.microseconds.max(1) as f64
    }
}

/// HTTP requests that are sent again and again, in random order.
pub struct Load {
    folder: TempDir,
    token: String,
    connections: usize,
}

impl Load {
    /// Requests that send forms to paths.
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

    /// Sends them for a while.
    ///
    /// # Panics
    /// When wrk does not print a result.
    #[must_use]
    pub fn run(&self, address: SocketAddr, duration: Duration) -> LoadResult {
        let (script, asked) = (self.file("poll.lua"), self.file("asked"));
        let output = Command::new(process::find("wrk", "wrk"))
            .args(["-t", "2", "-c", &self.connections.to_string()])
            .args(["-d", &format!("{}s", duration.as_secs().max(1)), "--timeout", "30s", "-s"])
            .arg(&script)
            .arg(format!("http://{address}/"))
            .arg("--")
            .arg(&self.token)
            .arg(&asked)
            .output()
            .expect("wrk runs");
        let text = String::from_utf8_lossy(&output.stdout);
        let result = text.lines().find_map(|line| line.strip_prefix("RESULT "));
        let result = result.and_then(|result| serde_json::from_str(result).ok());
        result.unwrap_or_else(|| panic!("wrk: {text}{}", String::from_utf8_lossy(&output.stderr)))
    }

    fn file(&self, name: &str) -> PathBuf {
        Path::new(self.folder.path()).join(name)
    }
}
