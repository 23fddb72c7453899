//! From which situations an action may be taken, and to which it leads.

use Situation::{Cancelled, Closed, InProgress, Reopened, Resolved, Suspended};
use contract::{Action, Situation};

/// From one situation to another, or to the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// Before.
    pub from: Situation,
    /// After.
    pub to: Situation,
}

impl Transition {
    /// Whether the situation becomes another.
    #[must_use]
    pub fn changes(self) -> bool {
        self.from != self.to
    }
}

/// Situations of requests that are being worked on: the clock of their deadline may run.
pub const RUNNING: [Situation; 2] = [InProgress, Reopened];
/// Situations of requests that are unfinished: neither resolved nor cancelled. The index `requests_unfinished` of both
/// databases holds requests in these situations.
pub const UNFINISHED: [Situation; 3] = [InProgress, Reopened, Suspended];
/// Not finished for good: messages, notes and attachments are accepted.
const LIVE: &[Situation] = &[InProgress, Reopened, Suspended, Resolved];
/// Resolved, or closed after that.
const SOLVED: &[Situation] = &[Resolved, Closed];

/// The row of an action: the situations that it may be taken in, and the one that
/// it leads to; none leaves the situation as it is.
const fn row(action: Action) -> (&'static [Situation], Option<Situation>) {
    match action {
        Action::Message | Action::AddNote | Action::InternalNote | Action::Attach => (LIVE, None),
        Action::Capture | Action::Reclassify => (&RUNNING, None),
        Action::Delegate | Action::ReturnToGroup | Action::ChangePriority | Action::ChangeDeadline => {
            (&UNFINISHED, None)
        }
        Action::Suspend => (&RUNNING, Some(Suspended)),
        Action::Reactivate => (&[Suspended], Some(InProgress)),
        Action::Resolve => (&RUNNING, Some(Resolved)),
        Action::Close => (&[Resolved], Some(Closed)),
        Action::Cancel => (&UNFINISHED, Some(Cancelled)),
        Action::Reopen => (SOLVED, Some(Reopened)),
        Action::Rate => (SOLVED, None),
        Action::ViewHistory | Action::ViewSolution | Action::Relate | Action::Redact | Action::ViewEmails => {
            (Situation::ALL, None)
        }
    }
}

/// Where an action leads from a situation, whoever takes it; none when it cannot be
/// taken there.
#[must_use]
pub fn transition(action: Action, situation: Situation) -> Option<Transition> {
    let (from, to) = row(action);
    from.contains(&situation).then(|| Transition { from: situation, to: to.unwrap_or(situation) })
}
