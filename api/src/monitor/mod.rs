//! Monitors an Asterisk. While the parameters ask for it, one node holds a connection to the manager interface (AMI)
//! and passes what happens to calls on to a [`Sink`]. `docs/adr/0009-watching-asterisk.md` says why it works like this.
//!
//! [`run`] follows the parameters and the lease. Below it, [`connection`] and [`login`] make one connection,
//! [`session`] follows the calls on it, [`delivery`] stores their changes, and [`state`] stores what administrators
//! see.

mod back_off;
mod change_queue;
mod connection;
mod delivery;
mod filter;
mod lease;
mod login;
mod permissions;
mod poller;
mod session;
mod settings;
mod sink;
mod state;
mod status;
mod timing;

pub use sink::{CallSink, Sink};
pub use timing::Timing;

use crate::app::App;
use crate::domain::telephony::monitoring::{DisconnectReason, MonitorSettings, MonitorTarget};
use crate::shutdown::Shutdown;
use back_off::BackOff;
use chrono::TimeDelta;
use lease::Lease;
use session::{SessionContext, SessionEnd};
use status::MonitorStatus;
use std::sync::Arc;
use tokio::sync::watch;
use tokio::time::sleep;

/// Monitors while the parameters ask for it and no other node does. On shutdown, calls under way are reported as lost
/// and the lease is given back.
pub async fn run(app: App, timing: Timing, sink: Arc<dyn Sink>, shutdown: Shutdown) {
    let settings = watch::Sender::new(MonitorSettings::Off);
    let monitor = Monitor { app: &app, timing: &timing, sink: &sink, shutdown: &shutdown };
    tokio::select! {
        () = settings::follow(&app, &timing, &settings) => {}
        () = monitor.run(settings.subscribe()) => {}
    }
}

/// What every function of the monitor needs.
struct Monitor<'a> {
    app: &'a App,
    timing: &'a Timing,
    sink: &'a Arc<dyn Sink>,
    shutdown: &'a Shutdown,
}

impl Monitor<'_> {
    /// Competes for the lease while the settings ask for it, and monitors while this node holds it. Ends on shutdown.
    async fn run(&self, mut settings: watch::Receiver<MonitorSettings>) {
        while !self.shutdown.is_requested() {
            let current = settings.borrow_and_update().clone();
            let Some(target) = current.target() else {
                tokio::select! {
                    () = self.shutdown.requested() => return,
                    _ = settings.changed() => continue,
                }
            };
            // Each lease has another holder, so that what the last holder wrote does not count any more.
            let lease = Lease::new(self.app, self.timing);
            if !lease.take().await {
                tokio::select! {
                    () = self.shutdown.requested() => return,
                    _ = settings.changed() => {}
                    () = sleep(self.timing.renew) => {}
                }
                continue;
            }
            self.monitor(target, &lease, &mut settings).await;
            lease.release().await;
        }
    }

    /// Monitors one exchange while this node holds the lease and the settings stay the same.
    async fn monitor(
        &self,
        target: &MonitorTarget,
        lease: &Lease<'_>,
        settings: &mut watch::Receiver<MonitorSettings>,
    ) {
        let (app, timing) = (self.app, self.timing);
        let status = watch::Sender::new(MonitorStatus::new(target.address.to_string(), app.clock.now()));
        let end = Shutdown::new();
        let (changes, delivery) = delivery::start(app, timing, self.sink, lease.holder(), &status, &end);
        let until_end = async {
            tokio::select! {
                () = self.shutdown.requested() => {}
                () = end.requested() => {}
                () = lease.keep() => {}
                _ = settings.changed() => {}
            }
            end.request();
        };
        let context = SessionContext { timing, clock: &app.clock, status: &status, changes: &changes };
        let monitoring = async { tokio::join!(until_end, run_sessions(&context, target, &end)) };
        tokio::select! {
            _ = monitoring => {}
            () = state::keep_stored(app, timing, lease.holder(), status.subscribe()) => {}
        }
        drop(changes);
        delivery.finish(timing.wind_down).await;
    }
}

/// Connects again and again, until the end is requested.
async fn run_sessions(context: &SessionContext<'_>, target: &MonitorTarget, end: &Shutdown) {
    let mut back_off = BackOff::new(context.timing);
    while !end.is_requested() {
        let now = context.clock.now();
        context.status.send_modify(|status| status.set_connecting(now));
        let connecting = tokio::select! {
            () = end.requested() => return,
            connecting = connection::connect(&target.address, context.timing) => connecting,
        };
        let SessionEnd { logged_in, reason } = match connecting {
            Ok(connection) => session::run(context, connection, target, end).await,
            Err(reason) => SessionEnd { logged_in: false, reason },
        };
        if reason == DisconnectReason::Ended {
            return;
        }
        let delay = back_off.next_delay(logged_in, reason);
        let now = context.clock.now();
        let next_try_at = now + TimeDelta::from_std(delay).unwrap_or_default();
        context.status.send_modify(|status| status.set_waiting(reason, now, next_try_at));
        let seconds = delay.as_secs_f32();
        tracing::warn!(reason = reason.code(), seconds, "not connected to the telephone exchange; it is tried again");
        tokio::select! {
            () = end.requested() => return,
            () = sleep(delay) => {}
        }
    }
}
