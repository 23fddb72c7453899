//! When this node last noted of a token that it is in use.

use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How often the use of a token is noted in the database.
const EVERY: TimeDelta = TimeDelta::minutes(1);

/// The tokens, and when their use was last noted. It is held in memory, because a token that polls would otherwise have
/// it read, and parsed, with every request.
#[derive(Clone, Default)]
pub struct TokenUses(Arc<Mutex<HashMap<i64, DateTime<Utc>>>>);

impl TokenUses {
    /// Whether the use of a token is to be noted now, which is so once a minute. Who is told so notes it.
    #[must_use]
    pub fn is_due(&self, id: i64, now: DateTime<Utc>) -> bool {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let due = noted.get(&id).is_none_or(|at| (now - *at).abs() >= EVERY);
        if due {
            noted.insert(id, now);
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_use_is_noted_once_a_minute() {
        let (uses, now) = (TokenUses::default(), DateTime::UNIX_EPOCH);
        assert!(uses.is_due(1, now));
        assert!(uses.is_due(2, now), "each token by itself");
        assert!(!uses.is_due(1, now + TimeDelta::seconds(59)));
        assert!(uses.is_due(1, now + TimeDelta::seconds(60)));
        assert!(!uses.is_due(1, now + TimeDelta::seconds(119)));
    }

    #[test]
    fn a_clock_that_was_set_back_does_not_end_it() {
        let (uses, now) = (TokenUses::default(), DateTime::UNIX_EPOCH);
        assert!(uses.is_due(1, now + TimeDelta::hours(1)));
        assert!(uses.is_due(1, now), "an hour back: else nothing would be noted for an hour");
    }
}
