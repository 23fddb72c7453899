//! How long to wait before the next connection.

use super::timing::Timing;
use crate::domain::telephony::monitoring::DisconnectReason;
use std::time::Duration;

/// The delay doubles from one failure to the next. It begins anew after a session that had logged in.
#[derive(Debug)]
pub(super) struct BackOff<'a> {
    timing: &'a Timing,
    next: Duration,
}

impl<'a> BackOff<'a> {
    /// Nothing has failed yet.
    pub fn new(timing: &'a Timing) -> Self {
        Self { timing, next: timing.first_pause }
    }

    /// The delay after a session. It is a random part of the full delay, at least half of it, so that servers that
    /// lost their connections together do not come back together.
    pub fn next_delay(&mut self, logged_in: bool, reason: DisconnectReason) -> Duration {
        if logged_in {
            self.next = self.timing.first_pause;
        }
        if reason.is_refusal() {
            return self.timing.refused_pause;
        }
        let delay = self.next;
        self.next = (delay * 2).min(self.timing.longest_pause);
        delay.mul_f64(0.5 + random_fraction() / 2.0)
    }
}

/// A random number from 0 to 1.
fn random_fraction() -> f64 {
    let mut bytes = [0_u8; 2];
    match getrandom::fill(&mut bytes) {
        Ok(()) => f64::from(u16::from_le_bytes(bytes)) / f64::from(u16::MAX),
        // Without randomness the full delay will do.
        Err(_) => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_up_to_a_limit_and_begin_anew_after_a_login() {
        let timing = Timing::default();
        let mut back_off = BackOff::new(&timing);
        let mut fractions = Vec::new();
        for full in [1, 2, 4, 8, 16, 32, 60, 60] {
            let delay = back_off.next_delay(false, DisconnectReason::Refused);
            let full = Duration::from_secs(full);
            assert!(delay >= full / 2 && delay <= full, "{delay:?} of {full:?}");
            fractions.push(delay.as_nanos() * 1_000_000 / full.as_nanos());
        }
        fractions.dedup();
        assert!(fractions.len() > 1, "they vary");
        assert!(back_off.next_delay(true, DisconnectReason::Closed) <= timing.first_pause);
    }

    #[test]
    fn a_refused_account_is_not_tried_again_soon() {
        let timing = Timing::default();
        let mut back_off = BackOff::new(&timing);
        assert_eq!(back_off.next_delay(false, DisconnectReason::WrongSecret), timing.refused_pause);
    }
}
