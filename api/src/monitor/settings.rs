//! What the parameters say about watching, followed as they change.

use super::timing::Timing;
use crate::app::App;
use crate::domain::parameters::{Parameters, ids};
use crate::domain::telephony::address::PbxAddress;
use std::fmt;
use tokio::sync::watch;

/// The manager interface to connect to.
#[derive(Clone, PartialEq, Eq)]
pub struct Target {
    /// Where it listens.
    pub address: PbxAddress,
    /// The account.
    pub user: String,
    /// Its secret.
    pub secret: String,
}

/// Does not show the secret.
impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Target").field("address", &self.address).field("user", &self.user).finish_non_exhaustive()
    }
}

/// Whether, and what, to watch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing: parameter 177 or 281 is off.
    Off,
    /// Nothing, as address, account or secret is missing.
    Incomplete,
    /// This.
    Watch(Target),
}

impl Wanted {
    /// What parameters 177 to 180 and 281 say.
    #[must_use]
    pub fn of(parameters: &Parameters) -> Self {
        if !parameters.yes(ids::WATCH_ASTERISK) || !parameters.yes(ids::TELEPHONY) {
            return Self::Off;
        }
        let (user, secret) = (parameters.value(ids::ASTERISK_USER), parameters.value(ids::ASTERISK_SECRET));
        match parameters.value(ids::ASTERISK_ADDRESS).parse() {
            Ok(address) if !user.is_empty() && !secret.is_empty() => Self::Watch(Target { address, user, secret }),
            _ => Self::Incomplete,
        }
    }

    /// What to watch, if anything.
    #[must_use]
    pub fn target(&self) -> Option<&Target> {
        match self {
            Self::Watch(target) => Some(target),
            Self::Off | Self::Incomplete => None,
        }
    }
}

/// Looks at the parameters after each commit of this node and every few seconds.
/// Never ends.
pub(super) async fn follow(app: &App, timing: &Timing, wanted: &watch::Sender<Wanted>) {
    let mut changes = app.node.signals.parameters();
    loop {
        changes.mark_unchanged();
        match app.read(|tx| Ok(Wanted::of(&tx.parameters))).await {
            Ok(now) => {
                wanted.send_if_modified(|before| {
                    let other = *before != now;
                    *before = now;
                    other
                });
            }
            // What was wanted is wanted still.
            Err(error) => tracing::warn!(%error, "the parameters of telephony cannot be read"),
        }
        tokio::time::sleep(timing.look_gap).await;
        tokio::select! {
            Ok(()) = changes.changed() => {}
            () = tokio::time::sleep(timing.look) => {}
        }
    }
}
