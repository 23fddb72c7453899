//! Labels: a word in a filled or outlined box.

use super::icon::icon;
use yew::prelude::*;

/// The colour of a label. Its icon and its text tell the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LabelColour {
    /// Grey.
    #[default]
    Grey,
    /// Blue.
    Blue,
    /// Teal.
    Teal,
    /// Green.
    Green,
    /// Purple.
    Purple,
    /// Red.
    Red,
    /// Only an outline.
    Outline,
}

impl LabelColour {
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Grey => None,
            Self::Blue => Some("pf-m-blue"),
            Self::Teal => Some("pf-m-teal"),
            Self::Green => Some("pf-m-green"),
            Self::Purple => Some("pf-m-purple"),
            Self::Red => Some("pf-m-red"),
            Self::Outline => Some("pf-m-outline"),
        }
    }
}

/// Properties of [`Label`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The text.
    pub text: AttrValue,
    /// The colour.
    #[prop_or_default]
    pub colour: LabelColour,
    /// An icon before the text.
    #[prop_or_default]
    pub icon: Option<&'static str>,
    /// Smaller, in lists.
    #[prop_or_default]
    pub compact: bool,
    /// A button that removes the label: its name, and what it does.
    #[prop_or_default]
    pub remove: Option<(AttrValue, Callback<()>)>,
}

/// A label.
#[component]
pub fn Label(props: &Props) -> Html {
    let class = classes!("pf-v6-c-label", props.colour.class(), props.compact.then_some("pf-m-compact"));
    html! {
        <span {class}>
            <span class="pf-v6-c-label__content">
                if let Some(name) = props.icon { <span class="pf-v6-c-label__icon">{ icon(name) }</span> }
                <span class="pf-v6-c-label__text">{ &props.text }</span>
            </span>
            if let Some((name, remove)) = &props.remove {
                <span class="pf-v6-c-label__actions">
                    <button type="button" class="pf-v6-c-button pf-m-plain pf-m-no-padding" aria-label={name.clone()} title={name.clone()}
                            onclick={remove.reform(|_: MouseEvent| ())}>
                        <span class="pf-v6-c-button__icon">{ icon("times") }</span>
                    </button>
                </span>
            }
        </span>
    }
}
