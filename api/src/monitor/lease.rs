//! The lease that lets one node at a time monitor.

use super::timing::Timing;
use crate::app::App;
use crate::auth::secret;
use crate::db::{DbError, is_unique_violation, stored};
use crate::error::Error;
use crate::models::leases::{self, ASTERISK};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

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
        let (holder, now) = (self.holder.clone(), self.app.clock.now());
        let until = self.expiry(now);
        let taken = self.app.db.write(move |conn| {
            leases::take(conn, ASTERISK, &holder, stored(now), until).map_err(|error| Error::from(DbError::from(error)))
        });
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
            let (holder, until) = (self.holder.clone(), self.expiry(self.app.clock.now()));
            let renewed = self.app.db.write(move |conn| {
                leases::renew(conn, ASTERISK, &holder, until).map_err(|error| Error::from(DbError::from(error)))
            });
            match renewed.await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => tracing::warn!(%error, "the lease of the telephone exchange cannot be renewed"),
            }
        }
    }

    /// Gives the lease back, so that another node can take it before it expires.
    pub async fn release(&self) {
        let (holder, now) = (self.holder.clone(), stored(self.app.clock.now()));
        let released = self.app.db.write(move |conn| {
            leases::release(conn, ASTERISK, &holder, now).map_err(|error| Error::from(DbError::from(error)))
        });
        if let Err(error) = released.await {
            tracing::warn!(%error, "the lease of the telephone exchange runs out by itself");
        }
    }

    fn expiry(&self, now: DateTime<Utc>) -> NaiveDateTime {
        stored(now + TimeDelta::from_std(self.timing.lease).unwrap_or_default())
    }
}

/// The machine's name with a random suffix.
fn new_holder() -> String {
    let machine = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let machine = if machine.trim().is_empty() { "node" } else { machine.trim() };
    let suffix = secret::generate().unwrap_or_else(|_| std::process::id().to_string());
    format!("{machine}-{}", suffix.chars().take(SUFFIX_LENGTH).collect::<String>())
}
