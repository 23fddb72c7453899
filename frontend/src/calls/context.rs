//! What every page knows of an attendant's calls.

use super::collapse::{Collapse, CollapsedCalls};
use contract::calls::{CallPopUp, CallState, MyExtension};
use std::rc::Rc;
use yew::prelude::*;

/// An attendant's extension and the calls at it, while telephony is on (parameter 281).
#[derive(Clone, PartialEq)]
pub struct Calls {
    /// The extension.
    pub extension: Rc<MyExtension>,
    /// Puts another answer about the extension in place.
    pub replace_extension: Callback<MyExtension>,
    /// The open pop-ups, the newest first.
    pub open: Rc<Vec<Rc<CallPopUp>>>,
    /// Puts another answer about the pop-ups in place.
    pub replace: Callback<Vec<CallPopUp>>,
    /// Collapses a pop-up of this tab, or expands it.
    pub collapse: Callback<Collapse>,
    /// The name of this tab.
    pub tab: Rc<str>,
    /// The collapsed pop-ups of this tab.
    pub collapsed: Rc<CollapsedCalls>,
}

impl Calls {
    /// True for a pop-up that is collapsed in this tab.
    #[must_use]
    pub fn is_collapsed(&self, call: &CallPopUp) -> bool {
        self.collapsed.contains(call, &self.tab)
    }

    /// What goes on at the extension: talking comes before ringing. None while no call goes on.
    #[must_use]
    pub fn state(&self) -> Option<CallState> {
        let any = |state: CallState| self.open.iter().any(|call| call.state == state).then_some(state);
        any(CallState::Talking).or_else(|| any(CallState::Ringing))
    }
}

/// The calls of the attendant who is logged in. None for other people, and while telephony is off.
#[hook]
pub fn use_calls() -> Option<Calls> {
    use_context::<Option<Calls>>().flatten()
}

/// The pop-ups in the order in which they are shown: the newest first.
#[must_use]
pub fn newest_first(open: &[CallPopUp]) -> Vec<Rc<CallPopUp>> {
    let mut newest: Vec<_> = open.iter().cloned().map(Rc::new).collect();
    newest.sort_by_key(|call| std::cmp::Reverse((call.raised_at, call.call_id)));
    newest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::fixtures::popup;

    fn calls(open: &[CallPopUp]) -> Calls {
        Calls {
            extension: Rc::default(),
            replace_extension: Callback::noop(),
            open: Rc::new(newest_first(open)),
            replace: Callback::noop(),
            collapse: Callback::noop(),
            tab: "here".into(),
            collapsed: Rc::default(),
        }
    }

    #[test]
    fn talking_comes_before_ringing() {
        let (ringing, talking) = (popup(1, CallState::Ringing), popup(2, CallState::Talking));
        let ended = popup(3, CallState::Ended);
        assert_eq!(calls(&[]).state(), None);
        assert_eq!(calls(std::slice::from_ref(&ended)).state(), None);
        assert_eq!(calls(&[ended.clone(), ringing.clone()]).state(), Some(CallState::Ringing));
        assert_eq!(calls(&[ended, ringing, talking]).state(), Some(CallState::Talking));
    }

    #[test]
    fn the_newest_call_is_first() {
        let mut same_moment = popup(9, CallState::Ringing);
        same_moment.raised_at = popup(2, CallState::Ringing).raised_at;
        let open =
            [popup(1, CallState::Ringing), same_moment, popup(3, CallState::Ringing), popup(2, CallState::Ringing)];
        let ids: Vec<i64> = newest_first(&open).iter().map(|call| call.call_id).collect();
        assert_eq!(ids, [3, 9, 2, 1]);
    }
}
