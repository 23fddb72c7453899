//! Which calls count: those that come through the queues of parameter 270 (through any,
//! when it names none), and those to and from the extensions that somebody recorded.
//! Others are private: nothing of them reaches the database.

use super::delivery::Sink;
use crate::domain::parameters::ids;
use crate::domain::telephony::ami::calls::{Change, Leg, MAX_CALLS, Summary, WithdrawReason};
use crate::error::Result;
use crate::tx::Tx;
use std::collections::{BTreeMap, BTreeSet};

/// What was told so far of the calls under way.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter {
    calls: BTreeMap<String, BTreeSet<String>>,
}

/// Whether a queue is named by parameter 270, which names all when it is blank.
fn is_watched(tx: &Tx<'_>, queue: &str) -> bool {
    let value = tx.parameters.value(ids::WATCHED_QUEUES);
    let mut named = value.split(',').map(str::trim).filter(|name| !name.is_empty()).peekable();
    named.peek().is_none() || named.any(|name| name == queue)
}

impl Filter {
    /// The changes that count, in their order.
    ///
    /// A phone is told when its call came through a queue that counts, when somebody
    /// recorded its extension, or when the call is made from a recorded extension. What
    /// follows is told of phones that were told; the end of a call, of calls of which a
    /// phone was told, or that themselves would be.
    pub fn keep(&mut self, tx: &mut Tx<'_>, sink: &dyn Sink, changes: &[Change]) -> Result<Vec<Change>> {
        let mut kept = Vec::new();
        for change in changes {
            if self.counts(tx, sink, change)? {
                kept.push(change.clone());
            }
        }
        Ok(kept)
    }

    fn counts(&mut self, tx: &mut Tx<'_>, sink: &dyn Sink, change: &Change) -> Result<bool> {
        match change {
            Change::Ringing(leg) | Change::Answered(leg) => self.leg(tx, sink, leg),
            Change::Confirmed { call, leg, .. } => Ok(self.is_told(call, leg)),
            Change::Withdrawn { call, leg, reason, .. } => {
                let told = self.is_told(call, leg);
                // `Ended` follows.
                if *reason != WithdrawReason::CallerGaveUp {
                    self.leg_is_over(call, leg);
                }
                Ok(told)
            }
            Change::Ended { call, leg, extension, .. } => {
                let told = self.is_told(call, leg);
                self.leg_is_over(call, leg);
                if told || sink.is_recorded(tx, extension)? {
                    self.calls.entry(call.clone()).or_default();
                    return Ok(true);
                }
                Ok(false)
            }
            Change::Finished(summary) => self.summary(tx, sink, summary),
        }
    }

    fn leg(&mut self, tx: &mut Tx<'_>, sink: &dyn Sink, leg: &Leg) -> Result<bool> {
        let ends = [Some(&leg.extension), leg.caller_number.as_ref()];
        let counts = self.is_told(&leg.call, &leg.leg)
            || leg.queue.as_ref().is_some_and(|queue| is_watched(tx, queue))
            || is_any_recorded(tx, sink, ends.into_iter().flatten())?;
        if counts {
            if self.calls.len() >= MAX_CALLS && !self.calls.contains_key(&leg.call) {
                self.calls.pop_first();
            }
            self.calls.entry(leg.call.clone()).or_default().insert(leg.leg.clone());
        }
        Ok(counts)
    }

    fn summary(&mut self, tx: &mut Tx<'_>, sink: &dyn Sink, summary: &Summary) -> Result<bool> {
        let told = self.calls.remove(&summary.call).is_some();
        let ends = summary.extensions.iter().chain(&summary.caller_number);
        Ok(told
            || summary.queue.as_ref().is_some_and(|queue| is_watched(tx, queue))
            || is_any_recorded(tx, sink, ends)?)
    }

    fn is_told(&self, call: &str, leg: &str) -> bool {
        self.calls.get(call).is_some_and(|legs| legs.contains(leg))
    }

    fn leg_is_over(&mut self, call: &str, leg: &str) {
        if let Some(legs) = self.calls.get_mut(call) {
            legs.remove(leg);
        }
    }
}

fn is_any_recorded<'a>(tx: &mut Tx<'_>, sink: &dyn Sink, extensions: impl Iterator<Item = &'a String>) -> Result<bool> {
    for extension in extensions {
        if sink.is_recorded(tx, extension)? {
            return Ok(true);
        }
    }
    Ok(false)
}
