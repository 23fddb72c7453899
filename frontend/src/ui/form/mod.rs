//! Fields of forms. Each one is a label, a control, help and a complaint that
//! belong together for screen readers, too. The `id` is the field's name in the
//! API, prefixed by the form where two forms share a page.

mod choice;
mod combo;
mod problem;
mod switch;
mod text;

pub use choice::{CheckField, RadioCard, RadioCards, SelectField, SelectOption};
pub use combo::{Combo, ComboOption};
pub use problem::{FormProblem, invalid, invalid_field, required_errors};
pub use switch::Switch;
pub use text::{AreaField, PasswordField, TextField};

use crate::ui::icon::icon;
use locales::{Language, text};
use yew::prelude::*;

/// What stands around a control.
pub(super) struct Around<'a> {
    pub id: &'a str,
    pub label: &'a str,
    pub required: bool,
    pub optional: bool,
    pub hidden_label: bool,
    pub help: Option<&'a str>,
    pub error: Option<&'a str>,
    pub counter: Option<String>,
}

impl Around<'_> {
    /// The identifiers of help and complaint, for `aria-describedby`.
    pub fn described_by(&self) -> Option<String> {
        let parts = [self.error.map(|_| "error"), self.help.map(|_| "help"), self.counter.as_ref().map(|_| "counter")];
        let ids: Vec<String> = parts.into_iter().flatten().map(|part| format!("{}-{part}", self.id)).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The group around the control.
    pub fn wrap(&self, language: Language, control: Html) -> Html {
        html! {
            <div class="pf-v6-c-form__group">
                <div class={classes!("pf-v6-c-form__group-label", self.hidden_label.then_some("pf-v6-screen-reader"))}>
                    <label class="pf-v6-c-form__label" for={self.id.to_owned()}>
                        <span class="pf-v6-c-form__label-text">{ self.label }</span>
                        if self.required { <span class="pf-v6-c-form__label-required" aria-hidden="true">{ " *" }</span> }
                        if self.optional { <span class="sol-opt">{ " (" }{ text!(language, "ui-optional") }{ ")" }</span> }
                    </label>
                </div>
                <div class="pf-v6-c-form__group-control">
                    { control }
                    if self.error.is_some() || self.help.is_some() || self.counter.is_some() {
                        <div class="pf-v6-c-form__helper-text sol-helper">{ self.helpers() }</div>
                    }
                </div>
            </div>
        }
    }

    fn helpers(&self) -> Html {
        html! {
            <div class="pf-v6-c-helper-text">
                if let Some(error) = self.error {
                    <div class="pf-v6-c-helper-text__item pf-m-error" id={format!("{}-error", self.id)}>
                        <span class="pf-v6-c-helper-text__item-icon">{ icon("exclamation-circle") }</span>
                        <span class="pf-v6-c-helper-text__item-text">{ error }</span>
                    </div>
                }
                if let Some(help) = self.help {
                    <div class="pf-v6-c-helper-text__item" id={format!("{}-help", self.id)}>
                        <span class="pf-v6-c-helper-text__item-text">{ help }</span>
                    </div>
                }
                if let Some(counter) = &self.counter {
                    <div class="pf-v6-c-helper-text__item sol-counter" id={format!("{}-counter", self.id)}>
                        <span class="pf-v6-c-helper-text__item-text">{ counter }</span>
                    </div>
                }
            </div>
        }
    }
}

/// The complaint, unless it is that the field is empty and it is not any more.
pub(super) fn standing<'a>(language: Language, error: Option<&'a str>, value: &str) -> Option<&'a str> {
    error.filter(|error| value.trim().is_empty() || *error != text!(language, "ui-required"))
}

/// *180 of 200*, once four fifths of the limit are used.
pub(super) fn counter(language: Language, value: &str, limit: Option<usize>) -> Option<String> {
    let limit = limit?;
    let used = value.chars().count();
    (used * 5 > limit * 4).then(|| text!(language, "ui-counter", used = used, limit = limit))
}
