use chrono::{DateTime, TimeDelta, Utc};

use super::super::protocol::Block;
use super::change::{CallResult, Change, Summary, WithdrawReason};
use super::store::{Call, Channel};
use super::tracker::{MAX_LEG_AGE, Tracker};

/// How long an ended call or leg is remembered, for late events and list items about it.
const REMEMBER_ENDED: TimeDelta = TimeDelta::seconds(60);

/// Q.850 cause codes and Asterisk's own, as recorded.
mod cause {
    pub const USER_BUSY: u16 = 17;
    pub const REJECTED: u16 = 21;
    pub const ANSWERED_ELSEWHERE: u16 = 26;
    pub const CALLER_CANCELLED: u16 = 127;
}

impl Tracker {
    /// Drops everything: to be called when the connection ends. The PBX may have been restarted, and what happened
    /// meanwhile is unknown. Pop-ups are withdrawn, calls are finished as lost.
    pub fn reset(&mut self, now: DateTime<Utc>) -> Vec<Change> {
        let calls: Vec<String> = self.store.calls.keys().cloned().collect();
        for call in calls {
            self.lose(&call, now);
        }
        let changes = std::mem::take(&mut self.changes);
        *self = Self::new(self.trust);
        changes
    }

    /// Drops legs that are older than [`MAX_LEG_AGE`], and forgets calls that ended a while ago. [`Tracker::feed`] does
    /// this too; needed only while nothing comes.
    pub fn expire(&mut self, now: DateTime<Utc>) -> Vec<Change> {
        self.forget_old(now);
        std::mem::take(&mut self.changes)
    }

    pub(super) fn forget_old(&mut self, now: DateTime<Utc>) {
        let is_old = |since: DateTime<Utc>| now - since >= MAX_LEG_AGE;
        let channels = self.store.channels.iter();
        let old: Vec<String> =
            channels.filter(|(_, c)| c.gone.is_none() && is_old(c.since)).map(|(id, _)| id.clone()).collect();
        for id in old {
            self.lose_channel(&id, WithdrawReason::Lost, now);
        }
        self.store.forget_before(now - REMEMBER_ENDED);
    }

    /// Gives up all channels of a call.
    pub(super) fn lose(&mut self, call: &str, now: DateTime<Utc>) {
        for id in self.store.channels_of(call) {
            self.lose_channel(&id, WithdrawReason::Lost, now);
        }
    }

    /// Gives up a channel whose end was not seen.
    pub(super) fn lose_channel(&mut self, id: &str, reason: WithdrawReason, now: DateTime<Utc>) {
        self.withdraw(id, reason);
        let Some(channel) = self.store.channels.get(id).filter(|channel| channel.gone.is_none()) else { return };
        let call_id = channel.call.clone();
        if let Some(answered) = channel.answered {
            let (leg, extension) = (id.to_owned(), channel.callee.clone().unwrap_or_default());
            self.changes.push(Change::Withdrawn { call: call_id.clone(), leg, extension, reason });
            if let Some(call) = self.store.calls.get_mut(&call_id) {
                call.talked += (now - answered).max(TimeDelta::zero());
            }
        }
        self.store.leave(id, now);
        self.finish(&call_id, true, now);
    }

    /// `Hangup`: the end of every leg in a living PBX.
    pub(super) fn hangs_up(&mut self, block: &Block, now: DateTime<Utc>) -> Option<()> {
        let id = block.one("Uniqueid")?;
        let code = block.one("Cause")?.parse::<u16>().ok();
        let Some(channel) = self.store.channels.get(id).filter(|channel| channel.gone.is_none()) else {
            return Some(());
        };
        let call_id = channel.call.clone();
        let mut talked = TimeDelta::zero();
        if code == Some(cause::ANSWERED_ELSEWHERE) {
            self.withdraw(id, WithdrawReason::AnsweredElsewhere);
        }
        let channel = self.store.channels.get(id)?;
        if let Some(answered) = channel.answered {
            talked = (now - answered).max(TimeDelta::zero());
        }
        let result = leg_result(channel, code);
        if let (Some(result), Some(extension)) = (result, channel.callee.clone()) {
            if let Some(call) = self.store.calls.get_mut(&call_id) {
                call.leg_ended(result);
                call.talked += talked;
                call.gave_up |= result == CallResult::Abandoned;
            }
            self.changes.push(Change::Ended {
                call: call_id.clone(),
                leg: id.to_owned(),
                extension: extension.clone(),
                result,
                talked_seconds: whole_seconds(talked),
                cause: code,
            });
            if result != CallResult::Abandoned {
                self.tell_others(&call_id, id, &extension);
            }
        }
        self.store.leave(id, now);
        self.finish(&call_id, false, now);
        Some(())
    }

    /// Tells again of the other phones of an extension that still ring or talk, when one of them is done: the pop-up
    /// is the extension's.
    fn tell_others(&mut self, call: &str, done: &str, extension: &str) {
        for id in self.store.channels_of(call) {
            let Some(channel) = self.store.channels.get(&id) else { continue };
            if id == done || channel.callee.as_deref() != Some(extension) {
                continue;
            }
            let (rings, talks) = (channel.rings(), channel.answered.is_some() && channel.gone.is_none());
            let Some(leg) = self.store.leg(&id).filter(|_| rings || talks) else { continue };
            self.changes.push(if talks { Change::Answered(leg) } else { Change::Ringing(leg) });
        }
    }

    /// Ends a call when its last channel is gone.
    fn finish(&mut self, id: &str, lost: bool, now: DateTime<Utc>) {
        let over = |call: &&mut Call| call.ended.is_none() && call.live == 0;
        let Some(call) = self.store.calls.get_mut(id).filter(over) else { return };
        call.ended = Some(now);
        self.changes.push(Change::Finished(Summary {
            call: id.to_owned(),
            caller_number: call.caller.number.clone(),
            caller_name: call.caller.name.clone(),
            dialled: call.dialled.clone(),
            queue: call.queue.clone(),
            extensions: call.extensions.clone(),
            answered_by: call.answered_by.clone(),
            result: call.result(),
            started: call.started,
            ended: now,
            talked_seconds: whole_seconds(call.talked),
            proof: call.proof,
            lost,
        }));
    }
}

/// How a leg ended, or `None` when that is not to be told: it never rang, or was withdrawn because another answered.
fn leg_result(channel: &Channel, code: Option<u16>) -> Option<CallResult> {
    if channel.answered.is_some() {
        return Some(CallResult::Answered);
    }
    match channel.withdrawn {
        Some(WithdrawReason::CallerGaveUp) => return Some(CallResult::Abandoned),
        Some(_) => return None,
        None => {}
    }
    match code {
        _ if channel.busy => Some(CallResult::Busy),
        Some(cause::USER_BUSY) => Some(CallResult::Busy),
        Some(cause::REJECTED) => Some(CallResult::Declined),
        Some(cause::CALLER_CANCELLED) if channel.rang && !channel.unanswered => Some(CallResult::Abandoned),
        _ => channel.rang.then_some(CallResult::Missed),
    }
}

fn whole_seconds(time: TimeDelta) -> u32 {
    u32::try_from(time.num_seconds()).unwrap_or(0)
}
