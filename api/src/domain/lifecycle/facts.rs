//! What the rules need to know about a request and its viewer.

use crate::domain::parameters::{Parameters, ids};
use chrono::{DateTime, Utc};
use contract::Situation;

/// What the parameters let requesters do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Portal {
    /// Messages are exchanged (299).
    pub messages: bool,
    /// Notes may be added (252).
    pub notes: bool,
    /// The history is shown (298).
    pub history: bool,
    /// Cancelling is allowed (302).
    pub cancel: bool,
    /// The solution is shown (371).
    pub solution: bool,
}

impl Portal {
    /// As the parameters have it.
    #[must_use]
    pub fn of(parameters: &Parameters) -> Self {
        Self {
            messages: parameters.yes(ids::MESSAGES),
            notes: parameters.yes(ids::PORTAL_NOTES),
            history: parameters.yes(ids::PORTAL_HISTORY),
            cancel: parameters.yes(ids::PORTAL_CANCEL),
            solution: parameters.yes(ids::PORTAL_SOLUTION),
        }
    }
}

/// A request and its viewer, as far as the rules are concerned. A viewer may hold
/// several capacities, and then may do what any of them allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Where the request stands.
    pub situation: Situation,
    /// The viewer is its requester.
    pub is_requester: bool,
    /// The viewer has *execute* permission in its executor group.
    pub is_executor: bool,
    /// The viewer has *view* permission there, or a group that sees all requests.
    pub is_viewer: bool,
    /// The viewer is an administrator.
    pub is_administrator: bool,
    /// The viewer may, as executor, change priority and deadline.
    pub may_change_sla: bool,
    /// Somebody is responsible for it.
    pub has_responsible: bool,
    /// The viewer is; makes them an executor whatever their groups are.
    pub responsible_is_me: bool,
    /// What the parameters let requesters do.
    pub portal: Portal,
    /// It has a solution.
    pub has_solution: bool,
    /// The requester has answered the survey since it was resolved last.
    pub rated: bool,
    /// Until when the requester may reopen it; none: not at all.
    pub reopen_until: Option<DateTime<Utc>>,
    /// False for one that was made for information only.
    pub reopenable: bool,
    /// The current time.
    pub now: DateTime<Utc>,
}

impl Facts {
    /// A request in a situation, seen by somebody who is nothing to it, at a time;
    /// to be filled in from there.
    #[must_use]
    pub const fn seen_by_nobody(situation: Situation, portal: Portal, now: DateTime<Utc>) -> Self {
        Self {
            situation,
            is_requester: false,
            is_executor: false,
            is_viewer: false,
            is_administrator: false,
            may_change_sla: false,
            has_responsible: false,
            responsible_is_me: false,
            portal,
            has_solution: false,
            rated: false,
            reopen_until: None,
            reopenable: true,
            now,
        }
    }
}
