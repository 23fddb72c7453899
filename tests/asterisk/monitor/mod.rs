//! A node that watches a peer.

mod delivery;
mod faults;
mod flood;
mod nodes;
mod page;
mod played;
mod queues;
mod seen;
mod settings;
mod trust;

pub use tests::asterisk::generated::{at, call, ringing};

/// How the lines of that call begin.
pub fn line(what: &str, number: usize) -> String {
    let (call, leg) = (10_000 + 2 * number, 10_001 + 2 * number);
    format!("{what} {call}/{leg} at {}", 20_000 + number)
}
