//! What time it is. Tests move it.

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that tests can set forward.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    ahead_millis: Arc<AtomicI64>,
}

impl Clock {
    /// Now, to the millisecond.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        Utc::now().trunc_subsecs(3) + TimeDelta::milliseconds(self.ahead_millis.load(Ordering::Relaxed))
    }

    /// Moves the clock (tests and demo data).
    pub fn advance(&self, by: TimeDelta) {
        self.ahead_millis.fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }

    /// Sets the clock to an instant (tests and demo data).
    pub fn set(&self, to: DateTime<Utc>) {
        let ahead = to - Utc::now().trunc_subsecs(3);
        self.ahead_millis.store(ahead.num_milliseconds(), Ordering::Relaxed);
    }
}
