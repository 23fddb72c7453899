//! Icons of the font that comes with PatternFly (Font Awesome 5, solid).

use yew::prelude::*;

/// An icon beside a text that says the same; hidden from screen readers.
pub fn icon(name: &'static str) -> Html {
    html! { <i class={classes!("fas", format!("fa-{name}"))} aria-hidden="true"></i> }
}

/// The same icon in a fixed width, for columns of icons.
pub fn icon_fixed(name: &'static str) -> Html {
    html! { <i class={classes!("fas", "fa-fw", format!("fa-{name}"))} aria-hidden="true"></i> }
}
