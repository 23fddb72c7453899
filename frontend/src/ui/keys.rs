//! Moving through a list by keys.

/// A step through a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// To the first item.
    First,
    /// To the last item.
    Last,
    /// To the item after the current one; after the last comes the first.
    Next,
    /// To the item before the current one; before the first comes the last.
    Previous,
}

/// The index after a step. `here` is the current item, if there is one. 0 for an empty list.
pub(super) fn stepped(count: usize, here: Option<usize>, step: Step) -> usize {
    let last = count.saturating_sub(1);
    match (step, here) {
        (Step::First, _) | (Step::Next, None) => 0,
        (Step::Next, Some(here)) if here >= last => 0,
        (Step::Next, Some(here)) => here + 1,
        (Step::Last, _) | (Step::Previous, None | Some(0)) => last,
        (Step::Previous, Some(here)) => here - 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn without_a_current_item_a_step_begins_at_an_end() {
        assert_eq!((stepped(4, None, Step::Next), stepped(4, None, Step::Previous)), (0, 3));
        assert_eq!((stepped(0, None, Step::Next), stepped(0, None, Step::Last)), (0, 0));
    }

    proptest! {
        #[test]
        fn next_and_previous_undo_each_other(count in 1_usize..40, here in any::<prop::sample::Index>()) {
            let here = here.index(count);
            let next = stepped(count, Some(here), Step::Next);
            prop_assert_eq!(next, (here + 1) % count);
            prop_assert_eq!(stepped(count, Some(next), Step::Previous), here);
        }
    }
}
