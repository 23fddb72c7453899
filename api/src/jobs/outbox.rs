//! Empties the outbox.
//!
//! An e-mail is leased to one worker, handed over, and marked. The lease lasts
//! longer than a hand-over can, so that no two nodes send the same e-mail; when
//! its worker dies the lease runs out, and the e-mail is tried again. Between the
//! server's “yes” and the mark there is a moment in which a crash makes an e-mail
//! go out twice; it then has the same `Message-ID`.

use crate::actions::outbox::{self, Leased};
use crate::app::App;
use crate::error::Result;
use crate::mail::failure::{Cause, Failure};
use crate::mail::smtp::Patience;
use crate::mail::transport;
use crate::shutdown::Shutdown;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use futures_util::{FutureExt, StreamExt};
use std::collections::HashSet;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

/// E-mails handed over at the same time.
const AT_ONCE: usize = 4;
/// How often the outbox is looked at although nothing woke the worker.
const LOOK: Duration = Duration::from_secs(10);
/// Wakes that come within this time are one.
const TOGETHER: Duration = Duration::from_millis(50);
/// After the mark of a hand-over could not be written.
const MARK_AGAIN: Duration = Duration::from_secs(1);
/// What became of an e-mail that was leased.
struct Done {
    id: i64,
    failed: Option<Cause>,
}

/// The worker of one node.
struct Worker {
    app: App,
    running: FuturesUnordered<BoxFuture<'static, Done>>,
    in_hand: HashSet<i64>,
    delivered: usize,
    /// The server was in trouble since it last took an e-mail.
    trouble: bool,
}

/// Empties the outbox until the shutdown; then what is being handed over is
/// finished.
pub async fn run(app: App, shutdown: Shutdown) {
    let mut worker = Worker::new(app);
    while !shutdown.is_requested() {
        worker.fill().await;
        let has_room = worker.running.len() < AT_ONCE;
        let signals = worker.app.node.signals.clone();
        tokio::select! {
            biased;
            () = shutdown.requested() => {}
            Some(done) = worker.running.next() => worker.settle(done).await,
            () = async { signals.mail().await; tokio::time::sleep(TOGETHER).await }, if has_room => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
    worker.finish().await;
}

/// Delivers until nothing is due any more (tests, and before a demo starts); gives
/// the number of e-mails handed over.
pub async fn deliver_due(app: &App) -> usize {
    let mut worker = Worker::new(app.clone());
    loop {
        worker.fill().await;
        match worker.running.next().await {
            Some(done) => worker.settle(done).await,
            None => return worker.delivered,
        }
    }
}

impl Worker {
    fn new(app: App) -> Self {
        // Whoever starts does not know what was before.
        Self { app, running: FuturesUnordered::new(), in_hand: HashSet::new(), delivered: 0, trouble: true }
    }

    /// Leases e-mails while there is room and there are any.
    async fn fill(&mut self) {
        while self.running.len() < AT_ONCE {
            match next(&self.app, self.in_hand.clone()).await {
                Ok(Some(leased)) => {
                    self.in_hand.insert(leased.id);
                    self.running.push(Box::pin(perform(self.app.clone(), leased)));
                }
                Ok(None) => return,
                Err(error) => {
                    tracing::warn!(%error, "the outbox cannot be read");
                    return;
                }
            }
        }
    }

    async fn settle(&mut self, done: Done) {
        self.in_hand.remove(&done.id);
        match done.failed {
            Some(cause) => self.trouble |= cause.is_everybodys(),
            None => {
                self.delivered += 1;
                if std::mem::take(&mut self.trouble) {
                    over(&self.app).await;
                }
            }
        }
    }

    async fn finish(&mut self) {
        while let Some(done) = self.running.next().await {
            self.in_hand.remove(&done.id);
        }
    }
}

/// The server takes e-mails again: those that wait because it did not need wait
/// no longer.
async fn over(app: &App) {
    if let Err(error) = app.write(outbox::hurry).await {
        tracing::warn!(%error, "waiting e-mails could not be brought forward");
    }
}

/// Leases an e-mail that is due, if there is one.
async fn next(app: &App, in_hand: HashSet<i64>) -> Result<Option<Leased>> {
    // Looking costs nobody a write.
    if !app.read(outbox::is_any_due).await? {
        return Ok(None);
    }
    let config = app.config.clone();
    app.write(move |tx| outbox::lease(tx, &config, &in_hand)).await
}

async fn perform(app: App, leased: Leased) -> Done {
    let id = leased.id;
    let outcome = match &leased.ready {
        Ok((account, mail)) => {
            let delivery = transport::deliver(&app.storage, account, mail, Patience::default());
            // One e-mail that a library cannot cope with must not stop the others.
            let delivered = AssertUnwindSafe(delivery).catch_unwind().await;
            delivered.unwrap_or_else(|_| Err(Failure::new(Cause::Internal, "")))
        }
        Err(failure) => Err(failure.clone()),
    };
    let Err(failure) = outcome else {
        mark_sent(&app, id).await;
        return Done { id, failed: None };
    };
    tracing::warn!(email = id, attempt = leased.attempt, cause = %failure, "an e-mail was not handed over");
    let cause = failure.cause;
    if let Err(error) = app.write(move |tx| outbox::mark_failed(tx, &leased, &failure)).await {
        // The lease runs out, and it is tried again.
        tracing::warn!(email = id, %error, "a failure could not be noted");
    }
    Done { id, failed: Some(cause) }
}

/// The server has it: until that is written, it is not done.
async fn mark_sent(app: &App, id: i64) {
    while let Err(error) = app.write(move |tx| outbox::mark_sent(tx, id)).await {
        tracing::error!(email = id, %error, "an e-mail was handed over, but that could not be noted; trying again");
        tokio::time::sleep(MARK_AGAIN).await;
    }
    tracing::debug!(email = id, "an e-mail was handed over");
}
