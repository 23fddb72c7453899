//! The properties of the forms.

use contract::requests::RequestView;
use yew::prelude::*;

/// Properties of the forms.
#[derive(Properties, PartialEq)]
pub struct FormProps {
    /// The request.
    pub view: RequestView,
    /// Called when something was sent.
    pub onwritten: Callback<()>,
}
