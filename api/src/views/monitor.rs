//! How monitoring the telephone exchange goes. The node that monitors stores it; every node can show it.

use crate::db::instant;
use crate::domain::telephony::monitoring::{INCOMPLETE, MonitorSettings, NO_NODE};
use crate::error::Result;
use crate::models;
use crate::models::monitor_state::MonitorState;
use crate::tx::Tx;
use chrono::{DateTime, Utc};
use contract::Language;
use contract::console::{MonitorPhase, MonitorView};

/// How monitoring goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonitorReport {
    /// What the monitor does.
    pub phase: MonitorPhase,
    /// Why there is no connection: the code of a `DisconnectReason`, [`INCOMPLETE`] or [`NO_NODE`]. Empty otherwise.
    pub reason: String,
    /// When the phase began.
    pub since: Option<DateTime<Utc>>,
    /// When the next connection is tried.
    pub next_try_at: Option<DateTime<Utc>>,
    /// The address of the exchange, as `host:port`.
    pub address: String,
    /// When the last event came. It is stored every few seconds, so later events may have come.
    pub last_event_at: Option<DateTime<Utc>>,
    /// The rights that the account lacks: `reporting` in `write=`, `call` and `agent` in `read=`.
    pub missing_rights: Vec<String>,
    /// The number of calls under way.
    pub calls: i32,
    /// The number of reads whose changes are not stored yet.
    pub undelivered: i32,
    /// The node that monitors.
    pub holder: Option<String>,
}

/// How monitoring goes now.
///
/// # Errors
/// When the database does not answer.
pub fn current(tx: &mut Tx<'_>) -> Result<MonitorReport> {
    let target = match MonitorSettings::of(&tx.parameters) {
        MonitorSettings::Off => return Ok(MonitorReport::without_node(MonitorPhase::Off, "", String::new())),
        MonitorSettings::Incomplete => {
            return Ok(MonitorReport::without_node(MonitorPhase::Waiting, INCOMPLETE, String::new()));
        }
        MonitorSettings::On(target) => target,
    };
    let now = tx.db_now();
    let holder = models::leases::holder(tx.conn, models::leases::ASTERISK, now)?;
    let row = models::monitor_state::find(tx.conn)?;
    let address = target.address.to_string();
    let valid = row.filter(|row| Some(&row.holder) == holder.as_ref() && row.address == address);
    Ok(valid
        .map_or_else(|| MonitorReport::without_node(MonitorPhase::Waiting, NO_NODE, address), MonitorReport::from_row))
}

/// Whether the exchange is connected. `None` while monitoring is off.
///
/// # Errors
/// When the database does not answer.
pub fn is_connected(tx: &mut Tx<'_>) -> Result<Option<bool>> {
    let phase = current(tx)?.phase;
    Ok((phase != MonitorPhase::Off).then_some(phase == MonitorPhase::Connected))
}

/// What the console shows.
///
/// # Errors
/// When the database does not answer.
pub fn view(tx: &mut Tx<'_>, language: Language) -> Result<MonitorView> {
    let report = current(tx)?;
    let reason = Some(report.reason).filter(|reason| !reason.is_empty());
    let text = |prefix: &str, code: &str| locales::format(language, &format!("{prefix}-{code}"), None);
    Ok(MonitorView {
        phase: report.phase,
        explanation: reason.as_ref().map(|reason| text("monitor-reason", reason)),
        reason,
        since: report.since,
        next_try_at: report.next_try_at,
        address: report.address,
        last_event_at: report.last_event_at,
        missing_rights: report.missing_rights.iter().map(|right| text("monitor-right", right)).collect(),
        calls: report.calls,
    })
}

impl MonitorReport {
    fn without_node(phase: MonitorPhase, reason: &str, address: String) -> Self {
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

    fn from_row(row: MonitorState) -> Self {
        let rights = row.missing_rights.split(',').filter(|right| !right.is_empty());
        Self {
            phase: row.phase.parse().unwrap_or(MonitorPhase::Waiting),
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
