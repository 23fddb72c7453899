//! How watching goes, as the administration screen shows it: kept by the node that
//! watches, written to the database, read by any node.

use super::LEASE;
use super::reason::{INCOMPLETE, NO_NODE, Reason};
use super::settings::Wanted;
use super::timing::Timing;
use crate::app::App;
use crate::db::{Conn, DbError, instant, stored};
use crate::error::Result;
use crate::models;
use crate::models::monitor_state::MonitorState;
use crate::tx::Tx;
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;
use tokio::sync::watch;

/// What watching is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Not wanted.
    Off,
    /// For the next try, or for settings.
    Waiting,
    /// Connecting or logging in.
    Connecting,
    /// Following calls.
    Connected,
}

impl Phase {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Waiting => "waiting",
            Self::Connecting => "connecting",
            Self::Connected => "connected",
        }
    }
}

/// How it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// What it is at.
    pub phase: Phase,
    /// Why it waits: a code of [`Reason`], [`INCOMPLETE`] or [`NO_NODE`]. Empty otherwise.
    pub reason: String,
    /// Since when.
    pub since: Option<DateTime<Utc>>,
    /// When the next connection is tried.
    pub next_try_at: Option<DateTime<Utc>>,
    /// `host:port`.
    pub address: String,
    /// When the exchange told something last; a few seconds may be missing.
    pub last_event_at: Option<DateTime<Utc>>,
    /// Rights that the account lacks: `reporting` (in `write=`), `call` (in `read=`).
    pub missing_rights: Vec<String>,
    /// Calls under way.
    pub calls: i32,
    /// Reads whose changes could not be stored yet.
    pub undelivered: i32,
    /// The node that watches.
    pub holder: Option<String>,
}

/// How watching goes now.
///
/// # Errors
/// When the database does not answer.
pub fn current(tx: &mut Tx<'_>) -> Result<Status> {
    let target = match Wanted::of(&tx.parameters) {
        Wanted::Off => return Ok(Status::without_node(Phase::Off, "", String::new())),
        Wanted::Incomplete => return Ok(Status::without_node(Phase::Waiting, INCOMPLETE, String::new())),
        Wanted::Watch(target) => target,
    };
    let now = tx.db_now();
    let holder = models::leases::holder(tx.conn, LEASE, now)?;
    let row = models::monitor_state::find(tx.conn)?;
    let address = target.address.to_string();
    let own = row.filter(|row| Some(&row.holder) == holder.as_ref() && row.address == address);
    Ok(own.map_or_else(|| Status::without_node(Phase::Waiting, NO_NODE, address), Status::of))
}

impl Status {
    fn without_node(phase: Phase, reason: &str, address: String) -> Self {
        Self {
            phase,
            reason: reason.to_owned(),
            since: None,
            next_try_at: None,
            address,
            last_event_at: None,
            missing_rights: Vec::new(),
            calls: 0,
            undelivered: 0,
            holder: None,
        }
    }

    fn of(row: MonitorState) -> Self {
        let phases = [Phase::Connecting, Phase::Connected];
        let phase = phases.into_iter().find(|phase| phase.code() == row.phase).unwrap_or(Phase::Waiting);
        let rights = row.missing_rights.split(',').filter(|right| !right.is_empty());
        Self {
            phase,
            reason: row.reason,
            since: Some(instant(row.since)),
            next_try_at: row.next_try_at.map(instant),
            address: row.address,
            last_event_at: row.last_event_at.map(instant),
            missing_rights: rights.map(str::to_owned).collect(),
            calls: row.calls,
            undelivered: row.undelivered,
            holder: Some(row.holder),
        }
    }
}

/// What the watching node knows.
#[derive(Debug, Clone)]
pub(super) struct Board {
    phase: Phase,
    reason: Option<Reason>,
    since: DateTime<Utc>,
    next_try_at: Option<DateTime<Utc>>,
    address: String,
    last_event_at: Option<DateTime<Utc>>,
    missing: BTreeSet<&'static str>,
    calls: usize,
    undelivered: usize,
}

impl Board {
    pub fn new(address: String, now: DateTime<Utc>) -> Self {
        Self {
            phase: Phase::Connecting,
            reason: None,
            since: now,
            next_try_at: None,
            address,
            last_event_at: None,
            missing: BTreeSet::new(),
            calls: 0,
            undelivered: 0,
        }
    }

    pub fn connecting(&mut self, now: DateTime<Utc>) {
        self.enter(Phase::Connecting, now);
    }

    pub fn connected(&mut self, now: DateTime<Utc>) {
        self.enter(Phase::Connected, now);
        self.missing.clear();
    }

    pub fn waiting(&mut self, reason: Reason, now: DateTime<Utc>, next: DateTime<Utc>) {
        self.enter(Phase::Waiting, now);
        (self.reason, self.next_try_at) = (Some(reason), Some(next));
    }

    fn enter(&mut self, phase: Phase, now: DateTime<Utc>) {
        (self.phase, self.since, self.reason, self.next_try_at) = (phase, now, None, None);
        self.calls = 0;
    }

    /// Notes what a read gave; whether anything of it is new.
    pub fn heard(&mut self, event: Option<DateTime<Utc>>, calls: usize) -> bool {
        let new = event.is_some() || self.calls != calls;
        self.calls = calls;
        self.last_event_at = event.or(self.last_event_at);
        new
    }

    pub fn misses(&mut self, right: &'static str) {
        self.missing.insert(right);
    }

    /// Whether it was thought to be missing.
    pub fn has(&mut self, right: &'static str) -> bool {
        self.missing.remove(right)
    }

    /// Whether that is new.
    pub fn undelivered(&mut self, reads: usize) -> bool {
        std::mem::replace(&mut self.undelivered, reads) != reads
    }

    fn row(&self, holder: &str) -> MonitorState {
        let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        MonitorState {
            holder: holder.to_owned(),
            phase: self.phase.code().to_owned(),
            reason: self.reason.map_or("", Reason::code).to_owned(),
            since: stored(self.since),
            next_try_at: self.next_try_at.map(stored),
            address: self.address.clone(),
            last_event_at: self.last_event_at.map(stored),
            missing_rights: self.missing.iter().copied().collect::<Vec<_>>().join(","),
            calls: count(self.calls),
            undelivered: count(self.undelivered),
        }
    }
}

/// Writes the state to the database whenever it changes: another phase or another
/// missing right at once, the rest every few seconds. Ends with the board.
pub(super) async fn write_down(app: &App, timing: &Timing, holder: &str, mut board: watch::Receiver<Board>) {
    loop {
        let now = board.borrow_and_update().clone();
        let row = now.row(holder);
        let written = save(app, holder.to_owned(), row.clone()).await;
        if let Err(error) = &written {
            tracing::warn!(%error, "how watching the telephone exchange goes cannot be stored");
        }
        let urgent = |board: &Board| (board.phase, board.since, &board.missing) != (now.phase, now.since, &now.missing);
        let soon = tokio::time::timeout(timing.state, board.wait_for(urgent)).await.map(|news| news.map(drop));
        let news = match soon {
            Ok(urgent) => urgent,
            Err(_) => board.wait_for(|board| written.is_err() || board.row(holder) != row).await.map(drop),
        };
        if news.is_err() {
            return;
        }
    }
}

/// Past `App::write`: nobody waits for this, nobody need be woken.
async fn save(app: &App, holder: String, row: MonitorState) -> Result<()> {
    let save = move |conn: &mut Conn| {
        if models::leases::is_held_by(conn, LEASE, &holder)? {
            models::monitor_state::save(conn, row)?;
        }
        Ok(())
    };
    app.db.write(move |conn| save(conn).map_err(|error: diesel::result::Error| DbError::from(error).into())).await
}
