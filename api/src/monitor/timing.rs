//! How long everything takes that watching waits for. Tests use shorter times.

use std::time::Duration;

/// Times and limits of watching.
#[derive(Debug, Clone)]
pub struct Timing {
    /// For the connection, and for each answer until the login is over.
    pub login: Duration,
    /// Silence after which a sign of life is asked for, again and again.
    pub ping: Duration,
    /// Silence after which the connection counts as dead. Also how long a write may take.
    pub silence: Duration,
    /// Between two questions for the calls under way.
    pub listing_gap: Duration,
    /// After which an answer to such a question is given up.
    pub listing_patience: Duration,
    /// How often the calls under way are asked for although nothing rings.
    pub listing_every: Duration,
    /// First pause before the next connection; doubles each time.
    pub first_pause: Duration,
    /// Longest pause.
    pub longest_pause: Duration,
    /// Pause after the account was refused, which trying again does not mend.
    pub refused_pause: Duration,
    /// How long a node may watch without renewing its lease.
    pub lease: Duration,
    /// How often it renews it, and others try to take it.
    pub renew: Duration,
    /// How often the parameters are looked at although this node committed nothing.
    pub look: Duration,
    /// The least between two looks at the parameters.
    pub look_gap: Duration,
    /// The least between two writes of the state, unless the phase changed.
    pub state: Duration,
    /// Longest pause before changes are written again that could not be.
    pub write_again: Duration,
    /// How long what is left is written when watching ends.
    pub wind_down: Duration,
    /// Reads whose changes wait for the database; then no more is read.
    pub buffered: usize,
}

impl Default for Timing {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self {
            login: seconds(10),
            ping: seconds(20),
            silence: seconds(60),
            listing_gap: Duration::from_millis(250),
            listing_patience: seconds(30),
            listing_every: seconds(60),
            first_pause: seconds(1),
            longest_pause: seconds(60),
            refused_pause: seconds(300),
            lease: seconds(30),
            renew: seconds(10),
            look: seconds(5),
            look_gap: seconds(1),
            state: seconds(3),
            write_again: seconds(5),
            wind_down: seconds(5),
            buffered: 1_000,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_is_dead_after_a_minute_of_silence() {
        let shipped = Timing::default();
        assert_eq!(shipped.silence, Duration::from_secs(60));
        assert!(shipped.ping * 2 < shipped.silence, "a sign of life is asked for, and again, before that");
    }
}
