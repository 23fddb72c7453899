use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::change::{CallResult, Leg, Proof, WithdrawReason};
use super::text::Caller;

/// The most calls that are remembered, those that just ended included.
pub const MAX_CALLS: usize = 5_000;
/// The most channels that are remembered.
pub const MAX_CHANNELS: usize = 20_000;
/// The most channels of one call; what is more is not followed.
pub const MAX_CHANNELS_PER_CALL: usize = 1_000;

/// One channel. Hung-up ones stay for a while, so that late or repeated events about them are known for such.
#[derive(Clone, Debug)]
pub(super) struct Channel {
    pub call: String,
    pub name: String,
    /// The extension, when the channel can be a phone that is called.
    pub callee: Option<String>,
    /// The number of the message that told of it first.
    pub seen: u64,
    pub since: DateTime<Utc>,
    pub proof: Proof,
    pub queue: Option<String>,
    pub caller: Caller,
    pub rang: bool,
    pub busy: bool,
    /// Nobody answered in time, or the call was refused: only the end of it is to come.
    pub unanswered: bool,
    pub answered: Option<DateTime<Utc>>,
    pub withdrawn: Option<WithdrawReason>,
    /// When it hung up or was given up.
    pub gone: Option<DateTime<Utc>>,
}

impl Channel {
    /// Whether it rings now.
    pub fn rings(&self) -> bool {
        self.rang && self.answered.is_none() && self.withdrawn.is_none() && self.gone.is_none()
    }
}

/// One call: what shares a `Linkedid`.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub started: DateTime<Utc>,
    pub caller: Caller,
    pub dialled: Option<String>,
    pub queue: Option<String>,
    /// Whether the caller waits in that queue now.
    pub waits: bool,
    pub extensions: Vec<String>,
    pub answered_by: Option<String>,
    pub talked: TimeDelta,
    /// How its legs ended.
    pub results: Vec<CallResult>,
    pub gave_up: bool,
    pub proof: Proof,
    /// Its channels that are remembered, in the order they came.
    pub channels: Vec<String>,
    /// How many of them are not gone.
    pub live: usize,
    pub ended: Option<DateTime<Utc>>,
}

impl Call {
    pub fn new(started: DateTime<Utc>) -> Self {
        Self {
            started,
            caller: Caller::default(),
            dialled: None,
            queue: None,
            waits: false,
            extensions: Vec::new(),
            answered_by: None,
            talked: TimeDelta::zero(),
            results: Vec::new(),
            gave_up: false,
            proof: Proof::Nothing,
            channels: Vec::new(),
            live: 0,
            ended: None,
        }
    }

    /// Notes an extension that the call tries.
    pub fn tries(&mut self, extension: &str) {
        if !self.extensions.iter().any(|known| known == extension) {
            self.extensions.push(extension.to_owned());
        }
    }

    /// Notes how a leg ended.
    pub fn leg_ended(&mut self, result: CallResult) {
        if !self.results.contains(&result) {
            self.results.push(result);
        }
    }

    /// The result of the whole; see [`super::Summary::result`].
    pub fn result(&self) -> CallResult {
        if self.answered_by.is_some() {
            return CallResult::Answered;
        }
        if self.gave_up {
            return CallResult::Abandoned;
        }
        [CallResult::Missed, CallResult::Declined, CallResult::Busy]
            .into_iter()
            .find(|result| self.results.contains(result))
            .unwrap_or(CallResult::Missed)
    }
}

/// The calls and channels that are known, by `Linkedid` and `Uniqueid`.
#[derive(Clone, Debug, Default)]
pub(super) struct Store {
    pub calls: BTreeMap<String, Call>,
    pub channels: BTreeMap<String, Channel>,
}

impl Store {
    /// The call to forget when there are too many: the one that ended first, else the oldest.
    pub fn to_evict(&self) -> Option<String> {
        let ended = self.calls.iter().filter_map(|(id, call)| call.ended.map(|ended| (ended, id))).min();
        let oldest = || self.calls.iter().map(|(id, call)| (call.started, id)).min();
        ended.or_else(oldest).map(|(_, id)| id.clone())
    }

    /// Whether there is room for one more channel and its call.
    pub fn has_room(&self) -> bool {
        self.channels.len() < MAX_CHANNELS && self.calls.len() < MAX_CALLS
    }

    /// Whether the call can take one more channel.
    pub fn call_has_room(&self, call: &str) -> bool {
        self.calls.get(call).is_none_or(|call| call.channels.len() < MAX_CHANNELS_PER_CALL)
    }

    /// Removes the channels that are gone since before `limit`, and the calls that ended before it.
    pub fn forget_before(&mut self, limit: DateTime<Utc>) {
        self.channels.retain(|_, channel| channel.gone.is_none_or(|gone| gone > limit));
        let channels = &self.channels;
        self.calls.retain(|_, call| {
            call.channels.retain(|id| channels.contains_key(id));
            call.ended.is_none_or(|ended| ended > limit) || !call.channels.is_empty()
        });
    }

    /// Removes a call and its channels.
    pub fn forget(&mut self, call: &str) {
        for channel in self.calls.remove(call).map(|call| call.channels).unwrap_or_default() {
            self.channels.remove(&channel);
        }
    }

    /// Adds a channel to its call, which is made when it is new.
    pub fn add(&mut self, id: &str, channel: Channel) {
        let call = self.calls.entry(channel.call.clone()).or_insert_with(|| Call::new(channel.since));
        call.ended = None;
        call.proof = call.proof.max(channel.proof);
        call.channels.push(id.to_owned());
        call.live += 1;
        self.channels.insert(id.to_owned(), channel);
    }

    /// Gives a living channel to another call (pickup). The call it leaves is forgotten when nothing else lives in it.
    pub fn join(&mut self, id: &str, call: &str) {
        let Some(channel) = self.channels.get_mut(id).filter(|channel| channel.gone.is_none()) else { return };
        if channel.call == call || !self.calls.contains_key(call) {
            return;
        }
        let left = std::mem::replace(&mut channel.call, call.to_owned());
        if let Some(old) = self.calls.get_mut(&left) {
            old.channels.retain(|known| known != id);
            old.live -= 1;
            if old.live == 0 {
                self.forget(&left);
            }
        }
        if let Some(new) = self.calls.get_mut(call) {
            new.channels.push(id.to_owned());
            new.live += 1;
        }
    }

    /// Notes that a channel is gone.
    pub fn leave(&mut self, id: &str, now: DateTime<Utc>) {
        let Some(channel) = self.channels.get_mut(id).filter(|channel| channel.gone.is_none()) else { return };
        channel.gone = Some(now);
        if let Some(call) = self.calls.get_mut(&channel.call) {
            call.live -= 1;
        }
    }

    /// The leg as it is told.
    pub fn leg(&self, id: &str) -> Option<Leg> {
        let channel = self.channels.get(id)?;
        let call = self.calls.get(&channel.call)?;
        let waits_in = call.queue.as_ref().filter(|_| call.waits);
        Some(Leg {
            call: channel.call.clone(),
            leg: id.to_owned(),
            extension: channel.callee.clone()?,
            caller_number: channel.caller.number.as_ref().or(call.caller.number.as_ref()).cloned(),
            caller_name: channel.caller.name.as_ref().or(call.caller.name.as_ref()).cloned(),
            queue: channel.queue.as_ref().or(waits_in).cloned(),
            dialled: call.dialled.clone(),
            proof: channel.proof,
        })
    }

    /// The channels of a call, in the order they came.
    pub fn channels_of(&self, call: &str) -> Vec<String> {
        self.calls.get(call).map(|call| call.channels.clone()).unwrap_or_default()
    }
}
