//! Notices which rights the exchange's account seems to lack. Asterisk does not say so: it just sends no events.

use super::status::MonitorStatus;
use crate::domain::telephony::ami::calls::parse_duration;
use crate::domain::telephony::ami::protocol::{EventClass, Message};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// The right in the account's `write=` that listing channels needs.
pub(super) const REPORTING: &str = "reporting";
/// The right in `read=` that events of channels need.
const CALL: &str = EventClass::Call.name();
/// The right in `read=` that events of queues need.
const AGENT: &str = EventClass::Agent.name();
/// The application of a phone that a queue rings.
const QUEUE_APPLICATION: &str = "AppQueue";
/// A list gives a channel's age in whole seconds, and the channel's event may be late.
const AGE_MARGIN: Duration = Duration::from_secs(3);

/// The rights of the account that one session has proof of.
#[derive(Debug)]
pub(super) struct Permissions {
    connected_at: Instant,
    /// The rights in `read=` of whose class an event came.
    confirmed: Vec<&'static str>,
}

impl Permissions {
    /// Nothing is known yet.
    pub fn new(connected_at: Instant) -> Self {
        Self { connected_at, confirmed: Vec::new() }
    }

    /// Takes notice of a message. An event shows that the account has the right to read its class. A listed channel
    /// shows that it lacks the right when the channel began during the session and no event of the class came.
    pub fn read(&mut self, message: &Message, status: &watch::Sender<MonitorStatus>) {
        match message {
            Message::Event { block, .. } => {
                let class = block.one("Privilege").unwrap_or_default();
                let rights = [CALL, AGENT].into_iter().filter(|right| class.starts_with(right));
                rights.for_each(|right| self.confirm(right, status));
            }
            Message::Item { name, block, .. } if name == "CoreShowChannel" => {
                let age = block.one("Duration").and_then(parse_duration).and_then(|age| age.to_std().ok());
                if age.is_some_and(|age| age + AGE_MARGIN < self.connected_at.elapsed()) {
                    self.expect(CALL, status);
                    if block.one("Application") == Some(QUEUE_APPLICATION) {
                        self.expect(AGENT, status);
                    }
                }
            }
            _ => {}
        }
    }

    fn confirm(&mut self, right: &'static str, status: &watch::Sender<MonitorStatus>) {
        if !self.confirmed.contains(&right) {
            self.confirmed.push(right);
            status.send_if_modified(|status| status.remove_missing_right(right));
        }
    }

    fn expect(&self, right: &'static str, status: &watch::Sender<MonitorStatus>) {
        if !self.confirmed.contains(&right) {
            status.send_modify(|status| status.add_missing_right(right));
        }
    }
}
