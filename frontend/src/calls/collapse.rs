//! Which pop-ups this tab shows collapsed: they are there, but only their place in the masthead is seen.

use contract::calls::{CallPopUp, CallState};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::Reducible;

/// Collapses a pop-up or expands it again. The numbers are identifiers of calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Collapse {
    /// Collapses a call that goes on. It expands by itself when it ends, to ask what it was about.
    UntilEnd(i64),
    /// Collapses a call that has ended.
    Ended(i64),
    /// Expands it, also where another tab has taken the call up.
    Expand(i64),
}

impl Collapse {
    /// Collapses a pop-up in the state in which it is.
    #[must_use]
    pub fn of(call: &CallPopUp) -> Self {
        if call.state == CallState::Ended { Self::Ended(call.call_id) } else { Self::UntilEnd(call.call_id) }
    }
}

/// The collapsed pop-ups of this tab.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct CollapsedCalls {
    /// Calls, and whether they had ended when they were collapsed.
    collapsed: BTreeSet<(i64, bool)>,
    /// Calls that were expanded here although another tab has taken them up.
    expanded_here: BTreeSet<i64>,
}

impl CollapsedCalls {
    /// True when the pop-up is collapsed in the tab with this name.
    #[must_use]
    pub fn contains(&self, call: &CallPopUp, tab: &str) -> bool {
        let elsewhere = !call.is_for(tab) && !self.expanded_here.contains(&call.call_id);
        elsewhere || self.collapsed.contains(&(call.call_id, call.state == CallState::Ended))
    }

    fn with(&self, change: Collapse) -> Self {
        let mut next = self.clone();
        match change {
            Collapse::UntilEnd(id) => {
                next.collapsed.insert((id, false));
            }
            Collapse::Ended(id) => {
                next.collapsed.insert((id, true));
            }
            Collapse::Expand(id) => {
                next.collapsed.retain(|(collapsed, _)| *collapsed != id);
                next.expanded_here.insert(id);
            }
        }
        next
    }
}

impl Reducible for CollapsedCalls {
    type Action = Collapse;

    fn reduce(self: Rc<Self>, change: Collapse) -> Rc<Self> {
        Rc::new(self.with(change))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::fixtures::popup;

    fn after(changes: &[Collapse]) -> CollapsedCalls {
        changes.iter().fold(CollapsedCalls::default(), |calls, change| calls.with(*change))
    }

    #[test]
    fn a_call_is_expanded_until_it_is_collapsed() {
        let call = popup(1, CallState::Ringing);
        assert!(!after(&[]).contains(&call, "here"));
        assert!(after(&[Collapse::of(&call)]).contains(&call, "here"));
        assert!(!after(&[Collapse::of(&call), Collapse::Expand(1)]).contains(&call, "here"));
        assert!(!after(&[Collapse::of(&popup(2, CallState::Ringing))]).contains(&call, "here"));
    }

    #[test]
    fn a_collapsed_call_expands_when_it_ends_and_can_be_collapsed_again() {
        let (talking, ended) = (popup(1, CallState::Talking), popup(1, CallState::Ended));
        assert_eq!((Collapse::of(&talking), Collapse::of(&ended)), (Collapse::UntilEnd(1), Collapse::Ended(1)));
        assert!(!after(&[Collapse::of(&talking)]).contains(&ended, "here"));
        assert!(after(&[Collapse::of(&talking), Collapse::of(&ended)]).contains(&ended, "here"));
    }

    #[test]
    fn a_call_that_another_tab_took_up_is_collapsed_here_until_it_ends_or_is_expanded() {
        let mut call = popup(1, CallState::Talking);
        call.taken_by = Some("there".to_owned());
        assert!(after(&[]).contains(&call, "here"));
        assert!(!after(&[]).contains(&call, "there"));
        assert!(!after(&[Collapse::Expand(1)]).contains(&call, "here"));
        call.state = CallState::Ended;
        assert!(!after(&[]).contains(&call, "here"));
    }
}
