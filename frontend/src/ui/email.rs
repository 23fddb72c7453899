//! How an e-mail stands in the outbox.

use super::icon::icon;
use crate::hooks::use_language;
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
        EmailState::Pending => ("pf-m-blue", "clock"),
        EmailState::Sent => ("pf-m-green", "check"),
        EmailState::Failed => ("pf-m-red", "exclamation-circle"),
        EmailState::Suppressed => ("", "ban"),
    };
    html! {
        <span class={classes!("pf-v6-c-label", "pf-m-compact", colour)}>
            <span class="pf-v6-c-label__content">
                <span class="pf-v6-c-label__icon">{ icon(name) }</span>
                <span class="pf-v6-c-label__text">{ text!(language, &crate::text::code("email-state", props.state)) }</span>
            </span>
        </span>
    }
}
