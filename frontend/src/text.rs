//! Keys of texts that are made from codes.

use contract::requests::Contact;
use std::fmt::Display;

/// The key of a code's name: `situation` and `in_progress` give `situation-in-progress`.
#[must_use]
pub fn code(prefix: &str, code: impl Display) -> String {
    format!("{prefix}-{}", code.to_string().replace(['_', ':'], "-"))
}

/// The first of a person's names.
#[must_use]
pub fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

/// Whom to ask about a request, and how, in one line that keeps telephone numbers together.
#[must_use]
pub fn contact(contact: &Contact) -> String {
    let phone = contact.phone.trim().replace(' ', "\u{a0}");
    let parts = [contact.name.trim(), phone.as_str(), contact.email.trim(), contact.place.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Text folded for comparison: lower case, no accents.
#[must_use]
pub fn fold(text: &str) -> String {
    let fold = |c: char| match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
        'é' | 'ê' | 'è' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ô' | 'õ' | 'ò' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    };
    text.chars().flat_map(char::to_lowercase).map(fold).collect()
}
