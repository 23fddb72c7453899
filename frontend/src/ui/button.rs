//! Buttons, and links that look like buttons.

use super::badge::{Badge, SCREEN_READER_ONLY};
use super::icon::icon;
use super::link::Go;
use crate::browser;
use crate::hooks::use_language;
use crate::route::Href;
use gloo_timers::callback::Timeout;
use locales::text;
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The look of a button. A region has at most one primary button.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The main action.
    Primary,
    /// Another action.
    #[default]
    Secondary,
    /// Looks like a link.
    Link,
    /// Looks like a link inside a sentence.
    Inline,
    /// Looks like a field, in toolbars.
    Control,
    /// Removes something. Only a confirmation has one as its main button.
    Danger,
    /// For what only the desk reads. It is amber.
    Internal,
}

impl ButtonKind {
    fn classes(self) -> &'static str {
        match self {
            Self::Primary => "pf-m-primary",
            Self::Secondary => "pf-m-secondary",
            Self::Link => "pf-m-link",
            Self::Inline => "pf-m-link pf-m-inline",
            Self::Control => "pf-m-control",
            Self::Danger => "pf-m-danger",
            Self::Internal => "pf-m-secondary sol-internal",
        }
    }
}

/// Properties of [`Button`].
#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// The text.
    pub label: AttrValue,
    /// The look.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// An icon before the text.
    #[prop_or_default]
    pub icon: Option<&'static str>,
    /// Called when it is pressed.
    #[prop_or_default]
    pub onclick: Callback<()>,
    /// It submits the form around it.
    #[prop_or_default]
    pub submit: bool,
    /// Its action is running. It keeps its width and its focus, and does nothing.
    #[prop_or_default]
    pub loading: bool,
    /// It cannot be used now.
    #[prop_or_default]
    pub disabled: bool,
    /// As wide as its container.
    #[prop_or_default]
    pub block: bool,
    /// Smaller.
    #[prop_or_default]
    pub small: bool,
    /// Larger, the only button of its page.
    #[prop_or_default]
    pub large: bool,
    /// A count behind the text.
    #[prop_or_default]
    pub badge: Option<i64>,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
    /// The identifier, for labels and tests.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A button.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let class = classes!(
        "pf-v6-c-button",
        props.kind.classes(),
        props.block.then_some("pf-m-block"),
        props.small.then_some("pf-m-small"),
        props.large.then_some("pf-m-display-lg"),
        props.loading.then_some("sol-busy"),
        props.class.clone()
    );
    let onclick = (!props.submit).then(|| {
        let (onclick, loading) = (props.onclick.clone(), props.loading);
        Callback::from(move |_: MouseEvent| {
            if !loading {
                onclick.emit(());
            }
        })
    });
    html! {
        <button type={if props.submit { "submit" } else { "button" }} {class} {onclick} id={props.id.clone()}
                disabled={props.disabled} aria-busy={props.loading.then_some("true")}>
            if let Some(name) = props.icon {
                <span class="pf-v6-c-button__icon pf-m-start">{ icon(name) }</span>
            }
            <span class="pf-v6-c-button__text">{ &props.label }</span>
            if let Some(badge) = props.badge {
                <span class="pf-v6-c-button__count"><Badge>{ badge }</Badge></span>
            }
            if props.loading { <span class="sol-spin" aria-hidden="true"></span> }
        </button>
    }
}

/// Properties of [`IconButton`].
#[derive(Properties, PartialEq)]
pub struct IconButtonProps {
    /// Its name, for the tooltip and for screen readers.
    pub label: AttrValue,
    /// The icon.
    pub icon: &'static str,
    /// Called when it is pressed.
    #[prop_or_default]
    pub onclick: Callback<()>,
    /// It looks like a field, in toolbars and beside inputs.
    #[prop_or_default]
    pub control: bool,
    /// Pressed or not, when it is a switch.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// It cannot be used now.
    #[prop_or_default]
    pub disabled: bool,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A button that shows only an icon.
#[component]
pub fn IconButton(props: &IconButtonProps) -> Html {
    let class =
        classes!("pf-v6-c-button", if props.control { "pf-m-control" } else { "pf-m-plain" }, props.class.clone());
    let pressed = props.pressed.map(|pressed| if pressed { "true" } else { "false" });
    html! {
        <button type="button" {class} onclick={props.onclick.reform(|_: MouseEvent| ())} disabled={props.disabled}
                aria-label={props.label.clone()} title={props.label.clone()} aria-pressed={pressed}>
            <span class="pf-v6-c-button__icon">{ icon(props.icon) }</span>
        </button>
    }
}

/// Properties of [`LinkButton`].
#[derive(Properties, PartialEq)]
pub struct LinkButtonProps {
    /// The text.
    pub label: AttrValue,
    /// The page to which it leads.
    pub to: Href,
    /// The look.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// An icon before the text.
    #[prop_or_default]
    pub icon: Option<&'static str>,
    /// Smaller.
    #[prop_or_default]
    pub small: bool,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A link to a page that looks like a button.
#[component]
pub fn LinkButton(props: &LinkButtonProps) -> Html {
    let class =
        classes!("pf-v6-c-button", props.kind.classes(), props.small.then_some("pf-m-small"), props.class.clone());
    html! {
        <Go to={props.to.clone()} {class}>
            if let Some(name) = props.icon {
                <span class="pf-v6-c-button__icon pf-m-start">{ icon(name) }</span>
            }
            <span class="pf-v6-c-button__text">{ &props.label }</span>
        </Go>
    }
}

/// Properties of [`AnchorButton`].
#[derive(Properties, PartialEq)]
pub struct AnchorProps {
    /// The text.
    pub label: AttrValue,
    /// The address: of a file, or with a scheme such as `tel:` and `mailto:`.
    pub href: AttrValue,
    /// An icon before the text.
    pub icon: &'static str,
    /// Only the icon is shown; the text is its name.
    #[prop_or_default]
    pub icon_only: bool,
    /// Smaller.
    #[prop_or_default]
    pub small: bool,
    /// The file's name, when the address is downloaded.
    #[prop_or_default]
    pub download: Option<AttrValue>,
}

/// A link out of the application that looks like a button.
#[component]
pub fn AnchorButton(props: &AnchorProps) -> Html {
    let name = props.icon_only.then(|| props.label.clone());
    let kind = if props.icon_only { "pf-m-plain" } else { "pf-m-secondary" };
    html! {
        <a class={classes!("pf-v6-c-button", kind, props.small.then_some("pf-m-small"))} href={props.href.clone()} download={props.download.clone()}
           aria-label={name.clone()} title={name}>
            <span class={classes!("pf-v6-c-button__icon", (!props.icon_only).then_some("pf-m-start"))}>{ icon(props.icon) }</span>
            if !props.icon_only { <span class="pf-v6-c-button__text">{ &props.label }</span> }
        </a>
    }
}

/// Properties of [`CopyButton`].
#[derive(Properties, PartialEq)]
pub struct CopyProps {
    /// Its name.
    pub label: AttrValue,
    /// The text that is copied.
    pub value: AttrValue,
}

/// Copies a text to the clipboard, and says so for three seconds.
#[component]
pub fn CopyButton(props: &CopyProps) -> Html {
    let language = use_language();
    let copied = use_state_eq(|| false);
    let timer = use_memo((), |()| RefCell::new(None::<Timeout>));
    let onclick = {
        let (value, copied) = (props.value.clone(), copied.setter());
        Callback::from(move |()| {
            let (value, copied, timer) = (value.clone(), copied.clone(), timer.clone());
            spawn_local(async move {
                if browser::copy(&value).await {
                    copied.set(true);
                    *timer.borrow_mut() = Some(Timeout::new(3_000, move || copied.set(false)));
                }
            });
        })
    };
    html! {
        <>
            <IconButton label={props.label.clone()} icon={if *copied { "check" } else { "copy" }} {onclick} />
            <span class={SCREEN_READER_ONLY} role="status">
                if *copied { { text!(language, "ui-copied") } }
            </span>
        </>
    }
}
