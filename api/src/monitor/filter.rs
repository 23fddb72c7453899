//! Which calls count (parameter 270): those of the queues that are named, and those to
//! an extension that somebody recorded. Without names, all.

use super::delivery::Sink;
use crate::domain::parameters::ids;
use crate::domain::telephony::ami::calls::{Change, Leg, MAX_CALLS, Summary, WithdrawReason};
use crate::error::Result;
use crate::tx::Tx;
use std::collections::{BTreeMap, BTreeSet};

/// What was told so far of the calls under way, while queues are named.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter {
    calls: BTreeMap<String, BTreeSet<String>>,
}

/// The queues of parameter 270; none means all.
fn queues(tx: &Tx<'_>) -> BTreeSet<String> {
    let value = tx.parameters.value(ids::WATCHED_QUEUES);
    value.split(',').map(str::trim).filter(|queue| !queue.is_empty()).map(str::to_owned).collect()
}

impl Filter {
    /// The changes that count, in their order.
    ///
    /// A phone is told when its call came through a queue that is named or through none,
    /// or when somebody recorded its extension. What follows is told of phones that were
    /// told; the end of a call, of calls of which a phone was told, or that themselves
    /// would be.
    pub fn keep(&mut self, tx: &mut Tx<'_>, sink: &dyn Sink, changes: &[Change]) -> Result<Vec<Change>> {
        let queues = queues(tx);
        if queues.is_empty() {
            self.calls.clear();
            return Ok(changes.to_vec());
        }
        let mut kept = Vec::new();
        for change in changes {
            if self.counts(tx, sink, &queues, change)? {
                kept.push(change.clone());
            }
        }
        Ok(kept)
    }

    fn counts(&mut self, tx: &mut Tx<'_>, sink: &dyn Sink, queues: &BTreeSet<String>, change: &Change) -> Result<bool> {
        match change {
            Change::Ringing(leg) | Change::Answered(leg) => self.leg(tx, sink, queues, leg),
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
            Change::Finished(summary) => self.summary(tx, sink, queues, summary),
        }
    }

    fn leg(&mut self, tx: &mut Tx<'_>, sink: &dyn Sink, queues: &BTreeSet<String>, leg: &Leg) -> Result<bool> {
        let counts = self.is_told(&leg.call, &leg.leg)
            || leg.queue.as_ref().is_none_or(|queue| queues.contains(queue))
            || sink.is_recorded(tx, &leg.extension)?;
        if counts {
            if self.calls.len() >= MAX_CALLS && !self.calls.contains_key(&leg.call) {
                self.calls.pop_first();
            }
            self.calls.entry(leg.call.clone()).or_default().insert(leg.leg.clone());
        }
        Ok(counts)
    }

    fn summary(
        &mut self,
        tx: &mut Tx<'_>,
        sink: &dyn Sink,
        queues: &BTreeSet<String>,
        summary: &Summary,
    ) -> Result<bool> {
        let told = self.calls.remove(&summary.call).is_some();
        if told || summary.queue.as_ref().is_none_or(|queue| queues.contains(queue)) {
            return Ok(true);
        }
        for extension in &summary.extensions {
            if sink.is_recorded(tx, extension)? {
                return Ok(true);
            }
        }
        Ok(false)
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
