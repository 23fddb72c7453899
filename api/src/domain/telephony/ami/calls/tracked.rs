//! The calls that a tracker follows, and what may happen to any of their channels.
//!
//! What the exchange says is applied elsewhere: events while a call rings (`ringing.rs`), the end of a channel
//! (`ending.rs`), lists of channels (`listing.rs`).

use super::change::{Change, Summary, WithdrawReason};
use super::identity::ChannelIdentity;
use super::store::{Call, Channel, Store};
use super::text::Party;
use super::verification::{Verification, VerificationMode};
use chrono::{DateTime, TimeDelta, Utc};

/// For this long after a suspicious message, events verify nothing.
const SUSPICION: TimeDelta = TimeDelta::seconds(5);

/// The calls that are followed, and the changes that were not reported yet.
#[derive(Debug)]
pub(super) struct TrackedCalls {
    pub mode: VerificationMode,
    pub store: Store,
    pub changes: Vec<Change>,
    /// The time of the current message.
    pub now: DateTime<Utc>,
    /// The number of the current message.
    pub message: u64,
    /// How many suspicious messages came.
    pub suspicious: u64,
    suspicious_until: Option<DateTime<Utc>>,
}

impl TrackedCalls {
    /// No calls yet.
    pub fn new(mode: VerificationMode) -> Self {
        Self {
            mode,
            store: Store::default(),
            changes: Vec::new(),
            now: DateTime::UNIX_EPOCH,
            message: 0,
            suspicious: 0,
            suspicious_until: None,
        }
    }

    /// Notes that a message does not belong in the stream.
    pub fn suspect(&mut self) {
        self.suspicious += 1;
        self.suspicious_until = Some(self.now + SUSPICION);
    }

    /// Notes that a message is suspicious when it could not be applied.
    pub fn suspect_unless_applied(&mut self, applied: Option<()>) {
        if applied.is_none() {
            self.suspect();
        }
    }

    /// The verification that an event gives now.
    pub fn verification_by_event(&self) -> Verification {
        let is_clean = self.suspicious_until.is_none_or(|until| self.now >= until);
        if self.mode == VerificationMode::Events && is_clean { Verification::Events } else { Verification::Unverified }
    }

    /// Notes that a channel is verified, and reports it when its verification was weaker.
    pub fn verify(&mut self, id: &str, verification: Verification) {
        let Some(channel) = self.store.channels.get_mut(id).filter(|channel| channel.verification < verification)
        else {
            return;
        };
        channel.verification = verification;
        let is_reported = channel.is_ringing() || channel.is_talking();
        let (call, extension) = (channel.call.clone(), channel.extension.clone().unwrap_or_default());
        if let Some(call) = self.store.calls.get_mut(&call) {
            call.verification = call.verification.max(verification);
        }
        if is_reported {
            self.changes.push(Change::Confirmed { call, leg: id.to_owned(), extension, verification });
        }
    }

    /// Adds a channel that is not known yet, and makes room for it first. A call that has too many channels gets no
    /// more.
    pub fn add_channel(&mut self, identity: &ChannelIdentity<'_>, verification: Verification, since: DateTime<Utc>) {
        if !self.store.call_has_room(identity.call) {
            return;
        }
        while !self.store.has_room() {
            let Some(call) = self.store.to_evict() else { break };
            self.drop_call(&call);
            self.store.forget(&call);
        }
        let channel = Channel {
            call: identity.call.to_owned(),
            name: identity.name.to_owned(),
            extension: identity.called_extension().map(str::to_owned),
            first_message: self.message,
            since,
            verification,
            queue: None,
            caller: Party::default(),
            rang: false,
            busy: false,
            unanswered: false,
            answered_at: None,
            withdrawn: None,
            ended_at: None,
        };
        self.store.add(identity.id, channel);
    }

    /// Takes a pop-up back while its phone rings. A phone that was withdrawn because the caller gave up is withdrawn
    /// again for another reason, because the first one turned out to be wrong.
    pub fn withdraw(&mut self, id: &str, reason: WithdrawReason) {
        let Some(channel) = self.store.channels.get_mut(id) else { return };
        let corrects = channel.withdrawn == Some(WithdrawReason::CallerGaveUp)
            && reason != WithdrawReason::CallerGaveUp
            && channel.ended_at.is_none();
        if !channel.is_ringing() && !corrects {
            return;
        }
        channel.withdrawn = Some(reason);
        let (call, extension) = (channel.call.clone(), channel.extension.clone().unwrap_or_default());
        if reason == WithdrawReason::CallerGaveUp
            && let Some(call) = self.store.calls.get_mut(&call)
        {
            call.caller_gave_up = true;
        }
        self.changes.push(Change::Withdrawn { call, leg: id.to_owned(), extension, reason });
    }

    /// Stops following all channels of a call.
    pub fn drop_call(&mut self, call: &str) {
        for id in self.store.channels_of(call) {
            self.drop_channel(&id, WithdrawReason::Lost);
        }
    }

    /// Stops following a channel whose end was not seen.
    pub fn drop_channel(&mut self, id: &str, reason: WithdrawReason) {
        self.withdraw(id, reason);
        let Some(channel) = self.store.live_channel(id) else { return };
        let call_id = channel.call.clone();
        if let Some(answered_at) = channel.answered_at {
            let (leg, extension) = (id.to_owned(), channel.extension.clone().unwrap_or_default());
            self.changes.push(Change::Withdrawn { call: call_id.clone(), leg, extension, reason });
            if let Some(call) = self.store.calls.get_mut(&call_id) {
                call.talked += (self.now - answered_at).max(TimeDelta::zero());
            }
        }
        self.store.end_channel(id, self.now);
        self.finish_call(&call_id, true);
    }

    /// Reports the end of a call when its last channel has ended.
    pub fn finish_call(&mut self, id: &str, lost: bool) {
        let is_over = |call: &&mut Call| call.ended_at.is_none() && call.live == 0;
        let Some(call) = self.store.calls.get_mut(id).filter(is_over) else { return };
        call.ended_at = Some(self.now);
        self.changes.push(Change::Finished(Summary {
            call: id.to_owned(),
            caller_number: call.caller.number.clone(),
            caller_name: call.caller.name.clone(),
            dialled: call.dialled.clone(),
            queue: call.queue.clone(),
            extensions: call.extensions.clone(),
            answered_by: call.answered_by.clone(),
            result: call.result(),
            started: call.started_at,
            ended: self.now,
            talked_seconds: whole_seconds(call.talked),
            verification: call.verification,
            lost,
        }));
    }
}

/// A duration in whole seconds, rounded down.
pub(super) fn whole_seconds(time: TimeDelta) -> u32 {
    u32::try_from(time.num_seconds()).unwrap_or(0)
}
