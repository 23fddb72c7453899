//! Measuring: `cargo xtask bench`. What is measured and why stands in
//! `docs/performance.md`; nothing here passes or fails by the clock.

#![allow(clippy::print_stdout, reason = "whoever measures wants to see how far it is")]

pub mod cluster;
pub mod data;
pub mod pgbench;
pub mod polled;
pub mod popups;
pub mod report;
pub mod served;
pub mod wrk;

use std::time::Duration;

/// How much is measured.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Requests in the database.
    pub requests: u64,
    /// How often each of two sides has its turn.
    pub rounds: usize,
    /// How long a turn lasts.
    pub turn: Duration,
    /// Connections of the load generator.
    pub connections: usize,
    /// Connections to the database: of the server, and of pgbench.
    pub pool: u32,
    /// Pop-ups that are timed, of each kind.
    pub popups: usize,
}
