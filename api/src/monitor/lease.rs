//! The lease by which one node watches at a time.

use super::LEASE;
use super::timing::Timing;
use crate::app::App;
use crate::auth::secret;
use crate::db::is_unique_violation;
use crate::db::{DbError, stored};
use crate::error::Error;
use crate::models::leases;
use chrono::{NaiveDateTime, TimeDelta};

/// Characters that tell servers of one machine apart.
const MARK: usize = 6;

/// This node's claim to the lease.
pub(super) struct Lease<'a> {
    app: &'a App,
    timing: &'a Timing,
    holder: String,
}

impl<'a> Lease<'a> {
    pub fn new(app: &'a App, timing: &'a Timing) -> Self {
        Self { app, timing, holder: holder() }
    }

    /// The name of this node, as administrators see it.
    pub fn holder(&self) -> &str {
        &self.holder
    }

    /// Takes it if it is free; whether this node holds it now.
    pub async fn take(&self) -> bool {
        let (holder, now, until) = self.claim();
        let taken = self.app.db.write(move |conn| {
            leases::take(conn, LEASE, &holder, now, until).map_err(|error| Error::from(DbError::from(error)))
        });
        taken.await.unwrap_or_else(|error| {
            if !matches!(&error, Error::Database(DbError::Query(error)) if is_unique_violation(error)) {
                tracing::warn!(%error, "whether another node watches the telephone exchange is not known");
            }
            false
        })
    }

    /// Renews it again and again; ends when another node took it. While the database
    /// does not answer nobody can take it, and nothing is stored in its name.
    pub async fn keep(&self) {
        loop {
            tokio::time::sleep(self.timing.renew).await;
            let (holder, _, until) = self.claim();
            let renewed = self.app.db.write(move |conn| {
                leases::renew(conn, LEASE, &holder, until).map_err(|error| Error::from(DbError::from(error)))
            });
            match renewed.await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => tracing::warn!(%error, "the lease of the telephone exchange cannot be renewed"),
            }
        }
    }

    /// Gives it back, so that another node need not wait for its end.
    pub async fn release(&self) {
        let (holder, now, _) = self.claim();
        let released = self.app.db.write(move |conn| {
            leases::release(conn, LEASE, &holder, now).map_err(|error| Error::from(DbError::from(error)))
        });
        if let Err(error) = released.await {
            tracing::warn!(%error, "the lease of the telephone exchange runs out by itself");
        }
    }

    fn claim(&self) -> (String, NaiveDateTime, NaiveDateTime) {
        let now = self.app.clock.now();
        let lease = TimeDelta::from_std(self.timing.lease).unwrap_or_default();
        (self.holder.clone(), stored(now), stored(now + lease))
    }
}

/// The machine's name, and something that no other server has.
fn holder() -> String {
    let machine = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let machine = if machine.trim().is_empty() { "node" } else { machine.trim() };
    let mark = secret::generate().unwrap_or_else(|_| std::process::id().to_string());
    format!("{machine}-{}", mark.chars().take(MARK).collect::<String>())
}
