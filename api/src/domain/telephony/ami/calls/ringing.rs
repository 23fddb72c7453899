use chrono::{DateTime, Utc};

use super::super::protocol::Block;
use super::change::{Change, Proof, WithdrawReason};
use super::text::{Caller, clean_number, extension_of};
use super::tracker::{MAX_QUEUE, Sight, Tracker};

/// The events of class call and agent, from the first channel to the answer. Each gives `None` when a header is
/// missing, repeated, or contradicts what is known.
impl Tracker {
    pub(super) fn new_channel(&mut self, block: &Block, now: DateTime<Utc>) -> Option<()> {
        let sight = Sight::read(block, "")?;
        let number = block.one("CallerIDNum")?;
        self.meet(&sight, now)?;
        if sight.id == sight.call
            && let Some(call) = self.store.calls.get_mut(sight.call).filter(|call| call.dialled.is_none())
        {
            call.caller = Caller::clean(number, block.one("CallerIDName")?);
            call.dialled = clean_number(block.one("Exten")?);
        }
        Some(())
    }

    /// A channel is created or dialled: known from now on. `None` when it is known
    /// under another name.
    fn meet(&mut self, sight: &Sight<'_>, now: DateTime<Utc>) -> Option<()> {
        let proof = self.proof_of_events(now);
        match self.store.channels.get(sight.id) {
            Some(known) if known.name != sight.name => return None,
            Some(_) => self.vouch(sight.id, proof),
            None => self.add(sight, proof, now),
        }
        Some(())
    }

    pub(super) fn new_state(&mut self, block: &Block, now: DateTime<Utc>) -> Option<()> {
        let sight = Sight::read(block, "")?;
        match block.one("ChannelState")? {
            "5" => {
                let caller = Caller::clean(block.one("ConnectedLineNum")?, block.one("ConnectedLineName")?);
                self.rings(&sight, caller, now)
            }
            "6" if self.store.channels.get(sight.id).is_some_and(|channel| channel.rang) => {
                self.answers(sight.id, now);
                Some(())
            }
            _ => Some(()),
        }
    }

    pub(super) fn dial_begins(&mut self, block: &Block, now: DateTime<Utc>) -> Option<()> {
        let sight = Sight::read(block, "Dest")?;
        block.one("DestCallerIDNum")?;
        self.meet(&sight, now)?;
        if let (Some(extension), Some(call)) = (sight.callee(), self.store.calls.get_mut(sight.call)) {
            call.tries(extension);
        }
        Some(())
    }

    pub(super) fn dial_state(&mut self, block: &Block, now: DateTime<Utc>) -> Option<()> {
        let sight = Sight::read(block, "Dest")?;
        if block.one("DialStatus")? != "RINGING" || !block.has("Channel") {
            return Some(());
        }
        self.rings(&sight, Caller::clean(block.one("CallerIDNum")?, block.one("CallerIDName")?), now)
    }

    /// A phone rings: told once, whichever event says it first.
    pub(super) fn rings(&mut self, sight: &Sight<'_>, caller: Caller, now: DateTime<Utc>) -> Option<()> {
        let Some(extension) = sight.callee() else { return Some(()) };
        if !self.store.channels.contains_key(sight.id) {
            self.add(sight, Proof::Nothing, now);
        }
        let channel = self.store.channels.get_mut(sight.id)?;
        if channel.name != sight.name {
            return None;
        }
        if channel.rang || channel.gone.is_some() || channel.answered.is_some() {
            return Some(());
        }
        channel.rang = true;
        channel.caller = caller;
        if let Some(call) = self.store.calls.get_mut(&channel.call) {
            call.tries(extension);
        }
        self.changes.extend(self.store.leg(sight.id).map(Change::Ringing));
        Some(())
    }

    pub(super) fn dial_ends(&mut self, block: &Block, now: DateTime<Utc>) -> Option<()> {
        let sight = Sight::read(block, "Dest")?;
        let status = block.one("DialStatus")?;
        if !block.has("Channel") {
            return Some(());
        }
        if status == "ANSWER" {
            return self.dial_is_answered(&sight, block.one("Linkedid")?, now);
        }
        let Some(channel) = self.store.channels.get_mut(sight.id) else { return Some(()) };
        channel.busy |= status == "BUSY";
        channel.unanswered |= status == "NOANSWER";
        // A queue that went round cancels what has timed out: the caller has not given up.
        if status == "CANCEL" && channel.rings() && !channel.unanswered {
            let call = channel.call.clone();
            let elsewhere = self.store.channels_of(&call).iter().any(|other| self.talks(other));
            let reason = if elsewhere { WithdrawReason::AnsweredElsewhere } else { WithdrawReason::CallerGaveUp };
            self.withdraw(sight.id, reason);
        }
        Some(())
    }

    /// The phone that answered may be another than the one that rang, with a call of its own until now (pickup,
    /// recording 43).
    fn dial_is_answered(&mut self, sight: &Sight<'_>, call: &str, now: DateTime<Utc>) -> Option<()> {
        let Some(channel) = self.store.channels.get(sight.id) else { return Some(()) };
        if channel.name != sight.name {
            return None;
        }
        let Some(extension) = extension_of(sight.name) else { return Some(()) };
        self.store.join(sight.id, call);
        if let Some(channel) = self.store.channels.get_mut(sight.id).filter(|channel| channel.call == call) {
            channel.callee = Some(extension.to_owned());
            self.answers(sight.id, now);
        }
        Some(())
    }

    fn talks(&self, id: &str) -> bool {
        self.store.channels.get(id).is_some_and(|channel| channel.answered.is_some() && channel.gone.is_none())
    }

    /// A phone answers: told once; the others of the call stop.
    pub(super) fn answers(&mut self, id: &str, since: DateTime<Utc>) {
        let Some(channel) = self.store.channels.get_mut(id) else { return };
        let (Some(extension), None, None) = (&channel.callee, channel.answered, channel.gone) else { return };
        channel.answered = Some(since);
        channel.withdrawn = None;
        let call_id = channel.call.clone();
        if let Some(call) = self.store.calls.get_mut(&call_id) {
            call.tries(extension);
            call.answered_by.get_or_insert_with(|| extension.clone());
        }
        self.changes.extend(self.store.leg(id).map(Change::Answered));
        for other in self.store.channels_of(&call_id) {
            self.withdraw(&other, WithdrawReason::AnsweredElsewhere);
        }
    }

    /// Takes a pop-up back, when the leg rings. That the caller gave up may turn out to be wrong, and is corrected.
    pub(super) fn withdraw(&mut self, id: &str, reason: WithdrawReason) {
        let Some(channel) = self.store.channels.get_mut(id) else { return };
        let corrects = channel.withdrawn == Some(WithdrawReason::CallerGaveUp)
            && reason != WithdrawReason::CallerGaveUp
            && channel.gone.is_none();
        if !channel.rings() && !corrects {
            return;
        }
        channel.withdrawn = Some(reason);
        let (call, extension) = (channel.call.clone(), channel.callee.clone().unwrap_or_default());
        if reason == WithdrawReason::CallerGaveUp
            && let Some(call) = self.store.calls.get_mut(&call)
        {
            call.gave_up = true;
        }
        self.changes.push(Change::Withdrawn { call, leg: id.to_owned(), extension, reason });
    }

    pub(super) fn queue(&mut self, event: &str, block: &Block) -> Option<()> {
        let queue = block.one("Queue").filter(|queue| queue.len() <= MAX_QUEUE)?;
        if event == "AgentCalled" {
            if let Some(channel) = self.store.channels.get_mut(block.one("DestUniqueid")?) {
                channel.queue = Some(queue.to_owned());
            }
            return Some(());
        }
        let Some(channel) = self.store.channels.get(block.one("Uniqueid")?) else { return Some(()) };
        let call = self.store.calls.get_mut(&channel.call)?;
        call.waits = event == "QueueCallerJoin";
        call.queue = Some(queue.to_owned());
        call.gave_up |= event == "QueueCallerAbandon";
        Some(())
    }
}
