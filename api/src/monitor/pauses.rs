//! How long to wait before the next connection.

use super::reason::Reason;
use super::timing::Timing;
use std::time::Duration;

/// Doubles from one failure to the next, and begins anew after a session that had
/// logged in.
#[derive(Debug)]
pub(super) struct Pauses<'a> {
    timing: &'a Timing,
    next: Duration,
}

impl<'a> Pauses<'a> {
    pub fn new(timing: &'a Timing) -> Self {
        Self { timing, next: timing.first_pause }
    }

    /// The pause after a session. Between half and all of it, so that servers that were
    /// cut off together do not come back together.
    pub fn after(&mut self, logged_in: bool, reason: Reason) -> Duration {
        if logged_in {
            self.next = self.timing.first_pause;
        }
        if reason.is_refusal() {
            return self.timing.refused_pause;
        }
        let pause = self.next;
        self.next = (pause * 2).min(self.timing.longest_pause);
        pause.mul_f64(0.5 + chance() / 2.0)
    }
}

/// A number from 0 to 1.
fn chance() -> f64 {
    let mut bytes = [0_u8; 2];
    match getrandom::fill(&mut bytes) {
        Ok(()) => f64::from(u16::from_le_bytes(bytes)) / f64::from(u16::MAX),
        // Without randomness the whole pause will do.
        Err(_) => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_a_limit_and_begin_anew_after_a_login() {
        let timing = Timing::default();
        let mut pauses = Pauses::new(&timing);
        let mut told = Vec::new();
        for full in [1, 2, 4, 8, 16, 32, 60, 60] {
            let pause = pauses.after(false, Reason::Refused);
            let full = Duration::from_secs(full);
            assert!(pause >= full / 2 && pause <= full, "{pause:?} of {full:?}");
            told.push(pause.as_nanos() * 1_000_000 / full.as_nanos());
        }
        told.dedup();
        assert!(told.len() > 1, "they vary");
        assert!(pauses.after(true, Reason::Closed) <= timing.first_pause);
    }

    #[test]
    fn a_refused_account_is_not_tried_again_soon() {
        let timing = Timing::default();
        assert_eq!(Pauses::new(&timing).after(false, Reason::WrongSecret), timing.refused_pause);
    }
}
