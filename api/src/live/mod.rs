//! Telling open pages that something changed.
//!
//! The table `live_events` is the truth. A commit wakes the [`Bus`]; each open
//! stream then reads what is new for its person. On PostgreSQL other nodes'
//! commits are found by looking once a second.

mod audience;
mod presence;
mod stream;

pub use audience::concerns;
pub use presence::{Presence, renew};
pub use stream::events;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::watch;

/// Wakes the open streams of this node.
#[derive(Clone)]
pub struct Bus {
    sender: Arc<watch::Sender<u64>>,
    closed: Arc<AtomicBool>,
}

impl Default for Bus {
    fn default() -> Self {
        Self { sender: Arc::new(watch::channel(0).0), closed: Arc::default() }
    }
}

impl Bus {
    /// Something was committed.
    pub fn wake(&self) {
        self.sender.send_modify(|count| *count = count.wrapping_add(1));
    }

    /// The server is stopping: streams end, and browsers come back to whoever is next.
    pub fn close(&self) {
        self.closed.store(true, Ordering::Release);
        self.wake();
    }

    /// Whether the server is stopping.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }

    /// Waits for the next commit.
    #[must_use]
    pub fn listen(&self) -> watch::Receiver<u64> {
        self.sender.subscribe()
    }
}
