//! Watching an Asterisk: a connection to its manager interface is held while the
//! parameters ask for it, by one node at a time, and what happens to calls goes to a
//! [`Sink`] (telephony page, section 4; ADR 9).
//!
//! [`run`] follows the parameters and the lease. Beneath it: [`link`] and [`login`]
//! (one connection), [`session`] (what is asked and followed on it), [`delivery`]
//! (changes into the database), [`state`] (what administrators see).

mod delivery;
mod filter;
mod lease;
mod link;
mod login;
mod pauses;
mod questions;
mod reason;
mod session;
mod settings;
mod state;
mod timing;

pub use delivery::Sink;
pub use reason::Reason;
pub use settings::{Target, Wanted};
pub use state::{Phase, Status, current};
pub use timing::Timing;

use crate::app::App;
use lease::Lease;
use pauses::Pauses;
use session::Around;
use state::Board;
use std::sync::Arc;
use tokio::sync::watch;
use tokio::time::sleep;

/// The name of the lease: who holds it watches.
pub const LEASE: &str = "asterisk";

/// Watches while the parameters ask for it and no other node does, until `stop` says
/// so. What is under way is told as lost then, and the lease is given back.
pub async fn run(app: App, timing: Timing, sink: Arc<dyn Sink>, mut stop: watch::Receiver<bool>) {
    let wanted = watch::Sender::new(Wanted::Off);
    let watching = watch_as_wanted(&app, &timing, &sink, wanted.subscribe(), &mut stop);
    tokio::select! {
        () = settings::follow(&app, &timing, &wanted) => {}
        () = watching => {}
    }
}

async fn watch_as_wanted(
    app: &App,
    timing: &Timing,
    sink: &Arc<dyn Sink>,
    mut wanted: watch::Receiver<Wanted>,
    stop: &mut watch::Receiver<bool>,
) {
    while !*stop.borrow() {
        let now = wanted.borrow_and_update().clone();
        let Some(target) = now.target() else {
            tokio::select! {
                () = ended(stop) => return,
                _ = wanted.changed() => continue,
            }
        };
        // Another name each time: what was written under the last one is over.
        let lease = Lease::new(app, timing);
        if !lease.take().await {
            tokio::select! {
                () = ended(stop) => return,
                _ = wanted.changed() => {}
                () = sleep(timing.renew) => {}
            }
            continue;
        }
        watch_one(app, timing, sink, &lease, target, &mut wanted, stop).await;
        lease.release().await;
    }
}

/// Watches one exchange while this node holds the lease and the parameters stay.
async fn watch_one(
    app: &App,
    timing: &Timing,
    sink: &Arc<dyn Sink>,
    lease: &Lease<'_>,
    target: &Target,
    wanted: &mut watch::Receiver<Wanted>,
    stop: &mut watch::Receiver<bool>,
) {
    let board = watch::Sender::new(Board::new(target.address.to_string(), app.clock.now()));
    let (outbox, delivery) = delivery::start(app, timing, sink, lease.holder(), &board);
    let mut over = delivery.over.clone();
    let end = watch::Sender::new(false);
    let until = async {
        tokio::select! {
            () = ended(stop) => {}
            () = ended(&mut over) => {}
            () = lease.keep() => {}
            _ = wanted.changed() => {}
        }
        end.send_replace(true);
    };
    let around = Around { timing, clock: &app.clock, board: &board, outbox: &outbox };
    let watching = async { tokio::join!(until, sessions(&around, target, end.subscribe())) };
    tokio::select! {
        _ = watching => {}
        () = state::write_down(app, timing, lease.holder(), board.subscribe()) => {}
    }
    drop(outbox);
    delivery.finish(timing.wind_down).await;
}

/// One session after the other, until `end`.
async fn sessions(around: &Around<'_>, target: &Target, mut end: watch::Receiver<bool>) {
    let mut pauses = Pauses::new(around.timing);
    while !*end.borrow() {
        let now = around.clock.now();
        around.board.send_modify(|board| board.connecting(now));
        let connecting = tokio::select! {
            () = ended(&mut end) => return,
            connecting = link::connect(&target.address, around.timing) => connecting,
        };
        let (logged_in, reason) = match connecting {
            Ok(link) => session::run(around, link, target, &mut end).await,
            Err(reason) => (false, reason),
        };
        if reason == Reason::Ended {
            return;
        }
        let pause = pauses.after(logged_in, reason);
        let now = around.clock.now();
        let next = now + chrono::TimeDelta::from_std(pause).unwrap_or_default();
        around.board.send_modify(|board| board.waiting(reason, now, next));
        let seconds = pause.as_secs_f32();
        tracing::warn!(reason = reason.code(), seconds, "not connected to the telephone exchange; it is tried again");
        tokio::select! {
            () = ended(&mut end) => return,
            () = sleep(pause) => {}
        }
    }
}

/// Ends when the flag is set.
async fn ended(flag: &mut watch::Receiver<bool>) {
    if flag.wait_for(|set| *set).await.is_err() {
        // Nobody is left who could set it.
        std::future::pending().await
    }
}
