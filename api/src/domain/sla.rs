//! The SLA clock: how a request stands against its target.
//!
//! A *cycle* runs from the opening (or reopening) of a request to its resolution.
//! Its clock counts the working time of a calendar, and stands still while the
//! request is suspended. A request has two cycles at a time at most, which this
//! module does not tell apart: one to be captured in, one to be resolved in.
//!
//! A reclassification or a change of priority gives the cycle another calendar or
//! target ([`Cycle::retargeted`]); start and pauses stay, so the deadline is as if it had
//! been so from the start. Instants count in whole seconds.

#[cfg(test)]
mod tests;

use super::calendar::{Calendar, HORIZON};
use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use contract::SlaStatus;

/// A stretch in which the clock stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// From.
    pub started_at: DateTime<Utc>,
    /// To; none while it lasts.
    pub ended_at: Option<DateTime<Utc>>,
}

/// One run of the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle {
    /// Working time allowed, in seconds; none when that is to be agreed.
    pub target: Option<i64>,
    /// When the clock started.
    pub started_at: DateTime<Utc>,
    /// When it stood still, in any order.
    pub pauses: Vec<Pause>,
    /// When it was stopped for good: captured, resolved.
    pub ended_at: Option<DateTime<Utc>>,
    /// A deadline set by hand, which goes before the target's. It stands as agreed,
    /// in working time or not; [`Cycle::resumed`] moves it by what a pause took.
    pub deadline_override: Option<DateTime<Utc>>,
}

/// How a cycle stands at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Status.
    pub status: SlaStatus,
    /// Working time used, in seconds.
    pub used: i64,
    /// Working time left until the deadline, in seconds, negative when it has been
    /// exceeded; none without a target, and once the cycle has ended.
    pub left: Option<i64>,
    /// When it is due; none without a target, and while paused.
    pub deadline: Option<DateTime<Utc>>,
    /// The last instant at which 20 % of the target is left: *expiring* from just
    /// after. None when there is no deadline, and once the cycle has ended.
    pub warn_at: Option<DateTime<Utc>>,
    /// Seconds until the deadline on the wall clock, negative when it has passed;
    /// none when there is no deadline, and once the cycle has ended.
    pub left_wall: Option<i64>,
}

impl Cycle {
    /// A cycle that starts now.
    #[must_use]
    pub const fn starting(target: Option<i64>, started_at: DateTime<Utc>) -> Self {
        Self { target, started_at, pauses: Vec::new(), ended_at: None, deadline_override: None }
    }

    /// Everything about the cycle at an instant.
    #[must_use]
    pub fn read(&self, calendar: &Calendar, now: DateTime<Utc>) -> Reading {
        let now = now.trunc_subsecs(0);
        let (allowed, used) = (self.allowance(calendar), self.used_seconds(calendar, now));
        let deadline = self.deadline(calendar);
        let ended = self.ended_at.map(|ended_at| ended_at.trunc_subsecs(0));
        let running = deadline.filter(|_| ended.is_none());
        let warn_at = running.and_then(|deadline| self.last_unwarned(calendar, deadline));
        let status = match (allowed, ended, deadline, warn_at) {
            (None, ..) => SlaStatus::None,
            (_, Some(ended), Some(deadline), _) if ended > deadline => SlaStatus::Missed,
            (_, Some(_), ..) => SlaStatus::Met,
            (_, None, None, _) => SlaStatus::Paused,
            (_, None, Some(deadline), _) if now > deadline => SlaStatus::Overdue,
            (_, None, Some(_), Some(warn_at)) if now > warn_at => SlaStatus::Expiring,
            (_, None, Some(_), _) => SlaStatus::OnTime,
        };
        let left = allowed.filter(|_| ended.is_none()).map(|allowed| allowed - used);
        let left_wall = running.map(|deadline| (deadline - now).num_seconds());
        Reading { status, used, left, deadline, warn_at, left_wall }
    }

    /// How the cycle stands: *paused* while a pause lasts, *overdue* past the
    /// deadline, *expiring* with less than 20 % of the target left; *met* or *missed*
    /// once it has ended, at the deadline still being met; *none* without a target.
    #[must_use]
    pub fn status(&self, calendar: &Calendar, now: DateTime<Utc>) -> SlaStatus {
        self.read(calendar, now).status
    }

    /// Working time used until an instant, or until the end, in seconds.
    #[must_use]
    pub fn used_seconds(&self, calendar: &Calendar, now: DateTime<Utc>) -> i64 {
        let until = self.ended_at.map_or(now, |ended_at| now.min(ended_at));
        running_seconds(calendar, &self.running(), until)
    }

    /// Working time left until the deadline, in seconds: see [`Reading::left`].
    #[must_use]
    pub fn left(&self, calendar: &Calendar, now: DateTime<Utc>) -> Option<i64> {
        self.read(calendar, now).left
    }

    /// When it is due: the first instant at which the whole target has been used,
    /// or what was set by hand. None without a target, and while paused.
    #[must_use]
    pub fn deadline(&self, calendar: &Calendar) -> Option<DateTime<Utc>> {
        if self.is_paused() {
            return None;
        }
        match self.deadline_override {
            Some(by_hand) => Some(by_hand.trunc_subsecs(0)),
            None => self.reach(calendar, self.target?.max(0)),
        }
    }

    /// The last instant at which 20 % of the target is left: see [`Reading::warn_at`].
    #[must_use]
    pub fn warn_at(&self, calendar: &Calendar) -> Option<DateTime<Utc>> {
        let deadline = self.deadline(calendar).filter(|_| self.ended_at.is_none())?;
        self.last_unwarned(calendar, deadline)
    }

    /// Whether a pause lasts.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.ended_at.is_none() && self.pauses.iter().any(|pause| pause.ended_at.is_none())
    }

    /// The same cycle with another target, counted from the same start with the
    /// same pauses: after a change of priority, or a reclassification. A deadline
    /// set by hand is dropped, since it was agreed for what is no longer so.
    #[must_use]
    pub fn retargeted(&self, target: Option<i64>) -> Self {
        Self { target, deadline_override: None, ..self.clone() }
    }

    /// The same cycle with its pause ended. A deadline set by hand that had not
    /// passed when the pause began moves by the working time of the pause.
    #[must_use]
    pub fn resumed(&self, calendar: &Calendar, now: DateTime<Utc>) -> Self {
        let mut resumed = self.clone();
        for pause in resumed.pauses.iter_mut().filter(|pause| pause.ended_at.is_none()) {
            pause.ended_at = Some(now.max(pause.started_at));
            if let Some(by_hand) = resumed.deadline_override.filter(|by_hand| *by_hand > pause.started_at) {
                let lost = calendar.working_seconds(pause.started_at, now);
                resumed.deadline_override = Some(add_within_horizon(calendar, by_hand, lost));
            }
        }
        resumed
    }

    /// Working time allowed, in seconds: the target, or what a deadline set by hand
    /// leaves. A pause that still lasts takes nothing from the latter.
    fn allowance(&self, calendar: &Calendar) -> Option<i64> {
        let Some(by_hand) = self.deadline_override else {
            return self.target.map(|target| target.max(0));
        };
        let over = self.pauses.iter().filter(|pause| pause.ended_at.is_some()).copied().collect();
        let without_open_pause = Self { pauses: over, ..self.clone() };
        Some(running_seconds(calendar, &without_open_pause.running(), by_hand))
    }

    /// The second before less than a fifth is left.
    fn last_unwarned(&self, calendar: &Calendar, deadline: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let allowed = self.allowance(calendar)?;
        let fifth = allowed / 5 + i64::from(allowed % 5 != 0);
        let warned = self.reach(calendar, allowed - fifth + 1)?;
        Some(deadline.min(warned - TimeDelta::seconds(1)))
    }

    /// The first instant at which so much working time has been used; none when a
    /// pause that lasts comes before.
    fn reach(&self, calendar: &Calendar, seconds: i64) -> Option<DateTime<Utc>> {
        let mut missing = seconds;
        for (from, to) in self.running() {
            let Some(to) = to else {
                return Some(add_within_horizon(calendar, from, missing));
            };
            let counted = calendar.working_seconds(from, to);
            if missing <= counted {
                return Some(add_within_horizon(calendar, from, missing));
            }
            missing -= counted;
        }
        None
    }

    /// When the clock runs, in order; the last stretch has no end unless a pause lasts.
    /// A pause that nobody ended ends with the cycle.
    fn running(&self) -> Vec<(DateTime<Utc>, Option<DateTime<Utc>>)> {
        let mut pauses: Vec<_> = self.pauses.iter().map(|p| (p.started_at, p.ended_at.or(self.ended_at))).collect();
        pauses.sort_unstable_by_key(|(start, _)| *start);
        let mut at = self.started_at.trunc_subsecs(0);
        let mut stretches = Vec::new();
        for (start, end) in pauses {
            let start = start.trunc_subsecs(0);
            if start > at {
                stretches.push((at, Some(start)));
            }
            match end {
                Some(end) => at = at.max(start).max(end.trunc_subsecs(0)),
                None => return stretches,
            }
        }
        stretches.push((at, None));
        stretches
    }
}

/// Whether an instant is within a deadline: at the deadline it still is, and without one
/// always. Asked of now, or of when a cycle ended; a cycle that is paused has no deadline.
#[must_use]
pub fn within(deadline: Option<DateTime<Utc>>, at: DateTime<Utc>) -> bool {
    deadline.is_none_or(|deadline| at.trunc_subsecs(0) <= deadline.trunc_subsecs(0))
}

/// Working seconds in stretches until an instant.
fn running_seconds(
    calendar: &Calendar,
    stretches: &[(DateTime<Utc>, Option<DateTime<Utc>>)],
    until: DateTime<Utc>,
) -> i64 {
    stretches.iter().map(|(from, to)| calendar.working_seconds(*from, to.map_or(until, |to| until.min(to)))).sum()
}

/// What lies beyond the calendar's horizon is due at the horizon.
fn add_within_horizon(calendar: &Calendar, from: DateTime<Utc>, seconds: i64) -> DateTime<Utc> {
    calendar.add(from, seconds).unwrap_or_else(|_| from.checked_add_signed(HORIZON).unwrap_or(from))
}
