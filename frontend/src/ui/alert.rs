//! Messages inside a page.

use super::badge::screen_reader_text;
use super::button::{Button, ButtonKind};
use super::icon::icon_fixed;
use crate::api::ApiError;
use crate::hooks::use_language;
use locales::text;
use yew::prelude::*;

/// The severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AlertKind {
    /// Information.
    #[default]
    Info,
    /// A success.
    Success,
    /// A warning.
    Warning,
    /// A failure.
    Danger,
}

impl AlertKind {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "pf-m-info",
            Self::Success => "pf-m-success",
            Self::Warning => "pf-m-warning",
            Self::Danger => "pf-m-danger",
        }
    }

    fn icon(self) -> &'static str {
        match self {
            Self::Info => "info-circle",
            Self::Success => "check-circle",
            Self::Warning => "exclamation-triangle",
            Self::Danger => "exclamation-circle",
        }
    }

    /// The key of the word that screen readers say instead of the colour.
    fn word(self) -> &'static str {
        match self {
            Self::Info => "ui-alert-info",
            Self::Success => "ui-alert-success",
            Self::Warning => "ui-alert-warning",
            Self::Danger => "ui-alert-danger",
        }
    }
}

/// Properties of [`Alert`].
#[derive(Properties, PartialEq)]
pub struct AlertProps {
    /// The severity.
    #[prop_or_default]
    pub kind: AlertKind,
    /// What happened.
    pub title: AttrValue,
    /// More about it: what was kept, what to do.
    #[prop_or_default]
    pub children: Html,
    /// Links and buttons below.
    #[prop_or_default]
    pub actions: Html,
    /// Screen readers announce it when it appears. Off for a message that is there from the start.
    #[prop_or(true)]
    pub live: bool,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A message inside a page.
#[component]
pub fn Alert(props: &AlertProps) -> Html {
    let language = use_language();
    let role = props.live.then_some(if props.kind == AlertKind::Danger { "alert" } else { "status" });
    html! {
        <div class={classes!("pf-v6-c-alert", "pf-m-inline", props.kind.class(), props.class.clone())} {role}>
            <div class="pf-v6-c-alert__icon">{ icon_fixed(props.kind.icon()) }</div>
            <p class="pf-v6-c-alert__title">
                { screen_reader_text(format!("{} ", text!(language, props.kind.word()))) }
                { &props.title }
            </p>
            if props.children != Html::default() {
                <div class="pf-v6-c-alert__description">{ props.children.clone() }</div>
            }
            if props.actions != Html::default() {
                <div class="pf-v6-c-alert__action-group">{ props.actions.clone() }</div>
            }
        </div>
    }
}

/// Properties of [`Problem`].
#[derive(Properties, PartialEq)]
pub struct ProblemProps {
    /// What went wrong. None shows nothing.
    pub error: Option<ApiError>,
    /// Tries again.
    #[prop_or_default]
    pub retry: Option<Callback<()>>,
    /// What was typed is kept, and the message says so.
    #[prop_or_default]
    pub kept: bool,
}

/// The message of a failed API call. It offers to try again where that may help.
#[component]
pub fn Problem(props: &ProblemProps) -> Html {
    let language = use_language();
    let Some(error) = props.error.as_ref() else { return Html::default() };
    let retry = props.retry.as_ref().filter(|_| error.is_temporary()).map(|retry| {
        html! { <Button kind={ButtonKind::Inline} label={text!(language, "ui-retry")} onclick={retry.clone()} /> }
    });
    let kept = (props.kept && error.is_temporary()).then(|| text!(language, "ui-text-kept"));
    let said: Vec<String> = error.detail(language).into_iter().chain(kept).collect();
    html! {
        <Alert kind={AlertKind::Danger} title={error.title(language)} actions={retry.unwrap_or_default()}>
            if !said.is_empty() { { said.join(" ") } }
        </Alert>
    }
}
