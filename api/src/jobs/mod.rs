//! Background work: the outbox, what the clock does to requests, sweeping, watching the
//! telephone exchange.
//!
//! Every node does all of it, but one at a time watches the exchange. Each item is looked at again inside its own
//! transaction, so that two nodes at the same item do it once.

mod clock;
mod feed;
pub mod outbox;
mod runner;
mod sweep;
#[cfg(test)]
pub(crate) mod tests;

pub use clock::{close_due, resume_due, warn_due};
pub use runner::Jobs;
pub use sweep::{sweep_contents, sweep_rows};

use crate::actions::{calls, extensions, presences, service_calls};
use crate::app::App;
use crate::error::Result;
use crate::monitor::{self, Timing};
use crate::tx::Tx;
use std::sync::Arc;
use std::time::Duration;

/// How often requests are looked at.
const CLOCK: Duration = Duration::from_secs(20);
/// How often calls to the telephony web services are written down.
const SERVICE_CALLS: Duration = Duration::from_secs(2);
/// How often rows are swept.
const SWEEP: Duration = Duration::from_secs(3_600);
/// How often contents of attachments are swept: every file is looked at.
const SWEEP_CONTENTS: Duration = Duration::from_secs(24 * 3_600);

/// Starts the background work. It ends with the runtime, or with [`Jobs::stop`].
pub fn start(app: &App) -> Jobs {
    let mut jobs = Jobs::new(app);
    jobs.run("outbox", outbox::run);
    jobs.run("live events", feed::run);
    jobs.run("telephone exchange", |app, stop| {
        monitor::run(app, Timing::default(), Arc::new(calls::asterisk::Calls), stop)
    });
    jobs.every("clock", CLOCK, async |app| run_clock(app).await);
    jobs.every("log of the web services", SERVICE_CALLS, async |app| write_service_calls(app).await);
    jobs.every("sweep", SWEEP, async |app| _ = sweep_rows(app).await);
    jobs.every("sweep of contents", SWEEP_CONTENTS, async |app| _ = sweep_contents(app).await);
    jobs
}

/// Does everything that is due, once.
pub async fn run_due(app: &App) {
    run_clock(app).await;
    sweep_rows(app).await;
    sweep_contents(app).await;
    outbox::deliver_due(app).await;
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
    let present = renew_presences(app).await;
    let released = if_due(app, extensions::any_absent, extensions::release_absent).await;
    let ended = if_due(app, calls::stale::are_there, calls::stale::end).await;
    for (what, done) in [("presences", present), ("extensions", released), ("calls", ended)] {
        if let Err(error) = done {
            tracing::warn!(what, %error, "could not be looked after");
        }
    }
}

/// Does something when a look says that it is due, because looking keeps nobody from writing.
async fn if_due(app: &App, due: fn(&mut Tx<'_>) -> Result<bool>, act: fn(&mut Tx<'_>) -> Result<usize>) -> Result<()> {
    if app.read(due).await? {
        app.write(act).await?;
    }
    Ok(())
}

/// Renews the rows of those who have a page open here, and removes those of nodes
/// that are gone. Writes only when there are any.
async fn renew_presences(app: &App) -> Result<()> {
    let (people, node) = (app.node.presence.people(), app.node.presence.node());
    if people.is_empty() && !app.read(presences::any_gone).await? {
        return Ok(());
    }
    app.write(move |tx| presences::renew(tx, &node, &people)).await
}

/// Writes down the calls to the web services that wait. Those that cannot be written are lost: nothing rests on them.
pub async fn write_service_calls(app: &App) {
    let calls = app.node.service_calls.take();
    if calls.is_empty() {
        return;
    }
    if let Err(error) = app.write(move |tx| service_calls::write(tx, calls)).await {
        tracing::warn!(%error, "calls to the web services could not be written down");
    }
}
