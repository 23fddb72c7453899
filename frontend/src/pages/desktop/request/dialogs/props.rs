//! The properties of every dialog.

use contract::requests::RequestView;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of every dialog.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// The request, as it is now.
    pub view: Rc<RequestView>,
    /// Closes the dialog without doing anything.
    pub onclose: Callback<()>,
    /// Called with the request after the action.
    pub ondone: Callback<RequestView>,
    /// Called when the request has changed since it was read.
    pub onstale: Callback<()>,
}
