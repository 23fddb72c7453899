//! The check of a new password before the server is asked.

use contract::{FieldError, limits};
use locales::{Language, text};

/// What is wrong with a new password: its length in characters, or that it was repeated differently.
/// `field` is the name of the password in the API; the repetition is called `repeated`.
#[must_use]
pub fn new_password_errors(language: Language, field: &str, password: &str, repeated: &str) -> Vec<FieldError> {
    let error = |field: &str, code: &str, message: String| {
        vec![FieldError { field: field.to_owned(), code: code.to_owned(), message }]
    };
    let (min, max) = (limits::PASSWORD_MIN, limits::PASSWORD_MAX);
    if !(min..=max).contains(&password.chars().count()) {
        return error(field, "length", text!(language, "password-length", min = min, max = max));
    }
    if password != repeated {
        return error("repeated", "different", text!(language, "password-different"));
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(password: &str, repeated: &str) -> Vec<(String, String)> {
        let errors = new_password_errors(Language::English, "new", password, repeated);
        errors.into_iter().map(|error| (error.field, error.code)).collect()
    }

    #[test]
    fn a_repeated_password_of_allowed_length_is_accepted() {
        for length in [limits::PASSWORD_MIN, limits::PASSWORD_MAX] {
            let password = "ç".repeat(length);
            assert_eq!(codes(&password, &password), []);
        }
    }

    #[test]
    fn length_is_counted_in_characters_and_named_first() {
        for length in [0, limits::PASSWORD_MIN - 1, limits::PASSWORD_MAX + 1] {
            let password = "ç".repeat(length);
            assert_eq!(codes(&password, "other"), [("new".to_owned(), "length".to_owned())], "{length}");
        }
    }

    #[test]
    fn a_different_repetition_is_an_error_of_the_repetition() {
        let password = "a".repeat(limits::PASSWORD_MIN);
        assert_eq!(codes(&password, &password.to_uppercase()), [("repeated".to_owned(), "different".to_owned())]);
    }
}
