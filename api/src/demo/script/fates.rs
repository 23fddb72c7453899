//! What becomes of the requests: how many of each kind.

use super::parts::Ending;
use contract::Grade;

/// Requests of the demo company.
pub const REQUESTS: usize = 300;

/// How an open request stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// More than a fifth of the time is left.
    OnTime,
    /// Less than that.
    Expiring,
    /// None.
    Overdue,
    /// Nothing was agreed.
    Open,
}

/// What becomes of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Nobody has captured it.
    Waiting(Stand),
    /// Somebody works on it.
    Serving(Stand, Ending),
    /// Suspended until the requester answers.
    AwaitingRequester,
    /// Suspended for another reason.
    OnHold,
    /// Resolved, to be accepted.
    Resolved,
    /// Reopened, being worked on.
    Reopened(Stand),
    /// Accepted, and rated or not.
    Accepted(Option<Grade>),
    /// Closed by itself.
    LetClose,
    /// Resolved while being opened.
    AtOnce,
    /// Reopened, and resolved again.
    SecondTry,
    /// Given up by the requester.
    Withdrawn,
    /// Given up by the desk.
    Dropped,
}

use Fate::{Accepted, AtOnce, AwaitingRequester, Dropped, LetClose, OnHold, Reopened, Resolved, SecondTry, Serving};
use Fate::{Waiting, Withdrawn};

/// Those of the requester's login; four more belong to a story.
pub const OF_THE_LOGIN: [Fate; 16] = [
    Waiting(Stand::OnTime),
    Serving(Stand::OnTime, Ending::UnreadByRequester),
    Serving(Stand::OnTime, Ending::UnreadByRequester),
    Serving(Stand::Expiring, Ending::Read),
    Serving(Stand::Overdue, Ending::UnreadByDesk),
    AwaitingRequester,
    AwaitingRequester,
    OnHold,
    Resolved,
    Resolved,
    Reopened(Stand::OnTime),
    Accepted(Some(Grade::Excellent)),
    Accepted(Some(Grade::Poor)),
    Accepted(None),
    LetClose,
    Withdrawn,
];

/// Those of everybody else, and how many.
pub const OF_OTHERS: [(Fate, usize); 22] = [
    (Waiting(Stand::OnTime), 9),
    (Waiting(Stand::Expiring), 3),
    (Waiting(Stand::Overdue), 3),
    (Waiting(Stand::Open), 2),
    (Serving(Stand::OnTime, Ending::Read), 9),
    (Serving(Stand::OnTime, Ending::UnreadByRequester), 4),
    (Serving(Stand::OnTime, Ending::UnreadByDesk), 5),
    (Serving(Stand::Expiring, Ending::Read), 3),
    (Serving(Stand::Expiring, Ending::UnreadByDesk), 2),
    (Serving(Stand::Overdue, Ending::Read), 4),
    (Serving(Stand::Overdue, Ending::UnreadByDesk), 3),
    (Serving(Stand::Open, Ending::Read), 4),
    (AwaitingRequester, 7),
    (OnHold, 7),
    (Resolved, 16),
    (Reopened(Stand::OnTime), 5),
    (Reopened(Stand::Expiring), 2),
    (Reopened(Stand::Overdue), 2),
    (AtOnce, 18),
    (SecondTry, 11),
    (Withdrawn, 8),
    (Dropped, 7),
];
