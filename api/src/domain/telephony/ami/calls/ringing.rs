//! The events of the classes `call` and `agent`, from the first channel of a call to the answer.

use super::super::protocol::Block;
use super::change::{Change, WithdrawReason};
use super::identity::{ChannelIdentity, MAX_QUEUE};
use super::text::{Party, clean_number, extension_of};
use super::tracked::TrackedCalls;
use super::verification::Verification;
use chrono::{DateTime, Utc};

/// Asterisk's `ChannelState` of a phone that rings.
pub(super) const STATE_RINGING: &str = "5";
/// Asterisk's `ChannelState` of a phone that is answered.
pub(super) const STATE_UP: &str = "6";

/// Each function that applies an event gives `None` when a header is missing, repeated, or contradicts what is known.
impl TrackedCalls {
    /// Applies `Newchannel`.
    pub(super) fn new_channel(&mut self, block: &Block) -> Option<()> {
        let identity = ChannelIdentity::read(block, "")?;
        let number = block.one("CallerIDNum")?;
        self.register_channel(&identity)?;
        if identity.id == identity.call
            && let Some(call) = self.store.calls.get_mut(identity.call).filter(|call| call.dialled.is_none())
        {
            call.caller = Party::clean(number, block.one("CallerIDName")?);
            call.dialled = clean_number(block.one("Exten")?);
        }
        Some(())
    }

    /// Adds a channel that is created or dialled, or verifies it when it is known. `None` when it is known under
    /// another name.
    fn register_channel(&mut self, identity: &ChannelIdentity<'_>) -> Option<()> {
        let verification = self.verification_by_event();
        match self.store.channels.get(identity.id) {
            Some(known) if known.name != identity.name => return None,
            Some(_) => self.verify(identity.id, verification),
            None => self.add_channel(identity, verification, self.now),
        }
        Some(())
    }

    /// Applies `Newstate`.
    pub(super) fn new_state(&mut self, block: &Block) -> Option<()> {
        let identity = ChannelIdentity::read(block, "")?;
        match block.one("ChannelState")? {
            STATE_RINGING => {
                let caller = Party::clean(block.one("ConnectedLineNum")?, block.one("ConnectedLineName")?);
                self.start_ringing(&identity, caller)
            }
            STATE_UP if self.store.channels.get(identity.id).is_some_and(|channel| channel.rang) => {
                self.answer(identity.id, self.now);
                Some(())
            }
            _ => Some(()),
        }
    }

    /// Applies `DialBegin`.
    pub(super) fn dial_begin(&mut self, block: &Block) -> Option<()> {
        let identity = ChannelIdentity::read(block, "Dest")?;
        block.one("DestCallerIDNum")?;
        self.register_channel(&identity)?;
        if let (Some(extension), Some(call)) = (identity.called_extension(), self.store.calls.get_mut(identity.call)) {
            call.add_extension(extension);
        }
        Some(())
    }

    /// Applies `DialState`.
    pub(super) fn dial_state(&mut self, block: &Block) -> Option<()> {
        let identity = ChannelIdentity::read(block, "Dest")?;
        if block.one("DialStatus")? != "RINGING" || !block.has("Channel") {
            return Some(());
        }
        self.start_ringing(&identity, Party::clean(block.one("CallerIDNum")?, block.one("CallerIDName")?))
    }

    /// Reports once that a phone rings, whichever message says so first. `None` when the channel is known under
    /// another name.
    pub(super) fn start_ringing(&mut self, identity: &ChannelIdentity<'_>, caller: Party) -> Option<()> {
        let Some(extension) = identity.called_extension() else { return Some(()) };
        if !self.store.channels.contains_key(identity.id) {
            self.add_channel(identity, Verification::Unverified, self.now);
        }
        let channel = self.store.channels.get_mut(identity.id)?;
        if channel.name != identity.name {
            return None;
        }
        // A channel without an extension was announced as the first one of a call: it is no phone that is called.
        let is_called = channel.extension.is_some();
        if !is_called || channel.rang || channel.ended_at.is_some() || channel.answered_at.is_some() {
            return Some(());
        }
        channel.rang = true;
        channel.caller = caller;
        if let Some(call) = self.store.calls.get_mut(&channel.call) {
            call.add_extension(extension);
        }
        self.changes.extend(self.store.leg(identity.id).map(Change::Ringing));
        Some(())
    }

    /// Applies `DialEnd`.
    pub(super) fn dial_end(&mut self, block: &Block) -> Option<()> {
        let identity = ChannelIdentity::read(block, "Dest")?;
        let status = block.one("DialStatus")?;
        if !block.has("Channel") {
            return Some(());
        }
        if status == "ANSWER" {
            return self.dial_answered(&identity, block.one("Linkedid")?);
        }
        let Some(channel) = self.store.channels.get_mut(identity.id) else { return Some(()) };
        channel.busy |= status == "BUSY";
        channel.unanswered |= status == "NOANSWER";
        // A queue that starts another round cancels a phone that has timed out: the caller has not given up.
        if status == "CANCEL" && channel.is_ringing() && !channel.unanswered {
            let call = channel.call.clone();
            let is_talking = |id: &String| self.store.channels.get(id).is_some_and(|channel| channel.is_talking());
            let elsewhere = self.store.channels_of(&call).iter().any(is_talking);
            let reason = if elsewhere { WithdrawReason::AnsweredElsewhere } else { WithdrawReason::CallerGaveUp };
            self.withdraw(identity.id, reason);
        }
        Some(())
    }

    /// Applies `DialEnd` with an answer. The phone that answered may be another than the one that rang, with a call of
    /// its own until now (pickup, recording 43).
    fn dial_answered(&mut self, identity: &ChannelIdentity<'_>, call: &str) -> Option<()> {
        let Some(channel) = self.store.channels.get(identity.id) else { return Some(()) };
        if channel.name != identity.name {
            return None;
        }
        let Some(extension) = extension_of(identity.name) else { return Some(()) };
        self.store.move_channel(identity.id, call);
        if let Some(channel) = self.store.channels.get_mut(identity.id).filter(|channel| channel.call == call) {
            channel.extension = Some(extension.to_owned());
            self.answer(identity.id, self.now);
        }
        Some(())
    }

    /// Reports once that a phone answered, and withdraws the other phones of the call.
    pub(super) fn answer(&mut self, id: &str, since: DateTime<Utc>) {
        let Some(channel) = self.store.channels.get_mut(id) else { return };
        let (Some(extension), None, None) = (&channel.extension, channel.answered_at, channel.ended_at) else { return };
        channel.answered_at = Some(since);
        channel.withdrawn = None;
        let call_id = channel.call.clone();
        if let Some(call) = self.store.calls.get_mut(&call_id) {
            call.add_extension(extension);
            call.answered_by.get_or_insert_with(|| extension.clone());
        }
        self.changes.extend(self.store.leg(id).map(Change::Answered));
        for other in self.store.channels_of(&call_id) {
            self.withdraw(&other, WithdrawReason::AnsweredElsewhere);
        }
    }

    /// Applies `Pickup`: another phone takes the call that rings here.
    pub(super) fn pickup(&mut self, block: &Block) -> Option<()> {
        self.withdraw(block.one("TargetUniqueid")?, WithdrawReason::AnsweredElsewhere);
        Some(())
    }

    /// Applies `AgentCalled`: a queue rings a phone.
    pub(super) fn agent_called(&mut self, block: &Block) -> Option<()> {
        let queue = queue_name(block)?;
        if let Some(channel) = self.store.channels.get_mut(block.one("DestUniqueid")?) {
            channel.queue = Some(queue.to_owned());
        }
        Some(())
    }

    /// Applies `QueueCallerJoin`, `QueueCallerLeave` and `QueueCallerAbandon`.
    pub(super) fn queue_caller(&mut self, event: &str, block: &Block) -> Option<()> {
        let queue = queue_name(block)?;
        let Some(channel) = self.store.channels.get(block.one("Uniqueid")?) else { return Some(()) };
        let call = self.store.calls.get_mut(&channel.call)?;
        call.waits = event == "QueueCallerJoin";
        call.queue = Some(queue.to_owned());
        call.caller_gave_up |= event == "QueueCallerAbandon";
        Some(())
    }
}

fn queue_name(block: &Block) -> Option<&str> {
    block.one("Queue").filter(|queue| queue.len() <= MAX_QUEUE)
}
