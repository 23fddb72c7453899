//! What becomes of the requests: how many of each kind.

use contract::Grade;

/// Requests of the demo company.
pub const REQUESTS: usize = 300;

/// Which lines of a scenario's conversation are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// All of them, read by both.
    Read,
    /// As far as the attendant's last word, which the requester has not read.
    UnreadByRequester,
    /// As far as the requester's last word, which the desk has not read.
    UnreadByDesk,
}

/// How an open request stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlaState {
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
pub enum Outcome {
    /// Nobody has captured it.
    Waiting(SlaState),
    /// Somebody works on it.
    Serving(SlaState, Ending),
    /// Suspended until the requester answers.
    AwaitingRequester,
    /// Suspended for another reason.
    OnHold,
    /// Resolved, to be accepted.
    Resolved,
    /// Reopened, being worked on.
    Reopened(SlaState),
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

use Outcome::{Accepted, AtOnce, AwaitingRequester, Dropped, LetClose, OnHold, Reopened, Resolved, SecondTry, Serving};
use Outcome::{Waiting, Withdrawn};

/// Those of the requester's login; four more belong to a group of related requests.
pub const OF_THE_LOGIN: [Outcome; 16] = [
    Waiting(SlaState::OnTime),
    Serving(SlaState::OnTime, Ending::UnreadByRequester),
    Serving(SlaState::OnTime, Ending::UnreadByRequester),
    Serving(SlaState::Expiring, Ending::Read),
    Serving(SlaState::Overdue, Ending::UnreadByDesk),
    AwaitingRequester,
    AwaitingRequester,
    OnHold,
    Resolved,
    Resolved,
    Reopened(SlaState::OnTime),
    Accepted(Some(Grade::Excellent)),
    Accepted(Some(Grade::Poor)),
    Accepted(None),
    LetClose,
    Withdrawn,
];

/// Those of everybody else, and how many.
pub const OF_OTHERS: [(Outcome, usize); 22] = [
    (Waiting(SlaState::OnTime), 9),
    (Waiting(SlaState::Expiring), 3),
    (Waiting(SlaState::Overdue), 3),
    (Waiting(SlaState::Open), 2),
    (Serving(SlaState::OnTime, Ending::Read), 9),
    (Serving(SlaState::OnTime, Ending::UnreadByRequester), 4),
    (Serving(SlaState::OnTime, Ending::UnreadByDesk), 5),
    (Serving(SlaState::Expiring, Ending::Read), 3),
    (Serving(SlaState::Expiring, Ending::UnreadByDesk), 2),
    (Serving(SlaState::Overdue, Ending::Read), 4),
    (Serving(SlaState::Overdue, Ending::UnreadByDesk), 3),
    (Serving(SlaState::Open, Ending::Read), 4),
    (AwaitingRequester, 7),
    (OnHold, 7),
    (Resolved, 16),
    (Reopened(SlaState::OnTime), 5),
    (Reopened(SlaState::Expiring), 2),
    (Reopened(SlaState::Overdue), 2),
    (AtOnce, 18),
    (SecondTry, 11),
    (Withdrawn, 8),
    (Dropped, 7),
];
