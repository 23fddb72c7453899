//! Checks of what people type. What is wrong becomes a complaint about a field.

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
