//! The queue of changes between the session that reads them and the delivery that stores them.

use crate::domain::telephony::ami::calls::Change;
use std::sync::Arc;
use tokio::sync::{mpsc, watch};

/// What is stored in one transaction.
#[derive(Clone)]
pub(super) enum Batch {
    /// A session begins.
    Begin,
    /// The changes that one read gave.
    Changes(Arc<Vec<Change>>),
}

/// The end of the queue that sessions write to.
pub(super) struct ChangeSender {
    batches: mpsc::UnboundedSender<Batch>,
    waiting: watch::Sender<usize>,
    limit: usize,
}

/// The end of the queue that the delivery reads from.
pub(super) struct ChangeReceiver {
    batches: mpsc::UnboundedReceiver<Batch>,
    waiting: watch::Sender<usize>,
}

/// A queue that is full when `limit` batches wait.
pub(super) fn channel(limit: usize) -> (ChangeSender, ChangeReceiver) {
    let (sender, receiver) = mpsc::unbounded_channel();
    let waiting = watch::Sender::new(0);
    let sender = ChangeSender { batches: sender, waiting: waiting.clone(), limit };
    (sender, ChangeReceiver { batches: receiver, waiting })
}

impl ChangeSender {
    /// Waits for room, and notes that a session begins.
    pub async fn begin_session(&self) {
        self.wait_for_room().await;
        self.enqueue(Batch::Begin);
    }

    /// Waits until there is room for one more batch.
    pub async fn wait_for_room(&self) {
        let mut waiting = self.waiting.subscribe();
        // This cannot fail, because `self` keeps a sender.
        let _ = waiting.wait_for(|waiting| *waiting < self.limit).await;
    }

    /// Adds the changes that one read gave. This adds them even when the queue is full.
    pub fn send(&self, changes: Vec<Change>) {
        if !changes.is_empty() {
            self.enqueue(Batch::Changes(Arc::new(changes)));
        }
    }

    fn enqueue(&self, batch: Batch) {
        self.waiting.send_modify(|waiting| *waiting += 1);
        if self.batches.send(batch).is_err() {
            tracing::debug!("changes of calls are not stored any more");
        }
    }
}

impl ChangeReceiver {
    /// The next batch. `None` when the queue is empty and its sender is gone.
    pub async fn receive(&mut self) -> Option<Batch> {
        self.batches.recv().await
    }

    /// Notes that a batch is done; it counts as waiting until then.
    pub fn finish_batch(&self) {
        self.waiting.send_modify(|waiting| *waiting -= 1);
    }

    /// How many batches wait.
    pub fn waiting(&self) -> usize {
        *self.waiting.borrow()
    }

    /// Observes how many batches wait.
    pub fn watch_waiting(&self) -> watch::Receiver<usize> {
        self.waiting.subscribe()
    }
}
