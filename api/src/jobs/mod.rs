//! Background work: the outbox, what the clock does to requests, sweeping, watching the
//! telephone exchange.
//!
//! Every node does all of it, but one at a time watches the exchange. Each item is looked at again inside its own
//! transaction, so that two nodes at the same item do it once.

mod clock;
mod sweep;
#[cfg(test)]
mod tests;

pub use clock::{close_due, resume_due, warn_due};
pub use sweep::{sweep_contents, sweep_rows};

use crate::actions::{calls, extensions};
use crate::app::App;
use crate::error::Result;
use crate::handlers::telephony;
use crate::live;
use crate::mail::worker;
use crate::monitor::{self, CallSink, Timing};
use crate::tx::Tx;
use actix_web::rt;
use actix_web::rt::task::JoinHandle;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often requests are looked at.
const CLOCK: Duration = Duration::from_secs(20);
/// How often calls to the telephony web services are written down.
const LEDGER: Duration = Duration::from_secs(2);
/// How often rows are swept.
const SWEEP: Duration = Duration::from_secs(3_600);
/// How often contents of attachments are swept: every file is looked at.
const SWEEP_CONTENTS: Duration = Duration::from_secs(24 * 3_600);
/// Pause before a task that ended by a panic begins again.
const AGAIN: Duration = Duration::from_secs(5);
/// How long [`Jobs::stop`] waits for what is under way.
const PATIENCE: Duration = Duration::from_secs(10);

/// The background work of this node.
pub struct Jobs {
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Jobs {
    /// Begins nothing new, and waits for what is under way, at most ten seconds.
    /// What is not finished then is taken up again by whoever comes next.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        let all = futures_util::future::join_all(self.tasks);
        if rt::time::timeout(PATIENCE, all).await.is_err() {
            tracing::warn!("background work was still under way when the server stopped");
        }
    }
}

/// Starts the background work. It ends with the runtime, or with [`Jobs::stop`].
pub fn start(app: &App) -> Jobs {
    let stop = watch::Sender::new(false);
    let outbox = {
        let (app, stop) = (app.clone(), stop.clone());
        keep("outbox", &stop.clone(), move || worker::run(app.clone(), stop.subscribe()))
    };
    let calls = {
        let (app, sender) = (app.clone(), stop.clone());
        let watch = move || monitor::run(app.clone(), Timing::default(), Arc::new(CallSink), sender.clone().into());
        keep("telephone exchange", &stop, watch)
    };
    let tasks = vec![
        outbox,
        calls,
        every("clock", CLOCK, app, &stop, async |app| run_clock(app).await),
        every("ledger of the web services", LEDGER, app, &stop, async |app| {
            if let Err(error) = telephony::flush(app).await {
                tracing::warn!(%error, "calls to the web services could not be written down");
            }
        }),
        every("sweep", SWEEP, app, &stop, async |app| _ = sweep_rows(app).await),
        every("sweep of contents", SWEEP_CONTENTS, app, &stop, async |app| _ = sweep_contents(app).await),
    ];
    Jobs { stop, tasks }
}

/// Does everything that is due, once.
pub async fn run_due(app: &App) {
    run_clock(app).await;
    sweep_rows(app).await;
    sweep_contents(app).await;
    worker::deliver_due(app).await;
}

async fn run_clock(app: &App) {
    resume_due(app).await;
    close_due(app).await;
    warn_due(app).await;
    phones(app).await;
}

/// What time does to telephony: attendants who are gone give up their extensions,
/// calls that nobody ended are over.
async fn phones(app: &App) {
    let present = live::renew(app).await;
    let released = if_due(app, extensions::any_absent, extensions::release_absent).await;
    let ended = if_due(app, calls::forgotten::are_there, calls::forgotten::end).await;
    for (what, done) in [("presences", present), ("extensions", released), ("calls", ended)] {
        if let Err(error) = done {
            tracing::warn!(what, %error, "could not be looked after");
        }
    }
}

/// Does something when a look says that it is due: a commit wakes every open page.
async fn if_due(app: &App, due: fn(&mut Tx<'_>) -> Result<bool>, act: fn(&mut Tx<'_>) -> Result<usize>) -> Result<()> {
    if app.read(due).await? {
        app.write(act).await?;
    }
    Ok(())
}

/// Ends when the background work is to stop.
pub(crate) async fn stopped(stop: &mut watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        // Nobody is left who could say so.
        std::future::pending().await
    }
}

/// Spawns a task that does something at once, and then again and again.
fn every(
    name: &'static str,
    pause: Duration,
    app: &App,
    stop: &watch::Sender<bool>,
    work: impl AsyncFn(&App) + Copy + 'static,
) -> JoinHandle<()> {
    let (app, sender) = (app.clone(), stop.clone());
    keep(name, stop, move || {
        let (app, mut stop) = (app.clone(), sender.subscribe());
        async move {
            while !*stop.borrow() {
                work(&app).await;
                tokio::select! {
                    () = stopped(&mut stop) => return,
                    () = rt::time::sleep(pause) => {}
                }
            }
        }
    })
}

/// Spawns a task that begins again should it panic.
fn keep<W>(name: &'static str, stop: &watch::Sender<bool>, work: impl Fn() -> W + 'static) -> JoinHandle<()>
where
    W: Future<Output = ()> + 'static,
{
    let stop = stop.clone();
    rt::spawn(async move {
        while let Err(error) = rt::spawn(work()).await {
            if !error.is_panic() || *stop.borrow() {
                return;
            }
            tracing::error!(task = name, "a background task panicked; it begins again");
            rt::time::sleep(AGAIN).await;
        }
    })
}
