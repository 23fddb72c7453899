//! Wakes those of this node who wait for what a transaction made, once it is committed.

use crate::tx::Made;
use std::sync::Arc;
use tokio::sync::{Notify, watch};

/// The signals. Cheap to clone.
#[derive(Clone)]
pub struct Signals {
    live: Arc<watch::Sender<()>>,
    parameters: Arc<watch::Sender<()>>,
    mail: Arc<Notify>,
}

impl Default for Signals {
    fn default() -> Self {
        Self {
            live: Arc::new(watch::Sender::new(())),
            parameters: Arc::new(watch::Sender::new(())),
            mail: Arc::new(Notify::new()),
        }
    }
}

impl Signals {
    /// A transaction was committed: wakes those who wait for what it made.
    pub fn committed(&self, made: Made) {
        if made.live_events || made.logged_out {
            self.live.send_replace(());
        }
        if made.mail {
            self.mail.notify_one();
        }
        if made.parameters {
            self.parameters.send_replace(());
        }
    }

    /// Changes whenever live events were committed, or a session ended.
    #[must_use]
    pub fn live(&self) -> watch::Receiver<()> {
        self.live.subscribe()
    }

    /// Changes whenever parameters were.
    #[must_use]
    pub fn parameters(&self) -> watch::Receiver<()> {
        self.parameters.subscribe()
    }

    /// Ends when e-mails were committed since this was last awaited. One task may wait.
    pub async fn mail(&self) {
        self.mail.notified().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_are_woken_whom_it_concerns() {
        let signals = Signals::default();
        let (live, parameters) = (signals.live(), signals.parameters());
        signals.committed(Made::default());
        signals.committed(Made { mail: true, ..Made::default() });
        assert!(!live.has_changed().unwrap() && !parameters.has_changed().unwrap());
        signals.committed(Made { logged_out: true, ..Made::default() });
        assert!(live.has_changed().unwrap() && !parameters.has_changed().unwrap());
        signals.committed(Made { parameters: true, ..Made::default() });
        assert!(parameters.has_changed().unwrap());
    }
}
