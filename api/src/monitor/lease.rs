//! The lease that lets one node at a time monitor.

use super::timing::Timing;
use crate::actions::monitoring;
use crate::app::App;
use crate::auth::secret;
use crate::db::{DbError, is_unique_violation};
use crate::error::Error;
use chrono::TimeDelta;

/// Random characters that tell servers on one machine apart.
const SUFFIX_LENGTH: usize = 6;

/// The lease, as this node holds it or tries to.
pub(super) struct Lease<'a> {
    app: &'a App,
    timing: &'a Timing,
    holder: String,
}

impl<'a> Lease<'a> {
    /// The lease in a holder's name that was never used before.
    pub fn new(app: &'a App, timing: &'a Timing) -> Self {
        Self { app, timing, holder: new_holder() }
    }

    /// The name that the lease is held in, as administrators see it.
    pub fn holder(&self) -> &str {
        &self.holder
    }

    /// Takes the lease if it is free. True when this node holds it now.
    pub async fn take(&self) -> bool {
        let (holder, lasts) = (self.holder.clone(), self.lasts());
        let taken = self.app.write(move |tx| monitoring::take_lease(tx, &holder, lasts));
        taken.await.unwrap_or_else(|error| {
            if !matches!(&error, Error::Database(DbError::Query(error)) if is_unique_violation(error)) {
                tracing::warn!(%error, "whether another node watches the telephone exchange is not known");
            }
            false
        })
    }

    /// Renews the lease again and again. Ends when another node took it. While the database does not answer, no node
    /// can take the lease and nothing is stored in its name, so monitoring goes on.
    pub async fn keep(&self) {
        loop {
            tokio::time::sleep(self.timing.renew).await;
            let (holder, lasts) = (self.holder.clone(), self.lasts());
            match self.app.write(move |tx| monitoring::renew_lease(tx, &holder, lasts)).await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => tracing::warn!(%error, "the lease of the telephone exchange cannot be renewed"),
            }
        }
    }

    /// Gives the lease back, so that another node can take it before it expires.
    pub async fn release(&self) {
        let holder = self.holder.clone();
        if let Err(error) = self.app.write(move |tx| monitoring::release_lease(tx, &holder)).await {
            tracing::warn!(%error, "the lease of the telephone exchange runs out by itself");
        }
    }

    fn lasts(&self) -> TimeDelta {
        TimeDelta::from_std(self.timing.lease).unwrap_or_default()
    }
}

/// The machine's name with a random suffix.
fn new_holder() -> String {
    let machine = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let machine = if machine.trim().is_empty() { "node" } else { machine.trim() };
    let suffix = secret::generate().unwrap_or_else(|_| std::process::id().to_string());
    format!("{machine}-{}", suffix.chars().take(SUFFIX_LENGTH).collect::<String>())
}
