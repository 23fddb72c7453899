//! What stands around the control of a field. Screen readers learn that it belongs to the control.

use super::layout::{optional_mark, required_mark};
use crate::ui::badge::SCREEN_READER_ONLY;
use crate::ui::icon::icon;
use locales::{Language, text};
use yew::prelude::*;

/// What stands around a control: label, help, complaint, counter.
pub(super) struct FieldFrame<'a> {
    pub id: &'a str,
    pub label: &'a str,
    pub required: bool,
    pub optional: bool,
    pub hidden_label: bool,
    pub help: Option<&'a str>,
    pub error: Option<&'a str>,
    pub counter: Option<String>,
}

impl FieldFrame<'_> {
    /// The identifiers of help and complaint, for `aria-describedby`.
    pub fn described_by(&self) -> Option<String> {
        let parts = [self.error.map(|_| "error"), self.help.map(|_| "help"), self.counter.as_ref().map(|_| "counter")];
        let ids: Vec<String> = parts.into_iter().flatten().map(|part| format!("{}-{part}", self.id)).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The control inside its frame.
    pub fn wrap(&self, language: Language, control: Html) -> Html {
        html! {
            <div class="pf-v6-c-form__group">
                <div class={classes!("pf-v6-c-form__group-label", self.hidden_label.then_some(SCREEN_READER_ONLY))}>
                    <label class="pf-v6-c-form__label" for={self.id.to_owned()}>
                        <span class="pf-v6-c-form__label-text">{ self.label }</span>
                        if self.required { { required_mark() } }
                        if self.optional { { optional_mark(&text!(language, "ui-optional")) } }
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

/// The complaint, unless it says that the field is empty and it is so no longer.
pub(super) fn standing<'a>(language: Language, error: Option<&'a str>, value: &str) -> Option<&'a str> {
    error.filter(|error| value.trim().is_empty() || *error != text!(language, "ui-required"))
}

/// *180 of 200*, once four fifths of the limit are used. The limit counts characters.
pub(super) fn counter(language: Language, value: &str, limit: Option<usize>) -> Option<String> {
    let limit = limit?;
    let used = value.chars().count();
    (used * 5 > limit * 4).then(|| text!(language, "ui-counter", used = used, limit = limit))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGE: Language = Language::English;

    #[test]
    fn the_counter_appears_near_the_limit() {
        assert_eq!(counter(LANGUAGE, &"x".repeat(160), Some(200)), None);
        assert!(counter(LANGUAGE, &"ã".repeat(161), Some(200)).is_some_and(|text| text.contains("161")));
        assert_eq!(counter(LANGUAGE, &"x".repeat(900), None), None);
    }

    #[test]
    fn only_the_complaint_about_an_empty_field_goes_when_it_is_filled() {
        let required = text!(LANGUAGE, "ui-required");
        assert_eq!(standing(LANGUAGE, Some(&required), "  "), Some(required.as_str()));
        assert_eq!(standing(LANGUAGE, Some(&required), "x"), None);
        assert_eq!(standing(LANGUAGE, Some("Too long"), "x"), Some("Too long"));
        assert_eq!(standing(LANGUAGE, None, ""), None);
    }

    #[test]
    fn a_control_is_described_by_what_is_shown() {
        let frame = FieldFrame {
            id: "name",
            label: "Name",
            required: true,
            optional: false,
            hidden_label: false,
            help: Some("As in the contract"),
            error: None,
            counter: None,
        };
        assert_eq!(frame.described_by().as_deref(), Some("name-help"));
        let wrong = FieldFrame { error: Some("Missing"), counter: Some("9 of 10".to_owned()), ..frame };
        assert_eq!(wrong.described_by().as_deref(), Some("name-error name-help name-counter"));
        let plain = FieldFrame { error: None, help: None, counter: None, ..wrong };
        assert_eq!(plain.described_by(), None);
    }
}
