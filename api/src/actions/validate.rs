//! Checks of what people type, as complaints about fields.

use crate::domain::text::{self, TextError};
use crate::error::Complaint;

fn complaint(field: &str, error: TextError) -> Complaint {
    match error {
        TextError::Required => Complaint::new(field, "required"),
        TextError::TooLong { max } => Complaint::new(field, "too-long").with("max", max),
        TextError::ControlCharacter => Complaint::new(field, "control-character"),
    }
}

/// A required text of one line.
///
/// # Errors
/// The complaint.
pub fn line(field: &str, input: &str, max: usize) -> Result<String, Complaint> {
    text::clean_line(input, max).map_err(|error| complaint(field, error))
}

/// A text of one line that may be empty.
///
/// # Errors
/// The complaint.
pub fn optional_line(field: &str, input: &str, max: usize) -> Result<String, Complaint> {
    match text::clean_line(input, max) {
        Err(TextError::Required) => Ok(String::new()),
        other => other.map_err(|error| complaint(field, error)),
    }
}

/// A required text of several lines.
///
/// # Errors
/// The complaint.
pub fn lines(field: &str, input: &str, max: usize) -> Result<String, Complaint> {
    text::clean_text(input, max).map_err(|error| complaint(field, error))
}

/// A text of several lines that may be empty.
///
/// # Errors
/// The complaint.
pub fn optional_lines(field: &str, input: &str, max: usize) -> Result<String, Complaint> {
    match text::clean_text(input, max) {
        Err(TextError::Required) => Ok(String::new()),
        other => other.map_err(|error| complaint(field, error)),
    }
}

/// An e-mail address, in lower case; empty gives none.
///
/// # Errors
/// The complaint.
pub fn email(field: &str, input: Option<&str>) -> Result<Option<String>, Complaint> {
    let Some(input) = input.map(str::trim).filter(|input| !input.is_empty()) else { return Ok(None) };
    match input.to_lowercase().parse::<lettre::Address>() {
        Ok(address) if input.chars().count() <= 254 => Ok(Some(address.to_string())),
        _ => Err(Complaint::new(field, "email-invalid")),
    }
}

/// Words of a search, folded; at most eight.
///
/// # Errors
/// 400 when the search is too long.
pub fn words(search: Option<&str>) -> crate::error::Result<Vec<String>> {
    let search = search.unwrap_or_default();
    if search.chars().count() > contract::limits::SEARCH {
        return Err(crate::error::Error::bad_request("search-too-long").with("max", contract::limits::SEARCH));
    }
    Ok(text::fold(search).split_whitespace().take(8).map(str::to_owned).collect())
}

/// Words of a search as they were typed, in lower case: for texts that are not
/// kept folded. At most eight.
///
/// # Errors
/// 400 when the search is too long.
pub fn typed_words(search: Option<&str>) -> crate::error::Result<Vec<String>> {
    words(search)?;
    let typed = search.unwrap_or_default().to_lowercase();
    // PostgreSQL takes no U+0000; folding levels control characters likewise.
    let words = typed.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    Ok(words.take(8).map(str::to_owned).collect())
}
