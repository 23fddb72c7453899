//! The time-outs, intervals and limits of the monitor. Tests use shorter ones.

use std::time::Duration;

/// Time-outs, intervals and limits.
#[derive(Debug, Clone)]
pub struct Timing {
    /// How long the connection may take, and then the login.
    pub login: Duration,
    /// After this silence the exchange is pinged, again and again.
    pub ping: Duration,
    /// After this silence the connection counts as dead. A write may take as long.
    pub silence: Duration,
    /// The shortest time between two lists of channels.
    pub listing_gap: Duration,
    /// After this time an unanswered list is given up.
    pub listing_patience: Duration,
    /// How often channels are listed although nothing new rings.
    pub listing_every: Duration,
    /// The first delay before the next connection. It doubles each time.
    pub first_pause: Duration,
    /// The longest delay before the next connection.
    pub longest_pause: Duration,
    /// The delay after the account was refused, because trying again does not help.
    pub refused_pause: Duration,
    /// How long a lease lasts that is not renewed.
    pub lease: Duration,
    /// How often the holder renews the lease, and other nodes try to take it.
    pub renew: Duration,
    /// How often the parameters are read although this node changed none.
    pub look: Duration,
    /// The shortest time between two reads of the parameters.
    pub look_gap: Duration,
    /// The shortest time between two writes of the status, unless the phase changed.
    pub state: Duration,
    /// The longest delay before changes are written again that could not be stored.
    pub write_again: Duration,
    /// How long the changes that are left may take when monitoring ends.
    pub wind_down: Duration,
    /// When the changes of this many reads wait for the database, nothing more is read.
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
        assert!(shipped.ping * 2 < shipped.silence, "it is pinged twice before that");
    }
}
