//! Keys of translated texts, and how texts are put together and compared.

use contract::requests::Contact;
use std::fmt::Display;

/// The key of the text that names a code: `situation` and `in_progress` give `situation-in-progress`.
#[must_use]
pub fn code(prefix: &str, code: impl Display) -> String {
    format!("{prefix}-{}", code.to_string().replace(['_', ':'], "-"))
}

/// The first of a person's names.
#[must_use]
pub fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

/// The parts that are there and not empty, in one line: *Unit · 4021 · ana@example.com*.
#[must_use]
pub fn joined(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// The person to ask about a request, in one line. Spaces in the telephone number do not break.
#[must_use]
pub fn contact(contact: &Contact) -> String {
    let phone = contact.phone.trim().replace(' ', "\u{a0}");
    let parts = [contact.name.trim(), phone.as_str(), contact.email.trim(), contact.place.trim()];
    joined(parts.map(|part| Some(part.to_owned())))
}

/// The text in lower case and without accents, for comparison.
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
