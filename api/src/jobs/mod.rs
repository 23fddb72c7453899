//! Background work: the outbox, what the clock does to requests, sweeping, watching the
//! telephone exchange.
//!
//! Every node does all of it, but one at a time watches the exchange. Each item is looked at again inside its own
//! transaction, so that two nodes at the same item do it once.

mod clock;
mod feed;
pub mod outbox;
mod runner;
mod service_calls;
mod sweep;
mod telephones;
#[cfg(test)]
pub(crate) mod tests;

pub use clock::{close_due, resume_due, warn_due};
pub use runner::Jobs;
pub use service_calls::write_service_calls;
pub use sweep::{sweep_contents, sweep_rows};

use crate::app::App;
use crate::monitor::{self, CallSink, Timing};
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
    jobs.run("telephone exchange", |app, shutdown| monitor::run(app, Timing::default(), Arc::new(CallSink), shutdown));
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

/// What time does to requests and to telephony.
async fn run_clock(app: &App) {
    resume_due(app).await;
    close_due(app).await;
    warn_due(app).await;
    telephones::look_after(app).await;
}
