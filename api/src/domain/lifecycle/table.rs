//! The table of section 3 of the product page: from which situations an action may
//! be taken, and to which it leads.

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

/// Being worked on.
const WORK: &[Situation] = &[InProgress, Reopened];
/// Not resolved yet.
const OPEN: &[Situation] = &[InProgress, Reopened, Suspended];
/// Not finished: messages, notes and attachments are accepted.
const LIVE: &[Situation] = &[InProgress, Reopened, Suspended, Resolved];
/// Resolved, or closed after that.
const SOLVED: &[Situation] = &[Resolved, Closed];

/// The row of an action: the situations that it may be taken in, and the one that
/// it leads to; none leaves the situation as it is.
const fn row(action: Action) -> (&'static [Situation], Option<Situation>) {
    match action {
        Action::Message | Action::AddNote | Action::InternalNote | Action::Attach => (LIVE, None),
        Action::Capture | Action::Reclassify => (WORK, None),
        Action::Delegate | Action::ReturnToGroup | Action::ChangePriority | Action::ChangeDeadline => (OPEN, None),
        Action::Suspend => (WORK, Some(Suspended)),
        Action::Reactivate => (&[Suspended], Some(InProgress)),
        Action::Resolve => (WORK, Some(Resolved)),
        Action::Close => (&[Resolved], Some(Closed)),
        Action::Cancel => (OPEN, Some(Cancelled)),
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
