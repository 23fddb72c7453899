//! Changes of calls on their way into the database: in order, one transaction for what
//! one read gave. While the database is away they wait, up to a limit; then no more is
//! read, and an exchange that cannot get rid of its events closes the connection.

use super::LEASE;
use super::filter::Filter;
use super::state::Board;
use super::timing::Timing;
use crate::app::App;
use crate::db::{DbError, stored};
use crate::domain::telephony::ami::calls::Change;
use crate::error::{Error, Result};
use crate::models;
use crate::tx::Tx;
use actix_web::ResponseError;
use actix_web::http::StatusCode;
use actix_web::rt;
use chrono::TimeDelta;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};

/// What becomes of the changes. Each function is called inside a write transaction,
/// which may be undone and tried again.
pub trait Sink: Send + Sync + 'static {
    /// A new session with the exchange begins: what is still open from earlier ones was
    /// lost when their node died, or was told as lost.
    ///
    /// # Errors
    /// When the database does not answer.
    fn begin(&self, tx: &mut Tx<'_>) -> Result<()>;

    /// Changes, in order. After another node took over some may come twice.
    ///
    /// # Errors
    /// When the database does not answer.
    fn observe(&self, tx: &mut Tx<'_>, changes: &[Change]) -> Result<()>;

    /// Whether somebody recorded an extension.
    ///
    /// # Errors
    /// When the database does not answer.
    fn is_recorded(&self, tx: &mut Tx<'_>, extension: &str) -> Result<bool>;
}

/// First pause before something is written again.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
/// Tries of something that the database refuses for a reason of its own.
const TRIES: u32 = 3;

#[derive(Clone)]
enum Parcel {
    Begin,
    Changes(Arc<Vec<Change>>),
}

/// Where sessions leave what they learn.
pub(super) struct Outbox {
    parcels: mpsc::UnboundedSender<Parcel>,
    waiting: watch::Sender<usize>,
    buffered: usize,
}

impl Outbox {
    /// A session begins.
    pub async fn begin(&self) {
        self.room().await;
        self.put(Parcel::Begin);
    }

    /// Waits until there is room for one more read.
    pub async fn room(&self) {
        let mut waiting = self.waiting.subscribe();
        if waiting.wait_for(|waiting| *waiting < self.buffered).await.is_err() {
            // Not while this sender is there.
            std::future::pending().await
        }
    }

    /// What one read gave.
    pub fn changes(&self, changes: Vec<Change>) {
        if !changes.is_empty() {
            self.put(Parcel::Changes(Arc::new(changes)));
        }
    }

    fn put(&self, parcel: Parcel) {
        self.waiting.send_modify(|waiting| *waiting += 1);
        if self.parcels.send(parcel).is_err() {
            tracing::debug!("changes of calls are not stored any more");
        }
    }
}

/// Stores what the sessions leave.
pub(super) struct Delivery {
    app: App,
    timing: Timing,
    sink: Arc<dyn Sink>,
    holder: String,
    board: watch::Sender<Board>,
    parcels: mpsc::UnboundedReceiver<Parcel>,
    waiting: watch::Sender<usize>,
    filter: Filter,
    task_over: watch::Sender<bool>,
}

/// A delivery that runs.
pub(super) struct Running {
    task: rt::task::JoinHandle<()>,
    waiting: watch::Sender<usize>,
    /// Turns true when another node took over.
    pub over: watch::Receiver<bool>,
}

/// Starts storing what is left in the outbox.
pub(super) fn start(
    app: &App,
    timing: &Timing,
    sink: &Arc<dyn Sink>,
    holder: &str,
    board: &watch::Sender<Board>,
) -> (Outbox, Running) {
    let (sender, parcels) = mpsc::unbounded_channel();
    let (waiting, task_over) = (watch::Sender::new(0), watch::Sender::new(false));
    let over = task_over.subscribe();
    let delivery = Delivery {
        app: app.clone(),
        timing: timing.clone(),
        sink: sink.clone(),
        holder: holder.to_owned(),
        board: board.clone(),
        parcels,
        waiting: waiting.clone(),
        filter: Filter::default(),
        task_over,
    };
    let outbox = Outbox { parcels: sender, waiting: waiting.clone(), buffered: timing.buffered };
    (outbox, Running { task: rt::spawn(delivery.run()), waiting, over })
}

impl Running {
    /// Waits until everything is stored, for a while; the outbox must be gone.
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
        while let Some(parcel) = self.parcels.recv().await {
            let own = self.deliver(&parcel).await;
            self.waiting.send_modify(|waiting| *waiting -= 1);
            self.tell();
            if !own {
                tracing::warn!("another node watches the telephone exchange now");
                self.task_over.send_replace(true);
                return;
            }
        }
    }

    /// Says how many reads wait.
    fn tell(&self) {
        let waiting = *self.waiting.borrow();
        self.board.send_if_modified(|board| board.undelivered(if waiting > 1 { waiting } else { 0 }));
    }

    /// Stores one parcel, however often it takes; false when the lease is another's.
    async fn deliver(&mut self, parcel: &Parcel) -> bool {
        let mut pause = FIRST_PAUSE;
        let mut refused = 0;
        loop {
            let error = match self.write(parcel.clone()).await {
                Ok(Some(filter)) => {
                    self.filter = filter;
                    if pause > FIRST_PAUSE {
                        tracing::info!("changes of calls are stored again");
                    }
                    return true;
                }
                Ok(None) => return false,
                Err(error) => error,
            };
            let waiting = *self.waiting.borrow();
            if !may_pass(&error) {
                refused += 1;
                if refused == TRIES {
                    tracing::error!(%error, "changes of calls are refused by the database; they are left out");
                    return true;
                }
            }
            if pause == FIRST_PAUSE {
                tracing::warn!(%error, "changes of calls cannot be stored now; they wait");
            }
            self.board.send_if_modified(|board| board.undelivered(waiting));
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(self.timing.write_again.max(FIRST_PAUSE * 2));
        }
    }

    /// One transaction. Renewing the lease keeps other nodes out until it ends.
    async fn write(&self, parcel: Parcel) -> Result<Option<Filter>, Error> {
        let (sink, holder, mut filter) = (self.sink.clone(), self.holder.clone(), self.filter.clone());
        let lease = TimeDelta::from_std(self.timing.lease).unwrap_or_default();
        self.app
            .write(move |tx| {
                if !models::leases::renew(tx.conn, LEASE, &holder, stored(tx.now + lease))? {
                    return Ok(None);
                }
                match parcel {
                    Parcel::Begin => {
                        filter = Filter::default();
                        sink.begin(tx)?;
                    }
                    Parcel::Changes(changes) => {
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

/// Whether the database may take it at another time: it is away, or busy. A panic is
/// none of that.
fn may_pass(error: &Error) -> bool {
    !matches!(error, Error::Database(DbError::Stopped(_))) && error.status_code() == StatusCode::SERVICE_UNAVAILABLE
}
