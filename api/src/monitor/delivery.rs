//! Stores the changes of calls in the database: in their order, and in one transaction what one read gave.
//!
//! While the database is away the changes wait, up to a limit. Then the session reads nothing more, and an exchange
//! that cannot get rid of its events closes the connection.

use super::change_queue::{self, Batch, ChangeReceiver, ChangeSender};
use super::filter::CallFilter;
use super::sink::Sink;
use super::status::MonitorStatus;
use super::timing::Timing;
use crate::actions::monitoring;
use crate::app::App;
use crate::db::DbError;
use crate::error::{Error, Result};
use crate::shutdown::Shutdown;
use actix_web::ResponseError;
use actix_web::http::StatusCode;
use actix_web::rt;
use chrono::TimeDelta;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// The first delay before a batch is written again.
const FIRST_RETRY: Duration = Duration::from_millis(100);
/// How often a batch is tried that the database refuses for a reason of its own.
const MAX_REFUSALS: u32 = 3;

/// Stores what the sessions send.
struct Delivery {
    app: App,
    timing: Timing,
    sink: Arc<dyn Sink>,
    holder: String,
    status: watch::Sender<MonitorStatus>,
    changes: ChangeReceiver,
    filter: CallFilter,
    lease_lost: Shutdown,
}

/// A running delivery.
pub(super) struct DeliveryTask {
    task: rt::task::JoinHandle<()>,
    waiting: watch::Receiver<usize>,
}

/// Starts to store what is sent. When another node holds the lease, the delivery ends and requests `end`.
pub(super) fn start(
    app: &App,
    timing: &Timing,
    sink: &Arc<dyn Sink>,
    holder: &str,
    status: &watch::Sender<MonitorStatus>,
    end: &Shutdown,
) -> (ChangeSender, DeliveryTask) {
    let (sender, changes) = change_queue::channel(timing.buffered);
    let waiting = changes.watch_waiting();
    let delivery = Delivery {
        app: app.clone(),
        timing: timing.clone(),
        sink: sink.clone(),
        holder: holder.to_owned(),
        status: status.clone(),
        changes,
        filter: CallFilter::default(),
        lease_lost: end.clone(),
    };
    (sender, DeliveryTask { task: rt::spawn(delivery.run()), waiting })
}

impl DeliveryTask {
    /// Waits until everything is stored, but not longer than `patience`. The sender must be dropped before.
    pub async fn finish(mut self, patience: Duration) {
        if tokio::time::timeout(patience, &mut self.task).await.is_err() {
            self.task.abort();
            let reads = *self.waiting.borrow();
            tracing::error!(reads, "changes of calls could not be stored before watching ended; they are lost");
        }
    }
}

impl Delivery {
    async fn run(mut self) {
        while let Some(batch) = self.changes.receive().await {
            let holds_lease = self.deliver(&batch).await;
            self.changes.finish_batch();
            let waiting = self.changes.waiting();
            // A single batch is on its way; more are a delay that administrators should see.
            self.report_undelivered(if waiting > 1 { waiting } else { 0 });
            if !holds_lease {
                tracing::warn!("another node watches the telephone exchange now");
                self.lease_lost.request();
                return;
            }
        }
    }

    fn report_undelivered(&self, batches: usize) {
        self.status.send_if_modified(|status| status.set_undelivered(batches));
    }

    /// Stores one batch, however often it has to be tried. False when another node holds the lease.
    async fn deliver(&mut self, batch: &Batch) -> bool {
        let mut delay = FIRST_RETRY;
        let mut refusals = 0;
        loop {
            let error = match self.write(batch.clone()).await {
                Ok(Some(filter)) => {
                    self.filter = filter;
                    if delay > FIRST_RETRY {
                        tracing::info!("changes of calls are stored again");
                    }
                    return true;
                }
                Ok(None) => return false,
                Err(error) => error,
            };
            if !is_temporary(&error) {
                refusals += 1;
                if refusals == MAX_REFUSALS {
                    tracing::error!(%error, "changes of calls are refused by the database; they are left out");
                    return true;
                }
            }
            if delay == FIRST_RETRY {
                tracing::warn!(%error, "changes of calls cannot be stored now; they wait");
            }
            self.report_undelivered(self.changes.waiting());
            tokio::time::sleep(delay).await;
            delay = (delay * 2).min(self.timing.write_again.max(FIRST_RETRY * 2));
        }
    }

    /// Stores one batch in one transaction, and gives the filter as it is afterwards; `None` when another node holds
    /// the lease. Renewing the lease in the transaction keeps other nodes from taking it until the transaction ends.
    async fn write(&self, batch: Batch) -> Result<Option<CallFilter>, Error> {
        let (sink, holder, mut filter) = (self.sink.clone(), self.holder.clone(), self.filter.clone());
        let lease = TimeDelta::from_std(self.timing.lease).unwrap_or_default();
        self.app
            .write(move |tx| {
                if !monitoring::renew_lease(tx, &holder, lease)? {
                    return Ok(None);
                }
                match batch {
                    Batch::Begin => {
                        filter = CallFilter::default();
                        sink.begin(tx)?;
                    }
                    Batch::Changes(changes) => {
                        let kept = filter.keep(tx, &*sink, &changes)?;
                        if !kept.is_empty() {
                            sink.observe(tx, &kept)?;
                        }
                    }
                }
                Ok(Some(filter))
            })
            .await
    }
}

/// Whether the same write may succeed later, because the database is away or busy. A write that panicked is not tried
/// for long, although it is answered like those.
fn is_temporary(error: &Error) -> bool {
    !matches!(error, Error::Database(DbError::Stopped(_))) && error.status_code() == StatusCode::SERVICE_UNAVAILABLE
}
