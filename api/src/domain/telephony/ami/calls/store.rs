//! The calls and channels that the tracker remembers.

use super::change::{CallResult, Leg, WithdrawReason};
use super::text::Party;
use super::verification::Verification;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;

/// The most calls that are remembered, including those that have just ended.
pub const MAX_CALLS: usize = 5_000;
/// The most channels that are remembered.
pub const MAX_CHANNELS: usize = 20_000;
/// The most channels of one call. Further ones are not followed.
pub const MAX_CHANNELS_PER_CALL: usize = 1_000;

/// One channel. A channel that ended stays for a while, so that late or repeated events about it are recognised.
#[derive(Clone, Debug)]
pub(super) struct Channel {
    pub call: String,
    pub name: String,
    /// The extension, when the channel can be a phone that is called.
    pub extension: Option<String>,
    /// The number of the message that named it first.
    pub first_message: u64,
    pub since: DateTime<Utc>,
    pub verification: Verification,
    pub queue: Option<String>,
    pub caller: Party,
    pub rang: bool,
    pub busy: bool,
    /// Nobody answered in time, or the call was refused. Only the channel's end is still to come.
    pub unanswered: bool,
    pub answered_at: Option<DateTime<Utc>>,
    pub withdrawn: Option<WithdrawReason>,
    /// When it hung up, or when it was dropped.
    pub ended_at: Option<DateTime<Utc>>,
}

impl Channel {
    /// Whether the phone rings now.
    pub fn is_ringing(&self) -> bool {
        self.rang && self.answered_at.is_none() && self.withdrawn.is_none() && self.ended_at.is_none()
    }

    /// Whether somebody talks on the phone now.
    pub fn is_talking(&self) -> bool {
        self.answered_at.is_some() && self.ended_at.is_none()
    }
}

/// One call: all channels with the same `Linkedid`.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub started_at: DateTime<Utc>,
    pub caller: Party,
    pub dialled: Option<String>,
    pub queue: Option<String>,
    /// Whether the caller waits in that queue now.
    pub waits: bool,
    pub extensions: Vec<String>,
    pub answered_by: Option<String>,
    pub talked: TimeDelta,
    /// How its legs ended, each result once.
    pub results: Vec<CallResult>,
    pub caller_gave_up: bool,
    pub verification: Verification,
    /// Its channels that are remembered, in the order they came.
    pub channels: Vec<String>,
    /// How many of its channels have not ended.
    pub live: usize,
    pub ended_at: Option<DateTime<Utc>>,
}

impl Call {
    /// A call without channels.
    pub fn new(started_at: DateTime<Utc>) -> Self {
        Self {
            started_at,
            caller: Party::default(),
            dialled: None,
            queue: None,
            waits: false,
            extensions: Vec::new(),
            answered_by: None,
            talked: TimeDelta::zero(),
            results: Vec::new(),
            caller_gave_up: false,
            verification: Verification::Unverified,
            channels: Vec::new(),
            live: 0,
            ended_at: None,
        }
    }

    /// Notes an extension that the call tries.
    pub fn add_extension(&mut self, extension: &str) {
        if !self.extensions.iter().any(|known| known == extension) {
            self.extensions.push(extension.to_owned());
        }
    }

    /// Notes how a leg ended.
    pub fn add_result(&mut self, result: CallResult) {
        if !self.results.contains(&result) {
            self.results.push(result);
        }
    }

    /// The result of the whole call; see [`super::Summary::result`].
    pub fn result(&self) -> CallResult {
        if self.answered_by.is_some() {
            return CallResult::Answered;
        }
        if self.caller_gave_up {
            return CallResult::Abandoned;
        }
        [CallResult::Missed, CallResult::Declined, CallResult::Busy]
            .into_iter()
            .find(|result| self.results.contains(result))
            .unwrap_or(CallResult::Missed)
    }
}

/// The remembered calls by `Linkedid`, and their channels by `Uniqueid`.
#[derive(Clone, Debug, Default)]
pub(super) struct Store {
    pub calls: BTreeMap<String, Call>,
    pub channels: BTreeMap<String, Channel>,
}

impl Store {
    /// The call to forget when there are too many: the one that ended first, otherwise the oldest.
    pub fn to_evict(&self) -> Option<String> {
        let ended = self.calls.iter().filter_map(|(id, call)| call.ended_at.map(|ended| (ended, id))).min();
        let oldest = || self.calls.iter().map(|(id, call)| (call.started_at, id)).min();
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

    /// Removes the channels that ended before `limit`, and the calls that ended before it.
    pub fn forget_before(&mut self, limit: DateTime<Utc>) {
        self.channels.retain(|_, channel| channel.ended_at.is_none_or(|ended| ended > limit));
        let channels = &self.channels;
        self.calls.retain(|_, call| {
            call.channels.retain(|id| channels.contains_key(id));
            call.ended_at.is_none_or(|ended| ended > limit) || !call.channels.is_empty()
        });
    }

    /// Removes a call and its channels.
    pub fn forget(&mut self, call: &str) {
        for channel in self.calls.remove(call).map(|call| call.channels).unwrap_or_default() {
            self.channels.remove(&channel);
        }
    }

    /// Adds a channel to its call. Creates the call when it is new.
    pub fn add(&mut self, id: &str, channel: Channel) {
        let call = self.calls.entry(channel.call.clone()).or_insert_with(|| Call::new(channel.since));
        call.ended_at = None;
        call.verification = call.verification.max(channel.verification);
        call.channels.push(id.to_owned());
        call.live += 1;
        self.channels.insert(id.to_owned(), channel);
    }

    /// Moves a live channel to another call, as a pickup does. Forgets the call that it leaves when no other channel
    /// of it is live.
    pub fn move_channel(&mut self, id: &str, call: &str) {
        let Some(channel) = self.channels.get_mut(id).filter(|channel| channel.ended_at.is_none()) else { return };
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

    /// Notes that a channel ended.
    pub fn end_channel(&mut self, id: &str, now: DateTime<Utc>) {
        let Some(channel) = self.channels.get_mut(id).filter(|channel| channel.ended_at.is_none()) else { return };
        channel.ended_at = Some(now);
        if let Some(call) = self.calls.get_mut(&channel.call) {
            call.live -= 1;
        }
    }

    /// A channel that has not ended.
    pub fn live_channel(&self, id: &str) -> Option<&Channel> {
        self.channels.get(id).filter(|channel| channel.ended_at.is_none())
    }

    /// What is reported of a leg.
    pub fn leg(&self, id: &str) -> Option<Leg> {
        let channel = self.channels.get(id)?;
        let call = self.calls.get(&channel.call)?;
        let waits_in = call.queue.as_ref().filter(|_| call.waits);
        Some(Leg {
            call: channel.call.clone(),
            leg: id.to_owned(),
            extension: channel.extension.clone()?,
            caller_number: channel.caller.number.as_ref().or(call.caller.number.as_ref()).cloned(),
            caller_name: channel.caller.name.as_ref().or(call.caller.name.as_ref()).cloned(),
            queue: channel.queue.as_ref().or(waits_in).cloned(),
            dialled: call.dialled.clone(),
            verification: channel.verification,
        })
    }

    /// The channels of a call, in the order they came.
    pub fn channels_of(&self, call: &str) -> Vec<String> {
        self.calls.get(call).map(|call| call.channels.clone()).unwrap_or_default()
    }
}
