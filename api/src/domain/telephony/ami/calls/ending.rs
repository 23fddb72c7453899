//! The end of channels: a phone hangs up, or is too old to be followed.

use super::super::protocol::Block;
use super::change::{CallResult, Change, WithdrawReason};
use super::store::Channel;
use super::tracked::{TrackedCalls, whole_seconds};
use chrono::TimeDelta;

/// A channel that is older and has not ended is dropped.
const MAX_CHANNEL_AGE: TimeDelta = TimeDelta::hours(6);
/// How long a channel or call that ended is remembered, for late events and list items about it.
const REMEMBER_ENDED: TimeDelta = TimeDelta::seconds(60);

/// Causes of a hang-up: those of ITU-T Q.850 and Asterisk's own, as recorded.
mod cause {
    pub const USER_BUSY: u16 = 17;
    pub const REJECTED: u16 = 21;
    pub const ANSWERED_ELSEWHERE: u16 = 26;
    pub const CALLER_CANCELLED: u16 = 127;
}

impl TrackedCalls {
    /// Drops channels that are too old, and forgets calls that ended a while ago.
    pub(super) fn forget_old(&mut self) {
        let is_old = |channel: &Channel| channel.ended_at.is_none() && self.now - channel.since >= MAX_CHANNEL_AGE;
        let channels = self.store.channels.iter();
        let old: Vec<String> = channels.filter(|(_, channel)| is_old(channel)).map(|(id, _)| id.clone()).collect();
        for id in old {
            self.drop_channel(&id, WithdrawReason::Lost);
        }
        self.store.forget_before(self.now - REMEMBER_ENDED);
    }

    /// Applies `Hangup`, which ends every channel of an exchange that works.
    pub(super) fn hang_up(&mut self, block: &Block) -> Option<()> {
        let id = block.one("Uniqueid")?;
        let cause = block.one("Cause")?.parse::<u16>().ok();
        let Some(channel) = self.store.live_channel(id) else { return Some(()) };
        let call_id = channel.call.clone();
        if cause == Some(cause::ANSWERED_ELSEWHERE) {
            self.withdraw(id, WithdrawReason::AnsweredElsewhere);
        }
        let channel = self.store.channels.get(id)?;
        let talked = channel.answered_at.map_or(TimeDelta::zero(), |at| (self.now - at).max(TimeDelta::zero()));
        if let (Some(result), Some(extension)) = (leg_result(channel, cause), channel.extension.clone()) {
            if let Some(call) = self.store.calls.get_mut(&call_id) {
                call.add_result(result);
                call.talked += talked;
                call.caller_gave_up |= result == CallResult::Abandoned;
            }
            self.changes.push(Change::Ended {
                call: call_id.clone(),
                leg: id.to_owned(),
                extension: extension.clone(),
                result,
                talked_seconds: whole_seconds(talked),
                cause,
            });
            if result != CallResult::Abandoned {
                self.report_other_phones(&call_id, id, &extension);
            }
        }
        self.store.end_channel(id, self.now);
        self.finish_call(&call_id, false);
        Some(())
    }

    /// Reports again the other phones of an extension that still ring or talk when one of them is done. There is one
    /// pop-up for the extension, and the end of the first phone closed it.
    fn report_other_phones(&mut self, call: &str, done: &str, extension: &str) {
        for id in self.store.channels_of(call) {
            let Some(channel) = self.store.channels.get(&id) else { continue };
            if id == done || channel.extension.as_deref() != Some(extension) {
                continue;
            }
            let (rings, talks) = (channel.is_ringing(), channel.is_talking());
            let Some(leg) = self.store.leg(&id).filter(|_| rings || talks) else { continue };
            self.changes.push(if talks { Change::Answered(leg) } else { Change::Ringing(leg) });
        }
    }
}

/// How a leg ended. `None` when that is not reported, because the phone never rang or was withdrawn when another
/// answered.
fn leg_result(channel: &Channel, cause: Option<u16>) -> Option<CallResult> {
    if channel.answered_at.is_some() {
        return Some(CallResult::Answered);
    }
    match channel.withdrawn {
        Some(WithdrawReason::CallerGaveUp) => return Some(CallResult::Abandoned),
        Some(_) => return None,
        None => {}
    }
    match cause {
        _ if channel.busy => Some(CallResult::Busy),
        Some(cause::USER_BUSY) => Some(CallResult::Busy),
        Some(cause::REJECTED) => Some(CallResult::Declined),
        Some(cause::CALLER_CANCELLED) if channel.rang && !channel.unanswered => Some(CallResult::Abandoned),
        _ => channel.rang.then_some(CallResult::Missed),
    }
}
