//! Follows the calls of one exchange: passes each message to the code that applies it.

use super::super::protocol::{Block, Message};
use super::change::Change;
use super::listing::Listings;
use super::tracked::TrackedCalls;
use super::verification::VerificationMode;
use chrono::{DateTime, TimeDelta, Utc};

/// How often [`Tracker::feed`] forgets old calls.
const FORGET_INTERVAL: TimeDelta = TimeDelta::seconds(30);

/// Follows the calls of one exchange.
#[derive(Debug)]
pub struct Tracker {
    calls: TrackedCalls,
    listings: Listings,
    /// When old calls were forgotten last.
    forgot_at: Option<DateTime<Utc>>,
}

impl Tracker {
    /// A tracker that knows no calls yet.
    pub fn new(mode: VerificationMode) -> Self {
        Self { calls: TrackedCalls::new(mode), listings: Listings::default(), forgot_at: None }
    }

    /// Changes what counts as a verification from now on. Begin with [`VerificationMode::Listing`], and go on with
    /// [`VerificationMode::Events`] when `CoreShowChannels` is answered with "Permission denied".
    pub fn set_mode(&mut self, mode: VerificationMode) {
        self.calls.mode = mode;
    }

    /// How many messages so far were dropped, or were events with missing, repeated or contradictory headers.
    pub fn suspicious(&self) -> u64 {
        self.calls.suspicious
    }

    /// The numbers of calls and of channels that are remembered now, including those that have just ended.
    pub fn sizes(&self) -> (usize, usize) {
        (self.calls.store.calls.len(), self.calls.store.channels.len())
    }

    /// The number of calls that have not ended.
    pub fn calls_under_way(&self) -> usize {
        self.calls.store.calls.values().filter(|call| call.ended_at.is_none()).count()
    }

    /// Takes the next message and gives what changed.
    pub fn feed(&mut self, message: &Message, now: DateTime<Utc>) -> Vec<Change> {
        self.calls.message += 1;
        self.calls.now = now;
        if self.forgot_at.is_none_or(|last| now - last >= FORGET_INTERVAL || now < last) {
            self.forgot_at = Some(now);
            self.calls.forget_old();
        }
        match message {
            Message::Dropped(_) => self.calls.suspect(),
            Message::Response { id, block, .. } => self.listings.begin(id, block, self.calls.message),
            Message::Item { id, name, block } => self.listings.item(id, name, block, &mut self.calls),
            Message::Event { name, block } if is_torn(name, block) => self.calls.suspect(),
            Message::Event { name, block } => {
                let applied = self.apply_event(name, block);
                self.calls.suspect_unless_applied(applied);
            }
        }
        std::mem::take(&mut self.calls.changes)
    }

    /// `None` when a header is missing, repeated, or contradicts what is known.
    fn apply_event(&mut self, name: &str, block: &Block) -> Option<()> {
        match name {
            "Newchannel" => self.calls.new_channel(block),
            "Newstate" => self.calls.new_state(block),
            "DialBegin" => self.calls.dial_begin(block),
            "DialState" => self.calls.dial_state(block),
            "DialEnd" => self.calls.dial_end(block),
            "Hangup" => self.calls.hang_up(block),
            "Pickup" => self.calls.pickup(block),
            "AgentCalled" => self.calls.agent_called(block),
            "QueueCallerJoin" | "QueueCallerLeave" | "QueueCallerAbandon" => self.calls.queue_caller(name, block),
            _ => Some(()),
        }
    }

    /// Drops channels that are older than six hours, and forgets calls that ended a while ago. [`Tracker::feed`] does
    /// this too, so it is needed only while no message comes.
    pub fn expire(&mut self, now: DateTime<Utc>) -> Vec<Change> {
        self.calls.now = now;
        self.calls.forget_old();
        std::mem::take(&mut self.calls.changes)
    }

    /// Drops everything when the connection ends: the exchange may have been restarted, and what happened meanwhile is
    /// unknown. Withdraws all pop-ups and finishes all calls as lost.
    pub fn reset(&mut self, now: DateTime<Utc>) -> Vec<Change> {
        self.calls.now = now;
        let calls: Vec<String> = self.calls.store.calls.keys().cloned().collect();
        for call in calls {
            self.calls.drop_call(&call);
        }
        let changes = std::mem::take(&mut self.calls.changes);
        *self = Self::new(self.calls.mode);
        changes
    }
}

/// Whether an event lacks or repeats a header that a real event has exactly once for each channel it names. Those
/// headers come after the caller's number; so the text of a caller cut the event short or added to it.
fn is_torn(event: &str, block: &Block) -> bool {
    const AFTER_NUMBER: [&str; 5] = ["CallerIDName", "ConnectedLineNum", "ConnectedLineName", "Uniqueid", "Linkedid"];
    let count = |prefix: &str, name: &str| block.all(&format!("{prefix}{name}")).count();
    let lacks = |prefix: &str, names: &[&str]| names.iter().any(|name| count(prefix, name) != 1);
    if event == "Cdr" {
        return lacks("", &["Source", "CallerID", "Channel", "Disposition", "UniqueID"]);
    }
    ["", "Dest", "Target", "Transferer", "Transferee"].iter().any(|prefix| {
        let (channels, numbers) = (count(prefix, "Channel"), count(prefix, "CallerIDNum"));
        channels > 1
            || numbers > 1
            || (channels == 1 && lacks(prefix, &["Uniqueid"]))
            || (channels == 1 && numbers == 1 && lacks(prefix, &AFTER_NUMBER))
    })
}
