//! The state of an e-mail in the outbox.

use super::label::{Label, LabelColour};
use crate::hooks::use_language;
use crate::text::code;
use contract::EmailState;
use locales::text;
use yew::prelude::*;

/// Properties of [`EmailStateLabel`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The state.
    pub state: EmailState,
}

/// The state of an e-mail, as a label with its icon.
#[component]
pub fn EmailStateLabel(props: &Props) -> Html {
    let language = use_language();
    let (colour, name) = match props.state {
        EmailState::Pending => (LabelColour::Blue, "clock"),
        EmailState::Sent => (LabelColour::Green, "check"),
        EmailState::Failed => (LabelColour::Red, "exclamation-circle"),
        EmailState::Suppressed => (LabelColour::Grey, "ban"),
    };
    html! { <Label text={text!(language, &code("email-state", props.state))} {colour} icon={Some(name)} compact=true /> }
}
