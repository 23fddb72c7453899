//! Measures the product: `cargo xtask bench`. `docs/performance.md` says what is measured and
//! why. Nothing here passes or fails by the clock.

#![allow(clippy::print_stdout, reason = "it shows the progress of the measurements")]

pub mod cluster;
pub mod data;
pub mod pgbench;
pub mod polled;
pub mod popups;
pub mod report;
pub mod server_process;
pub mod wrk;

use std::time::Duration;

/// How much is measured.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Requests in the database.
    pub requests: u64,
    /// How often each side of a comparison is measured.
    pub rounds: usize,
    /// How long one measurement of a side lasts.
    pub duration: Duration,
    /// Connections of the load generator.
    pub connections: usize,
    /// Connections to the database, of the server and of pgbench.
    pub pool: u32,
    /// How many pop-ups of each kind are timed.
    pub popups: usize,
}
