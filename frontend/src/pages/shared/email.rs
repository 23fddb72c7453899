//! What caused an e-mail.

use crate::text::joined;
use contract::timeline::EmailView;
use locales::{Language, text};

/// The template and the parameter that caused an e-mail, in one line; empty when neither is known.
#[must_use]
pub fn cause_line(language: Language, email: &EmailView) -> String {
    let parameter = email.parameter.map(|parameter| text!(language, "desk-email-parameter", number = parameter));
    joined([email.template.clone(), parameter])
}
