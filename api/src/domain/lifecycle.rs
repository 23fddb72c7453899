//! What may be done with a request, by whom, and where that leads.
//!
//! Three questions, one table: [`allowed`] lists what a viewer may do now (the
//! buttons of the SPA follow it), [`check`] says yes or why not to one action, and
//! [`transition`] tells where an action leads from a situation whoever takes it,
//! for what the product does by itself (closing after some days, reactivating on
//! a date or on an answer).

mod facts;
mod table;
#[cfg(test)]
mod tests;

pub use facts::{Facts, Portal};
pub use table::{RUNNING, Transition, UNFINISHED, transition};

use super::parameters::ids;
use chrono::{DateTime, TimeDelta, Utc};
use contract::{Action, Situation, Task};

/// Why an action is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DenialReason {
    /// The viewer is not one of those who may.
    #[error("not for this viewer")]
    Viewer,
    /// The parameter with this number forbids it.
    #[error("parameter {0} forbids it")]
    Parameter(i32),
    /// Not in this situation.
    #[error("not in this situation")]
    Situation,
    /// Somebody has captured it already.
    #[error("somebody has it")]
    Taken,
    /// Nobody has it who could give it back.
    #[error("nobody has it")]
    NobodyHasIt,
    /// The days for reopening are over.
    #[error("too late to reopen")]
    TooLate,
    /// Made for information only; reopening it would mean nothing.
    #[error("not one that can be reopened")]
    NotReopenable,
    /// Rated already.
    #[error("rated already")]
    Rated,
    /// There is no solution to read.
    #[error("no solution yet")]
    NoSolution,
}

impl DenialReason {
    /// Whether the person or a parameter stands in the way (403), not the state
    /// that the request is in (409).
    #[must_use]
    pub const fn is_forbidden(self) -> bool {
        matches!(self, Self::Viewer | Self::Parameter(_))
    }
}

/// An action that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Why.
    pub why: DenialReason,
    /// What the viewer may do instead.
    pub allowed: Vec<Action>,
}

/// All that a viewer may do with a request now, in the order of [`Action::ALL`].
#[must_use]
pub fn allowed(facts: &Facts) -> Vec<Action> {
    Action::ALL.iter().copied().filter(|action| judge(*action, facts).is_ok()).collect()
}

/// Whether a viewer may take an action now, and where it leads.
///
/// # Errors
///
/// Why not, and what they may do instead.
pub fn check(action: Action, facts: &Facts) -> Result<Transition, Refused> {
    judge(action, facts).map_err(|why| Refused { why, allowed: allowed(facts) })
}

/// The answer for the first of the viewer's capacities in which they may; when in
/// none, the most telling reason.
fn judge(action: Action, facts: &Facts) -> Result<Transition, DenialReason> {
    let capacities = [
        (facts.is_requester, requester(action, facts)),
        (facts.is_executor || facts.responsible_is_me, executor(action, facts)),
        (facts.is_viewer, reader(action, facts)),
        (facts.is_administrator, administrator(action, facts)),
    ];
    let mut why = DenialReason::Viewer;
    for (_, answer) in capacities.into_iter().filter(|(holds, _)| *holds) {
        match answer.and_then(|()| transition(action, facts.situation).ok_or(DenialReason::Situation)) {
            Ok(transition) => return in_this_state(action, facts).map(|()| transition),
            Err(other) if why == DenialReason::Viewer => why = other,
            Err(_) => {}
        }
    }
    Err(why)
}

/// What a requester may do with what is theirs, while the parameters let them.
fn requester(action: Action, facts: &Facts) -> Result<(), DenialReason> {
    let portal = facts.portal;
    let only_if = |on, parameter| if on { Ok(()) } else { Err(DenialReason::Parameter(parameter)) };
    match action {
        Action::Message => only_if(portal.messages, ids::MESSAGES),
        Action::AddNote => only_if(portal.notes, ids::PORTAL_NOTES),
        Action::ViewHistory => only_if(portal.history, ids::PORTAL_HISTORY),
        Action::ViewSolution => only_if(portal.solution, ids::PORTAL_SOLUTION),
        Action::Cancel => only_if(portal.cancel, ids::PORTAL_CANCEL),
        Action::Reopen if transition(action, facts.situation).is_none() => Err(DenialReason::Situation),
        Action::Reopen if facts.reopenable && facts.reopen_until.is_none_or(|until| facts.now > until) => {
            Err(DenialReason::TooLate)
        }
        Action::Attach | Action::Reopen | Action::Rate | Action::Close => Ok(()),
        _ => Err(DenialReason::Viewer),
    }
}

/// What somebody with *execute* permission in the executor group may do.
fn executor(action: Action, facts: &Facts) -> Result<(), DenialReason> {
    match action {
        // The requester's part: their opinion, their acceptance.
        Action::Rate | Action::Close => Err(DenialReason::Viewer),
        // Without message exchange the desk writes notes that the requester reads.
        Action::Message if !facts.portal.messages => Err(DenialReason::Parameter(ids::MESSAGES)),
        Action::ChangePriority | Action::ChangeDeadline if !facts.may_change_sla => Err(DenialReason::Viewer),
        _ => Ok(()),
    }
}

/// What somebody of the desk may do who only reads: *view* permission, or a group
/// that sees all requests.
fn reader(action: Action, _facts: &Facts) -> Result<(), DenialReason> {
    match action {
        Action::ViewHistory | Action::ViewSolution | Action::ViewEmails => Ok(()),
        _ => Err(DenialReason::Viewer),
    }
}

/// What an administrator may do who is no executor.
fn administrator(action: Action, facts: &Facts) -> Result<(), DenialReason> {
    if action == Action::Redact { Ok(()) } else { reader(action, facts) }
}

/// What depends on more than the situation, whoever asks.
fn in_this_state(action: Action, facts: &Facts) -> Result<(), DenialReason> {
    match action {
        Action::Capture if facts.has_responsible => Err(DenialReason::Taken),
        Action::ReturnToGroup if !facts.has_responsible => Err(DenialReason::NobodyHasIt),
        // Made for information only: nothing to reopen, no work to judge.
        Action::Reopen | Action::Rate if !facts.reopenable => Err(DenialReason::NotReopenable),
        Action::Rate if facts.rated => Err(DenialReason::Rated),
        Action::ViewSolution if !facts.has_solution => Err(DenialReason::NoSolution),
        _ => Ok(()),
    }
}

/// The current task of a request (never stored). `waits_requester` says whether
/// the reason of the suspension waits for the requester.
#[must_use]
pub const fn task(situation: Situation, has_responsible: bool, waits_requester: bool) -> Task {
    match situation {
        Situation::Suspended if waits_requester => Task::WaitingRequester,
        Situation::InProgress | Situation::Reopened | Situation::Suspended => {
            if has_responsible {
                Task::BeingServed
            } else {
                Task::WaitingCapture
            }
        }
        Situation::Resolved => Task::WaitingAcceptance,
        Situation::Closed | Situation::Cancelled => Task::Finished,
    }
}

/// Until when a requester may reopen what was resolved: `days` calendar days
/// (parameter 171), to the second. None when they may not at all (0).
#[must_use]
pub fn reopen_until(resolved_at: DateTime<Utc>, days: i64) -> Option<DateTime<Utc>> {
    days_after(resolved_at, days)
}

/// When what was resolved closes by itself: after `days` calendar days (parameter
/// 1008), to the second. None when it never does (0).
#[must_use]
pub fn closes_at(resolved_at: DateTime<Utc>, days: i64) -> Option<DateTime<Utc>> {
    days_after(resolved_at, days)
}

fn days_after(at: DateTime<Utc>, days: i64) -> Option<DateTime<Utc>> {
    TimeDelta::try_days(days).filter(|_| days > 0).and_then(|days| at.checked_add_signed(days))
}
