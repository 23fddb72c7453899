//! One transaction, as actions and views work with it.

use crate::db::{Conn, stored};
use crate::domain::parameters::Parameters;
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;

/// One transaction.
pub struct Tx<'a> {
    /// The connection, inside its transaction.
    pub conn: &'a mut Conn,
    /// The time at which everything in it happens.
    pub now: DateTime<Utc>,
    /// The parameters in force.
    pub parameters: Parameters,
    /// The address that people type, for links.
    pub public_url: String,
    /// The company's time zone.
    pub time_zone: Tz,
    /// What the transaction made that somebody waits for.
    pub made: Made,
}

/// What a transaction made that somebody waits for. Those are woken once it is committed, and nobody else is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Made {
    /// Live events: the open pages of browsers wait for them.
    pub live_events: bool,
    /// E-mails that may be sent: the outbox waits for them.
    pub mail: bool,
    /// Sessions, tokens or accounts ended: their open pages have to be closed.
    pub logged_out: bool,
    /// Parameters changed: background work that they switch on or off follows them.
    pub parameters: bool,
}

impl Tx<'_> {
    /// The time as rows hold it.
    #[must_use]
    pub fn db_now(&self) -> NaiveDateTime {
        stored(self.now)
    }
}
