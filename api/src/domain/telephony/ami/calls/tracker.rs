use chrono::{DateTime, TimeDelta, Utc};

use super::super::protocol::{Block, Message};
use super::change::{Change, Proof, WithdrawReason};
use super::listing::Listings;
use super::store::{Channel, Store};
use super::text::{Caller, extension_of};

/// How long after something that does not belong into the stream new channels are not trusted.
pub const TAINT: TimeDelta = TimeDelta::seconds(5);
/// After how long a leg that never ended is dropped.
pub const MAX_LEG_AGE: TimeDelta = TimeDelta::hours(6);

const EXPIRE_EVERY: TimeDelta = TimeDelta::seconds(30);
pub(super) const MAX_ID: usize = 150;
pub(super) const MAX_QUEUE: usize = 80;

/// What speaks for a ringing phone ([`Proof`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Only an answer to `CoreShowChannels`: its action id cannot be guessed, and a channel's name stands before all
    /// text of callers in it. Cannot be forged. For accounts that may ask: ask when an unverified phone rings.
    Listing,
    /// Also a `Newchannel` or `DialBegin` of the leg, unless something out of place came in the [`TAINT`] before it. A
    /// caller who could write a whole and perfect series of events into the number would get through; chan_pjsip keeps
    /// 79 bytes of a number (`cid_num[AST_CHANNEL_NAME]` in res_pjsip_caller_id.c), too few for one, other channel
    /// drivers may keep more. For accounts that may not ask.
    Events,
}

/// Follows the calls of one PBX.
#[derive(Debug)]
pub struct Tracker {
    pub(super) trust: Trust,
    pub(super) store: Store,
    pub(super) listings: Listings,
    pub(super) message: u64,
    pub(super) changes: Vec<Change>,
    now: DateTime<Utc>,
    suspicious: u64,
    tainted_until: Option<DateTime<Utc>>,
    expired: Option<DateTime<Utc>>,
}

/// The identity of a channel as an event tells it.
pub(super) struct Sight<'a> {
    pub id: &'a str,
    pub call: &'a str,
    pub name: &'a str,
}

impl<'a> Sight<'a> {
    /// Reads `Uniqueid`, `Linkedid` and `Channel`, each with the prefix; all three must be there once, and short.
    pub fn read(block: &'a Block, prefix: &str) -> Option<Self> {
        let read = |name: &str| {
            let value = block.one(&format!("{prefix}{name}"))?;
            (1..=MAX_ID).contains(&value.len()).then_some(value)
        };
        Some(Self { id: read("Uniqueid")?, call: read("Linkedid")?, name: read("Channel")? })
    }

    /// The extension, when this can be a phone that is called. The first channel of a call cannot: it is the caller, or
    /// the phone of somebody who clicked to call (recording 19).
    pub fn callee(&self) -> Option<&'a str> {
        extension_of(self.name).filter(|_| self.id != self.call)
    }
}

impl Tracker {
    /// A tracker that knows nothing yet.
    pub fn new(trust: Trust) -> Self {
        Self {
            trust,
            store: Store::default(),
            listings: Listings::default(),
            message: 0,
            changes: Vec::new(),
            now: DateTime::UNIX_EPOCH,
            suspicious: 0,
            tainted_until: None,
            expired: None,
        }
    }

    /// Changes what is trusted from now on: begin with [`Trust::Listing`], and go on with [`Trust::Events`] when
    /// `CoreShowChannels` is answered with "Permission denied".
    pub fn set_trust(&mut self, trust: Trust) {
        self.trust = trust;
    }

    /// Messages so far that were dropped, or were events with missing, repeated or contradictory headers.
    pub fn suspicious(&self) -> u64 {
        self.suspicious
    }

    /// Calls and channels that are remembered now, those that just ended included.
    pub fn sizes(&self) -> (usize, usize) {
        (self.store.calls.len(), self.store.channels.len())
    }

    /// Calls that have not ended.
    pub fn calls_under_way(&self) -> usize {
        self.store.calls.values().filter(|call| call.ended.is_none()).count()
    }

    /// Takes the next message and says what changed.
    pub fn feed(&mut self, message: &Message, now: DateTime<Utc>) -> Vec<Change> {
        self.message += 1;
        self.now = now;
        if self.expired.is_none_or(|expired| now - expired >= EXPIRE_EVERY || now < expired) {
            self.expired = Some(now);
            self.forget_old(now);
        }
        match message {
            Message::Dropped(_) => self.suspect(now),
            Message::Response { id, block, .. } => self.list_begins(id, block),
            Message::Item { id, name, block } => self.item(id, name, block, now),
            Message::Event { name, block } if is_torn(name, block) => self.suspect(now),
            Message::Event { name, block } => {
                let read = self.event(name, block, now);
                self.suspect_unless(read, now);
            }
        }
        std::mem::take(&mut self.changes)
    }

    pub(super) fn suspect_unless(&mut self, read: Option<()>, now: DateTime<Utc>) {
        if read.is_none() {
            self.suspect(now);
        }
    }

    /// Notes that something does not belong into the stream.
    pub(super) fn suspect(&mut self, now: DateTime<Utc>) {
        self.suspicious += 1;
        self.tainted_until = Some(now + TAINT);
    }

    /// `None` when a header is missing, repeated, or contradicts what is known.
    fn event(&mut self, name: &str, block: &Block, now: DateTime<Utc>) -> Option<()> {
        match name {
            "Newchannel" => self.new_channel(block, now),
            "Newstate" => self.new_state(block, now),
            "DialBegin" => self.dial_begins(block, now),
            "DialState" => self.dial_state(block, now),
            "DialEnd" => self.dial_ends(block, now),
            "Hangup" => self.hangs_up(block, now),
            "Pickup" => {
                self.withdraw(block.one("TargetUniqueid")?, WithdrawReason::AnsweredElsewhere);
                Some(())
            }
            "AgentCalled" | "QueueCallerJoin" | "QueueCallerLeave" | "QueueCallerAbandon" => self.queue(name, block),
            _ => Some(()),
        }
    }

    /// What an event that comes now proves.
    pub(super) fn proof_of_events(&self, now: DateTime<Utc>) -> Proof {
        let believed = self.trust == Trust::Events && self.tainted_until.is_none_or(|until| now >= until);
        if believed { Proof::Events } else { Proof::Nothing }
    }

    /// Notes what speaks for a channel, and tells so when nothing better did.
    pub(super) fn vouch(&mut self, id: &str, proof: Proof) {
        let Some(channel) = self.store.channels.get_mut(id).filter(|channel| channel.proof < proof) else { return };
        channel.proof = proof;
        let told = channel.rings() || (channel.answered.is_some() && channel.gone.is_none());
        let (call, extension) = (channel.call.clone(), channel.callee.clone().unwrap_or_default());
        if let Some(call) = self.store.calls.get_mut(&call) {
            call.proof = call.proof.max(proof);
        }
        if told {
            self.changes.push(Change::Confirmed { call, leg: id.to_owned(), extension, proof });
        }
    }

    /// Adds a channel that is not known yet; makes room first. A call that has too many gets no more.
    pub(super) fn add(&mut self, sight: &Sight<'_>, proof: Proof, since: DateTime<Utc>) {
        if !self.store.call_has_room(sight.call) {
            return;
        }
        while !self.store.has_room() {
            let Some(call) = self.store.to_evict() else { break };
            self.lose(&call, self.now);
            self.store.forget(&call);
        }
        let channel = Channel {
            call: sight.call.to_owned(),
            name: sight.name.to_owned(),
            callee: sight.callee().map(str::to_owned),
            seen: self.message,
            since,
            proof,
            queue: None,
            caller: Caller::default(),
            rang: false,
            busy: false,
            unanswered: false,
            answered: None,
            withdrawn: None,
            gone: None,
        };
        self.store.add(sight.id, channel);
    }
}

/// Whether an event lacks or repeats what a real one has once for each channel it names, after the caller's number.
/// Then a caller's text cut it short or added to it.
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
