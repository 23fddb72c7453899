//! Which calls count: those that come through a queue of parameter 270 (through any queue when it is blank), and those
//! to and from extensions that an attendant has recorded. All other calls are private and never reach the database.

use super::sink::Sink;
use crate::domain::parameters::ids;
use crate::domain::telephony::ami::calls::{Change, Leg, MAX_CALLS, Summary, WithdrawReason};
use crate::error::Result;
use crate::tx::Tx;
use std::collections::{BTreeMap, BTreeSet};

/// Keeps the changes of calls that count.
#[derive(Debug, Clone, Default)]
pub(super) struct CallFilter {
    /// The legs that were kept and have not ended, for each call that is under way.
    kept: BTreeMap<String, BTreeSet<String>>,
}

/// Whether parameter 270 names the queue. It names all when it is blank.
fn is_watched(tx: &Tx<'_>, queue: &str) -> bool {
    let value = tx.parameters.value(ids::WATCHED_QUEUES);
    let mut named = value.split(',').map(str::trim).filter(|name| !name.is_empty()).peekable();
    named.peek().is_none() || named.any(|name| name == queue)
}

impl CallFilter {
    /// The changes that count, in their order.
    ///
    /// A phone that rings or answers counts when its call came through a watched queue, when its extension is recorded,
    /// or when the call is made from a recorded extension. Later changes count when the phone did. The end of a call
    /// counts when one of its phones did, or when the summary itself fulfils one of these conditions.
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
            Change::Ringing(leg) | Change::Answered(leg) => self.leg_counts(tx, sink, leg),
            Change::Confirmed { call, leg, .. } => Ok(self.was_kept(call, leg)),
            Change::Withdrawn { call, leg, reason, .. } => {
                let was_kept = self.was_kept(call, leg);
                // After this reason `Ended` follows, which needs the leg.
                if *reason != WithdrawReason::CallerGaveUp {
                    self.remove_leg(call, leg);
                }
                Ok(was_kept)
            }
            Change::Ended { call, leg, extension, .. } => {
                let was_kept = self.was_kept(call, leg);
                self.remove_leg(call, leg);
                if was_kept || sink.is_recorded(tx, extension)? {
                    self.kept.entry(call.clone()).or_default();
                    return Ok(true);
                }
                Ok(false)
            }
            Change::Finished(summary) => self.summary_counts(tx, sink, summary),
        }
    }

    fn leg_counts(&mut self, tx: &mut Tx<'_>, sink: &dyn Sink, leg: &Leg) -> Result<bool> {
        let extensions = [Some(&leg.extension), leg.caller_number.as_ref()];
        let counts = self.was_kept(&leg.call, &leg.leg)
            || leg.queue.as_ref().is_some_and(|queue| is_watched(tx, queue))
            || is_any_recorded(tx, sink, extensions.into_iter().flatten())?;
        if counts {
            if self.kept.len() >= MAX_CALLS && !self.kept.contains_key(&leg.call) {
                self.kept.pop_first();
            }
            self.kept.entry(leg.call.clone()).or_default().insert(leg.leg.clone());
        }
        Ok(counts)
    }

    fn summary_counts(&mut self, tx: &mut Tx<'_>, sink: &dyn Sink, summary: &Summary) -> Result<bool> {
        let was_kept = self.kept.remove(&summary.call).is_some();
        let extensions = summary.extensions.iter().chain(&summary.caller_number);
        Ok(was_kept
            || summary.queue.as_ref().is_some_and(|queue| is_watched(tx, queue))
            || is_any_recorded(tx, sink, extensions)?)
    }

    fn was_kept(&self, call: &str, leg: &str) -> bool {
        self.kept.get(call).is_some_and(|legs| legs.contains(leg))
    }

    fn remove_leg(&mut self, call: &str, leg: &str) {
        if let Some(legs) = self.kept.get_mut(call) {
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
