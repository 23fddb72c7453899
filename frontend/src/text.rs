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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_keys() {
        assert_eq!(code("situation", "in_progress"), "situation-in-progress");
        assert_eq!(code("token-scope", "requests:read_all"), "token-scope-requests-read-all");
    }

    #[test]
    fn the_first_name_is_that_of_the_text() {
        assert_eq!((first_name("Ana Maria Lopes"), first_name("  Ana "), first_name("")), ("Ana", "Ana", ""));
    }

    #[test]
    fn only_parts_that_are_there_are_joined() {
        let parts = [Some("TI".to_owned()), None, Some(String::new()), Some("4021".to_owned())];
        assert_eq!(joined(parts), "TI · 4021");
        assert_eq!(joined([None, None]), "");
    }

    #[test]
    fn telephone_numbers_do_not_break() {
        let asked = Contact {
            name: " Ana ".to_owned(),
            phone: "(11) 4021 7000".to_owned(),
            email: String::new(),
            place: "Room 3".to_owned(),
        };
        assert_eq!(contact(&asked), "Ana · (11)\u{a0}4021\u{a0}7000 · Room 3");
    }

    #[test]
    fn case_and_accents_make_no_difference() {
        assert_eq!(fold("Solicitação de ACESSO"), "solicitacao de acesso");
        assert_eq!(fold("MAÑANA, Über, ÀÉÎÕÇ"), "manana, uber, aeioc");
    }
}
