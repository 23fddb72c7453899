//! How monitoring goes, as the node that monitors knows it.

use crate::db::stored;
use crate::domain::telephony::monitoring::DisconnectReason;
use crate::models::monitor_state::MonitorState;
use chrono::{DateTime, Utc};
use contract::console::MonitorPhase;
use std::collections::BTreeSet;

/// How monitoring goes on this node.
#[derive(Debug, Clone)]
pub(super) struct MonitorStatus {
    phase: MonitorPhase,
    reason: Option<DisconnectReason>,
    since: DateTime<Utc>,
    next_try_at: Option<DateTime<Utc>>,
    address: String,
    last_event_at: Option<DateTime<Utc>>,
    missing_rights: BTreeSet<&'static str>,
    calls: usize,
    undelivered: usize,
}

impl MonitorStatus {
    /// The status when monitoring begins.
    pub fn new(address: String, now: DateTime<Utc>) -> Self {
        Self {
            phase: MonitorPhase::Connecting,
            reason: None,
            since: now,
            next_try_at: None,
            address,
            last_event_at: None,
            missing_rights: BTreeSet::new(),
            calls: 0,
            undelivered: 0,
        }
    }

    /// A connection is being made.
    pub fn set_connecting(&mut self, now: DateTime<Utc>) {
        self.enter(MonitorPhase::Connecting, now);
    }

    /// The login succeeded.
    pub fn set_connected(&mut self, now: DateTime<Utc>) {
        self.enter(MonitorPhase::Connected, now);
        self.missing_rights.clear();
    }

    /// There is no connection; the next one is tried later.
    pub fn set_waiting(&mut self, reason: DisconnectReason, now: DateTime<Utc>, next_try_at: DateTime<Utc>) {
        self.enter(MonitorPhase::Waiting, now);
        (self.reason, self.next_try_at) = (Some(reason), Some(next_try_at));
    }

    fn enter(&mut self, phase: MonitorPhase, now: DateTime<Utc>) {
        (self.phase, self.since, self.reason, self.next_try_at) = (phase, now, None, None);
        self.calls = 0;
    }

    /// Notes what a read gave: the time if there was an event in it, and the number of calls under way. True when that
    /// changes the status.
    pub fn set_read(&mut self, event_at: Option<DateTime<Utc>>, calls: usize) -> bool {
        let changes = event_at.is_some() || self.calls != calls;
        self.calls = calls;
        self.last_event_at = event_at.or(self.last_event_at);
        changes
    }

    /// Notes that the account lacks a right.
    pub fn add_missing_right(&mut self, right: &'static str) {
        self.missing_rights.insert(right);
    }

    /// Notes that the account has a right. True when that changes the status.
    pub fn remove_missing_right(&mut self, right: &'static str) -> bool {
        self.missing_rights.remove(right)
    }

    /// Notes how many reads wait for the database. True when that changes the status.
    pub fn set_undelivered(&mut self, reads: usize) -> bool {
        std::mem::replace(&mut self.undelivered, reads) != reads
    }

    /// Whether administrators should see at once what changed since another status: the phase or a missing right.
    pub fn differs_urgently_from(&self, other: &Self) -> bool {
        (self.phase, self.since, &self.missing_rights) != (other.phase, other.since, &other.missing_rights)
    }

    /// The status as a row, in the name of this node.
    pub fn row(&self, holder: &str) -> MonitorState {
        let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        MonitorState {
            holder: holder.to_owned(),
            phase: self.phase.as_str().to_owned(),
            reason: self.reason.map_or("", DisconnectReason::code).to_owned(),
            since: stored(self.since),
            next_try_at: self.next_try_at.map(stored),
            address: self.address.clone(),
            last_event_at: self.last_event_at.map(stored),
            missing_rights: self.missing_rights.iter().copied().collect::<Vec<_>>().join(","),
            calls: count(self.calls),
            undelivered: count(self.undelivered),
        }
    }
}
