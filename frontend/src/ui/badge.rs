//! Counts, and texts that only screen readers read.

use yew::prelude::*;

/// The class of an element that only screen readers read.
pub const SCREEN_READER_ONLY: &str = "pf-v6-screen-reader";

/// A text that only screen readers read.
pub fn screen_reader_text(text: impl Into<AttrValue>) -> Html {
    html! { <span class={SCREEN_READER_ONLY}>{ text.into() }</span> }
}

/// Properties of [`Badge`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is counted, as a tooltip.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// Screen readers skip it, because another text tells them the count.
    #[prop_or_default]
    pub hidden: bool,
    /// The count, and what is counted for screen readers.
    pub children: Html,
}

/// A count of what is new or unread.
#[component]
pub fn Badge(props: &Props) -> Html {
    html! {
        <span class="pf-v6-c-badge pf-m-unread" title={props.title.clone()} aria-hidden={props.hidden.then_some("true")}>
            { props.children.clone() }
        </span>
    }
}
