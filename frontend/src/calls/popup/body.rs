//! What the bodies of a pop-up have in common.

use crate::calls::actions::CallActions;
use contract::calls::CallPopUp;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of the body of a pop-up.
#[derive(Properties, PartialEq)]
pub struct BodyProps {
    /// The call.
    pub call: Rc<CallPopUp>,
    /// What can be done with it.
    pub actions: CallActions,
}
