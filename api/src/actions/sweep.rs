//! Forgetting what has expired.

use crate::domain::parameters::ids;
use crate::error::Result;
use crate::models;
use crate::tx::Tx;
use chrono::{NaiveDateTime, TimeDelta};

/// Hours after which uploads that nobody attached, answers kept for
/// `Idempotency-Key` and failed logins are forgotten.
const HOURS: i64 = 24;

/// Forgets some rows that have expired; gives their number.
pub type Sweep = fn(&mut Tx<'_>) -> Result<usize>;

/// What is swept, each in a transaction of its own.
pub const SWEEPS: [(&str, Sweep); 4] = [
    ("sessions", sessions),
    ("idempotency keys", idempotency_keys),
    ("live events", live_events),
    ("uploads", uploads),
];

/// Sessions and password links that have ended, and failed logins of long ago.
fn sessions(tx: &mut Tx<'_>) -> Result<usize> {
    Ok(models::sessions::sweep(tx.conn, tx.db_now(), a_day_ago(tx))?)
}

fn idempotency_keys(tx: &mut Tx<'_>) -> Result<usize> {
    Ok(models::idempotency::sweep(tx.conn, a_day_ago(tx))?)
}

fn live_events(tx: &mut Tx<'_>) -> Result<usize> {
    let days = tx.parameters.number(ids::LIVE_EVENT_DAYS).max(1);
    Ok(models::live_events::sweep(tx.conn, tx.db_now() - TimeDelta::days(days))?)
}

fn uploads(tx: &mut Tx<'_>) -> Result<usize> {
    Ok(models::attachments::sweep_uploads(tx.conn, a_day_ago(tx))?)
}

fn a_day_ago(tx: &Tx<'_>) -> NaiveDateTime {
    tx.db_now() - TimeDelta::hours(HOURS)
}
